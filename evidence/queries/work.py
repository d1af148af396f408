"""What people have to do about scoping."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from evidence.models import ScopingRequest
from evidence.models.scoping_request import REMIND_EVERY
from reviews.access import Held, Permission
from reviews.deadlines import RULES
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import (
    Task,
    WorkItem,
    place,
    task,
    together,
    told_in_part,
    told_in_review,
)

# Reviews before their decision in which nobody was written to, or not everybody


def not_asked(held: Held, today: date) -> Mapping[str, Question]:
    mine = held.reviews(Permission.SCOPING_SEND)
    asked = ScopingRequest.objects.filter(involvement__review=OuterRef("pk"))
    silent = Review.objects.filter(~Exists(asked), pk__in=mine, stage=Stage.NOTIFIED)
    parts = AgencyInvolvement.objects.filter(
        review__in=mine,
        review__stage__in=[Stage.NOTIFIED, Stage.DECISION_PENDING],
        scoping_requests=None,
        scoping_returns=None,
    )
    return {
        "reviews": told_in_review(silent, "", notified_on="notified_on"),
        "parts": told_in_review(parts, added_on="added_on"),
    }


def ask_them(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        *(first_letters(review) for review in found["reviews"]),
        *(another_way(parts) for parts in together(found["parts"])),
    ]


def first_letters(review: Row) -> WorkItem:
    return WorkItem(
        what="Ask agencies",
        why="Local practice: letters go out the day after the notification",
        href=reverse("evidence:ask-agencies", args=[review["reference"]]),
        due_on=review["notified_on"] + timedelta(days=1),
        **place(review),
    )


def another_way(parts: list[Row]) -> WorkItem:
    first = min(parts, key=lambda part: part["added_on"])
    return WorkItem(
        what=f"Ask {agencies(len(parts))} another way",
        why="No email went to them from here",
        href=f"{reverse('evidence:agencies', args=[first['reference']])}?show=unasked",
        due_on=first["added_on"] + timedelta(days=1),
        **place(first),
    )


agencies_to_ask = Task(not_asked, ask_them)


# Reviews in which agencies are late and were not reminded in the last days


def late_letters(held: Held, today: date) -> Mapping[str, Question]:
    late = ScopingRequest.objects.to_remind(today).filter(
        involvement__review__in=held.reviews(Permission.SCOPING_SEND)
    )
    return {"letters": told_in_review(late, "involvement__review__", due_on="due_on")}


def remind(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Remind {agencies(len(letters))}",
            why=f"{RULES['D3'].source}; a reminder every {REMIND_EVERY} days after",
            href=f"{reverse('evidence:chase', args=[letters[0]['reference']])}?which=due",
            due_on=min(letter["due_on"] for letter in letters),
            **place(letters[0]),
        )
        for letters in together(found["letters"])
    ]


answers_to_chase = Task(late_letters, remind)


# Letters to the agencies this person speaks for that nobody has answered


def letters_waiting(held: Held, today: date) -> Question:
    waiting = ScopingRequest.objects.waiting().filter(
        involvement__in=held.parts(Permission.SCOPING_ANSWER)
    )
    return told_in_part(waiting, due_on="due_on")


def answer(letter: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Say what {letter['agency']} knows",
        why="The partnership asks after a death",
        href=reverse("evidence:agency", args=[letter["reference"], letter["part"]]),
        due_on=letter["due_on"],
        **place(letter),
    )


letters_to_answer = task(letters_waiting, answer)


def agencies(count: int) -> str:
    return "1 agency" if count == 1 else f"{count} agencies"
