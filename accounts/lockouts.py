"""
Lock-out of whoever guesses: django-axes counts failures, here stands how many are too many.

Passwords and codes count alike, by what was typed as the account: whether there is such an
account makes no difference, and the page that says "wait" is the same.

Whoever fails on purpose must not keep somebody else out (ADR 17): failures from elsewhere close an
account to strangers, and its owner still comes in from where they signed in of late.
"""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from agencies.models import User
from audit.models import AuditEvent
from audit.origin import address_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

Credentials = dict[str, Any] | None

# What is counted together, and how many failures within LOCKED_OUT_MINUTES are too many. One
# address may be that of a whole council; one account may be tried from many addresses.
OF_ACCOUNT = ("username",)
LIMITS = {("username", "ip_address"): 5, OF_ACCOUNT: 20, ("ip_address",): 60}
KNOWN_FOR = timedelta(days=30)  # how long a sign-in makes an address known to be its owner's
HOME = 64  # bits: under IPv6 one household or office has all addresses that begin with them
LONGEST = 254  # characters of an email address


class Handler(AxesDatabaseHandler):  # type: ignore[misc]
    """What axes calls, as AXES_HANDLER."""

    def get_failures(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """Return 1 where one of the limits is reached, otherwise 0: AXES_FAILURE_LIMIT is 1."""
        counted = zip(self.get_user_attempts(request, credentials), LIMITS.items(), strict=True)
        reached = [names for found, (names, most) in counted if failures(found) >= most]
        if reached == [OF_ACCOUNT]:
            return int(not is_known(network_of(request), account_tried(request, credentials)))
        return int(bool(reached))

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


def network_of(request: HttpRequest) -> str | None:
    """Return whence somebody tries: whoever may choose among many addresses has one."""
    address = address_of(request)
    return home_of(address) if address else None


def home_of(address: str) -> str:
    if ip_address(address).version == 4:
        return address
    return str(ip_network((address, HOME), strict=False).network_address)


def is_known(network: str | None, account: str) -> bool:
    """Test whether the owner of an account has signed in from there, with all it takes, of late."""
    signed_in = AuditEvent.objects.filter(
        event="account.signed_in",
        actor_id__in=User.objects.filter(email=account).values("pk"),
        at__gte=timezone.now() - KNOWN_FOR,
    )
    addresses = signed_in.exclude(address="").values_list("address", flat=True).distinct()
    return network in {home_of(address) for address in addresses.order_by()}


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
