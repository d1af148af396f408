"""The days on which it is wrong to write to somebody, and the proceedings that forbid it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db.models import F

from families.models.choices import Side
from families.models.contact import FamilyContact
from families.models.quiet_date import QuietDate
from panels.models import ParallelProcess, ProcessEffect
from panels.rules.holding_back import said_of
from reviews.models import PersonRole, Review


@dataclass(frozen=True)
class Calendar:
    """
    What speaks against writing, for everybody in one review: read once, asked of each contact.

    mourned: the anniversary of the death and the birthday of the person who died.
    hearings: days in parallel processes.
    holds: what open processes that hold back contact with the family say, and since when.
    """

    mourned: list[QuietDate]
    hearings: list[QuietDate]
    holds: list[tuple[str, date | None]]

    @classmethod
    def of(cls, review: Review) -> Self:
        hearings, holds = read_processes(review)
        return cls(mourned=days_mourned(review), hearings=hearings, holds=holds)

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

    def quiet_on(self, contact: FamilyContact, day: date) -> list[str]:
        """Return, in sentences, which of the dates fall on a day."""
        written = f"{day.day} {day:%B %Y}"
        return [
            f"{written} is a day not to write on: {row.why}."
            for row in self.dates_for(contact)
            if row.covers(day)
        ]

    def against(self, contact: FamilyContact, day: date) -> list[str]:
        """Return, in sentences, what speaks against writing to somebody on a day."""
        return self.quiet_on(contact, day) + [
            said for said, since in self.holds if since is None or since <= day
        ]


def days_mourned(review: Review) -> list[QuietDate]:
    days = [("the anniversary of the death", review.died_on)]
    for victim in review.people.filter(role=PersonRole.VICTIM):
        days.append(("the birthday of the person who died", victim.born_on))
    return [QuietDate(from_on=day, every_year=True, why=why) for why, day in days if day]


def read_processes(review: Review) -> tuple[list[QuietDate], list[tuple[str, date | None]]]:
    """Return the hearings, and what holds back contact since when. One query."""
    rows: Any = (
        ParallelProcess.objects.filter(review=review)
        .order_by("dates__on", "dates__pk", "pk")
        .annotate(on=F("dates__on"), what=F("dates__what"))
    )
    hearings, holds = [], {}
    for row in rows:
        if row.what:
            hearings.append(QuietDate(from_on=row.on, why=f"{row.get_kind_display()}, {row.what}"))
        if row.holds_back_family:  # only while it is open, as the database sees to
            holds[said_of(row, ProcessEffect.FAMILY), row.started_on] = True
    return hearings, list(holds)
