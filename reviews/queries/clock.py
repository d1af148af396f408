"""
What starts and meets the deadlines of a review.

Nobody starts or stops a clock. Each app says, in its `queries/facts.py`, which of its records
start and meet a deadline; `CLOCK_FACTS` in the settings lists them by code. So a date that is
corrected, a step taken back and a letter entered late move the deadline by themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.module_loading import import_string

from reviews.deadlines import due_on, find, has
from reviews.models import Deadline, Review
from reviews.queries.asking import Question, Row, ask, told
from reviews.queries.lengths import Lengths

Fact = Callable[[Iterable[int]], Question]
NO_DAY = Value(None, output_field=DateField())
NO_PART = Value(None, output_field=IntegerField())
WHOLE_REVIEW = Value("", output_field=CharField())


@cache
def listed() -> dict[str, tuple[str, Fact]]:
    """Return which deadline is told of and by whom, under a name for each telling."""
    return {
        f"{code} {path}": (code, import_string(path))
        for code, paths in settings.CLOCK_FACTS.items()
        for path in paths
    }


def fact(
    rows: QuerySet[Any, Any],
    *,
    review: str = "review_id",
    started_on: Any,
    met_on: Any = NO_DAY,
    due_on: Any = NO_DAY,
    agreed_on: Any = NO_DAY,
    part: Any = NO_PART,
    subject: Any = WHOLE_REVIEW,
) -> Question:
    """
    Return rows as facts of one deadline: when it started, and when it was met.

    review, part: names of the columns that hold the id of the review, and of the agency's part.
    due_on: the day that was set for this one, where one was; elsewhere the rule's length holds.
    agreed_on: the later day that was agreed for this one, where one was.
    subject: what of the review it is for, such as `numbered("scoping")`.

    A row without the day on which it started says nothing.
    """
    return told(
        rows,
        review_id=F(review),
        started_on=started_on,
        met_on=met_on,
        due_on=due_on,
        agreed_on=agreed_on,
        part=part,
        subject=subject,
    )


def numbered(word: str, by: str = "pk") -> Concat:
    """Return which of several things a fact is of: its word and number, such as `scoping-7`."""
    return Concat(Value(f"{word}-"), by, output_field=CharField())


def deadlines_of(reviews: Mapping[int, Review], *, today: date) -> Iterator[Deadline]:
    """
    Yield the deadlines that the records of these reviews speak of, unsaved, in one query and
    one for the partnerships' own figures: those that their regime has and that have started.

    today: what is recorded of a later day, such as a meeting to come, has met nothing yet.
    """
    answers = ask({name: tell(reviews) for name, (_, tell) in listed().items()})
    own = Lengths(review.partnership_id for review in reviews.values())
    for name, rows in answers.items():
        code, _ = listed()[name]
        for row in rows:
            review = reviews[row["review_id"]]
            if has_begun(row, today) and has(code, regime_code=review.regime_code):
                yield as_deadline(code, review, row, own, today=today)


def has_begun(row: Row, today: date) -> bool:
    return row["started_on"] is not None and row["started_on"] <= today


def as_deadline(code: str, review: Review, row: Row, own: Lengths, *, today: date) -> Deadline:
    due = row["due_on"] or by_the_rule(code, review, row["started_on"], own)
    agreed, met = row["agreed_on"], row["met_on"]
    return Deadline(
        review=review,
        code=code,
        subject=row["subject"],
        involvement_id=row["part"],
        started_on=row["started_on"],
        due_on=due,
        agreed_on=agreed if due and agreed and agreed > due else None,
        met_on=met if met and met <= today else None,
    )


def by_the_rule(code: str, review: Review, started_on: date, own: Lengths) -> date | None:
    """Return the day that the rule, or the partnership's own figure, gives; none without one."""
    regime = review.regime_code
    if find(code, regime_code=regime).length is None:
        return None
    length = own.of(review.partnership_id, code, started_on=started_on)
    return due_on(code, started_on=started_on, regime_code=regime, length=length)
