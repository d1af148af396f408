"""What dates polls ask of a person, for the first page of everyone."""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from availability.models import DatesPoll, PollInvitee
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review

# Polls in which somebody is asked and has not answered


def asked_and_unanswered(held: Held, today: date) -> Question:
    asked = PollInvitee.objects.awaited().filter(
        user=held.user,
        poll__closed_at__isnull=True,
        poll__closing_on__gte=today,
        poll__review__in=held.reviews(Permission.PANEL_READ),
    )
    return told_in_review(asked, "poll__review__", poll="poll_id", due_on="poll__closing_on")


def answer(asked: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Say when you can come to a meeting of the panel",
        why="You were asked about several days",
        href=reverse("availability:answer", args=[asked["reference"], asked["poll"]]),
        due_on=asked["due_on"],
        **place(asked),
    )


dates_to_answer = task(asked_and_unanswered, answer)


# Polls whose last day is past, or in which everybody has answered


def polls_at_an_end(held: Held, today: date) -> Question:
    waiting = PollInvitee.objects.awaited().filter(poll=OuterRef("pk"))
    polls = (
        DatesPoll.objects.open()
        .filter(Q(closing_on__lt=today) | ~Exists(waiting))
        .filter(review__in=held.reviews(Permission.PANEL_WRITE))
    )
    return told_in_review(polls, poll="pk", due_on="closing_on")


def choose(poll: Row, today: date) -> WorkItem:
    is_over = poll["due_on"] < today
    return WorkItem(
        what="Choose the day of a meeting of the panel",
        why="The last day to answer is past" if is_over else "Everybody has answered",
        href=reverse("availability:poll", args=[poll["reference"], poll["poll"]]),
        due_on=poll["due_on"],
        **place(poll),
    )


days_to_choose = task(polls_at_an_end, choose)
