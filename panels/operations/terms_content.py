"""Write a draft of the terms of reference, one part at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor
from panels.models import (
    PeriodForm,
    SectionKind,
    TermsCharacteristic,
    TermsContribution,
    TermsOfReference,
)
from panels.operations.terms import record
from panels.rules import terms as rules
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Person


@dataclass(frozen=True, kw_only=True)
class Period:
    """The period under review: its true days, how it prints, and why it is this one."""

    period_from: date | None
    period_to: date | None
    period_form: str = PeriodForm.MONTHS
    period_rationale: str = ""
    outside_period: str = ""


@transaction.atomic
def set_period(
    *, terms: TermsOfReference, period: Period, today: date, by: Actor, at: datetime
) -> None:
    """Lay down the period under review. Raises Refused for one that ends before it begins."""
    rules.check_can_change(by, terms)
    rules.check_period(period.period_from, period.period_to, today=today)
    for name, value in vars(period).items():
        setattr(terms, name, value)
    terms.save(update_fields=list(vars(period)))
    _changed(terms, "period", by=by, at=at)


@transaction.atomic
def choose_subjects(
    *, terms: TermsOfReference, people: Sequence[Person], by: Actor, at: datetime
) -> None:
    """Choose whom the review is about. Raises Refused for somebody of another review."""
    rules.check_can_change(by, terms)
    rules.check_people(terms.review, people)
    terms.subjects.set(people)
    _changed(terms, "subjects", by=by, at=at)


@transaction.atomic
def choose_purposes(
    *, terms: TermsOfReference, purposes: Sequence[str], by: Actor, at: datetime
) -> None:
    """Choose which limbs of the purpose stand in the terms; usually all of them."""
    rules.check_can_change(by, terms)
    terms.purposes = list(purposes)
    terms.save(update_fields=["purposes"])
    _changed(terms, "purposes", by=by, at=at)


@transaction.atomic
def write_section(
    *, terms: TermsOfReference, kind: SectionKind, text: str, by: Actor, at: datetime
) -> None:
    """Write what stands under one heading; nothing takes the heading out of print."""
    rules.check_can_change(by, terms)
    if text.strip():
        terms.sections.update_or_create(kind=kind, defaults={"text": text.strip()})
    else:
        terms.sections.filter(kind=kind).delete()
    _changed(terms, kind.slug, by=by, at=at)


@transaction.atomic
def ask_agencies_for(
    *,
    terms: TermsOfReference,
    asked: Mapping[AgencyInvolvement, Sequence[str]],
    by: Actor,
    at: datetime,
) -> None:
    """
    Say what each agency is to send; an agency without anything is not asked.

    Raises Refused for an agency that has no part in the review.
    """
    rules.check_can_change(by, terms)
    if any(involvement.review_id != terms.review_id for involvement in asked):
        raise Refused("This agency has no part in this review.")
    terms.contributions.all().delete()
    TermsContribution.objects.bulk_create(
        TermsContribution(terms=terms, involvement=involvement, asked_for=list(kinds))
        for involvement, kinds in asked.items()
        if kinds
    )
    _changed(terms, "contributions", by=by, at=at)


@transaction.atomic
def consider_characteristic(
    *,
    terms: TermsOfReference,
    characteristic: str,
    person: Person | None,
    why: str,
    expertise: str = "",
    by: Actor,
    at: datetime,
) -> TermsCharacteristic:
    """
    Note a characteristic that needs specific consideration; again, to word it differently.

    person: whose; None for everybody the review is about.
    """
    rules.check_can_change(by, terms)
    rules.check_people(terms.review, [person] if person else [])
    noted, _ = terms.characteristics.update_or_create(
        characteristic=characteristic,
        person=person,
        defaults={"why": why, "expertise": expertise},
    )
    _changed(terms, "characteristics", by=by, at=at)
    return noted


@transaction.atomic
def drop_characteristic(*, noted: TermsCharacteristic, by: Actor, at: datetime) -> None:
    """Take a characteristic out of a draft."""
    rules.check_can_change(by, noted.terms)
    noted.delete()
    _changed(noted.terms, "characteristics", by=by, at=at)


def _changed(terms: TermsOfReference, part: str, *, by: Actor, at: datetime) -> None:
    record("terms.changed", terms, by=by, at=at, part=part)
