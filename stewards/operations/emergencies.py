"""Emergency access to a review: one asks, another one approves, a third one reads, for hours."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import User
from audit import trail
from messaging import post
from reviews import access as reviews_access
from reviews.access import Permission, Refused, Role
from reviews.models import Review
from stewards import access, rules
from stewards.models import EmergencyAccess
from stewards.queries import told


@transaction.atomic
def ask_for_emergency(
    *,
    review: Review,
    reader: User,
    reason: str,
    until_at: datetime,
    today: date,
    by: User,
    at: datetime,
) -> EmergencyAccess:
    """
    Ask that somebody may read a review because nobody who has access can be reached.

    Raises Refused for whoever is no administrator of the partnership, for oneself, for a reader
    who may not (`rules.check_can_read_in_emergency`), for more than 72 hours, and where nobody
    would be told or could approve it.
    """
    access.require_administers(by, review.partnership, today=today)
    if reader == by:
        raise Refused("You cannot ask for yourself. Another administrator can.", field="reader")
    rules.check_can_read_in_emergency(review, reader, today=today)
    rules.check_length(until_at, at=at)
    rules.check_somebody_watches(review.partnership, people=[by, reader])
    rules.check_somebody_decides(review.partnership, today=today, by=by, reader=reader)
    waiting = EmergencyAccess.objects.waiting(at).filter(review=review, reader=reader)
    if waiting.exists():
        raise Refused("This is asked already, and waits for a second person.", field="reader")
    request = EmergencyAccess.objects.create(
        review=review, reader=reader, reason=reason, until_at=until_at, asked_at=at, asked_by=by
    )
    record("emergency.asked", request, by=by, at=at)
    path = reverse("stewards:emergency", args=[review.partnership.slug, request.pk])
    for user in told.deciders(request, today=today):
        send("emergency_asked", request, to=user.email, path=path, by=by, at=at)
    return request


@transaction.atomic
def approve_emergency(
    *, request: EmergencyAccess, today: date, by: User, at: datetime
) -> EmergencyAccess:
    """
    Give the access that somebody else asked for, and tell everybody who answers for the review.

    Raises Refused as `rules.check_can_decide` does, where whoever asked may ask no longer, where
    the reader may not read any longer, and where nobody would be told.
    """
    request = locked(request)
    rules.check_can_decide(request, today=today, by=by, at=at)
    rules.check_was_asked_by_an_administrator(request, today=today)
    rules.check_can_read_in_emergency(request.review, request.reader, today=today)
    people = [request.asked_by, request.reader, by]
    rules.check_somebody_watches(request.review.partnership, people=people)
    request.membership = reviews_access.admit(
        user=request.reader,
        role=Role.EMERGENCY_READER,
        to=request.review,
        by=by,
        at=at,
        from_on=today,
        until_on=timezone.localtime(request.until_at).date(),
        until_at=request.until_at,
    )
    request.approved_at, request.approved_by = at, by
    request.save(update_fields=["membership", "approved_at", "approved_by"])
    record("emergency.approved", request, by=by, at=at)
    path = reverse("stewards:emergencies-of-review", args=[request.review.reference])
    for address in told.watchers(request, today=today):
        send("emergency_given", request, to=address, path=path, by=by, at=at)
    home = request.review.get_absolute_url()
    send("emergency_yours", request, to=request.reader.email, path=home, by=by, at=at)
    return request


@transaction.atomic
def refuse_emergency(*, request: EmergencyAccess, today: date, by: User, at: datetime) -> None:
    """
    Refuse it, or take back what one asked oneself.

    Raises Refused for whoever neither asked nor decides, and once it is decided.
    """
    request = locked(request)
    if by != request.asked_by:
        rules.check_can_decide(request, today=today, by=by, at=at)
    elif not request.is_waiting(at):
        raise Refused("This was decided before, or its time has run out.")
    request.refused_at, request.refused_by = at, by
    request.save(update_fields=["refused_at", "refused_by"])
    record("emergency.refused", request, by=by, at=at)


@transaction.atomic
def end_emergency(*, request: EmergencyAccess, today: date, by: User, at: datetime) -> None:
    """
    End it now: the reader loses the next page. Safe to call twice.

    Raises Refused for whoever answers for the review neither as officer nor as chair.
    """
    reviews_access.require(by, Permission.EMERGENCY_END, on=request.review)
    if request.membership is None or not request.is_running(at):
        return
    reviews_access.remove(membership=request.membership, by=by, at=at)
    record("emergency.ended", request, by=by, at=at)
    path = reverse("stewards:emergencies-of-review", args=[request.review.reference])
    for address in told.watchers(request, today=today):
        send("emergency_ended", request, to=address, path=path, by=by, at=at)
    send("emergency_ended", request, to=request.reader.email, path="", by=by, at=at)


def locked(request: EmergencyAccess) -> EmergencyAccess:
    """Return it as it stands now, so that two people cannot decide at once."""
    rows = EmergencyAccess.objects.select_for_update(of=("self",))
    people = ("review__partnership", "reader", "asked_by")
    return rows.select_related(*people).get(pk=request.pk)


def record(event: str, request: EmergencyAccess, *, by: User, at: datetime) -> None:
    trail.record(
        event,
        by=by,
        at=at,
        review_ref=request.review.reference,
        emergency_id=request.pk,
        user_id=request.reader_id,
    )


def send(
    kind: str, request: EmergencyAccess, *, to: str, path: str, by: User, at: datetime
) -> None:
    post.send(kind, to=to, review_ref=request.review.reference, path=path, by=by, at=at)
