"""What the family compartment shows on a review's home page, to those who may open it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from families.models import FamilyContact, FamilyExtract, Side
from families.queries import compartment
from pages.parts import Card
from pages.templatetags.dates import date_long
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows

STANDING = (
    "latest_turn",
    "advocacy_answer",
    "was_reached",
    "was_tried",
    "took_part",
    "has_leaflet",
)


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


def released_of_each(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    found = FamilyExtract.objects.before_the_panel().filter(review=review)
    return {"released": told(found, side="side")}


def what_the_panel_sees(review: Review, rows: Rows, today: date) -> Card | None:
    """That somebody lets the panel see something; nothing where nobody does."""
    sides = [row["side"] for row in rows["released"]]
    if not sides:
        return None
    page = "family-words" if Side.DIED in sides else "perpetrator-words"
    count = sum(side == Side.DIED for side in sides) or len(sides)
    return Card(
        "In their words",
        reverse(f"families:{page}", args=[review.reference]),
        f"{count} released",
        ["What they let the panel see"],
    )


in_their_words = CardKind((Permission.DRAFT_COMMENT,), released_of_each, what_the_panel_sees)
family = CardKind((Permission.FAMILY_READ,), standing_of_each, how_it_stands)
