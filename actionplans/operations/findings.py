"""Word findings, and say what they rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from actionplans.models import AgencyResponse, Finding, FindingEvidence
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.rules import thread as rules
from agencies.models import Actor, person_behind
from audit import trail
from chronologies.models import ChronologyEntry
from evidence.models import ImrPoint, ImrQuery
from families.models import FamilyContactEntry
from panels.models import KeyLineOfEnquiry
from questions.models import Question
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class FindingWords:
    statement: str
    enquiry: KeyLineOfEnquiry | None = None
    evidence_words: str = ""
    confidence: str = ""


@transaction.atomic
def add_finding(*, review: Review, said: FindingWords, by: Actor, at: datetime) -> Finding:
    """
    Add a finding, under the next number.

    Raises Refused without the right, or for a line of enquiry that is not agreed in this review.
    """
    rules.check_can_write(by, review)
    rules.check_enquiry(review, said.enquiry)
    review = hold(review)
    finding = Finding.objects.create(
        review=review,
        number=next_number(Finding.objects.filter(review=review)),
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(said),
    )
    record("finding.added", finding, by=by, at=at)
    return finding


@transaction.atomic
def change_finding(
    *, finding: Finding, said: FindingWords, number: int | None = None, by: Actor, at: datetime
) -> None:
    """Word a finding differently, or let it stand elsewhere. Raises Refused as `add_finding`."""
    rules.check_can_write(by, finding.review)
    rules.check_enquiry(finding.review, said.enquiry)
    hold(finding.review)
    for name, value in vars(said).items():
        setattr(finding, name, value)
    finding.save(update_fields=list(vars(said)))
    place(finding, Finding.objects.filter(review=finding.review), number)
    record("finding.changed", finding, by=by, at=at)


@transaction.atomic
def remove_finding(*, finding: Finding, by: Actor, at: datetime) -> None:
    """
    Remove a finding. Raises Refused without the right, while learning rests on it, or once an
    agency answered it.
    """
    rules.check_can_write(by, finding.review)
    hold(finding.review)
    rules.check_finding_is_free(finding)
    record("finding.removed", finding, by=by, at=at)
    finding.delete()
    close_gap(Finding.objects.filter(review=finding.review))


@transaction.atomic
def rest_on(
    *,
    finding: Finding,
    entries: Iterable[ChronologyEntry] = (),
    points: Iterable[ImrPoint] = (),
    accounts: Iterable[FamilyContactEntry] = (),
    answers: Iterable[Question] = (),
    queries: Iterable[ImrQuery] = (),
    by: Actor,
    at: datetime,
) -> None:
    """
    Let a finding rest on entries, lines, answers and accounts of the family besides those it
    rests on.

    Of an account the day on which it was recorded is kept, and nothing that was said. Raises
    Refused without the right, for what is not released or accepted in this review, or for an
    account to whoever may not open the family compartment.
    """
    rules.check_can_write(by, finding.review)
    for entry in entries:
        rules.check_entry(finding.review, entry)
        FindingEvidence.objects.get_or_create(finding=finding, entry=entry)
    for point in points:
        rules.check_point(finding.review, point)
        FindingEvidence.objects.get_or_create(finding=finding, point=point)
    for account in accounts:
        rules.check_account(by, finding.review, account)
        first = account.root or account
        FindingEvidence.objects.get_or_create(
            finding=finding,
            account=first,
            defaults={"account_recorded_on": timezone.localdate(first.recorded_at)},
        )
    for answer in answers:
        rules.check_answered(by, finding.review, answer, answer.involvement)
        FindingEvidence.objects.get_or_create(finding=finding, answer=answer)
    for query in queries:
        rules.check_answered(by, finding.review, query, query.imr.involvement)
        FindingEvidence.objects.get_or_create(finding=finding, query=query)
    record("finding.changed", finding, by=by, at=at)


@transaction.atomic
def stop_resting_on(*, evidence: FindingEvidence, by: Actor, at: datetime) -> None:
    """Take one thing out of what a finding rests on. Raises Refused without the right."""
    finding = evidence.finding
    rules.check_can_write(by, finding.review)
    evidence.delete()
    record("finding.changed", finding, by=by, at=at)


@transaction.atomic
def record_response(
    *,
    finding: Finding,
    agency: AgencyInvolvement,
    kind: str,
    words: str,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> AgencyResponse:
    """
    Record what an agency says of a finding. Its last response stands.

    provenance: the fields of `documents.models.Provenance`: it is always entered for the agency.

    Raises Refused without the right, for an agency of another review, on an impossible day, or
    without the words that say what is disputed.
    """
    rules.check_can_write(by, finding.review)
    rules.check_response(
        finding, agency, kind=kind, words=words, given_on=provenance["given_on"], today=today
    )
    response = AgencyResponse.objects.create(
        finding=finding,
        agency=agency,
        kind=kind,
        words=words.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    record("finding.responded", finding, by=by, at=at)
    return response


def record(event: str, finding: Finding, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=finding.review.reference,
        finding_id=finding.pk,
        number=finding.number,
    )
