"""What this app shows on a review's home page."""

from datetime import date

from django.urls import reverse

from agencies.models import User
from chronologies.gates import states_of
from chronologies.models.submission import counted
from chronologies.queries.composite import scope_of
from pages.parts import Card
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def chronology(review: Review, reader: User, today: date) -> Card | None:
    """How much of the story there is, and how far each agency is for those who wait for them."""
    if not access.has(reader, Permission.CHRONOLOGY_READ_COMPOSITE, on=review):
        return None
    scope = scope_of(review, reader)
    entries = counted(scope.entries.count(), "entry", "entries")
    lines = [f"of {counted(len(scope.standing), 'agency', 'agencies')}"] if scope.standing else []
    if access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review):
        states = states_of(review)
        released = sum(state == "RELEASED" for state in states.values())
        if states:
            lines.append(f"{released} of {len(states)} released to the panel")
    href = reverse("chronologies:composite", args=[review.reference])
    return Card("Chronology", href, entries, lines)
