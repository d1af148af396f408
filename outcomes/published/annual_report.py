"""
A partnership's annual report. Pages and papers of it are built from these types alone.

There is no field for words out of a plan: numbers, titles under which reviews are published, and
themes, which are looked through for names before anything is printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FEW = 5
FEWER = "Fewer than 5"
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ReportTable:
    """
    Rows under heads, as `actionplans.published.tables` has them.

    widths: of the columns, in percent. empty: what to say where there are no rows.
    """

    title: str
    caption: str
    heads: tuple[str, ...]
    rows: Rows
    widths: tuple[int, ...]
    empty: str


@dataclass(frozen=True, kw_only=True)
class AnnualReport:
    partnership: str
    year: str
    about: tuple[str, ...]
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"Annual report on domestic homicide reviews, {self.year}"


@dataclass(frozen=True)
class Counted:
    """
    A number that rests on reviews that are not all public.

    parts: what it consists of, by name.
    """

    name: str
    count: int
    parts: tuple[tuple[str, int], ...] = ()


def in_words(count: int) -> str:
    """Say a number that rests on reviews of which some are not public: none, few, or how many."""
    return FEWER if 0 < count < FEW else str(count)


def rows_of(counts: Iterable[Counted]) -> Rows:
    """
    Return the rows of such numbers. Where one part of a number is few none of them is told: the
    others would give it away.
    """
    rows: list[tuple[str, ...]] = []
    for one in counts:
        rows.append((one.name, in_words(one.count)))
        if one.parts and not any(0 < count < FEW for _, count in one.parts):
            rows += [(f"of these, {name}", str(count)) for name, count in one.parts]
    return tuple(rows)


def texts_of(report: AnnualReport) -> dict[str, str]:
    """
    Return the words of a report by line, to be looked through for names and telling days. The
    numbers beside them are left out: a few in a row can look like a date.
    """
    return {
        f"{table.title}, line {number}": row[0]
        for table in report.tables
        for number, row in enumerate(table.rows, 1)
    }
