"""What a person owes, to whom and by when: the first page of everyone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from agencies.models import User
from reviews.access import Permission
from reviews.lifecycle import Stage
from reviews.models import Deadline, Notice, NoticeKind, Review, ReviewGrant


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """
    One thing somebody has to do.

    what: verb and thing, such as "Answer the scoping request".
    why: the rule or the person that asks for it.
    review_id: for narrowing the list to one hat.
    """

    what: str
    why: str
    href: str
    review_id: int
    reference: str
    due_on: date | None = None


Provider = Callable[[User, date], list[WorkItem]]


@cache
def providers() -> tuple[Provider, ...]:
    return tuple(import_string(path) for path in settings.REVIEW_TASKS)


def work_of(user: User, *, today: date) -> list[WorkItem]:
    """Return everything a person has to do, soonest first, what has no day last."""
    items = [item for provide in providers() for item in provide(user, today)]
    return sorted(items, key=lambda item: (item.due_on or date.max, item.reference, item.what))


def deadlines_running(user: User, today: date) -> list[WorkItem]:
    """The statutory clock, for those who can stop it."""
    owners = {"D4": Permission.DECISION_ENTER, "D11": Permission.STAGE_MOVE}
    verbs = {"D4": "Decide whether to review", "D11": "Complete the overview report"}
    return [
        WorkItem(
            what=verbs[row.code],
            why=f"{row.rule.basis}, {row.rule.source}",
            href=row.review.get_absolute_url(),
            review_id=row.review_id,
            reference=row.review.reference,
            due_on=row.due_on,
        )
        for code, permission in owners.items()
        for row in Deadline.objects.running()
        .filter(code=code, review__in=_held(user, permission))
        .select_related("review")
    ]


def notices_missing(user: User, today: date) -> list[WorkItem]:
    """Letters that a decision asks for and that nobody has recorded."""
    kinds = {
        NoticeKind.HOME_OFFICE_DECISION: "Tell the Home Office of the decision",
        NoticeKind.FAMILY_DECISION: "Tell the family of the decision",
    }
    waiting = (
        Review.objects.filter(pk__in=_held(user, Permission.DECISION_RECORD))
        .filter(stage__in=[Stage.NOT_TO_REVIEW, Stage.COMMISSIONED])
        .order_by("pk")
    )
    told = set(
        Notice.objects.filter(review__in=waiting, kind__in=kinds).values_list("review_id", "kind")
    )
    return [
        WorkItem(
            what=what,
            why="In writing, with the decision",
            href=reverse("reviews:record-notice", args=[review.reference]),
            review_id=review.pk,
            reference=review.reference,
        )
        for review in waiting
        for kind, what in kinds.items()
        if (review.pk, kind) not in told
    ]


def _held(user: User, permission: Permission):  # type: ignore[no-untyped-def]
    return ReviewGrant.objects.held_by(user, permission).values("content_object")
