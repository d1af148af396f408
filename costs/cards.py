"""What this app shows on a review's home page, to those who see what it costs."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from costs.queries.missing import missing_in
from costs.queries.sums import Sums, asked_of, sums_from
from pages.parts import Card
from pages.templatetags.money import pounds
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question
from reviews.queries.cards import CardKind, Rows


def asked_of_costs(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return asked_of([review.pk])


def what_it_costs(review: Review, rows: Rows, today: date) -> Card:
    sums = sums_from(rows).get(review.pk, Sums())
    lines = [f"{pounds(sums.over)} over what was agreed"] if sums.over else []
    lacking = len(missing_in(sums))
    if lacking:
        lines.append(f"{lacking} thing{'' if lacking == 1 else 's'} not recorded yet")
    return Card("Costs", reverse("costs:costs", args=[review.reference]), figure(sums), lines)


def figure(sums: Sums) -> str:
    if not sums.has_any:
        return "Nothing recorded"
    if sums.agreed is None:
        return f"{pounds(sums.spent)} invoiced"
    return f"{pounds(sums.spent)} of {pounds(sums.agreed)}"


costs = CardKind((Permission.COSTS_READ,), asked_of_costs, what_it_costs)
