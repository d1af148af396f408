"""Your account: how you sign in, and where you are signed in."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import factors, lockouts, new_secret
from accounts import keys as security_keys
from accounts.forms import CodeForm, ConfirmForm, NewKeyForm
from accounts.operations import factors as operations
from accounts.operations import second_steps, sessions
from accounts.queries import your_account as queries
from accounts.signing_in import CONFIRMED_AT, new_codes
from accounts.views.doors import for_who_confirmed, no_store, way_asked_for
from accounts.views.sign_in import FROM_DEVICE, key_to_show, set_up
from agencies.access import Refused
from agencies.http import SignedInRequest
from pages import notices


@require_GET
def your_account(request: SignedInRequest) -> HttpResponse:
    user = request.user
    context = {
        "factors": queries.factors_of(user),
        "codes_left": len(factors.recovery_codes(user)),
        "sessions": queries.sessions_of(
            user, here=request.session.session_key or "", at=timezone.now()
        ),
        "offers_keys": security_keys.are_offered(request),
        "has_authenticator": factors.authenticator_of(user) is not None,
    }
    return render(request, "accounts/your_account.html", context)


@require_http_methods(["GET", "POST"])
def confirm(request: SignedInRequest) -> HttpResponse:
    """Ask once more who is there, before they change how they sign in."""
    user, at = request.user, timezone.now()
    way = way_asked_for(request)
    if lockouts.is_locked_out(request, user):
        return lockouts.locked_out_page(request)
    key = request.POST.get("credential", "")
    form = ConfirmForm(
        request.POST or None,
        user=user,
        has_factor=factors.has_factor(user),
        key_answers=bool(key),
    )
    if request.method == "POST" and form.is_valid():
        if second_steps.is_still(user, key=key, at=at, **form.cleaned_data):
            request.session.cycle_key()
            request.session[CONFIRMED_AT] = at.timestamp()
            return redirect(way or "accounts:your-account")
        locked_out = lockouts.note_failure(request, user)
        second_steps.note_wrong_code(user, locked_out=locked_out, at=at)
        form.add_error(None, "Check what you entered: it does not match.")
    context = {"form": form, "way": way, **key_to_show(request, user)}
    return render(request, "accounts/confirm.html", context)


@require_http_methods(["GET", "POST"])
@no_store
@for_who_confirmed
def add_authenticator(request: SignedInRequest) -> HttpResponse:
    user = request.user
    new = new_secret.of(request, user)
    form = CodeForm(request.POST or None, hint=FROM_DEVICE)
    if request.method == "POST" and form.is_valid():
        had_codes = factors.has_recovery_codes(user)
        try:
            set_up(user, new, form, at=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            new_secret.forget(request)
            notices.done(request, "Your authenticator is set up.")
            return on_to_codes(request, had_codes=had_codes)
    replaces = factors.authenticator_of(user) is not None
    context = {"form": form, "new": new, "replaces": replaces}
    return render(request, "accounts/add_authenticator.html", context)


@require_http_methods(["GET", "POST"])
@for_who_confirmed
def add_key(request: SignedInRequest) -> HttpResponse:
    user = request.user
    form = NewKeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        had_codes = factors.has_recovery_codes(user)
        try:
            set_up(user, None, form, at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, "Your key is set up.")
            return on_to_codes(request, had_codes=had_codes)
    options = security_keys.options_to_add(user) if security_keys.are_offered(request) else ""
    return render(request, "accounts/add_key.html", {"key_form": form, "key_options": options})


def on_to_codes(request: SignedInRequest, *, had_codes: bool) -> HttpResponse:
    """Go back to the account, or show the recovery codes where these are the first."""
    if had_codes:
        return redirect("accounts:your-account")
    return new_codes(request, request.user, way=reverse("accounts:your-account"))


@require_POST
@for_who_confirmed
def remove_factor(request: SignedInRequest, factor_id: int) -> HttpResponse:
    queries.factor_or_404(request.user, factor_id)
    try:
        operations.remove_factor(request.user, factor_id=factor_id, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "It is removed, and opens nothing any more.")
    return redirect("accounts:your-account")


@require_POST
@for_who_confirmed
def renew_recovery_codes(request: SignedInRequest) -> HttpResponse:
    """Make new ones, which is the only way to see any after the first day."""
    operations.renew_recovery_codes(request.user, at=timezone.now())
    return new_codes(request, request.user, way=reverse("accounts:your-account"))


@require_POST
def sign_out_everywhere(request: SignedInRequest) -> HttpResponse:
    sessions.end_sessions(request.user, by=request.user, at=timezone.now())
    logout(request)
    notices.done(request, "You are signed out everywhere.")
    return redirect("accounts:sign-in")
