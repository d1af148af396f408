from datetime import date

from django.urls import reverse

from agencies.models import User
from evidence.queries import scoping
from pages.parts import Card
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def agencies(review: Review, reader: User, today: date) -> Card | None:
    """How many agencies have answered, for those who read what they say."""
    if not access.has(reader, Permission.SCOPING_READ, on=review):
        return None
    href = reverse("evidence:agencies", args=[review.reference])
    tally = scoping.tally(scoping.lines_of(review, today=today))
    if not tally.involved:
        return Card("Agencies", href, "None asked yet")
    lines = [
        f"{tally.late} late" if tally.late else "",
        f"{tally.unasked} not asked yet" if tally.unasked else "",
        f"{tally.telling} with something to tell" if tally.telling else "",
    ]
    return Card("Agencies", href, tally.words, [line for line in lines if line])
