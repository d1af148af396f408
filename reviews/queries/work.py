"""What a person owes, to whom and by when: the first page of everyone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.module_loading import import_string

from agencies.models import User
from reviews import access
from reviews.access import Held, Permission
from reviews.deadlines import find
from reviews.lifecycle import Stage
from reviews.models import Notice, NoticeKind, Review
from reviews.queries.asking import Question, Row, ask, ask_together, told
from reviews.queries.deadlines import theirs

SOON = 7  # days


class When(Enum):
    """When something is to be done, in the order in which it is read."""

    LATE = "Late"
    THIS_WEEK = "This week"
    ANY_DAY = "No day set"
    LATER = "Later"


ORDER = list(When)


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """
    One thing somebody has to do.

    what: verb and thing, such as "Answer the scoping request".
    why: the rule or the person that asks for it.
    review_id, partnership_id: for narrowing the list to one hat; the partnership of what a post
    there has to do, whoever holds it having no part in the review, or there being none.
    """

    what: str
    why: str
    href: str
    review_id: int | None = None
    reference: str = ""
    due_on: date | None = None
    partnership_id: int | None = None


@dataclass(frozen=True)
class Task:
    """
    One kind of thing to do.

    questions: what to ask the database of what a person holds, by name. Asked together with those
    of every other task, so that the page costs one query for all.
    items: what the rows that come back, in no order, say there is to do.
    """

    questions: Callable[[Held, date], Mapping[str, Question]]
    items: Callable[[Mapping[str, list[Row]], date], list[WorkItem]]

    def __call__(self, user: User, today: date) -> list[WorkItem]:
        """Ask for this kind alone."""
        answers = ask(self.questions(access.held_by(user), today))
        return in_order(self.items(answers, today), today)


def task(question: Callable[[Held, date], Question], item: Callable[[Row, date], WorkItem]) -> Task:
    """Return the usual kind of task: one question, of which each row is a thing to do."""
    return Task(
        lambda held, today: {"rows": question(held, today)},
        lambda rows, today: [item(row, today) for row in rows["rows"]],
    )


@cache
def tasks() -> dict[str, Task]:
    return {path: import_string(path) for path in settings.REVIEW_TASKS}


def work_of(user: User, *, today: date) -> list[WorkItem]:
    """Return everything a person has to do: what is due soon, what has no day, what has time."""
    held = access.held_by(user)
    answers = ask_together({path: kind.questions(held, today) for path, kind in tasks().items()})
    return in_order(
        (item for path, kind in tasks().items() for item in kind.items(answers[path], today)),
        today,
    )


def when(item: WorkItem, today: date) -> When:
    if item.due_on is None:
        return When.ANY_DAY
    days = (item.due_on - today).days
    return When.LATE if days < 0 else When.THIS_WEEK if days <= SOON else When.LATER


def in_order(items: Iterable[WorkItem], today: date) -> list[WorkItem]:
    """Sort by when, day, review and words, so that no two visits show another order."""

    def place_of(item: WorkItem) -> tuple[Any, ...]:
        day = item.due_on or date.max
        return (ORDER.index(when(item, today)), day, item.reference, item.what, item.href)

    return sorted(items, key=place_of)


# What tasks ask and read the answers with


def told_in_review(rows: Any, review: str = "review__", **fields: Any) -> Question:
    """
    Return rows as a question that also says of which review each is: see `place`.

    review: the path to it, with the underscores; empty for rows that are reviews.
    """
    return told(rows, review_id=f"{review}pk", reference=f"{review}reference", **fields)


def told_in_part(rows: Any, part: str = "involvement__", **fields: Any) -> Question:
    """
    Return rows as a question that also says of which agency's part in which review each is: its
    id as `part`, what to call the agency where space is short as `agency`.

    part: the path to it, with the underscores.
    """
    label = agency_label(part)
    return told_in_review(rows, f"{part}review__", part=f"{part}pk", agency=label, **fields)


def agency_label(part: str) -> Coalesce:
    return Coalesce(NullIf(f"{part}agency__short_name", Value("")), f"{part}agency__name")


def place(row: Row) -> dict[str, Any]:
    """Return of which review a row is, as a WorkItem takes it."""
    return {"review_id": row["review_id"], "reference": row["reference"]}


def together(rows: Iterable[Row], by: str = "review_id") -> list[list[Row]]:
    """Return rows in groups: those of one review, or those that share something else."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return list(groups.values())


# What the clock asks of a person and no other task speaks of

FAR = timedelta(days=190)  # what has more time than a report, such as a yearly look, can wait


def owed_by_the_clock(held: Held, today: date) -> Mapping[str, Question]:
    owed = theirs(held.user, today=today).exclude(code__in=settings.CLOCK_TASKS)
    owed = owed.filter(due_on__lte=today + FAR)
    told_of = told_in_review(
        owed,
        code="code",
        regime_code="review__regime_code",
        part="involvement_id",
        agency=agency_label("involvement__"),
        due_on=Coalesce("agreed_on", "due_on"),
    )
    return {"owed": told_of}


def stop_the_clock(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    """Make one line of what is owed by one rule in one place, due on the soonest day."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows["owed"]:
        found[row["review_id"], row["code"], row["part"]].append(row)
    return [of_rule(same) for same in found.values()]


def of_rule(same: list[Row]) -> WorkItem:
    row = same[0]
    rule = find(row["code"], regime_code=row["regime_code"])
    where = [row["reference"], row["part"]] if row["part"] else [row["reference"]]
    return WorkItem(
        what=f"{rule.name}: {row['agency']}" if row["part"] else rule.name,
        why=rule.authority,
        href=reverse(rule.page, args=where),
        due_on=min(one["due_on"] for one in same),
        **place(row),
    )


deadlines_running = Task(owed_by_the_clock, stop_the_clock)


# Letters that a decision asks for and that nobody has recorded

LETTERS = {
    NoticeKind.HOME_OFFICE_DECISION: "Tell the Home Office of the decision",
    NoticeKind.FAMILY_DECISION: "Tell the family of the decision",
}


def without_notice(held: Held, today: date) -> Mapping[str, Question]:
    decided = Review.objects.filter(
        pk__in=held.reviews(Permission.DECISION_RECORD),
        stage__in=[Stage.NOT_TO_REVIEW, Stage.COMMISSIONED],
    )
    told_of_it = Notice.objects.filter(review=OuterRef("pk"))
    return {
        kind.value: told_in_review(decided.filter(~Exists(told_of_it.filter(kind=kind))), "")
        for kind in LETTERS
    }


def write_letters(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return letters_to_write(rows, LETTERS, why="In writing, with the decision")


def letters_to_write(
    rows: Mapping[str, list[Row]], letters: Mapping[NoticeKind, str], *, why: str
) -> list[WorkItem]:
    """Return a line for each letter that is missing; rows by its kind, with `due_on` if any."""
    return [
        WorkItem(
            what=letters[NoticeKind(kind)],
            why=why,
            href=reverse("reviews:record-notice", args=[row["reference"]]),
            due_on=row.get("due_on"),
            **place(row),
        )
        for kind, found in rows.items()
        for row in found
    ]


notices_missing = Task(without_notice, write_letters)
