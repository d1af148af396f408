"""What the panel asks of a person, for the first page of everyone."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from panels.models import Meeting, MeetingItem, PanelMember, PanelPart
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review

# A member's own declaration, once for each seat


def undeclared_seats(held: Held, today: date) -> Question:
    seats = PanelMember.objects.seated().filter(
        user=held.user, review__in=held.reviews(Permission.PANEL_READ), declarations=None
    )
    return told_in_review(seats, seat="pk", part="part")


def declare(seat: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Declare your independence",
        why=f"You sit on the panel as {PanelPart(seat['part']).label.lower()}",
        href=reverse("panels:declare-independence", args=[seat["reference"], seat["seat"]]),
        **place(seat),
    )


independence_to_declare = task(undeclared_seats, declare)


# Meetings that a member was asked to, until they are over or apologies are recorded


def meetings_asked_to(held: Held, today: date) -> Question:
    seats = PanelMember.objects.attending().filter(user=held.user, review=OuterRef("review"))
    meetings = (
        Meeting.objects.ahead(today)
        .filter(Exists(seats), review__in=held.reviews(Permission.PANEL_READ))
        .filter(called_at__isnull=False)
        .exclude(attendance__member__user=held.user)
    )
    return told_meetings(meetings)


def come(meeting: Row, today: date) -> WorkItem:
    return item(meeting, "Come to", "You were asked to it")


meetings_to_come_to = task(meetings_asked_to, come)


# Meetings ahead that the members do not know of as they stand


def uncalled_meetings(held: Held, today: date) -> Question:
    reachable = PanelMember.objects.attending().filter(
        review=OuterRef("review"), user__isnull=False
    )
    meetings = (
        Meeting.objects.ahead(today)
        .filter(Exists(reachable), review__in=held.reviews(Permission.PANEL_WRITE))
        .exclude(called_sequence=F("sequence"), called_at__isnull=False)
    )
    return told_meetings(meetings)


def call(meeting: Row, today: date) -> WorkItem:
    return item(meeting, "Tell the members of", "They do not know of it yet")


meetings_to_call = task(uncalled_meetings, call)


# Meetings that were planned here, have been, and of which nobody has said who came


def meetings_without_attendance(held: Held, today: date) -> Question:
    meetings = Meeting.objects.past(today).filter(
        review__in=held.reviews(Permission.PANEL_WRITE),
        attendance=None,
        recorded_at__date__lte=F("held_on"),
    )
    return told_meetings(meetings)


def write_up(meeting: Row, today: date) -> WorkItem:
    return item(meeting, "Say who came to", "The meeting is over")


meetings_to_write_up = task(meetings_without_attendance, write_up)


def told_meetings(meetings: QuerySet[Meeting]) -> Question:
    return told_in_review(meetings, number="number", held_on="held_on")


def item(meeting: Row, verb: str, why: str) -> WorkItem:
    return WorkItem(
        what=f"{verb} panel meeting {meeting['number']}",
        why=why,
        href=reverse("panels:meeting", args=[meeting["reference"], meeting["number"]]),
        due_on=meeting["held_on"],
        **place(meeting),
    )


# Actions of meetings: one's own, and those of people without an account where one runs it


def open_actions(held: Held, today: date) -> Question:
    own = Q(owner__user=held.user, meeting__review__in=held.reviews(Permission.PANEL_READ))
    nobodys = Q(owner__user=None, meeting__review__in=held.reviews(Permission.PANEL_WRITE))
    return told_in_review(
        MeetingItem.objects.open().filter(own | nobodys),
        "meeting__review__",
        meeting="meeting__number",
        number="number",
        owner="owner__user",
        due_on="due_on",
    )


def act(action: Row, today: date) -> WorkItem:
    is_mine = action["owner"] is not None
    return WorkItem(
        what=f"{'Do' if is_mine else 'Follow up'} action {action['number']} of "
        f"panel meeting {action['meeting']}",
        why="It was given to you" if is_mine else "Its owner has no account",
        href=reverse(
            "panels:mark-done", args=[action["reference"], action["meeting"], action["number"]]
        ),
        due_on=action["due_on"],
        **place(action),
    )


actions_to_do = task(open_actions, act)
