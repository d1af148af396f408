"""Every reminder of a review: what went out, and what is to go out in the next days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from agencies.models import CommunitySafetyPartnership, User
from messaging.models import Message
from reminders.models import Reminder
from reminders.queries.recipients import circle_of
from reviews.deadlines.reminding import StepDay, steps_of
from reviews.models import Deadline, Review

AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class ToCome:
    """A step of a deadline in the next days, and who would be told if it were today."""

    deadline: Deadline
    on: date
    is_escalation: bool
    people: list[User]


def noted_in(review: Review) -> QuerySet[Reminder]:
    """Return the ledger of a review, newest first."""
    rows = review.reminders.select_related(
        "recipient", "instead_of", "message", "review", "involvement__agency"
    )
    return rows.order_by("-noted_at", "-pk")


def to_come_in(review: Review, *, today: date) -> list[ToCome]:
    """Return what the deadlines of a review are to remind of after today, soonest first."""
    running = list(review.deadlines.running().select_related("review", "involvement__agency"))
    circle = circle_of(running, today=today)
    found = [
        (step, deadline, circle.told(deadline, escalated=step.is_escalation))
        for deadline in running
        for step in steps_between(deadline, today, today + AHEAD)
    ]
    users = User.objects.in_bulk({one.user_id for *_, told in found for one in told if one.user_id})
    rows = [
        ToCome(
            deadline=deadline,
            on=step.on,
            is_escalation=step.is_escalation,
            people=[users[one.user_id] for one in told if one.user_id and not one.is_away],
        )
        for step, deadline, told in found
    ]
    return sorted(rows, key=lambda row: (row.on, row.deadline.code, row.deadline.pk))


def steps_between(deadline: Deadline, after: date, until: date) -> Iterator[StepDay]:
    stands_on = deadline.stands_on
    if stands_on is None:
        return
    for step in steps_of(deadline.rule, started_on=deadline.started_on, stands_on=stands_on):
        if step.on > until:
            return
        if step.on > after:
            yield step


def envelopes_of(partnership: CommunitySafetyPartnership) -> QuerySet[Message]:
    """Return the messages about the reviews of a partnership: for whoever may not open those."""
    references = Review.objects.filter(partnership=partnership).values("reference")
    digests = Reminder.objects.filter(review__partnership=partnership, message__isnull=False)
    found = Q(review_ref__in=references) | Q(pk__in=digests.values("message"))
    return Message.objects.filter(found).order_by("-pk")
