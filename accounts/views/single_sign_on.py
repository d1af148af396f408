"""Sign in through one's own organisation, where the settings name its provider."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts import single_sign_on
from accounts.operations import second_steps
from accounts.operations.single_sign_on import account_of
from accounts.signing_in import first_step_done, sign_in
from accounts.single_sign_on import CannotTell
from accounts.views.doors import no_store, way_asked_for
from agencies.access import Refused
from pages import notices

SILENT = "That sign-in did not work. Try again, or sign in with your password here."


@require_POST
@login_not_required
@no_store
def lead_there(request: HttpRequest) -> HttpResponse:
    offered_or_404()
    try:
        there = single_sign_on.lead_there(request, way=way_asked_for(request))
    except CannotTell:
        return refused(request, SILENT)
    # A page that leads on by itself: our policy lets no form end at another site, which holds for
    # where the answer to one redirects to as well, and organisations lead on to sites of their own.
    context = {"there": there, "name": settings.OIDC_NAME}
    return render(request, "accounts/leading_there.html", context)


@require_GET
@login_not_required
@no_store
def back(request: HttpRequest) -> HttpResponse:
    offered_or_404()
    if request.user.is_authenticated:
        return redirect("reviews:my-work")
    at = timezone.now()
    try:
        said = single_sign_on.hear(request)
        user = account_of(said, at=at)
    except CannotTell:
        second_steps.note_failed_sign_in(None, locked_out=False, at=at)
        return refused(request, SILENT)
    except Refused as refusal:
        second_steps.note_failed_sign_in(None, locked_out=False, at=at)
        return refused(request, str(refusal))
    if settings.OIDC_SECOND_FACTOR_COUNTS and said.asked_several_factors:
        return sign_in(request, user, how="single-sign-on", way=said.way, at=at)
    return first_step_done(request, user, how="single-sign-on", way=said.way, at=at)


def offered_or_404() -> None:
    if not settings.OIDC_SERVER_URL:
        raise Http404


def refused(request: HttpRequest, words: str) -> HttpResponse:
    notices.important(request, words)
    return redirect("accounts:sign-in")
