"""Certificates that wait for a second person, for everybody who could be that person."""

from datetime import date

from django.urls import reverse

from anonymity.models import Certificate, Destination
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review


def waiting_for_another(held: Held, today: date) -> Question:
    waiting = Certificate.objects.waiting().filter(
        review__in=held.reviews(Permission.ANONYMITY_CHECK)
    )
    return told_in_review(
        waiting.exclude(signatures__signed_by=held.user),
        certificate="pk",
        title="title",
        destination="destination",
    )


def sign(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Certify {row['title']} as the second person",
        why=f"It is to go to: {Destination(row['destination']).label}",
        href=reverse("anonymity:certificate", args=[row["reference"], row["certificate"]]),
        **place(row),
    )


certificates_to_sign = task(waiting_for_another, sign)
