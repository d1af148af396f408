"""Begin a version of the terms of reference, agree it, or let a draft go."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import (
    AgreementRound,
    KeyLineOfEnquiry,
    Meeting,
    TermsCharacteristic,
    TermsContribution,
    TermsOfReference,
    TermsSection,
)
from panels.published.outline import as_text, text_hash
from panels.published.terms import as_data
from panels.queries.terms import drafted, gives_away
from panels.rules import terms as rules
from reviews import rules as review_rules
from reviews.access import Refused
from reviews.models import PersonRole, Review

ABOUT = (PersonRole.VICTIM, PersonRole.PERPETRATOR)
CARRIED_ON = ("period_from", "period_to", "period_form", "period_rationale", "outside_period")


@transaction.atomic
def begin_version(*, review: Review, by: Actor, at: datetime) -> TermsOfReference:
    """
    Begin the next version: a copy of the last, or the first from what the review knows.

    Raises Refused without the right, or while another draft is there.
    """
    rules.check_can_write(by, review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    versions = review.terms_of_reference
    if versions.drafts().exists():
        raise Refused("There is a draft already. Change it, or discard it first.")
    last = versions.first()
    terms = TermsOfReference(
        review=review,
        number=(versions.aggregate(Max("number"))["number__max"] or 0) + 1,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    if last:
        _carry_on(last, terms)
    else:
        terms.period_from, terms.period_to = review.period_from, review.period_to
        terms.save()
        terms.subjects.set(review.people.filter(role__in=ABOUT))
    record("terms.begun", terms, by=by, at=at)
    return terms


@transaction.atomic
def discard_draft(*, terms: TermsOfReference, by: Actor, at: datetime) -> None:
    """Let a draft go, with all that was written in it. Raises Refused once it was agreed."""
    rules.check_can_change(by, terms)
    record("terms.discarded", terms, by=by, at=at)
    terms.delete()


@transaction.atomic
def agree_terms(
    *,
    terms: TermsOfReference,
    agreed_on: date,
    meeting: Meeting | None = None,
    agreement_round: AgreementRound | None = None,
    otherwise: str = "",
    reason: str = "",
    names_looked_at: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> TermsOfReference:
    """
    Agree a version, which freezes it as it prints, and make its period the review's.

    meeting, agreement_round, otherwise: where it was agreed; exactly one of them.
    reason: why the day is unusual, or why it stands although a round did not agree it.
    names_looked_at: single words that are also names were read, and are ordinary words there.

    Raises Refused without the right, for a text that gives somebody away, for an impossible day,
    or where it was not agreed anywhere.
    """
    rules.check_can_change(by, terms)
    terms = TermsOfReference.objects.get(pk=terms.pk)
    review = terms.review
    _check_day(review, agreed_on, reason, today=today)
    rules.check_agreed_somewhere(
        terms,
        meeting=meeting,
        agreement_round=agreement_round,
        otherwise=otherwise,
        agreed_on=agreed_on,
    )
    printed = drafted(terms)
    rules.check_gives_nobody_away(gives_away(review, printed), are_looked_at=names_looked_at)
    sha256 = text_hash(as_text(printed))
    rules.check_round_agreed(terms, agreement_round, reason, sha256=sha256)
    terms.agreed_on, terms.agreed_reason = agreed_on, reason
    terms.agreed_at_meeting, terms.agreed_in_round = meeting, agreement_round
    terms.agreed_otherwise = otherwise
    terms.agreed_as, terms.sha256 = as_data(printed), sha256
    terms.save()
    review.period_from, review.period_to = terms.period_from, terms.period_to
    review.save(update_fields=["period_from", "period_to"])
    record("terms.agreed", terms, by=by, at=at, sha256=sha256)
    return terms


def record(
    event: str, terms: TermsOfReference, *, by: Actor, at: datetime, **ids: int | str
) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=terms.review.reference,
        terms_id=terms.pk,
        version=terms.number,
        **ids,
    )


def _check_day(review: Review, agreed_on: date, reason: str, *, today: date) -> None:
    review_rules.check_possible_on(
        agreed_on, field="agreed_on", called="The agreement", today=today
    )
    review_rules.check_after_death(review, agreed_on, field="agreed_on", called="The agreement")
    review_rules.check_reason_for_unusual(review, agreed_on, reason, field="reason")


def _carry_on(last: TermsOfReference, terms: TermsOfReference) -> None:
    """Copy a version into the next; lines of enquiry keep their roots."""
    for name in (*CARRIED_ON, "purposes"):
        setattr(terms, name, getattr(last, name))
    terms.save()
    terms.subjects.set(last.subjects.all())
    for one in last.sections.prefetch_related("taken_from"):
        section = TermsSection.objects.create(terms=terms, kind=one.kind, text=one.text)
        section.taken_from.set(one.taken_from.all())
    KeyLineOfEnquiry.objects.bulk_create(
        KeyLineOfEnquiry(
            terms=terms,
            root=one.root,
            number=one.number,
            text=one.text,
            why=one.why,
            taken_from_id=one.taken_from_id,
        )
        for one in last.enquiries.all()
    )
    TermsContribution.objects.bulk_create(
        TermsContribution(terms=terms, involvement_id=one.involvement_id, asked_for=one.asked_for)
        for one in last.contributions.all()
    )
    TermsCharacteristic.objects.bulk_create(
        TermsCharacteristic(
            terms=terms,
            characteristic=one.characteristic,
            person_id=one.person_id,
            why=one.why,
            expertise=one.expertise,
        )
        for one in last.characteristics.all()
    )
