"""What members of the panel declared, for the register of a review and for who decides on it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from panels.models import IndependenceDeclaration
from reviews.access import Held, Permission
from reviews.models import Capacity, Review
from reviews.queries.asking import Question, Row
from reviews.queries.declarations import Entry, latest, to_decide, waits
from reviews.queries.work import Task, WorkItem, told_in_review


def of_panel(review: Review) -> list[Entry]:
    """Return everybody who sits on the panel, with what they declared last."""
    seated = review.panel_members.seated().in_order().prefetch_related("declarations")
    found = []
    for member in seated.select_related("involvement__agency"):
        member.review = review
        if member.declaration:
            member.declaration.member = member
        found.append(
            Entry(
                kind="panel",
                who=member.full_name,
                part=", ".join(filter(None, [member.part_in_words, member.body])),
                declaration=member.declaration,
                declare_href=reverse(
                    "panels:declare-independence", args=[review.reference, member.pk]
                ),
                replace_href=reverse("panels:leave-panel", args=[review.reference, member.pk]),
                changed_with=Permission.PANEL_WRITE,
            )
        )
    return found


def declared_on_panel(held: Held, today: date) -> Mapping[str, Question]:
    declared = IndependenceDeclaration.objects.filter(
        member__left_on__isnull=True,
        member__review__in=held.reviews(Permission.INDEPENDENCE_DECIDE),
    ).exclude(member__user=held.user)
    columns = {"seat": "member_id", "part": "member__part", "answers": "answers"}
    return {
        "rows": told_in_review(
            declared,
            "member__review__",
            declaration="pk",
            declared_on="declared_on",
            decided="decided",
            **columns,
        )
    }


def decide(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        to_decide(row, "panel", Capacity(row["part"]))
        for row in latest(found["rows"], by=lambda row: row["seat"])
        if waits(row, Capacity(row["part"]))
    ]


connections_to_decide = Task(declared_on_panel, decide)
