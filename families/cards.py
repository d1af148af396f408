"""What the family compartment shows on a review's home page, to those who may open it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from families.models import FamilyContact, Side
from families.queries import compartment
from pages.parts import Card
from pages.templatetags.dates import date_long
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows

STANDING = ("latest_turn", "advocacy_answer", "was_reached", "took_part", "has_leaflet")


def standing_of_each(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    found = FamilyContact.objects.filter(review=review).on_side(Side.DIED).with_standing()
    standing = {name: name for name in STANDING}
    return {"people": told(found, kind="kind", until_on="reading_until", **standing)}


def how_it_stands(review: Review, rows: Rows, today: date) -> Card:
    """How it stands with the family and others. The perpetrator's side is not shown beside it."""
    people = [contact_of(row) for row in rows["people"]]
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


def contact_of(row: Row) -> FamilyContact:
    """Return somebody with how it stands with them, and nothing that says who they are."""
    contact = FamilyContact(kind=row["kind"])
    for name in STANDING:
        setattr(contact, name, row[name])
    contact.reading_until = row["until_on"]
    return contact


family = CardKind((Permission.FAMILY_READ,), standing_of_each, how_it_stands)
