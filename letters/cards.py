"""What letters show on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from letters.access import READ
from pages.parts import Card
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def asked_of_letters(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {"letters": told(review.letters.all(), sent_on="sent_on")}


def how_far_letters_are(review: Review, rows: Rows, today: date) -> Card:
    """How many wait to be sent."""
    path = reverse("letters:letters", args=[review.reference])
    written = len(rows["letters"])
    waiting = sum(row["sent_on"] is None for row in rows["letters"])
    if not written:
        return Card("Letters", path, "None written here yet")
    return Card("Letters", path, f"{written} written", [f"{waiting} to be sent"] if waiting else [])


letters = CardKind[Review](shown_to=(READ,), questions=asked_of_letters, card=how_far_letters_are)
