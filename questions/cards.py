"""What questions show on the page of a body's part in a review, and on the review's own."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from questions.models import Question as Asked
from reviews.access import Permission
from reviews.models import AgencyInvolvement
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def asked_of(part: AgencyInvolvement, reader: User, today: date) -> Mapping[str, Question]:
    asked = Asked.objects.asked().filter(involvement=part)
    return {"asked": told(asked, answered_on="answered_on", due_on="due_on")}


def how_many_wait(part: AgencyInvolvement, rows: Rows, today: date) -> Card:
    """How many questions wait for an answer; always there, because a body can be asked any day."""
    asked = rows["asked"]
    waiting = [row for row in asked if row["answered_on"] is None]
    late = sum(row["due_on"] < today for row in waiting)
    figure = f"{len(waiting)} to answer" if waiting else "All answered" if asked else "None asked"
    href = reverse("questions:part", args=[part.review.reference, part.pk])
    return Card("Questions", href, figure, [f"{late} late"] if late else [])


of_agency = CardKind(
    (Permission.IMR_QUERY_READ, Permission.SCOPING_ANSWER), asked_of, how_many_wait
)
