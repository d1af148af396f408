from datetime import date

from django.urls import reverse

from agencies.models import User
from evidence.queries import evidence as queries
from pages.parts import Card
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def evidence(review: Review, reader: User, today: date) -> Card | None:
    """How far the evidence is, or for whoever sits on the panel what they can read of it."""
    href = reverse("evidence:evidence", args=[review.reference])
    if access.has(reader, Permission.EVIDENCE_STATUS, on=review):
        tally = queries.tally(queries.lines_of(review, today=today))
        lines = [
            f"{tally.late} late" if tally.late else "",
            f"{tally.to_read} to read" if tally.to_read else "",
            questions(tally.open_queries),
            f"{tally.without_author} without an author" if tally.without_author else "",
        ]
        return Card("Evidence", href, tally.words, [line for line in lines if line])
    if access.has(reader, Permission.IMR_READ_ACCEPTED, on=review):
        return Card("Evidence", href, f"{len(queries.accepted_in(review))} accepted")
    return None


def questions(count: int) -> str:
    if not count:
        return ""
    return f"{count} question{'' if count == 1 else 's'} not answered"
