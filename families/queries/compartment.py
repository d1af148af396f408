"""One side of a compartment: who is in it, how it stands with each, what is still to be offered."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from families.models import (
    OFFERED_ADVOCACY,
    OFFERED_LEAFLET,
    AdvocacyAnswer,
    Calendar,
    ContactState,
    FamilyContact,
    Side,
)
from reviews.models import Review

TONES = {
    ContactState.NOT_YET: "soon",
    ContactState.NO_ANSWER: "underway",
    ContactState.IN_TOUCH: "done",
    ContactState.UPDATES_ONLY: "done",
    ContactState.CONTRIBUTES: "done",
    ContactState.DECLINED_FOR_NOW: "underway",
}


# Not offered as a matter of course; it can be all the same.
NOT_USUAL = "\N{EN DASH}"


@dataclass(frozen=True)
class Line:
    """
    One person of the compartment, as a table shows them.

    against: what speaks against writing to them today.
    """

    contact: FamilyContact
    against: list[str]

    @property
    def state(self) -> str:
        return self.contact.state.label

    @property
    def tone(self) -> str:
        return tone_of(self.contact)

    @property
    def still_open(self) -> str:
        return in_a_row(self.contact.still_open).capitalize()

    @property
    def leaflet(self) -> str:
        if self.contact.has_leaflet:
            return "Given"
        return "Not given" if self.contact.kind in OFFERED_LEAFLET else NOT_USUAL

    @property
    def advocacy(self) -> str:
        if self.contact.advocacy_answer:
            return AdvocacyAnswer(self.contact.advocacy_answer).label
        return "Not offered" if self.contact.kind in OFFERED_ADVOCACY else NOT_USUAL


@dataclass(frozen=True)
class Summary:
    """One side of a compartment in figures."""

    in_touch: int
    waiting: int
    not_yet: int
    no_advocacy: int
    reading_until: date | None

    @property
    def figure(self) -> str:
        """The first thing to know: "3 in touch"."""
        return f"{self.in_touch} in touch"

    @property
    def rest(self) -> list[str]:
        """Whatever else there is, each in a few words."""
        said = {
            f"{self.not_yet} not yet approached": self.not_yet,
            f"{self.waiting} yet to answer": self.waiting,
            f"Advocacy not yet offered to {self.no_advocacy}": self.no_advocacy,
        }
        return [words for words, count in said.items() if count]


def people_of(review: Review, side: Side, reader: User) -> list[FamilyContact]:
    """Return the people on one side, with how it stands with each."""
    found = FamilyContact.objects.readable_by(reader).filter(review=review).on_side(side)
    people = list(found.with_standing().select_related("person").prefetch_related("quiet_dates"))
    for contact in people:
        contact.review = review
    return people


def lines(people: list[FamilyContact], review: Review, *, today: date) -> list[Line]:
    calendar = Calendar.of(review)
    return [Line(contact, calendar.against(contact, today)) for contact in people]


def summary_of(people: list[FamilyContact], *, today: date) -> Summary:
    """Sum up one side; a draft that is still to be read counts until the last day for it."""
    given = [contact.reading_until for contact in people]
    reading = [day for day in given if day and day >= today]
    states = [contact.state for contact in people]
    return Summary(
        in_touch=sum(contact.is_in_touch for contact in people),
        waiting=states.count(ContactState.NO_ANSWER),
        not_yet=states.count(ContactState.NOT_YET),
        no_advocacy=sum("advocacy" in contact.still_open for contact in people),
        reading_until=max(reading, default=None),
    )


def tone_of(contact: FamilyContact) -> str:
    return TONES.get(contact.state, "plain")


def in_a_row(words: list[str]) -> str:
    """Return "a leaflet, advocacy and their wishes"."""
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last
