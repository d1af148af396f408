"""
What the people of a review have to do about evidence: ask, chase, find authors, read.

A fixed number of queries for each function, whatever there is to do.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from agencies.models import User
from evidence.cycle import NOT_IN, TO_READ
from evidence.gates.evidence import has_something_to_tell
from evidence.models import EvidenceRequest, ImrQuery, ImrVersion, ScopingReturn
from evidence.queries.late import REMIND_EVERY, late_requests, reminded_on
from evidence.queries.reports import imr_of, noun_of, standing_reports
from reviews.access import Permission
from reviews.deadlines import RULES, due_on
from reviews.lifecycle import ENDED, Stage
from reviews.models import AgencyInvolvement, Review, ReviewGrant
from reviews.queries.work import WorkItem


def evidence_to_ask_for(user: User, today: date) -> list[WorkItem]:
    """Reviews whose terms are agreed, with agencies of which nothing is decided."""
    answers = ScopingReturn.objects.only("involvement", "return_kind", "answered_on")
    parts = (
        AgencyInvolvement.objects.filter(
            review__in=held(user, Permission.EVIDENCE_REQUEST),
            review__stage__in=[Stage.TOR_AGREED, Stage.EVIDENCE],
            evidence_requests__isnull=True,
        )
        .select_related("review")
        .prefetch_related(Prefetch("scoping_returns", answers))
        .order_by("review", "pk")
    )
    waiting = [part for part in parts if has_something_to_tell(part)]
    return [
        WorkItem(
            what=f"Decide what {agencies(len(list(rows)))} should send",
            why="The terms of reference are agreed",
            href=reverse("evidence:commission", args=[review.reference]),
            review_id=review.pk,
            reference=review.reference,
        )
        for review, rows in groupby(waiting, key=lambda part: part.review)
    ]


def evidence_to_chase(user: User, today: date) -> list[WorkItem]:
    """Reviews in which evidence is late, for whoever writes to the agencies."""
    mine = held(user, Permission.SCOPING_SEND)
    since = today - timedelta(days=REMIND_EVERY)
    late = [
        request
        for request in late_requests(today, involvement__review__in=mine)
        if (reminded_on(request) or date.min) <= since
    ]
    return [
        WorkItem(
            what=f"Remind {agencies(len(rows))} of evidence that is late",
            why=f"{RULES['D9'].source}; a reminder every {REMIND_EVERY} days after",
            href=reverse("evidence:remind", args=[review.reference]),
            review_id=review.pk,
            reference=review.reference,
            due_on=min(row.due_on for row in rows if row.due_on),
        )
        for review, rows in by_review(late)
    ]


def authors_to_find(user: User, today: date) -> list[WorkItem]:
    """Reviews in which agencies have nobody who may write, for whoever admits people."""
    without = standing_reports(
        involvement__review__in=held(user, Permission.ACCESS_MANAGE),
        involvement__imr__author__isnull=True,
        involvement__imr__state__in=NOT_IN,
    )
    return [
        WorkItem(
            what=f"Find an author for the evidence of {agencies(len(rows))}",
            why="Nobody has confirmed that they write",
            href=f"{overview(review)}?show=author",
            review_id=review.pk,
            reference=review.reference,
        )
        for review, rows in by_review(without)
    ]


def reports_to_read(user: User, today: date) -> list[WorkItem]:
    """What agencies have sent and nobody has asked about or accepted, for whoever reads it."""
    versions = ImrVersion.objects.only("imr", "number", "received_on")
    sent = standing_reports(
        involvement__review__in=held(user, Permission.IMR_READ_SIGNED),
        involvement__imr__state__in=TO_READ,
    ).prefetch_related(Prefetch("involvement__imr__versions", versions))
    return [
        WorkItem(
            what=f"Read the {noun_of(request)} of {request.involvement.agency.label}",
            why=RULES["D10"].source,
            href=imr_of(request).get_absolute_url(),
            review_id=request.involvement.review_id,
            reference=request.involvement.review.reference,
            due_on=read_by(request),
        )
        for request in sent
    ]


def read_by(request: EvidenceRequest) -> date | None:
    """Return the day by which what an agency sent should be read."""
    received = imr_of(request).received
    on = received.received_on if received else None
    return due_on("D10", started_on=on) if on else None


def answers_to_read(user: User, today: date) -> list[WorkItem]:
    """Answers of agencies that nobody of the panel has read."""
    answered = (
        ImrQuery.objects.to_read()
        .filter(imr__involvement__review__in=held(user, Permission.IMR_QUERY))
        .exclude(imr__involvement__review__stage__in=ENDED)
        .select_related("imr__involvement__review", "imr__involvement__agency")
        .only("imr__involvement__review", "imr__involvement__agency")
        .order_by("imr", "number")
    )
    return [
        WorkItem(
            what=f"Read {count} answer{'' if count == 1 else 's'} of {part.agency.label}",
            why="The agency has answered the panel’s questions",
            href=reverse("evidence:imr-queries", args=[part.review.reference, part.pk]),
            review_id=part.review_id,
            reference=part.review.reference,
        )
        for part, count in counted(query.imr.involvement for query in answered)
    ]


def counted(parts: Iterable[AgencyInvolvement]) -> list[tuple[AgencyInvolvement, int]]:
    return [(part, len(list(rows))) for part, rows in groupby(parts)]


def by_review(requests: Iterable[EvidenceRequest]) -> list[tuple[Review, list[EvidenceRequest]]]:
    found: dict[Review, list[EvidenceRequest]] = {}
    for request in requests:
        found.setdefault(request.involvement.review, []).append(request)
    return list(found.items())


def overview(review: Review) -> str:
    return reverse("evidence:evidence", args=[review.reference])


def agencies(count: int) -> str:
    return "1 agency" if count == 1 else f"{count} agencies"


def held(user: User, permission: Permission) -> Any:
    return ReviewGrant.objects.held_by(user, permission).values("content_object")
