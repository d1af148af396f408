"""Certificates that wait for a second person, for everybody who could be that person."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from anonymity.models import Certificate, Destination
from anonymity.queries.certificates import still_standing
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, told_in_review


def waiting_for_another(held: Held, today: date) -> Mapping[str, Question]:
    waiting = Certificate.objects.waiting().filter(
        review__in=held.reviews(Permission.ANONYMITY_CHECK)
    )
    unsigned = waiting.exclude(signatures__signed_by=held.user)
    told_of = told_in_review(unsigned, certificate="pk", title="title", destination="destination")
    return {"waiting": told_of}


def sign_those_that_stand(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    """Nobody can sign what has lapsed. Whether it has is looked up only while something waits."""
    waiting = rows["waiting"]
    standing = still_standing({row["certificate"] for row in waiting})
    return [sign(row) for row in waiting if row["certificate"] in standing]


def sign(row: Row) -> WorkItem:
    return WorkItem(
        what=f"Certify {row['title']} as the second person",
        why=f"It is to go to: {Destination(row['destination']).label}",
        href=reverse("anonymity:certificate", args=[row["reference"], row["certificate"]]),
        **place(row),
    )


certificates_to_sign = Task(waiting_for_another, sign_those_that_stand)
