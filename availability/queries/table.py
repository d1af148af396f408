"""A poll as a table: who can come on which day, counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from availability.models import Can, DatesPoll, DayAnswer, OfferedDay, PollAnswer, PollInvitee


@dataclass(frozen=True)
class Row:
    """Somebody asked, with their latest answer, and what it says of each day in its order."""

    invitee: PollInvitee
    answer: PollAnswer | None
    cells: Sequence[DayAnswer | None]

    @property
    def has_left(self) -> bool:
        """Test whether they left the panel without an answer: nobody waits for one."""
        return self.answer is None and self.invitee.has_left

    @property
    def is_awaited(self) -> bool:
        return self.answer is None and not self.invitee.has_left

    @property
    def can_be_reminded(self) -> bool:
        return self.is_awaited and self.invitee.can_be_reached


@dataclass(frozen=True)
class Column:
    """One of the days, with how many of those asked can come, and whether the chair can."""

    day: OfferedDay
    yes: int
    if_needed: int
    no: int
    silent: int
    chair: str

    @property
    def at_most(self) -> int:
        return self.yes + self.if_needed


@dataclass(frozen=True)
class Table:
    rows: Sequence[Row]
    columns: Sequence[Column]

    @property
    def awaited(self) -> list[Row]:
        return [row for row in self.rows if row.is_awaited]

    @property
    def answered(self) -> int:
        return sum(row.answer is not None for row in self.rows)

    @property
    def to_remind(self) -> int:
        return sum(row.can_be_reminded for row in self.rows)

    @property
    def most(self) -> int:
        """How many can come for sure on the day that suits most."""
        return max((column.yes for column in self.columns), default=0)


def table_of(poll: DatesPoll) -> Table:
    """Return everybody asked and every day of a poll, the chair first. Five queries."""
    days = list(poll.days.all())
    invitees = poll.invitees.select_related("link", "member", "user").prefetch_related(
        "answers__days", "answers__recorded_by"
    )
    rows = [row_of(invitee, days) for invitee in invitees]
    rows.sort(key=lambda row: not row.invitee.is_chair)
    return Table(rows, [column_of(place, day, rows) for place, day in enumerate(days)])


def row_of(invitee: PollInvitee, days: Sequence[OfferedDay]) -> Row:
    latest = next(iter(invitee.answers.all()), None)
    said = {one.day_id: one for one in latest.days.all()} if latest else {}
    return Row(invitee, latest, [said.get(day.pk) for day in days])


def column_of(place: int, day: OfferedDay, rows: Iterable[Row]) -> Column:
    cells = [row.cells[place] for row in rows if not row.has_left]
    said = [cell.can if cell else "" for cell in cells]
    return Column(
        day,
        yes=said.count(Can.YES),
        if_needed=said.count(Can.IF_NEEDED),
        no=said.count(Can.NO),
        silent=said.count(""),
        chair=chair_words(place, rows),
    )


def chair_words(place: int, rows: Iterable[Row]) -> str:
    """Say whether the independent chair can come: without them a panel does not meet."""
    chair = next((row for row in rows if row.invitee.is_chair and not row.has_left), None)
    if chair is None:
        return "The chair was not asked"
    cell = chair.cells[place]
    if cell is None:
        return "The chair has not answered"
    return f"The chair {Can(cell.can).label.lower()}"
