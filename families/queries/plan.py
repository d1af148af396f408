"""How somebody is to be reached and when not to be, on their page and on paper."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from families.models import Calendar, FamilyContact, QuietDate
from pages.parts import Row
from reviews.models import Person, PersonRole, Review


@dataclass(frozen=True)
class Ahead:
    """A day not to write on: when it comes next, and whether the record itself brought it."""

    quiet: QuietDate
    next_on: date | None

    is_today: bool = False

    @property
    def take_away(self) -> str:
        return f"Take away: {self.quiet.why}"

    @property
    def words(self) -> str:
        why: str = self.quiet.why
        return why[:1].upper() + why[1:]

    @property
    def is_own(self) -> bool:
        return self.quiet.pk is not None


def dates_ahead(contact: FamilyContact, calendar: Calendar, *, today: date) -> list[Ahead]:
    """Return the days not to write to somebody on, the next one first and what is over last."""
    ahead = [
        Ahead(quiet, quiet.next_on(today), is_today=quiet.covers(today))
        for quiet in calendar.dates_for(contact)
    ]
    return sorted(ahead, key=lambda row: row.next_on or date.max)


@dataclass(frozen=True)
class Sheet:
    """One person on paper: who, how to reach them, and when not to."""

    contact: FamilyContact
    plan: list[Row]
    dates: list[Ahead]


def sheets(people: list[FamilyContact], review: Review, *, today: date) -> list[Sheet]:
    calendar = Calendar.of(review)
    return [
        Sheet(contact, plan_of(contact), dates_ahead(contact, calendar, today=today))
        for contact in people
    ]


def plan_of(contact: FamilyContact) -> list[Row]:
    """Return how somebody is to be reached; what is not recorded says so."""
    needs = contact.interpreter or ("Needed" if contact.interpreter_needed else "Not needed")
    return [
        Row("Relationship", contact.relationship),
        Row("Route", contact.get_route_display()),
        Row("Through", contact.route_through),
        Row("How to reach them", contact.reached_at),
        Row("How they wish to be contacted", contact.preference),
        Row("Language", contact.language),
        Row("Interpreter", needs),
    ]


def people_to_choose(review: Review, contact: FamilyContact | None = None) -> QuerySet[Person]:
    """Return the living people of a review who are not in its record yet, or are this contact."""
    there = FamilyContact.objects.filter(review=review, person__isnull=False)
    others = there.exclude(pk=contact.pk) if contact else there
    return review.people.exclude(role=PersonRole.VICTIM).exclude(pk__in=others.values("person"))
