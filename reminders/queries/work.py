"""Whose address takes no message, for the first page of the officers of their reviews."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from messaging.models import State as Sending
from reminders.models import Reminder, State
from reviews.access import Held, Permission
from reviews.models import Membership
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review


def bounced(held: Held, today: date) -> Question:
    """Return those to whom the last message of reminders that ended was given up."""
    again = Reminder.objects.filter(
        recipient=OuterRef("recipient"), message__state=Sending.SENT, pk__gt=OuterRef("pk")
    )
    later = Reminder.objects.filter(
        recipient=OuterRef("recipient"),
        review=OuterRef("review"),
        state=State.BOUNCED,
        pk__gt=OuterRef("pk"),
    )
    still = Membership.objects.standing(today).filter(
        user=OuterRef("recipient"), review=OuterRef("review")
    )
    rows = Reminder.objects.filter(
        Exists(still),
        ~Exists(again),
        ~Exists(later),
        state=State.BOUNCED,
        review__in=held.reviews(Permission.ACCESS_MANAGE),
    )
    return told_in_review(rows, who="recipient__full_name")


def ask_for_address(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Get a working email address for {row['who']}",
        why="Reminders to them come back; whoever stands in gets them meanwhile",
        href=reverse("reminders:register", args=[row["reference"]]),
        **place(row),
    )


addresses_to_mend = task(bounced, ask_for_address)
