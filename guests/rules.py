"""How often a link, a code or a guess may be tried, from one network and at one link."""

from datetime import date, datetime

from agencies.access import Refused
from guests.access import HOUR
from guests.models import WRONG_CODES, CodeRoute, GuestCode, GuestLink, WrongCode

CODES_OF_LINK = 5  # asked for in an hour
CODES_FROM_NETWORK = 20
TRIES_FROM_NETWORK = 30  # wrong ones, in an hour

CLOSED = "This link is no longer open. Ring the person who asked you."
LATER = "Too many {what} in the last hour. Wait an hour, or ring the person who asked you."


def check_is_open(link: GuestLink, *, today: date) -> None:
    if not link.is_open(today):
        raise Refused(CLOSED)


def check_may_ask(link: GuestLink, *, origin: str, at: datetime) -> None:
    """Refuse another code where many were asked for at this link, or from this network."""
    asked = GuestCode.objects.filter(route=CodeRoute.EMAIL, recorded_at__gt=at - HOUR)
    if asked.filter(link=link).count() >= CODES_OF_LINK:
        raise Refused(LATER.format(what="codes were asked for"))
    if asked.filter(asked_from=origin).count() >= CODES_FROM_NETWORK:
        raise Refused(LATER.format(what="codes were asked for from your network"))


def check_may_try(code: GuestCode | None, *, origin: str, at: datetime) -> None:
    """Refuse another try at a code that was missed too often, or from a network that tries many."""
    if code and code.wrong_codes.count() >= WRONG_CODES:
        raise Refused(f"{WRONG_CODES} wrong codes were typed. Ask for a new code.", field="code")
    tried = WrongCode.objects.filter(tried_from=origin, tried_at__gt=at - HOUR)
    if tried.count() >= TRIES_FROM_NETWORK:
        raise Refused(LATER.format(what="wrong codes were typed on your network"), field="code")
