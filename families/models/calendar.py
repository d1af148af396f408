"""The days on which it is wrong to write to somebody, and the proceedings that forbid it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from families.models.choices import Side
from families.models.contact import FamilyContact
from families.models.quiet_date import QuietDate
from panels.models import ParallelProcess, ProcessDate
from reviews.models import PersonRole, Review


@dataclass(frozen=True)
class Calendar:
    """
    What speaks against writing, for everybody in one review: read once, asked of each contact.

    mourned: the anniversary of the death and the birthday of the person who died.
    hearings: days in parallel processes.
    holds: open processes that hold back contact with the family.
    """

    mourned: list[QuietDate]
    hearings: list[QuietDate]
    holds: list[ParallelProcess]

    @classmethod
    def of(cls, review: Review) -> Self:
        victims = review.people.filter(role=PersonRole.VICTIM)
        mourned = [
            ("the anniversary of the death", review.died_on),
            *(("the birthday of the person who died", victim.born_on) for victim in victims),
        ]
        days = ProcessDate.objects.filter(process__review=review).select_related("process")
        processes = ParallelProcess.objects.filter(review=review, holds_back_family=True)
        return cls(
            mourned=[
                QuietDate(from_on=day, every_year=True, why=why) for why, day in mourned if day
            ],
            hearings=[QuietDate(from_on=row.on, why=hearing_in_words(row)) for row in days],
            holds=list(processes.open()),
        )

    def dates_for(self, contact: FamilyContact) -> Iterator[QuietDate]:
        """Yield a contact's own dates, then those of the case that touch them."""
        yield from contact.quiet_dates.all()
        if contact.person and contact.person.born_on:
            yield QuietDate(
                from_on=contact.person.born_on, every_year=True, why="their own birthday"
            )
        if contact.side == Side.DIED:
            yield from self.mourned
        yield from self.hearings

    def against(self, contact: FamilyContact, day: date) -> list[str]:
        """Return, in sentences, what speaks against writing to somebody on a day."""
        written = f"{day.day} {day:%B %Y}"
        said = [
            f"{written} is a day not to write on: {row.why}."
            for row in self.dates_for(contact)
            if row.covers(day)
        ]
        return said + [
            f"{process.get_kind_display()} holds back contact with the family."
            for process in self.holds
            if process.started_on is None or process.started_on <= day
        ]


def hearing_in_words(row: ProcessDate) -> str:
    return f"{row.process.get_kind_display()}, {row.what}"
