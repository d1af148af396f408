"""What of scoping and evidence starts and meets deadlines: letters, requests, questions."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Least

from evidence.models import (
    EvidenceRequest,
    ImrAcceptance,
    ImrQuery,
    ImrVersion,
    ScopingDelay,
    ScopingRequest,
    ScopingReturn,
)
from evidence.models.evidence_request import EvidenceRequestQuerySet
from evidence.models.tier import REPORTS
from reviews.lifecycle import Stage
from reviews.models import NoticeKind, Review
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered
from reviews.queries.facts import first_day, first_letter, passed_on_paper


def records_to_secure(reviews: Iterable[int]) -> Question:
    """D2: from the notification to the first letter to an agency, of either kind."""
    letters = ScopingRequest.objects.filter(involvement__review=OuterRef("pk"))
    owed = Review.objects.filter(pk__in=reviews).annotate(
        first_letter_on=Least(
            first_day(letters, "involvement__review", "sent_on"),
            first_letter(NoticeKind.RECORDS_SECURED),
        )
    )
    return fact(
        owed.exclude(passed_on_paper(Stage.DECISION_PENDING), first_letter_on__isnull=True),
        review="pk",
        started_on="notified_on",
        met_on="first_letter_on",
    )


def scoping_answer_owed(reviews: Iterable[int]) -> Question:
    """D3: from the last letter to each agency to what came back to it; more time is agreed."""
    letters = ScopingRequest.objects.standing().filter(involvement__review__in=reviews)
    returns = ScopingReturn.objects.filter(request=OuterRef("pk"))
    delays = ScopingDelay.objects.filter(request=OuterRef("pk")).order_by("-pk")
    return fact(
        letters,
        review="involvement__review_id",
        part=F("involvement_id"),
        subject=numbered("scoping"),
        started_on="sent_on",
        due_on="due_on",
        agreed_on=Subquery(delays.values("until_on")[:1]),
        met_on=first_day(returns, "request", "answered_on"),
    )


def report_owed(reviews: Iterable[int]) -> Question:
    """D9: from what is asked of each agency now to the first report that reached the panel."""
    versions = ImrVersion.objects.filter(imr__involvement=OuterRef("involvement"))
    asked = EvidenceRequest.objects.standing().filter(
        tier__in=list(REPORTS), involvement__review__in=reviews
    )
    owed = asked.annotate(came_on=first_day(versions, "imr__involvement", "received_on"))
    on_paper = passed_on_paper(Stage.DRAFTING, review="involvement__review")
    return fact(
        owed.exclude(on_paper, came_on__isnull=True),
        review="involvement__review_id",
        part=F("involvement_id"),
        subject=numbered("report"),
        started_on="asked_on",
        due_on="due_on",
        met_on="came_on",
    )


def answer_owed(reviews: Iterable[int]) -> Question:
    """D10: from each question that was asked of an agency to its answer."""
    return fact(
        ImrQuery.objects.asked().filter(imr__involvement__review__in=reviews),
        review="imr__involvement__review_id",
        part=F("imr__involvement_id"),
        subject=numbered("question"),
        started_on="asked_on",
        due_on="due_on",
        met_on="answered_on",
    )


def reading_owed(reviews: Iterable[int]) -> Question:
    """
    D10: from each version that reached the panel to its questions about it, or its acceptance; or
    to the next version, which is read in its place. The panel owes it, not the agency.
    """
    received = ImrVersion.objects.filter(
        imr__involvement__review__in=reviews, received_on__isnull=False
    )
    asked = ImrQuery.objects.asked().filter(version=OuterRef("pk"))
    accepted = ImrAcceptance.objects.filter(version=OuterRef("pk"), taken_back_at__isnull=True)
    later = ImrVersion.objects.filter(imr=OuterRef("imr"), number__gt=OuterRef("number"))
    return fact(
        received.filter(Exists(reports_asked_for())),
        review="imr__involvement__review_id",
        subject=numbered("reading"),
        started_on="received_on",
        met_on=Least(
            first_day(asked, "version", "asked_on"),
            first_day(accepted, "version", "accepted_on"),
            first_day(later, "imr", "received_on"),
        ),
    )


def reports_asked_for() -> EvidenceRequestQuerySet:
    """Return the request of a version's agency, while a report is asked of it."""
    return EvidenceRequest.objects.standing().filter(
        tier__in=list(REPORTS), involvement=OuterRef("imr__involvement")
    )
