"""What the people of a review have to do about evidence: ask, chase, find authors, read."""

from collections.abc import Mapping
from datetime import date

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from evidence.cycle import NOT_IN, TO_READ
from evidence.gates.evidence import may_tell
from evidence.models import ImrQuery, ImrVersion, ScopingReturn
from evidence.models.tier import REPORTS
from evidence.queries.late import REMIND_EVERY, late_requests, not_reminded
from evidence.queries.reports import standing_reports
from evidence.queries.work import agencies
from reviews.access import Held, Permission
from reviews.deadlines import RULES, due_on
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement
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

# Reviews whose terms are agreed, with agencies of which nothing is decided


def parts_undecided(held: Held, today: date) -> Mapping[str, Question]:
    parts = AgencyInvolvement.objects.filter(
        review__in=held.reviews(Permission.EVIDENCE_REQUEST),
        review__stage__in=[Stage.TOR_AGREED, Stage.EVIDENCE],
        evidence_requests__isnull=True,
    )
    answers = ScopingReturn.objects.filter(involvement=OuterRef("pk"))
    last = answers.order_by("-answered_on", "-pk").values("return_kind")[:1]
    return {"parts": told_in_review(parts, last_answer=Subquery(last))}


def decide(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    telling = [part for part in found["parts"] if may_tell(part["last_answer"])]
    return [
        WorkItem(
            what=f"Decide what {agencies(len(parts))} should send",
            why="The terms of reference are agreed",
            href=reverse("evidence:commission", args=[parts[0]["reference"]]),
            **place(parts[0]),
        )
        for parts in together(telling)
    ]


evidence_to_ask_for = Task(parts_undecided, decide)


# Reviews in which evidence is late, for whoever writes to the agencies


def late_reports(held: Held, today: date) -> Mapping[str, Question]:
    mine = held.reviews(Permission.SCOPING_SEND)
    late = not_reminded(late_requests(today, involvement__review__in=mine), today)
    return {"requests": told_in_review(late, "involvement__review__", due_on="due_on")}


def remind(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Remind {agencies(len(late))} of evidence that is late",
            why=f"{RULES['D9'].source}; a reminder every {REMIND_EVERY} days after",
            href=reverse("evidence:remind", args=[late[0]["reference"]]),
            due_on=min(request["due_on"] for request in late),
            **place(late[0]),
        )
        for late in together(found["requests"])
    ]


evidence_to_chase = Task(late_reports, remind)


# Reviews in which agencies have nobody who may write, for whoever admits people


def reports_without_author(held: Held, today: date) -> Mapping[str, Question]:
    without = standing_reports(
        involvement__review__in=held.reviews(Permission.ACCESS_MANAGE),
        involvement__imr__author__isnull=True,
        involvement__imr__state__in=NOT_IN,
    )
    return {"requests": told_in_review(without, "involvement__review__")}


def find_author(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Find an author for the evidence of {agencies(len(without))}",
            why="Nobody has confirmed that they write",
            href=f"{reverse('evidence:evidence', args=[without[0]['reference']])}?show=author",
            **place(without[0]),
        )
        for without in together(found["requests"])
    ]


authors_to_find = Task(reports_without_author, find_author)


# What agencies have sent and nobody has asked about or accepted, for whoever reads it


def reports_received(held: Held, today: date) -> Question:
    sent = standing_reports(
        involvement__review__in=held.reviews(Permission.IMR_READ_SIGNED),
        involvement__imr__state__in=TO_READ,
    )
    versions = ImrVersion.objects.filter(
        imr__involvement=OuterRef("involvement"), received_on__isnull=False
    )
    last = versions.order_by("-number").values("received_on")[:1]
    return told_in_part(sent, tier="tier", received_on=Subquery(last))


def read(report: Row, today: date) -> WorkItem:
    on = report["received_on"]
    return WorkItem(
        what=f"Read the {REPORTS[report['tier']].noun} of {report['agency']}",
        why=RULES["D10"].source,
        href=reverse("evidence:imr", args=[report["reference"], report["part"]]),
        due_on=due_on("D10", started_on=on) if on else None,
        **place(report),
    )


reports_to_read = task(reports_received, read)


# Answers of agencies that nobody of the panel has read


def answers_unread(held: Held, today: date) -> Mapping[str, Question]:
    answered = ImrQuery.objects.to_read().filter(
        imr__involvement__review__in=held.reviews(Permission.IMR_QUERY)
    )
    return {"answers": told_in_part(answered, "imr__involvement__")}


def read_answers(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Read {len(answers)} answer{'' if len(answers) == 1 else 's'} "
            f"of {answers[0]['agency']}",
            why="The agency has answered the panel’s questions",
            href=reverse(
                "evidence:imr-queries", args=[answers[0]["reference"], answers[0]["part"]]
            ),
            **place(answers[0]),
        )
        for answers in together(found["answers"], "part")
    ]


answers_to_read = Task(answers_unread, read_answers)
