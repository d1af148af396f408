"""What questions ask of people, for the first page of everyone."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from questions.models import Question as Asked
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, together, told_in_part


def questions_open(held: Held, today: date) -> Mapping[str, Question]:
    asked = Asked.objects.open().filter(involvement__in=held.parts(Permission.SCOPING_ANSWER))
    return {"questions": told_in_part(asked, due_on="due_on")}


def answer(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Answer {counted(len(rows), 'question')} of the panel",
            why=f"Asked of {rows[0]['agency']}",
            href=page_of(rows[0]),
            due_on=min(row["due_on"] for row in rows),
            **place(rows[0]),
        )
        for rows in together(found["questions"], "part")
    ]


questions_to_answer = Task(questions_open, answer)


def answers_unread(held: Held, today: date) -> Mapping[str, Question]:
    unread = Asked.objects.to_read().filter(
        involvement__review__in=held.reviews(Permission.IMR_QUERY)
    )
    return {"answers": told_in_part(unread)}


def read(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Read {counted(len(rows), 'answer')} of {rows[0]['agency']}",
            why="It answered what the panel asked",
            href=page_of(rows[0]),
            **place(rows[0]),
        )
        for rows in together(found["answers"], "part")
    ]


answers_to_read = Task(answers_unread, read)


def page_of(row: Row) -> str:
    return reverse("questions:part", args=[row["reference"], row["part"]])


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
