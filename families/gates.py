"""
What the family compartment says before a review moves on: in numbers, nobody's words, and without
a way in for those who may not open it.
"""

from families.models import FamilyQuestion, Side, side_of
from pages.parts import Blocker
from reviews.models import Review

WHO = {Side.DIED: "family and others", Side.PERPETRATOR: "the perpetrator’s side"}


def family_questions_are_answered(review: Review) -> list[Blocker]:
    """Every question that was asked, with where the report answers it or why it does not."""
    left = FamilyQuestion.objects.unanswered().filter(contact__review=review)
    sides = [side_of(kind) for kind in left.values_list("contact__kind", flat=True)]
    return [Blocker(said(sides.count(side), who)) for side, who in WHO.items() if side in sides]


def said(count: int, who: str) -> str:
    asked = "1 question is" if count == 1 else f"{count} questions are"
    return f"{asked} not answered: {who}."
