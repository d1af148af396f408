"""What whoever holds the pen of a compartment has to do next. Names nobody."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from agencies.models import User
from families.models import EntryKind, FamilyContact, FamilyContactEntry, Side, side_of
from reviews import access
from reviews.access import Permission
from reviews.lifecycle import ENDED
from reviews.models import Review, ReviewGrant
from reviews.queries.work import WorkItem

PAGES = {Side.DIED: "families:compartment", Side.PERPETRATOR: "families:perpetrator-side"}


def family_waiting(user: User, today: date) -> list[WorkItem]:
    """Advocacy to offer, people to ask again, comments to weigh: a line for each side."""
    mine = list(kept_by(user).values_list("pk", flat=True))
    people = FamilyContact.objects.filter(review__in=mine).with_standing()
    later = people.declined_for_now().select_related("review")
    comments = FamilyContactEntry.objects.unanswered(EntryKind.COMMENTS).filter(
        contact__review__in=mine
    )
    return [
        *lines(
            people.awaiting_advocacy().values_list("review_id", "review__reference", "kind"),
            what="Offer advocacy",
            why="Offered with the first contact",
        ),
        *lines(
            [(row.review_id, row.review.reference, row.kind, row.ask_again_on) for row in later],
            what="Ask again",
            why="Declined for now",
        ),
        *lines(
            comments.values_list(
                "contact__review_id", "contact__review__reference", "contact__kind"
            ),
            what="Say what became of comments",
            why="Comments on a draft are answered",
        ),
    ]


def kept_by(user: User) -> QuerySet[Review]:
    """Return the running reviews whose compartment this person writes in today."""
    chaired = access.independently_chaired()
    once, until = (
        Review.objects.filter(
            pk__in=ReviewGrant.objects.held_by(user, permission).values("content_object")
        )
        for permission in (Permission.FAMILY_WRITE, Permission.FAMILY_BEGIN)
    )
    mine = once.filter(pk__in=chaired) | until.exclude(pk__in=chaired)
    return mine.exclude(stage__in=ENDED)


def lines(rows: Iterable[tuple[Any, ...]], *, what: str, why: str) -> list[WorkItem]:
    """
    Make one line for each side of each review, due on the soonest day.

    rows: review id, reference, kind of contact and, where there is one, a day.
    """
    days: dict[tuple[int, str, Side], list[date]] = defaultdict(list)
    for review_id, reference, kind, *on in rows:
        days[review_id, reference, side_of(kind)] += [day for day in on if day]
    return [
        WorkItem(
            what=f"{what}: {side.label.lower()}",
            why=why,
            href=reverse(PAGES[side], args=[reference]),
            review_id=review_id,
            reference=reference,
            due_on=min(due, default=None),
        )
        for (review_id, reference, side), due in days.items()
    ]
