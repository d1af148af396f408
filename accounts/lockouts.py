"""
Lock-out of whoever guesses: django-axes counts failures, here stands how many are too many.

Passwords and codes count alike, by what was typed as the account: whether there is such an
account makes no difference, and the page that says "wait" is the same.
"""

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agencies.models import User

if TYPE_CHECKING:
    from django.db.models import QuerySet

Credentials = dict[str, Any] | None

# What is counted together, and how many failures within LOCKED_OUT_MINUTES are too many. One
# address may be that of a whole council; one account may be tried from many addresses.
LIMITS = {("username", "ip_address"): 5, ("username",): 20, ("ip_address",): 60}
LONGEST = 254  # characters of an email address


class Handler(AxesDatabaseHandler):  # type: ignore[misc]
    """What axes calls, as AXES_HANDLER."""

    def get_failures(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """Return 1 where one of the limits is reached, otherwise 0: AXES_FAILURE_LIMIT is 1."""
        counted = zip(self.get_user_attempts(request, credentials), LIMITS.values(), strict=True)
        return int(any(failures(attempts) >= limit for attempts, limit in counted))

    def reset_user_attempts(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """Forget the failures of an account that signed in; not those of others at its address."""
        return int(self.reset_attempts(username=account_tried(request, credentials)))


def failures(attempts: "QuerySet[AccessAttempt]") -> int:
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def counted_together(request: HttpRequest, credentials: Credentials = None) -> list[list[str]]:
    return [list(names) for names in LIMITS]


def account_tried(request: HttpRequest, credentials: Credentials = None) -> str:
    """Return the account that was meant, however its letters were typed."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(typed).replace("\0", "").strip().lower()[:LONGEST]


def address_of(request: HttpRequest) -> str | None:
    """Return the address of the browser, as the outermost of our own proxies saw it."""
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    seen = [*passed_on, request.META.get("REMOTE_ADDR", "")]
    if len(seen) <= settings.PROXIES:
        return None  # fewer proxies than there should be: no address can be believed
    return an_address(seen[-1 - settings.PROXIES].strip())


def an_address(words: str) -> str | None:
    try:
        return str(ip_address(words))
    except ValueError:
        return None


def is_locked_out(request: HttpRequest, user: User) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"username": user.email})


def note_failure(request: HttpRequest, user: User) -> bool:
    """Count a wrong code. Return whether it was one too many."""
    AxesProxyHandler.user_login_failed(__name__, {"username": user.email}, request)
    return was_locked_out(request)


def was_locked_out(request: HttpRequest) -> bool:
    """Test whether this request was refused, or was the last that was let through."""
    return bool(getattr(request, "axes_locked_out", False))


def locked_out_page(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Credentials = None
) -> HttpResponse:
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)
