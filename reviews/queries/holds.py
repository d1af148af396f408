"""Who is held for bearing a name of the case, for those who clear it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from reviews.access import Held, Permission
from reviews.checks.same_name import alike
from reviews.models import AccessHold, Membership, Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review


@dataclass(frozen=True)
class Likeness:
    """
    One hold as its page shows it.

    names: those of the person that are like the account's. parts: what the account's holder is
    admitted as.
    """

    hold: AccessHold
    names: Sequence[str]
    parts: Sequence[Membership]


def waiting_in(review: Review) -> list[AccessHold]:
    """Return the holds that somebody has still to look at, oldest first."""
    found = review.access_holds.waiting().select_related("user", "person")
    return list(found.order_by("held_at", "pk"))


def cleared_in(review: Review) -> list[AccessHold]:
    """Return the holds that were let go, with the reason, newest first."""
    found = review.access_holds.filter(cleared_at__isnull=False)
    return list(found.select_related("user", "cleared_by").order_by("-cleared_at", "-pk"))


def likeness_of(hold: AccessHold) -> Likeness:
    parts = hold.review.memberships.filter(user=hold.user_id, removed_at__isnull=True)
    names = [hold.person.true_name, *hold.person.aliases]
    return Likeness(
        hold=hold,
        names=[name for name in names if alike(name, hold.user.full_name)],
        parts=list(parts.select_related("involvement__agency")),
    )


def holds_waiting(held: Held, today: date) -> Question:
    waiting = AccessHold.objects.waiting().filter(review__in=held.reviews(Permission.HOLD_CLEAR))
    return told_in_review(AccessHold.objects.filter(pk__in=waiting.values("pk")), hold="pk")


def look_at(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Look at access that is held",
        why="An account bears the name of somebody in the review",
        href=reverse("reviews:hold", args=[row["reference"], row["hold"]]),
        **place(row),
    )


holds_to_clear = task(holds_waiting, look_at)
