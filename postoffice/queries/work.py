"""What the post office asks of people, for the first page of everyone."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from postoffice.models import Dispatch, SentWords
from postoffice.queries.standing import Standing, as_questions, next_day, standings_of
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, told_in_review

ASKS = {
    Standing.MISSING: ("Decide what follows: {body} never replied", "Asked for the last time"),
    Standing.OVERDUE: ("Ask {body} again", "Recommendations without an answer"),
    Standing.WITHHELD: (
        "Have the letter to {body} certified again",
        "Its link does not open until then, and nobody has opened it",
    ),
    Standing.CAME_BACK: ("Find another address of {body}", "A letter came back"),
    Standing.NOT_THEIRS: ("Send to whom it is for", "{body} says that it is not theirs"),
}


def of_those_sent(held: Held, today: date) -> Mapping[str, Question]:
    lines = SentWords.objects.filter(dispatch__review__in=held.reviews(Permission.PLAN_WRITE))
    return {
        "lines": as_questions(
            lines,
            review_id="dispatch__review_id",
            reference="dispatch__review__reference",
            number="dispatch__number",
            body="dispatch__body_name",
            recommendation="recommendation_id",
            line="pk",
        )
    }


def follow_up(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    """One thing for each letter and how it stands; what was sent anew elsewhere is done."""
    last: dict[int, Row] = {}
    for row in sorted(rows["lines"], key=lambda row: row["line"]):
        last[row["recommendation"]] = row
    found: dict[tuple[int, int, Standing], WorkItem] = {}
    lines = list(last.values())
    for row, standing in zip(lines, standings_of(lines, today), strict=True):
        if standing in ASKS:
            found[row["review_id"], row["number"], standing] = item(row, standing)
    return list(found.values())


def item(row: Row, standing: Standing) -> WorkItem:
    what, why = ASKS[standing]
    due_on = next_day(row["sent_on"], is_acknowledged=bool(row["acknowledged_on"]))
    return WorkItem(
        what=what.format(body=row["body"]),
        why=why.format(body=row["body"]),
        href=reverse("postoffice:dispatch", args=[row["reference"], row["number"]]),
        due_on=due_on if standing is Standing.OVERDUE else None,
        **place(row),
    )


letters_to_follow_up = Task(of_those_sent, follow_up)


def not_sent_yet(held: Held, today: date) -> Mapping[str, Question]:
    waiting = Dispatch.objects.filter(
        sent_on__isnull=True, review__in=held.reviews(Permission.PLAN_WRITE)
    )
    return {"letters": told_in_review(waiting, number="number", body="body_name")}


def send(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Send the recommendations to {row['body']}",
            why="A letter is put together",
            href=reverse("postoffice:dispatch", args=[row["reference"], row["number"]]),
            **place(row),
        )
        for row in rows["letters"]
    ]


letters_to_send = Task(not_sent_yet, send)
