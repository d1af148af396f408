"""The answer of a body to a question, as a finding that rests on it shows it."""

from typing import TypedDict

from django.urls import reverse

from evidence.models import ImrQuery
from questions.models import Question
from reviews.models import Review


class Told(TypedDict):
    """Whose answer it is, the question and the answer, and the page where both stand."""

    source: str
    words: str
    href: str


def told_by(answered: Question | ImrQuery, review: Review) -> Told:
    if isinstance(answered, Question):
        part, page, what = answered.involvement, "questions:part", "question"
    else:
        part, page, what = (
            answered.imr.involvement,
            "evidence:imr-queries",
            "question on its report",
        )
    return Told(
        source=f"Answer of {part.agency.label}, {what} {answered.number}",
        words=f"{answered.question}\n{answered.answer}",
        href=reverse(page, args=[review.reference, part.pk]),
    )
