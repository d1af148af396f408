"""What chair and secretary have to do about the story, and agencies that are asked about it."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count
from django.urls import reverse

from composite.models import FindingQuestion, ReconciliationFinding
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, task, told_in_part, told_in_review


def open_findings(held: Held, today: date) -> Mapping[str, Question]:
    found = ReconciliationFinding.objects.to_decide().filter(
        review__in=held.reviews(Permission.CHRONOLOGY_RECONCILE)
    )
    counted = found.order_by().values("review").annotate(count=Count("pk"))
    return {"findings": told_in_review(counted, count="count")}


def decide_on_them(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Decide on {row['count']} finding{'' if row['count'] == 1 else 's'} "
            "of the chronology",
            why="Agencies’ chronologies differ, or do not fit the register",
            href=reverse("composite:findings", args=[row["reference"]]),
            **place(row),
        )
        for row in rows["findings"]
    ]


findings_to_decide = Task(open_findings, decide_on_them)


# What an agency is asked about its own chronology


def questions_to_mine(held: Held, today: date) -> Question:
    asked = FindingQuestion.objects.open().filter(
        involvement__in=held.parts(Permission.CHRONOLOGY_SUBMIT)
    )
    return told_in_part(asked, question="pk")


def answer(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Answer a question about the chronology of {row['agency']}",
        why="Asked of your agency by the chair",
        href=reverse("composite:question", args=[row["reference"], row["part"], row["question"]]),
        **place(row),
    )


questions_to_answer = task(questions_to_mine, answer)
