"""Who may see a page of an account, and how fresh their sign-in must be."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control

from accounts import halfway
from accounts.sessions import SIGNED_IN_AT
from accounts.signing_in import CONFIRMED_AT
from agencies.http import SignedInRequest
from pages import notices

HALFWAY_OVER = "Begin again: the second step has to follow within ten minutes."
View = Callable[..., HttpResponse]

no_store = cache_control(no_store=True, private=True)


def for_who_is_halfway(view: Callable[[HttpRequest, halfway.Halfway], HttpResponse]) -> View:
    """Let the page of a second step go on for whoever has done the first within ten minutes."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return redirect("reviews:my-work")
        person = halfway.who(request, at=timezone.now())
        if person is None:
            halfway.end(request)
            notices.important(request, HALFWAY_OVER)
            return redirect("accounts:sign-in")
        return view(request, person)

    return no_store(door)


def for_who_confirmed(view: View, *, page: str = "accounts:your-account") -> View:
    """
    Ask again who is there before a change to how one signs in, after a quarter of an hour.

    page: where to go on after a form, which is to be sent again.
    """

    @wraps(view)
    def door(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = request.path if request.method == "GET" else reverse(page)
        return redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': back})}")

    return door


def is_fresh(request: HttpRequest) -> bool:
    moment = request.session.get(CONFIRMED_AT) or request.session[SIGNED_IN_AT]
    limit: timedelta = settings.CONFIRMED_FOR
    return bool(timezone.now().timestamp() - moment < limit.total_seconds())


def way_asked_for(request: HttpRequest) -> str:
    """Return the page of ours that the address or the form names, or nothing."""
    way = request.POST.get("next") or request.GET.get("next", "")
    here = {request.get_host()}
    return way if url_has_allowed_host_and_scheme(way, here, request.is_secure()) else ""
