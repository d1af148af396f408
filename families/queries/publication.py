"""What was agreed with the family before the world reads the report: days, and what is open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from agencies.models import User
from families.models import (
    ChildRecordCopy,
    EntryKind,
    FamilyContact,
    FamilyContactEntry,
    Side,
)
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from reviews.models import Person, PersonRole, Review


@dataclass(frozen=True)
class Agreed:
    """
    days: each day that was agreed, with how many agreed to it. left: what is still open.

    It names nobody: whom it is about stands in the compartment.
    """

    days: list[str]
    left: list[str]


def agreed_with_the_family(review: Review, reader: User) -> Agreed | None:
    """Return what was agreed, for who may open the compartment; None for anybody else."""
    if not access.has(reader, Permission.FAMILY_READ, on=review):
        return None
    people = FamilyContact.objects.readable_by(reader).filter(review=review).on_side(Side.DIED)
    contacts = list(people.with_standing())
    standing = FamilyContactEntry.objects.readable_by(reader).standing()
    entries = list(standing.filter(contact__in=contacts, kind=EntryKind.PUBLICATION))
    latest = {entry.contact_id: entry for entry in reversed(entries)}
    children = list(children_of(review, reader))
    return Agreed(days_of(latest), list(still_open(contacts, latest, children)))


def days_of(latest: dict[int, FamilyContactEntry]) -> list[str]:
    counted = Counter(entry.publication_on for entry in latest.values() if entry.publication_on)
    return [
        f"{date_long(day)}, agreed with {people(count)}" for day, count in sorted(counted.items())
    ]


def still_open(
    contacts: list[FamilyContact],
    latest: dict[int, FamilyContactEntry],
    children: "list[Child]",
) -> Iterator[str]:
    """Yield what is not recorded yet, as counts."""
    undated = sum(one.is_in_touch and one.pk not in latest for one in contacts)
    if undated:
        yield f"No day is agreed with {people(undated)} in touch with the review."
    unwarned = sum(not entry.notice.strip() for entry in latest.values())
    if unwarned:
        yield f"It is not said how much notice is given to {people(unwarned)}."
    if children and not any(entry.support.strip() for entry in latest.values()):
        yield "Nothing is recorded about support for children and carers on the day."
    waiting = sum(not child.is_settled for child in children)
    if waiting:
        records = "1 child’s record" if waiting == 1 else f"{waiting} children’s records"
        yield f"No holder has confirmed a copy of the report on {records}."


def people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


@dataclass(frozen=True)
class Child:
    """A child of the review and how far the copy on their record is; none where nobody asked."""

    person: Person
    copy: ChildRecordCopy | None

    @property
    def is_settled(self) -> bool:
        return self.copy is not None and self.copy.is_settled

    @property
    def standing(self) -> str:
        if self.copy is None:
            return "Nobody has asked"
        if self.copy.needs_none:
            return "No copy is needed"
        if self.copy.confirmed_on:
            return f"Confirmed on {date_long(self.copy.confirmed_on)}"
        asked = self.copy.asked_on
        return f"Asked on {date_long(asked)}" if asked else "Nobody has asked"

    @property
    def tone(self) -> str:
        return "done" if self.is_settled else "soon"


def children_of(review: Review, reader: User) -> Iterator[Child]:
    """Yield each child of a review."""
    copies = ChildRecordCopy.objects.readable_by(reader).filter(review=review)
    by_person = {copy.person_id: copy for copy in copies}
    for person in review.people.filter(role=PersonRole.CHILD):
        yield Child(person, by_person.get(person.pk))
