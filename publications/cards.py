"""What the Home Office and publication show on a review's home page."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.db.models import Exists, OuterRef
from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from pages.templatetags.dates import date_long
from publications.models import Choice, QaAnswer, QaOutcome, QaPoint
from publications.models.publication import OPEN_TO_THE_WORLD
from reviews.access import Permission
from reviews.lifecycle import Stage
from reviews.models import Review, Standing
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows

SENDING = 8  # the step of the strip from which quality assurance is shown though nothing was sent


def asked_of_rounds(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    rounds = review.qa_submissions.submitted()
    points = QaPoint.objects.filter(submission__review=review)
    is_answered = Exists(QaAnswer.objects.filter(point=OuterRef("pk")))
    return {
        "rounds": told(
            rounds,
            round="round",
            sent_on="submitted_on",
            received_on="receipt__received_on",
            outcome="letter__outcome",
        ),
        "points": told(points, round="submission__round", is_answered=is_answered),
    }


def how_far_quality_assurance_is(review: Review, rows: Rows, today: date) -> Card | None:
    """The last round, what came back, and how many of its points are answered."""
    path = reverse("publications:home-office", args=[review.reference])
    latest = max(rows["rounds"], key=itemgetter("round"), default=None)
    if latest is None:
        is_near = review.step >= SENDING or review.stage == Stage.CSP_SIGNED_OFF
        return Card("Home Office", path, "Nothing sent yet") if is_near else None
    answers = [row["is_answered"] for row in rows["points"] if row["round"] == latest["round"]]
    lines = [f"Round {latest['round']} sent on {date_long(latest['sent_on'])}"]
    if answers:
        lines.append(f"{sum(answers)} of {len(answers)} points answered")
    return Card("Home Office", path, said_of(latest), lines)


def said_of(latest: Row) -> str:
    if latest["outcome"]:
        return QaOutcome(latest["outcome"]).label
    return "Received" if latest["received_on"] else "Sent"


def asked_of_publication(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {
        "decided": told(
            review.publication_decisions.all()[:1],
            choice="choice",
            standing="standing",
            planned_on="planned_on",
        ),
        "published": told(review.publications.not_taken_down(), published_on="published_on"),
    }


def how_publication_stands(review: Review, rows: Rows, today: date) -> Card | None:
    """Whether the world reads it, or what was decided."""
    path = reverse("publications:publication", args=[review.reference])
    if rows["published"] and review.stage in OPEN_TO_THE_WORLD:
        since = date_long(rows["published"][0]["published_on"])
        return Card("Publication", path, "Public", [f"Since {since}"])
    if not rows["decided"]:
        is_near = review.stage in {Stage.CLEARED, Stage.PRE_PUBLICATION}
        return Card("Publication", path, "Not decided yet") if is_near else None
    decided = rows["decided"][0]
    day = decided["planned_on"]
    lines = [f"Planned for {date_long(day, today)}"] if day else []
    if decided["standing"] == Standing.PROVISIONAL:
        lines.append("The decision is provisional")
    return Card("Publication", path, Choice(decided["choice"]).label, lines)


home_office = CardKind((Permission.QA_READ,), asked_of_rounds, how_far_quality_assurance_is)
publication = CardKind((Permission.QA_READ,), asked_of_publication, how_publication_stands)
