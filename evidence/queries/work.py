"""What people have to do about scoping. A fixed number of queries, whatever there is to do."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.urls import reverse

from agencies.models import User
from evidence.models import ScopingRequest
from evidence.models.scoping_request import REMIND_EVERY
from reviews.access import Permission
from reviews.deadlines import RULES
from reviews.lifecycle import ENDED, Stage
from reviews.models import AgencyInvolvement, InvolvementGrant, Review, ReviewGrant
from reviews.queries.work import WorkItem


def agencies_to_ask(user: User, today: date) -> list[WorkItem]:
    """Reviews before their decision in which nobody was written to, or not everybody."""
    parts = AgencyInvolvement.objects.filter(review=OuterRef("pk"))
    unasked = Q(involvements__scoping_requests=None, involvements__scoping_returns=None)
    waiting: Any = (
        Review.objects.filter(pk__in=sent_by(user))
        .filter(stage__in=[Stage.NOTIFIED, Stage.DECISION_PENDING])
        .annotate(anybody_asked=Exists(parts.filter(scoping_requests__isnull=False)))
        .annotate(unasked=Count("involvements", filter=unasked, distinct=True))
        .annotate(since=Min("involvements__added_on", filter=unasked))
        .order_by("pk")
    )
    nobody_asked = [
        first_letters(review)
        for review in waiting
        if review.stage == Stage.NOTIFIED and not review.anybody_asked
    ]
    return [*nobody_asked, *(another_way(review) for review in waiting if review.unasked)]


def first_letters(review: Review) -> WorkItem:
    return WorkItem(
        what="Ask agencies",
        why="Local practice: letters go out the day after the notification",
        href=reverse("evidence:ask-agencies", args=[review.reference]),
        review_id=review.pk,
        reference=review.reference,
        due_on=review.notified_on + timedelta(days=1),
    )


def another_way(review: Any) -> WorkItem:
    return WorkItem(
        what=f"Ask {agencies(review.unasked)} another way",
        why="No email went to them from here",
        href=f"{reverse('evidence:agencies', args=[review.reference])}?show=unasked",
        review_id=review.pk,
        reference=review.reference,
        due_on=review.since + timedelta(days=1),
    )


def answers_to_chase(user: User, today: date) -> list[WorkItem]:
    """Reviews in which agencies are late and were not reminded in the last days."""
    late = (
        ScopingRequest.objects.to_remind(today)
        .filter(involvement__review__in=sent_by(user))
        .exclude(involvement__review__stage__in=ENDED)
        .order_by("pk")
        .values_list("involvement__review_id", "involvement__review__reference", "due_on")
    )
    found: dict[tuple[int, str], list[date]] = {}
    for review, reference, due in late:
        found.setdefault((review, reference), []).append(due)
    return [
        WorkItem(
            what=f"Remind {agencies(len(days))}",
            why=f"{RULES['D3'].source}; a reminder every {REMIND_EVERY} days after",
            href=f"{reverse('evidence:chase', args=[reference])}?which=due",
            review_id=review,
            reference=reference,
            due_on=min(days),
        )
        for (review, reference), days in found.items()
    ]


def letters_to_answer(user: User, today: date) -> list[WorkItem]:
    """Letters to the agencies this person speaks for that nobody has answered."""
    mine = InvolvementGrant.objects.held_by(user, Permission.SCOPING_ANSWER)
    waiting = (
        ScopingRequest.objects.waiting()
        .filter(involvement__in=mine.values("content_object"))
        .exclude(involvement__review__stage__in=ENDED)
        .select_related("involvement__review", "involvement__agency")
        .order_by("pk")
    )
    return [
        WorkItem(
            what=f"Say what {request.involvement.agency.label} knows",
            why="The partnership asks after a death",
            href=request.involvement.get_absolute_url(),
            review_id=request.involvement.review_id,
            reference=request.involvement.review.reference,
            due_on=request.due_on,
        )
        for request in waiting
    ]


def agencies(count: int) -> str:
    return "1 agency" if count == 1 else f"{count} agencies"


def sent_by(user: User) -> Any:
    """Return the reviews in which this person writes to agencies."""
    return ReviewGrant.objects.held_by(user, Permission.SCOPING_SEND).values("content_object")
