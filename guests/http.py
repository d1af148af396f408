"""A guest's visit: an hour on one link's pages, kept in a signed cookie that opens nothing else."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from audit.origin import address_of
from guests.models import GuestCode, GuestLink, origin_of

SALT = "guests.visit"
VISIT_LASTS = 3600  # seconds from the right code


def cookie_name() -> str:
    """Return the name of the cookie. Browsers keep to its first word: only ever over https."""
    return "__Secure-guest" if settings.SESSION_COOKIE_SECURE else "guest"


def origin(request: HttpRequest) -> str:
    """Return a hash of the network address that a request comes from."""
    return origin_of(address_of(request))


def begin_visit(response: HttpResponse, code: GuestCode, *, path: str) -> None:
    """Let the browser in on the pages beneath a path, as whoever typed this code."""
    response.set_cookie(
        cookie_name(),
        signing.dumps([code.link_id, code.pk], salt=SALT),
        max_age=VISIT_LASTS,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def code_of_visit(request: HttpRequest, link: GuestLink) -> GuestCode | None:
    """
    Return the code by which the browser was let in on this link within the hour, or None: also
    once its visit was ended, whoever kept a copy of the cookie.
    """
    try:
        link_id, code_id = signing.loads(
            request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=VISIT_LASTS
        )
    except signing.BadSignature:
        return None
    if link_id != link.pk:
        return None
    return link.codes.filter(pk=code_id, used_at__isnull=False, left_at__isnull=True).first()


def forget_visit(response: HttpResponse, *, path: str) -> None:
    """Take the cookie out of the browser. `guests.operations.codes.leave` ends the visit."""
    response.delete_cookie(cookie_name(), path=path, samesite="Lax")
