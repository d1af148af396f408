"""Carry what a family says of a pseudonym to the person of the review whose record it is."""

from dataclasses import fields, replace
from datetime import date, datetime

from agencies.models import Actor
from families.models import EntryKind, FamilyContactEntry, PseudonymAct
from reviews.access import Refused
from reviews.models import Person, PersonRole, PseudonymChooser
from reviews.models.person import plain
from reviews.operations import people
from reviews.operations.people import Identity


def write(entry: FamilyContactEntry, *, today: date, by: Actor, at: datetime) -> None:
    """
    Write a chosen, approved or refused pseudonym to its person.

    A pseudonym that is refused stays, without approval, until there is another: what is printed
    must have a name.

    Raises Refused as `people.change_person` does, or for somebody of another review.
    """
    person = entry.person
    if entry.kind != EntryKind.PSEUDONYM or person is None:
        return
    if person.review_id != entry.contact.review_id:
        raise Refused("Choose one of the people of this review", field="person")
    person.refresh_from_db()
    wanted = said_of(identity_of(person), entry)
    people.change_person(person=person, identity=wanted, today=today, by=by, at=at)


def said_of(known: Identity, entry: FamilyContactEntry) -> Identity:
    """Return who somebody is, with what the family said of the pseudonym."""
    if entry.pseudonym_act == PseudonymAct.REFUSED:
        is_theirs = plain(known.pseudonym) == plain(entry.pseudonym)
        return replace(known, pseudonym_approved_on=None) if is_theirs else known
    approved = replace(known, pseudonym=entry.pseudonym, pseudonym_approved_on=entry.happened_on)
    if entry.pseudonym_act == PseudonymAct.CHOSE:
        return replace(approved, pseudonym_chosen_by=chooser(entry))
    return approved


def forget(entry: FamilyContactEntry, *, today: date, by: Actor, at: datetime) -> None:
    """Take away the approval that an entry brought, where the person's record still has it."""
    person = entry.person
    if person is None or entry.pseudonym_act == PseudonymAct.REFUSED:
        return
    person.refresh_from_db()
    brought = (entry.pseudonym, entry.happened_on)
    if (person.pseudonym, person.pseudonym_approved_on) != brought:
        return
    wanted = replace(identity_of(person), pseudonym_approved_on=None)
    if entry.pseudonym_act == PseudonymAct.CHOSE:
        wanted = replace(wanted, pseudonym_chosen_by="")
    people.change_person(person=person, identity=wanted, today=today, by=by, at=at)


def chooser(entry: FamilyContactEntry) -> PseudonymChooser:
    """Return who chose: a child of the person who died counts apart from the family."""
    speaker = entry.contact.person
    is_child = speaker is not None and speaker.role == PersonRole.CHILD
    return PseudonymChooser.CHILD if is_child else PseudonymChooser.FAMILY


def identity_of(person: Person) -> Identity:
    return Identity(**{field.name: getattr(person, field.name) for field in fields(Identity)})
