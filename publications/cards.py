"""What the Home Office and publication show on a review's home page."""

from collections.abc import Mapping, Sequence
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
            at="recorded_at",
        ),
        "published": told(
            review.publications.all(),
            published_on="published_on",
            taken_down_on="taken_down_on",
            ended_at="taken_down_at",
        ),
    }


def how_publication_stands(review: Review, rows: Rows, today: date) -> Card | None:
    """Whether the world reads it, or did, or what was decided."""
    path = reverse("publications:publication", args=[review.reference])
    decided = next(iter(rows["decided"]), None)
    if published := what_was_published(review, rows["published"], decided, path):
        return published
    if decided is None:
        is_near = review.stage in {Stage.CLEARED, Stage.PRE_PUBLICATION}
        return Card("Publication", path, "Not decided yet") if is_near else None
    return Card("Publication", path, Choice(decided["choice"]).label, lines_of(decided, today))


def what_was_published(
    review: Review, published: Sequence[Row], decided: Row | None, path: str
) -> Card | None:
    """Whether it is public, or was taken down and nothing decided since."""
    standing = next((row for row in published if not row["taken_down_on"]), None)
    if standing:
        since = [f"Since {date_long(standing['published_on'])}"]
        is_open = review.stage in OPEN_TO_THE_WORLD
        return Card("Publication", path, "Public", since) if is_open else None
    last = max(published, key=itemgetter("ended_at"), default=None)
    if last is None or (decided and decided["at"] > last["ended_at"]):
        return None
    return Card("Publication", path, "Taken down", [f"On {date_long(last['taken_down_on'])}"])


def lines_of(decided: Row, today: date) -> list[str]:
    """Say when it is, or was, to be public, and how final that is."""
    day, lines = decided["planned_on"], []
    if day and day >= today:
        lines.append(f"Planned for {date_long(day, today)}")
    elif day:
        lines.append(f"Was planned for {date_long(day)}")
    if decided["standing"] == Standing.PROVISIONAL:
        lines.append("The decision is provisional")
    return lines


home_office = CardKind((Permission.QA_READ,), asked_of_rounds, how_far_quality_assurance_is)
publication = CardKind((Permission.QA_READ,), asked_of_publication, how_publication_stands)
