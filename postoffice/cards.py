"""What the post office shows on a review's home page."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from actionplans.models import Recommendation
from agencies.models import User
from pages.parts import Card
from postoffice.models import SentWords
from postoffice.queries.standing import WIDE, Standing, as_questions, standings_of
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows

SHOWN = (
    Standing.MISSING,
    Standing.OVERDUE,
    Standing.WITHHELD,
    Standing.CAME_BACK,
    Standing.REPLIED,
)


def what_is_out(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    lines = SentWords.objects.filter(dispatch__review=review)
    wide = Recommendation.objects.filter(review=review, scope__in=WIDE, addressee__isnull=True)
    return {
        "lines": as_questions(lines, recommendation="recommendation_id", line="pk"),
        "wide": told(wide, id="pk"),
    }


def how_they_stand(review: Review, rows: Rows, today: date) -> Card | None:
    """How many went out and how they stand; nothing where none is regional or national."""
    last = {row["recommendation"]: row for row in sorted(rows["lines"], key=lambda x: x["line"])}
    every = {row["id"] for row in rows["wide"]} | last.keys()
    if not every:
        return None
    counted = Counter(standings_of(list(last.values()), today))
    lines = [f"{counted[one]} {one.value.lower()}" for one in SHOWN if counted[one]]
    href = reverse("postoffice:review", args=[review.reference])
    figure = f"{len(last)} of {len(every)} sent"
    return Card("Recommendations to other bodies", href, figure, lines)


sent = CardKind((Permission.PLAN_READ,), what_is_out, how_they_stand)
