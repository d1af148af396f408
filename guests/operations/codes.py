"""Send the code that opens a link, give it by telephone, and compare what was typed with it."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import User
from audit import trail
from audit.models import ActorKind
from guests import rules
from guests.models import CodeRoute, GuestCode, GuestLink, WrongCode, fits, new_code, seal_of
from guests.operations.links import locked
from messaging import post


@transaction.atomic
def send_code(*, link: GuestLink, origin: str, today: date, at: datetime) -> GuestCode:
    """
    Email a new code to the address the link went to, because somebody on its page asks for it.

    Raises Refused where the link is closed, or too many were asked for.
    """
    link = locked(link)
    rules.check_is_open(link, today=today)
    rules.check_may_ask(link, origin=origin, at=at)
    code = new_code()
    made = GuestCode.objects.create(
        link=link,
        seal=seal_of(code, link_id=link.pk),
        route=CodeRoute.EMAIL,
        asked_from=origin,
        recorded_at=at,
    )
    kind = link.message.described.code_kind  # it says what was asked by the link
    post.send(kind, to=link.sent_to, review_ref=link.review_ref, code=code, by=None, at=at)
    note("guest.code_sent", link, at=at)
    return made


@transaction.atomic
def give_code(*, link: GuestLink, today: date, by: User, at: datetime) -> str:
    """
    Return a new code for somebody to read out. Nobody can be told it a second time.

    The caller has asked access. Raises Refused where the link is closed.
    """
    link = locked(link)
    rules.check_is_open(link, today=today)
    code = new_code()
    GuestCode.objects.create(
        link=link,
        seal=seal_of(code, link_id=link.pk),
        route=CodeRoute.PHONE,
        recorded_at=at,
        recorded_by=by,
    )
    trail.record("guest.code_given", by=by, at=at, review_ref=link.review_ref, link_id=link.pk)
    return code


@transaction.atomic
def try_code(
    *, link: GuestLink, typed: str, origin: str, today: date, at: datetime
) -> GuestCode | None:
    """
    Return the code that was typed, now used; None where it is not right, too old or used before.

    Raises Refused where the link is closed, or too many wrong ones were typed.
    """
    link = locked(link)
    rules.check_is_open(link, today=today)
    code = link.codes.last()
    rules.check_may_try(code, origin=origin, at=at)
    if code is None or not (fits(typed, code.seal, link_id=link.pk) and code.is_live(at)):
        WrongCode.objects.create(link=link, code=code, tried_from=origin, tried_at=at)
        note("guest.code_wrong", link, at=at)
        return None
    code.used_at = at
    code.save(update_fields=["used_at"])
    note("guest.code_used", link, at=at)
    return code


@transaction.atomic
def leave(*, code: GuestCode, at: datetime) -> None:
    """End the visit that a code began: from now on its cookie opens nothing."""
    code.left_at = at
    code.save(update_fields=["left_at"])
    note("guest.left", code.link, at=at)


def note(event: str, link: GuestLink, *, at: datetime) -> None:
    trail.record(event, by=ActorKind.SIGNED_OUT, at=at, review_ref=link.review_ref, link_id=link.pk)
