"""What reports that were brought in recommended, for whoever words something like it."""

from actionplans.checks.likeness import ALIKE, likeness
from actionplans.queries.earlier import EarlierRecommendation, looked_for
from learning.models import Lesson, LessonKind
from learning.queries.results import title_of
from reviews.models import Review

LOOKED_THROUGH = 300


def of_past_reports(review: Review, text: str) -> list[EarlierRecommendation]:
    """Return the recommendations of reports brought in that are alike. One query."""
    words = looked_for(text)
    if words is None:
        return []
    candidates = (
        Lesson.objects.filter(
            partnership=review.partnership_id,
            past_review__isnull=False,
            kind=LessonKind.RECOMMENDATION,
            words=words,
        )
        .select_related("past_review")
        .defer("words", "actions")
        .order_by("-published_on", "-pk")[:LOOKED_THROUGH]
    )
    return [told(one) for one in candidates if likeness(text, one.text) >= ALIKE]


def told(one: Lesson) -> EarlierRecommendation:
    return EarlierRecommendation(
        text=one.text,
        year=one.published_on.year,
        where=f"{title_of(one)}, {one.name[:1].lower()}{one.name[1:]}",
        status="What became of it is not known here",
        href=one.past_review.link if one.past_review else "",
    )
