"""
The two steps of a sign-in. Nothing else calls Django's `login`: whoever is signed in has done both.
"""

from datetime import datetime

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control

from accounts import factors, halfway, kept, rules
from accounts.devices import device_of
from accounts.sessions import DEVICE, SIGNED_IN_AT
from agencies.models import User
from audit import trail

CONFIRMED_AT = "confirmed_at"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def first_step_done(
    request: HttpRequest, user: User, *, how: str, way: str, at: datetime
) -> HttpResponse:
    """Go on to the second step; or in, for the invented people of a demonstration."""
    if not rules.must_show_factor(user):
        return sign_in(request, user, how=how, way=way, at=at)
    halfway.begin(request, user, how=how, way=way, at=at)
    return redirect("accounts:code" if factors.has_factor(user) else "accounts:enrol")


def second_step_done(
    request: HttpRequest, person: halfway.Halfway, *, with_: str, at: datetime
) -> HttpResponse:
    return sign_in(request, person.user, how=f"{person.how}+{with_}", way=person.way, at=at)


def enrolled(request: HttpRequest, person: halfway.Halfway, *, at: datetime) -> HttpResponse:
    """Sign in whoever has just set up a second step; the answer is their recovery codes."""
    answer = second_step_done(request, person, with_="enrolled", at=at)
    return new_codes(request, person.user, way=answer["Location"])


def new_codes(request: HttpRequest, user: User, *, way: str) -> HttpResponse:
    """
    Show recovery codes in the answer to what made them. No page shows them again: whoever sits
    down at a browser that was left open finds none, and makes none without showing who they are.
    """
    context = {"codes": factors.recovery_codes(user), "way": way}
    response = render(request, "accounts/recovery_codes.html", context)
    patch_cache_control(response, no_store=True, private=True)
    return response


def sign_in(request: HttpRequest, user: User, *, how: str, way: str, at: datetime) -> HttpResponse:
    """Sign somebody in, and lead them where they were going."""
    halfway.end(request)
    login(request, user, backend=BACKEND)
    request.session[SIGNED_IN_AT] = request.session[CONFIRMED_AT] = at.timestamp()
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
    trail.record("account.signed_in", by=user, at=at, how=how)
    if kept.of(request, user):
        return redirect("accounts:go-on")
    kept.forget(request)
    return redirect(way or reverse("reviews:my-work"))
