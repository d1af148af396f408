"""How independence stands in a review, on its home page: panel and authors together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from evidence.models.author_declaration import capacity_of
from evidence.models.tier import REPORTS
from evidence.queries.reports import standing_reports
from pages.parts import Card
from panels.models import IndependenceDeclaration
from reviews.access import Permission
from reviews.models import Capacity, Judged, Review, judge
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows
from reviews.queries.declarations import latest


def asked_of_independence(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    seated = review.panel_members.seated()
    declared = IndependenceDeclaration.objects.filter(member__in=seated)
    author = "involvement__imr__author__"
    return {
        "seats": told(seated, seat="pk", part="part"),
        "declared": told(
            declared,
            seat="member_id",
            declaration="pk",
            declared_on="declared_on",
            answers="answers",
            decided="decided",
        ),
        "authors": told(
            standing_reports(involvement__review=review),
            tier="tier",
            answers=f"{author}answers",
            decided=f"{author}decided",
        ),
    }


def how_it_stands(review: Review, rows: Rows, today: date) -> Card:
    found = Counter(judgements(rows))
    missing = found[None]
    stopped = found[Judged.DISQUALIFIED] + found[Judged.DECLINED]
    lines = {
        f"{found[Judged.WAITING]} for the chair of the partnership to decide": found[
            Judged.WAITING
        ],
        f"{stopped} to be replaced": stopped,
    }
    return Card(
        "Independence",
        reverse("reviews:independence", args=[review.reference]),
        f"{missing} still to declare" if missing else "Nobody left to declare",
        [words for words, is_so in lines.items() if is_so],
    )


def judgements(rows: Rows) -> Iterator[Judged | None]:
    """Return how everybody's declaration stands; None for one that is missing."""
    said = {row["seat"]: row for row in latest(rows["declared"], by=lambda row: row["seat"])}
    people = [(said.get(seat["seat"]), Capacity(seat["part"])) for seat in rows["seats"]]
    people += [(row, capacity_of(REPORTS[row["tier"]])) for row in rows["authors"]]
    for row, capacity in people:
        has_declared = row is not None and row["answers"] is not None
        yield judge(row["answers"], capacity, row["decided"]) if row and has_declared else None


independence = CardKind((Permission.INDEPENDENCE_READ,), asked_of_independence, how_it_stands)
