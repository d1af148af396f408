"""What this app shows on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from reviews.access import Permission
from reviews.models import Membership, Outcome, Review, Standing
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows
from reviews.queries.people import known_to


def asked_of_decision(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {
        "latest": told(review.decisions.all()[:1], outcome="outcome", standing="standing"),
        "letters": told(review.notices.all(), id="pk"),
    }


def how_it_was_decided(review: Review, rows: Rows, today: date) -> Card:
    href = reverse("reviews:decision", args=[review.reference])
    title, told_of = "Notification and decision", len(rows["letters"])
    if not rows["latest"]:
        return Card(title, href, "Not decided yet")
    latest = rows["latest"][0]
    lines = [f"{told_of} letter{'' if told_of == 1 else 's'} recorded"]
    if latest["standing"] != Standing.CONFIRMED:
        lines.insert(0, "Provisional")
    return Card(title, href, Outcome(latest["outcome"]).label, lines)


def asked_of_people(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {"people": told(known_to(reader, review), pseudonym="pseudonym")}


def who_is_known(review: Review, rows: Rows, today: date) -> Card:
    found = rows["people"]
    unnamed = sum(not person["pseudonym"] for person in found)
    lines = [f"{unnamed} without a pseudonym"] if unnamed else []
    figure = f"{len(found)} {'person' if len(found) == 1 else 'people'}"
    return Card(
        "People and pseudonyms", reverse("reviews:people", args=[review.reference]), figure, lines
    )


def asked_of_access(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    admitted = Membership.objects.admitted(today).filter(review=review)
    return {"admitted": told(admitted, user="user_id", held_at="held_at")}


def who_is_admitted(review: Review, rows: Rows, today: date) -> Card:
    held = {row["user"] for row in rows["admitted"] if row["held_at"]}
    people = {row["user"] for row in rows["admitted"]} - held
    return Card(
        "Who may open this review",
        reverse("reviews:access", args=[review.reference]),
        f"{len(people)} admitted",
        [f"{len(held)} held until you look"] if held else [],
    )


decision = CardKind((Permission.DECISION_READ,), asked_of_decision, how_it_was_decided)
people = CardKind((Permission.IDENTITIES_READ,), asked_of_people, who_is_known)
admitted = CardKind((Permission.ACCESS_MANAGE,), asked_of_access, who_is_admitted)
