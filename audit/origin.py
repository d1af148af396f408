"""
Where what is being done comes from: set around each request, read by the trail.

Nothing below a view has the request, and the trail is written from below.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

# The first that is found: each of the later ones calls itself by the name of those before it.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}


@dataclass(frozen=True)
class Origin:
    """
    One request.

    recorded: the events that the trail has of it so far.
    about: what a download turned out to be, to go with its event.
    """

    request_id: str
    address: str = ""
    browser: str = ""
    recorded: set[str] = field(default_factory=set)
    about: dict[str, int | str] = field(default_factory=dict)


_current: ContextVar[Origin | None] = ContextVar("origin", default=None)


def current() -> Origin | None:
    return _current.get()


def about(**ids: int | str) -> None:
    """Note which record is handed out, for the event that the answer to this request makes."""
    if origin := current():
        origin.about.update(ids)


@contextmanager
def coming_from(origin: Origin) -> Iterator[Origin]:
    before = _current.set(origin)
    try:
        yield origin
    finally:
        _current.reset(before)


def of(request: HttpRequest) -> Origin:
    return Origin(
        request_id=uuid.uuid4().hex,
        address=address_of(request),
        browser=browser_of(request.headers.get("User-Agent", "")),
    )


def address_of(request: HttpRequest) -> str:
    """
    Return the network address of whoever asks, or nothing where none can be believed.

    Behind proxies of ours, PROXIES of them, it is what the outermost wrote. What stands further
    left in the header was written by whoever asks, and is not believed; nor is anything where
    fewer have written than there are.
    """
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    seen = [*passed_on, request.META.get("REMOTE_ADDR", "")]
    if len(seen) <= settings.PROXIES:
        return ""
    return an_address(seen[-1 - settings.PROXIES].strip())


def an_address(words: str) -> str:
    """Return an address as it is always written. One of IPv4 within IPv6 is one of IPv4."""
    try:
        found = ip_address(words)
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)


def browser_of(user_agent: str) -> str:
    """Return the family of a browser. All it says beyond that would tell people apart."""
    if not user_agent:
        return ""
    return next((name for sign, name in BROWSERS.items() if sign in user_agent), "Other")
