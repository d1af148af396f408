"""Record who may be heard from, by which route, and when not to write to them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from families import rules
from families.models import FamilyContact, QuietDate
from reviews.access import Refused
from reviews.models import Person, Review


@dataclass(frozen=True, kw_only=True)
class Plan:
    """
    Who somebody is and how they are to be reached.

    person: where they are one of the people of the review; otherwise `own_name` names them.
    """

    kind: str
    relationship: str
    route: str
    person: Person | None = None
    own_name: str = ""
    route_through: str = ""
    reached_at: str = ""
    language: str = ""
    interpreter_needed: bool = False
    interpreter: str = ""
    preference: str = ""


@transaction.atomic
def add_contact(*, review: Review, plan: Plan, by: Actor, at: datetime) -> FamilyContact:
    """
    Record somebody whom the review may hear from. Tells nobody.

    Raises Refused unless `by` holds the pen, for somebody recorded before, or without a name.
    """
    contact = FamilyContact(review=review, recorded_at=at, recorded_by=person_behind(by))
    _write(contact, plan, by=by)
    _record("family.contact_added", contact, by=by, at=at)
    return contact


@transaction.atomic
def change_contact(*, contact: FamilyContact, plan: Plan, by: Actor, at: datetime) -> FamilyContact:
    """Correct who somebody is or how to reach them. Raises Refused as `add_contact` does."""
    _write(contact, plan, by=by)
    _record("family.contact_changed", contact, by=by, at=at)
    return contact


@transaction.atomic
def add_quiet_date(
    *,
    contact: FamilyContact,
    from_on: date,
    to_on: date | None = None,
    every_year: bool = False,
    why: str,
    by: Actor,
    at: datetime,
) -> QuietDate:
    """
    Record a day, or some days, on which somebody is not to be written to.

    Raises Refused unless `by` holds the pen, or for days that end before they begin.
    """
    rules.check_can_write(by, contact.review)
    quiet = QuietDate(
        contact=contact,
        from_on=from_on,
        to_on=to_on,
        every_year=every_year,
        why=why.strip(),
        recorded_at=at,
    )
    rules.check_quiet_date(quiet)
    quiet.save()
    _record("family.contact_changed", contact, by=by, at=at)
    return quiet


@transaction.atomic
def remove_quiet_date(*, quiet: QuietDate, by: Actor, at: datetime) -> None:
    """Take a day away again. Raises Refused unless `by` holds the pen."""
    rules.check_can_write(by, quiet.contact.review)
    quiet.delete()
    _record("family.contact_changed", quiet.contact, by=by, at=at)


def _write(contact: FamilyContact, plan: Plan, *, by: Actor) -> None:
    rules.check_can_write(by, contact.review)
    check_who(contact, plan)
    rules.check_interpreter(contact.review, plan.interpreter)
    for name, value in vars(plan).items():
        setattr(contact, name, value)
    contact.own_name = plan.own_name.strip() or None
    contact.save()


def check_who(contact: FamilyContact, plan: Plan) -> None:
    """Refuse somebody without a name, with two, of another review, or recorded before."""
    if plan.person is None and not plan.own_name.strip():
        raise Refused(
            "Enter their name, or choose one of the people of the review", field="own_name"
        )
    if plan.person and plan.own_name.strip():
        raise Refused("Leave this empty for one of the people of the review", field="own_name")
    if plan.person is None:
        return
    if plan.person.review_id != contact.review.pk:
        raise Refused("Choose one of the people of this review", field="person")
    if FamilyContact.objects.filter(person=plan.person).exclude(pk=contact.pk).exists():
        raise Refused("They are in this record already", field="person")


def _record(event: str, contact: FamilyContact, *, by: Actor, at: datetime) -> None:
    """Say that the compartment changed, and no more: not who, nor on which side."""
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=contact.review.reference,
        contact_id=contact.pk,
    )
