"""Remind agencies whose evidence is late."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, person_behind
from audit import trail
from evidence.queries.late import REMINDER, Late, late_in
from evidence.rules.requests import check_can_ask
from messaging import post
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def remind_late(*, review: Review, today: date, by: Actor, at: datetime) -> list[Late]:
    """
    Email everybody of each agency whose report is late, unless it was reminded in the last days.

    Raises Refused without the right, or where nobody is left to remind.
    """
    check_can_ask(by, review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    reminded = [late for late in late_in(review, today=today) if late.is_to_remind]
    if not reminded:
        raise Refused("Nobody is left to remind: each was reminded lately, or has no address.")
    for late in reminded:
        part = late.request.involvement
        page = reverse("evidence:author-task", args=[review.reference, part.pk])
        for address in late.addresses:
            sent = post.send(
                REMINDER,
                to=address,
                review_ref=review.reference,
                path=page,
                by=person_behind(by),
                at=at,
            )
            late.request.messages.add(sent)
        trail.record(
            "evidence.reminded",
            by=person_behind(by),
            at=at,
            review_ref=review.reference,
            involvement_id=part.pk,
            request_id=late.request.pk,
        )
    return reminded
