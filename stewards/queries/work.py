"""What those who look after people have to do, for the first page of everyone."""

from datetime import date

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now, TruncDate
from django.urls import reverse

from agencies.models import DECIDES_EMERGENCIES, Post
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review
from stewards.models import EmergencyAccess, Newcomer

# Somebody whom the lead of an agency let in, for an officer of the review to look at


def unseen_newcomers(held: Held, today: date) -> Question:
    newcomers = Newcomer.objects.unseen().filter(
        membership__review__in=held.reviews(Permission.ACCESS_MANAGE)
    )
    return told_in_review(
        newcomers, "membership__review__", agency="membership__involvement__agency__name"
    )


def look_at(newcomer: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Look at a new person",
        why=f"The lead of {newcomer['agency']} let them in",
        href=reverse("stewards:newcomers", args=[newcomer["reference"]]),
        **place(newcomer),
    )


newcomers_to_look_at = task(unseen_newcomers, look_at)


# Emergency access that somebody else asked for, for administrators and the CSP chair


def waiting_for_me(held: Held, today: date) -> Question:
    mine = Post.objects.held_on(today).filter(
        user=held.user,
        kind__in=DECIDES_EMERGENCIES,
        partnership=OuterRef("review__partnership"),
        from_on__lt=OuterRef("asked_on"),
    )
    asked = EmergencyAccess.objects.annotate(asked_on=TruncDate("asked_at")).filter(
        Exists(mine), approved_at__isnull=True, refused_at__isnull=True, until_at__gt=Now()
    )
    others = asked.exclude(asked_by=held.user).exclude(reader=held.user)
    return told_in_review(
        others,
        request="pk",
        slug="review__partnership__slug",
        partnership=F("review__partnership_id"),
        due_on=TruncDate("until_at"),
    )


def decide(request: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Approve or refuse emergency access",
        why="It needs a second person",
        href=reverse("stewards:emergency", args=[request["slug"], request["request"]]),
        due_on=request["due_on"],
        partnership_id=request["partnership"],
        **place(request),
    )


emergencies_to_decide = task(waiting_for_me, decide)
