"""What the panel asks of a person, for the first page of everyone."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from agencies.models import User
from panels.models import Meeting, MeetingItem, PanelMember
from reviews.access import Permission
from reviews.lifecycle import ENDED
from reviews.models import ReviewGrant
from reviews.queries.work import WorkItem


def independence_to_declare(user: User, today: date) -> list[WorkItem]:
    """A member's own declaration, once for each seat."""
    seats = (
        PanelMember.objects.seated()
        .filter(user=user, review__in=held(user, Permission.PANEL_READ), declarations=None)
        .exclude(review__stage__in=ENDED)
        .select_related("review")
        .in_order()
    )
    return [
        WorkItem(
            what="Declare your independence",
            why=f"You sit on the panel as {seat.get_part_display().lower()}",
            href=reverse("panels:declare-independence", args=[seat.review.reference, seat.pk]),
            review_id=seat.review_id,
            reference=seat.review.reference,
        )
        for seat in seats
    ]


def meetings_to_come_to(user: User, today: date) -> list[WorkItem]:
    """Meetings that a member was asked to, until they are over or apologies are recorded."""
    seats = PanelMember.objects.seated().filter(user=user, review=OuterRef("review"))
    excused = Q(attendance__member__user=user)
    meetings = (
        Meeting.objects.ahead(today)
        .filter(Exists(seats), review__in=held(user, Permission.PANEL_READ))
        .filter(called_at__isnull=False)
        .exclude(excused)
        .exclude(review__stage__in=ENDED)
        .select_related("review")
    )
    return [item(meeting, "Come to", "You were asked to it") for meeting in meetings]


def meetings_to_call(user: User, today: date) -> list[WorkItem]:
    """Meetings ahead that the members do not know of as they stand."""
    reachable = PanelMember.objects.seated().filter(review=OuterRef("review"), user__isnull=False)
    meetings = (
        run_by(user)
        .filter(Exists(reachable), pk__in=Meeting.objects.ahead(today).values("pk"))
        .exclude(called_sequence=F("sequence"), called_at__isnull=False)
        .order_by("held_on", "pk")
    )
    return [item(found, "Tell the members of", "They do not know of it yet") for found in meetings]


def meetings_to_write_up(user: User, today: date) -> list[WorkItem]:
    """Meetings that were planned here, have been, and of which nobody has said who came."""
    meetings = (
        run_by(user)
        .filter(pk__in=Meeting.objects.past(today).values("pk"), attendance=None)
        .filter(recorded_at__date__lte=F("held_on"))
        .order_by("held_on", "pk")
    )
    return [item(found, "Say who came to", "The meeting is over") for found in meetings]


def actions_to_do(user: User, today: date) -> list[WorkItem]:
    """Actions of meetings: one's own, and those of people without an account where one runs it."""
    own = Q(owner__user=user, meeting__review__in=held(user, Permission.PANEL_READ))
    nobodys = Q(owner__user=None, meeting__review__in=held(user, Permission.PANEL_WRITE))
    actions = (
        MeetingItem.objects.open()
        .filter(own | nobodys)
        .exclude(meeting__review__stage__in=ENDED)
        .select_related("meeting__review", "owner")
        .order_by("due_on", "pk")
    )
    return [
        WorkItem(
            what=f"{'Do' if is_mine(action, user) else 'Follow up'} action {action.number} of "
            f"panel meeting {action.meeting.number}",
            why="It was given to you" if is_mine(action, user) else "Its owner has no account",
            href=reverse(
                "panels:mark-done",
                args=[action.meeting.review.reference, action.meeting.number, action.number],
            ),
            review_id=action.meeting.review_id,
            reference=action.meeting.review.reference,
            due_on=action.due_on,
        )
        for action in actions
    ]


def is_mine(action: MeetingItem, user: User) -> bool:
    return action.owner is not None and action.owner.user_id == user.pk


def item(meeting: Meeting, verb: str, why: str) -> WorkItem:
    return WorkItem(
        what=f"{verb} panel meeting {meeting.number}",
        why=why,
        href=meeting.get_absolute_url(),
        review_id=meeting.review_id,
        reference=meeting.review.reference,
        due_on=meeting.held_on,
    )


def run_by(user: User) -> QuerySet[Meeting]:
    """Return the meetings of running reviews whose panel this person writes for."""
    return (
        Meeting.objects.filter(review__in=held(user, Permission.PANEL_WRITE))
        .exclude(review__stage__in=ENDED)
        .select_related("review")
    )


def held(user: User, permission: Permission) -> QuerySet[ReviewGrant, Any]:
    return ReviewGrant.objects.held_by(user, permission).values("content_object")
