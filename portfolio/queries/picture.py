"""The reviews of a partnership along time: where bars and marks stand. The template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pages.templatetags.dates import date_long
from portfolio.queries.rows import Row
from timescales.queries.picture import ROW, Scale, Shade, Tick, months

TOP = 34  # for the word "Today"


@dataclass(frozen=True)
class Line:
    """
    One review: from its notification to its sign-off or today. likely: the range of the forecast.
    statutory, agreed: where its two days stand, None without one.
    """

    reference: str
    y: int
    x: int
    width: int
    likely: Shade | None
    statutory: int | None
    agreed: int | None
    words: str


@dataclass(frozen=True)
class Picture:
    height: int
    bottom: int
    today: int
    lines: list[Line]
    ticks: list[Tick]


def picture_of(rows: Sequence[Row], *, today: date) -> Picture:
    scale = Scale(*ends(rows, today))
    bottom = TOP + ROW * len(rows)
    return Picture(
        height=bottom + 34,
        bottom=bottom,
        today=scale.x(today),
        lines=[line(row, TOP + ROW * place, scale) for place, row in enumerate(rows)],
        ticks=[Tick(scale.x(day), f"{day:%b %Y}") for day in months(scale)],
    )


def ends(rows: Sequence[Row], today: date) -> tuple[date, date]:
    first = min([today, *(row.review.notified_on for row in rows)])
    days = [today]
    for row in rows:
        days += [day for day in (row.stands_on, row.signed_on) if day]
        days += [row.forecast.late_on] if row.forecast else []
    return first, max(days) + timedelta(days=14)


def line(row: Row, y: int, scale: Scale) -> Line:
    begin, end = row.review.notified_on, row.signed_on or row.ledger.to_on
    report = row.report
    return Line(
        reference=row.review.reference,
        y=y,
        x=scale.x(begin),
        width=scale.width(begin, max(begin, end)),
        likely=likely(row, scale),
        statutory=scale.x(report.due_on) if report and report.due_on else None,
        agreed=scale.x(report.agreed_on) if report and report.agreed_on else None,
        words=words(row, begin, end),
    )


def likely(row: Row, scale: Scale) -> Shade | None:
    if row.forecast is None:
        return None
    early, late = row.forecast.early_on, row.forecast.late_on
    return Shade(scale.x(early), scale.width(early, late), "Likely end")


def words(row: Row, begin: date, end: date) -> str:
    said = [f"{date_long(begin)} to {date_long(end)}"]
    if row.stands_on:
        said.append(f"report due {date_long(row.stands_on)}")
    if row.forecast:
        said.append(f"likely {date_long(row.forecast.expected_on)}")
    return f"{row.review.reference}: {', '.join([*said, row.says.lower()])}"
