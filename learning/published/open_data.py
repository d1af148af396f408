"""
Learning across reviews as it leaves: open data, for anybody. docs/learning-data.md describes it.

There is no field for a name, a birth date or a day: a review is a title, and what happened in it is
known by its month. Every word was published before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from publications.published.library_record import (
    BETWEEN,
    PublishedRecord,
    as_row,
    heads,
    in_cell,
)

VERSION = "2"


@dataclass(frozen=True, kw_only=True)
class OpenAction:
    """target: the month promised, MM-YYYY."""

    text: str
    lead: str
    target: str


@dataclass(frozen=True, kw_only=True)
class OpenLesson:
    """
    A recommendation or a learning point. state: what became of it, in words; empty for learning.
    Of actions that are reported done, some are verified: somebody else has checked them.
    """

    number: str
    text: str
    themes: tuple[str, ...]
    scope: str = ""
    addressee: str = ""
    state: str = ""
    actions_total: int | None = None
    actions_reported_done: int | None = None
    actions_verified: int | None = None
    actions: tuple[OpenAction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TrackerRecord:
    """
    A review as the NHS's Safeguarding Case Review Tracker keeps it. What it asks for and we do not
    publish or know is empty.
    """

    steis_number: str = ""
    local_reference: str
    status: str = "Closed (published)"
    date_added: str
    designated_professional: str = ""
    partnership_board: str
    case_information: str
    abuse_themes: tuple[str, ...]
    review_type: str
    stage: str
    slippage: str = ""
    locality: str
    publication_date: str
    publication_link: str
    recommendations: int
    themes: tuple[str, ...]
    actions_total: int
    actions_reported_done: int
    actions_verified: int
    dissemination: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OpenReview:
    """published: the month, MM-YYYY. source: "own" or "imported"."""

    id: str
    source: str
    title: str
    partnership: str
    region: str
    published: str
    link: str
    library_record: PublishedRecord | None
    case_review_tracker: TrackerRecord | None
    recommendations: tuple[OpenLesson, ...]
    learning_points: tuple[OpenLesson, ...]


def as_data(reviews: Sequence[OpenReview], *, made_in: str) -> dict[str, Any]:
    """Return the whole set as JSON holds it. made_in: the month, MM-YYYY."""
    return {"version": VERSION, "made_in": made_in, "reviews": [asdict(one) for one in reviews]}


# As a table: a row for each recommendation and learning point

REVIEW = ("id", "source", "title", "partnership", "region", "published", "link")
LESSON = (
    "kind", "number", "text", "themes", "scope", "addressee", "state", "actions_total",
    "actions_reported_done", "actions_verified", "actions",
)  # fmt: skip
RECORD = "library_"
TRACKER = "tracker_"


def columns() -> list[str]:
    tracked = [f"{TRACKER}{field.name}" for field in fields(TrackerRecord)]
    return [*REVIEW, *LESSON, *(f"{RECORD}{name}" for name in heads()), *tracked]


def rows_of(reviews: Sequence[OpenReview]) -> Iterator[list[str]]:
    """Yield a row for each recommendation and learning point, with what is known of its review."""
    empty = [""] * len(heads())
    for one in reviews:
        review = [getattr(one, name) for name in REVIEW]
        beside = as_row(one.library_record) if one.library_record else empty
        beside = [*beside, *tracker_cells(one.case_review_tracker)]
        for kind, lessons in (
            ("recommendation", one.recommendations),
            ("learning point", one.learning_points),
        ):
            for lesson in lessons:
                yield [*review, kind, *lesson_cells(lesson), *beside]


def lesson_cells(one: OpenLesson) -> list[str]:
    said = [one.number, one.text, BETWEEN.join(one.themes), one.scope, one.addressee, one.state]
    known = (one.actions_total, one.actions_reported_done, one.actions_verified)
    counts = ["" if count is None else str(count) for count in known]
    return [*said, *counts, "\n".join(action.text for action in one.actions)]


def tracker_cells(one: TrackerRecord | None) -> list[str]:
    if one is None:
        return [""] * len(fields(TrackerRecord))
    return [
        str(value) if isinstance(value, int) else in_cell(value)
        for value in (getattr(one, field.name) for field in fields(TrackerRecord))
    ]
