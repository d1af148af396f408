"""What the register of decisions shows on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from decisions.models import RegisterEntry
from pages.parts import Card
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def entered(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    open_to_all = RegisterEntry.objects.printable().filter(review=review)
    return {"entries": told(open_to_all, prints_at="prints_at")}


def how_many(review: Review, rows: Rows, today: date) -> Card:
    """How many decisions the panel reads, and how many have no place in the report yet."""
    entries = rows["entries"]
    unplaced = sum(not row["prints_at"] for row in entries)
    lines = [f"{unplaced} without a place in the report"] if unplaced else []
    href = reverse("decisions:register", args=[review.reference])
    figure = f"{len(entries)} recorded" if entries else "None recorded"
    return Card("Register of decisions", href, figure, lines)


register = CardKind((Permission.PANEL_READ,), entered, how_many)
