"""Record the people a review is about, and the names that may be printed of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Person, PersonAddress, Review
from reviews.models.person import plain


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who somebody is, and what print may call them."""

    role: str
    found_responsible: bool = False
    true_name: str
    aliases: list[str] = field(default_factory=list)
    born_on: date | None = None
    relationship: str = ""
    sex: str = ""
    initials_in_records: list[str] = field(default_factory=list)
    pseudonym: str = ""
    pseudonym_chosen_by: str = ""
    pseudonym_approved_on: date | None = None
    nhs_number: str = ""
    life: str = ""
    sharing_basis: str = ""
    consent: str = ""
    consent_note: str = ""


@transaction.atomic
def add_person(
    *, review: Review, identity: Identity, today: date, by: Actor, at: datetime
) -> Person:
    """
    Record somebody the review is about or hears from.

    Whoever is admitted and bears one of their names is held from the next page on.

    Raises Refused without the right, for an impossible day, or for a pseudonym that is taken or
    gives the true name away.
    """
    person = Person(review=review, recorded_at=at)
    _write(person, identity, today=today, by=by, at=at)
    trail.record(
        "person.recorded",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        person_id=person.pk,
    )
    return person


@transaction.atomic
def change_person(
    *, person: Person, identity: Identity, today: date, by: Actor, at: datetime
) -> Person:
    """Correct who somebody is or what print calls them. Raises Refused as `add_person` does."""
    _write(person, identity, today=today, by=by, at=at)
    trail.record(
        "person.changed",
        by=person_behind(by),
        at=at,
        review_ref=person.review.reference,
        person_id=person.pk,
    )
    return person


@transaction.atomic
def add_address(
    *,
    person: Person,
    address: str,
    lived_from: date | None = None,
    lived_until: date | None = None,
    today: date | None = None,
    by: Actor,
    at: datetime,
) -> PersonAddress:
    """
    Record where somebody lived, under the next alias of the review.

    The same words already known in the review keep their alias: one alias, one place. Of from and
    until when, only the month is kept; an address of theirs that has none yet takes them.

    Raises Refused without the right, or for months that cannot be.
    """
    access.require(by, Permission.IDENTITIES_WRITE, on=person.review)
    rules.check_lived(lived_from, lived_until, today=today or at.date())
    known = list(PersonAddress.objects.filter(person__review=person.review))
    same = [row.alias for row in known if plain(row.address) == plain(address)]
    alias = same[0] if same else f"Address {len({row.alias for row in known}) + 1}"
    bare = person.addresses.filter(alias=alias, lived_from=None).first()
    row = bare or PersonAddress(person=person, alias=alias, address=address)
    row.lived_from, row.lived_until = first_of(lived_from), first_of(lived_until)
    row.save()
    trail.record(
        "person.changed",
        by=person_behind(by),
        at=at,
        review_ref=person.review.reference,
        person_id=person.pk,
    )
    return row


def first_of(day: date | None) -> date | None:
    return day.replace(day=1) if day else None


def _write(person: Person, identity: Identity, *, today: date, by: Actor, at: datetime) -> None:
    access.require(by, Permission.IDENTITIES_WRITE, on=person.review)
    rules.check_is_open(person.review)
    rules.check_birth(identity.born_on, today=today)
    rules.check_nhs_number(identity.nhs_number)
    rules.check_possible_on(
        identity.pseudonym_approved_on,
        field="pseudonym_approved_on",
        called="The family's approval",
        today=today,
    )
    check_pseudonym(person, identity)
    for name, value in vars(identity).items():
        setattr(person, name, value)
    person.save()
    access.screen_person(person, by=by, at=at)


def check_pseudonym(person: Person, identity: Identity) -> None:
    """Refuse a pseudonym that somebody else has, or that is part of a true name or alias."""
    if not identity.pseudonym:
        return
    others = person.review.people.exclude(pk=person.pk)
    if any(plain(other.pseudonym) == plain(identity.pseudonym) for other in others):
        raise Refused("Somebody else in this review has this pseudonym", field="pseudonym")
    true_words = {
        word for name in [identity.true_name, *identity.aliases] for word in plain(name).split()
    }
    if true_words & set(plain(identity.pseudonym).split()):
        raise Refused(
            "The pseudonym must share no word with the person's true name or aliases",
            field="pseudonym",
        )
