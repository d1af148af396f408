"""Remind agencies that have not answered, and record reminders made another way."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from evidence.models import ScopingChase, ScopingRequest, ScopingRoute
from evidence.operations import links
from evidence.rules import scoping as scoping_rules
from messaging.models import Message
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review


@transaction.atomic
def chase(
    *,
    review: Review,
    requests: Iterable[ScopingRequest],
    route: str,
    chased_on: date,
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> list[ScopingChase]:
    """
    Remind agencies of one review: by email from here, or as a record of what was done elsewhere.

    By email, those without an address and those reminded by email today already are left out, so
    that a form sent twice reminds once.

    Raises Refused without the right, for an impossible day, or where nobody is left to remind.
    """
    access.require(by, Permission.SCOPING_SEND, on=review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_is_open(review)
    waiting = ScopingRequest.objects.waiting().filter(
        involvement__review=review, pk__in=[request.pk for request in requests]
    )
    chased = []
    for request in waiting.select_related("involvement__agency", "involvement__review"):
        scoping_rules.check_chased_on(request, chased_on, today=today)
        if route == ScopingRoute.EMAIL and not may_email(request, today=today):
            continue
        chased.append(remind(request, route, chased_on, note, today=today, by=by, at=at))
    if not chased:
        raise Refused("Nobody is left to remind: each has answered, or was emailed today already.")
    return chased


def may_email(request: ScopingRequest, *, today: date) -> bool:
    """Test whether an agency can be reminded by email today."""
    today_already = request.chases.filter(route=ScopingRoute.EMAIL, chased_on=today)
    return bool(request.involvement.agency.letter_box) and not today_already.exists()


def remind(
    request: ScopingRequest,
    route: str,
    chased_on: date,
    note: str,
    *,
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingChase:
    by_email = route == ScopingRoute.EMAIL
    reminder = ScopingChase.objects.create(
        request=request,
        chased_on=chased_on,
        route=route,
        note=note,
        message=email_reminder(request, today=today, by=by, at=at) if by_email else None,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "scoping.chased",
        by=person_behind(by),
        at=at,
        review_ref=request.involvement.review.reference,
        involvement_id=request.involvement_id,
        route=route,
    )
    return reminder


def email_reminder(request: ScopingRequest, *, today: date, by: Actor, at: datetime) -> Message:
    """Email an agency once more; a link in it takes the place of the one it was sent before."""
    posted = links.write_to(
        request.involvement, links.CHASED, due_on=request.due_on, today=today, by=by, at=at
    )
    posted.belongs_to(request)
    return posted.message
