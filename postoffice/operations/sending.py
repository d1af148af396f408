"""Send a dispatch by email with a link, or record that it went another way."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, person_behind
from guests.operations import links as guest_links
from postoffice import rules
from postoffice.models import REPLIED_WITHIN, Dispatch, DispatchLink, DispatchRoute
from postoffice.operations.preparing import note
from postoffice.queries.leaving import is_cleared, why_not_yet, why_withheld
from reviews.access import Refused

SENT, CHASED = "recommendations_sent_by_link", "recommendations_chased_by_link"
OPEN_FOR = REPLIED_WITHIN + timedelta(days=28)  # product default: a link outlives the reply's day


@transaction.atomic
def send_by_link(
    *,
    dispatch: Dispatch,
    to: str,
    early_because: str = "",
    chases: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Dispatch:
    """
    Email a body a link to the words, by which it replies. The email says nothing of the case.

    chases: letters that ask again go by themselves.

    Raises Refused without the right, or while the words may not leave.
    """
    held = leave(dispatch, DispatchRoute.LINK, today, early_because, today=today, by=by, at=at)
    held.is_chased = chases
    held.save(update_fields=["is_chased"])
    give_link(held, SENT, to=to, today=today, by=by, at=at)
    return held


@transaction.atomic
def record_sent(
    *,
    dispatch: Dispatch,
    route: str,
    sent_on: date,
    early_because: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Dispatch:
    """Record that it went by post or another mailbox. Raises Refused as above, or for its day."""
    if route == DispatchRoute.LINK:
        raise Refused("What goes from here is sent, not recorded", field="route")
    rules.check_day(dispatch, sent_on, field="sent_on", called="The day", today=today)
    return leave(dispatch, DispatchRoute(route), sent_on, early_because, today=today, by=by, at=at)


def leave(
    dispatch: Dispatch,
    route: DispatchRoute,
    sent_on: date,
    early_because: str,
    *,
    today: date,
    by: Actor,
    at: datetime,
) -> Dispatch:
    rules.check_can_send(by, dispatch.review)
    held = Dispatch.objects.select_for_update(of=("self",)).get(pk=dispatch.pk)
    held.review = dispatch.review
    rules.check_is_not_sent(held)
    lines = list(held.lines.select_related("recommendation"))
    rules.check_words_stand(lines)
    rules.check_is_cleared(is_cleared(held.review), early_because)
    held.route, held.sent_on, held.early_because = route, sent_on, early_because.strip()
    if reason := why_not_yet(held, lines):
        raise Refused(reason)
    held.recorded_at, held.recorded_by = at, person_behind(by)
    held.save()
    note("dispatch.sent", held, by=by, at=at)
    return held


@transaction.atomic
def send_link_again(
    *, dispatch: Dispatch, to: str, today: date, by: Actor, at: datetime
) -> DispatchLink:
    """
    Give the body another link, also for what went by post; those before open nothing more.

    Raises Refused without the right, before it was sent, or where the body has not got the words
    yet and they may not leave any more.
    """
    rules.check_can_send(by, dispatch.review)
    rules.check_is_sent(dispatch)
    if reason := why_withheld(dispatch, list(dispatch.lines.all())):
        raise Refused(reason)
    return give_link(dispatch, SENT, to=to, today=today, by=by, at=at)


def give_link(
    dispatch: Dispatch, kind: str, *, to: str, today: date, by: Actor, at: datetime
) -> DispatchLink:
    """Email a link that takes the place of those before. The caller has asked access."""
    for earlier in dispatch.links.select_related("link"):
        if earlier.link.is_open(today):
            guest_links.revoke(link=earlier.link, by=by, at=at)
    link = guest_links.send_link(
        kind,
        to=to,
        review_ref=dispatch.review.reference,
        path=lambda secret: reverse("postoffice:by-link", args=[secret]),
        expires_on=today + OPEN_FOR,
        by=by,
        at=at,
    )
    return DispatchLink.objects.create(dispatch=dispatch, link=link)


@transaction.atomic
def record_came_back(
    *, dispatch: Dispatch, on: date, because: str, today: date, by: Actor, at: datetime
) -> None:
    """Note that a letter came back, and why. Raises Refused without the right or for its day."""
    rules.check_can_send(by, dispatch.review)
    rules.check_is_sent(dispatch)
    rules.check_day(dispatch, on, field="on", called="The day", today=today)
    rules.check_reason(because, field="because", asks="Say what was written on it")
    dispatch.came_back_on, dispatch.came_back_because = on, because.strip()
    dispatch.save(update_fields=["came_back_on", "came_back_because"])
    note("dispatch.came_back", dispatch, by=by, at=at)
