"""Word findings, and say what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from actionplans.models import Finding, FindingEvidence
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.rules import thread as rules
from agencies.models import Actor, person_behind
from audit import trail
from chronologies.models import ChronologyEntry
from evidence.models import ImrPoint
from panels.models import KeyLineOfEnquiry
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class FindingWords:
    statement: str
    enquiry: KeyLineOfEnquiry | None = None
    evidence_words: str = ""


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
    """Remove a finding. Raises Refused without the right, or while learning rests on it."""
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
    by: Actor,
    at: datetime,
) -> None:
    """
    Let a finding rest on entries and lines besides those it rests on already.

    Raises Refused without the right, or for what is not released or accepted in this review.
    """
    rules.check_can_write(by, finding.review)
    for entry in entries:
        rules.check_entry(finding.review, entry)
        FindingEvidence.objects.get_or_create(finding=finding, entry=entry)
    for point in points:
        rules.check_point(finding.review, point)
        FindingEvidence.objects.get_or_create(finding=finding, point=point)
    record("finding.changed", finding, by=by, at=at)


@transaction.atomic
def stop_resting_on(*, evidence: FindingEvidence, by: Actor, at: datetime) -> None:
    """Take one thing out of what a finding rests on. Raises Refused without the right."""
    finding = evidence.finding
    rules.check_can_write(by, finding.review)
    evidence.delete()
    record("finding.changed", finding, by=by, at=at)


def record(event: str, finding: Finding, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=finding.review.reference,
        finding_id=finding.pk,
        number=finding.number,
    )
