"""What questions start and meet on the clock."""

from collections.abc import Iterable

from django.db.models import F

from questions.models import Question as Asked
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered


def answer_owed(reviews: Iterable[int]) -> Question:
    """D10: from each question that was asked of a body to its answer, as of one on an IMR."""
    return fact(
        Asked.objects.asked().filter(involvement__review__in=reviews),
        review="involvement__review_id",
        part=F("involvement_id"),
        subject=numbered("asked"),
        started_on="asked_on",
        due_on="due_on",
        met_on="answered_on",
    )
