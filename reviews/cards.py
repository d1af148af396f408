"""What this app shows on a review's home page."""

from datetime import date

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def decision(review: Review, reader: User, today: date) -> Card | None:
    if not access.has(reader, Permission.DECISION_READ, on=review):
        return None
    href = reverse("reviews:decision", args=[review.reference])
    latest = review.decisions.first()
    told = review.notices.count()
    if latest is None:
        return Card("Notification and decision", href, "Not decided yet")
    lines = [f"{told} letter{'' if told == 1 else 's'} recorded"]
    if not latest.is_confirmed:
        lines.insert(0, "Provisional")
    return Card("Notification and decision", href, latest.get_outcome_display(), lines)


def people(review: Review, reader: User, today: date) -> Card | None:
    if not access.has(reader, Permission.IDENTITIES_READ, on=review):
        return None
    found = list(review.people.all())
    unnamed = sum(not person.pseudonym for person in found)
    lines = [f"{unnamed} without a pseudonym"] if unnamed else []
    figure = f"{len(found)} {'person' if len(found) == 1 else 'people'}"
    return Card(
        "People and pseudonyms", reverse("reviews:people", args=[review.reference]), figure, lines
    )


def admitted(review: Review, reader: User, today: date) -> Card | None:
    if not access.has(reader, Permission.ACCESS_MANAGE, on=review):
        return None
    standing = review.memberships.standing(today).values("user").distinct().count()
    figure = f"{standing} admitted"
    return Card(
        "Who may open this review", reverse("reviews:access", args=[review.reference]), figure
    )
