"""What the family compartment shows on a review's home page, to those who may open it."""

from datetime import date

from django.urls import reverse

from agencies.models import User
from families.models import Side
from families.queries import compartment
from pages.parts import Card
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def family(review: Review, reader: User, today: date) -> Card | None:
    """How it stands with the family and others. The perpetrator's side is not shown beside it."""
    if not access.has(reader, Permission.FAMILY_READ, on=review):
        return None
    people = compartment.people_of(review, Side.DIED, reader)
    summary = compartment.summary_of(people, today=today)
    lines = summary.rest if people else ["Nobody is recorded yet"]
    if summary.reading_until:
        lines = [*lines, f"A draft is with them until {date_long(summary.reading_until)}"]
    return Card(
        "Family and others",
        reverse("families:compartment", args=[review.reference]),
        summary.figure if people else "",
        lines,
    )
