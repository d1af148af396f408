"""Sign in by email and password, then show a second factor; sign out."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST

from accounts import factors, kept, keys, lockouts, new_secret
from accounts.forms import CodeForm, NewKeyForm, SignInForm
from accounts.halfway import Halfway
from accounts.new_secret import NewSecret
from accounts.operations import factors as operations
from accounts.operations import second_steps
from accounts.signing_in import enrolled, first_step_done, second_step_done
from accounts.views.doors import for_who_is_halfway
from agencies.access import Refused
from agencies.http import SignedInRequest
from agencies.models import User
from audit import trail

FROM_DEVICE = "The 6 digits that it shows now."


@method_decorator(login_not_required, name="dispatch")
class SignIn(views.LoginView):
    """The first step: email and password."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        single_sign_on = settings.OIDC_NAME if settings.OIDC_SERVER_URL else ""
        return super().get_context_data(single_sign_on=single_sign_on, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        way = self.get_redirect_url()
        return first_step_done(
            self.request, form.get_user(), how="password", way=way, at=timezone.now()
        )

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        # Who was tried is kept as a number only where there is an account: the trail takes no words
        tried = User.objects.filter(email__iexact=lockouts.account_tried(self.request)).first()
        second_steps.note_failed_sign_in(
            tried, locked_out=lockouts.was_locked_out(self.request), at=timezone.now()
        )
        return super().form_invalid(form)


@require_http_methods(["GET", "POST"])
@login_not_required
@for_who_is_halfway
def code(request: HttpRequest, person: Halfway) -> HttpResponse:
    """The second step, for whoever has set it up."""
    user, at = person.user, timezone.now()
    if not factors.has_factor(user):
        return redirect("accounts:enrol")
    if lockouts.is_locked_out(request, user):
        return lockouts.locked_out_page(request)
    key = request.POST.get("credential", "")
    form = CodeForm(request.POST or None, key_answers=bool(key))
    if request.method == "POST" and form.is_valid():
        with_ = second_steps.show(user, code=form.cleaned_data["code"], key=key, at=at)
        if with_:
            return second_step_done(request, person, with_=with_, at=at)
        locked_out = lockouts.note_failure(request, user)
        second_steps.note_wrong_code(user, locked_out=locked_out, at=at)
        form.add_error("code", "Check the code: it is not one that counts now.")
    return render(request, "accounts/code.html", {"form": form, **key_to_show(request, user)})


def key_to_show(request: HttpRequest, user: User) -> dict[str, object]:
    """Return what the page needs to ask a security key, where there is one that can answer."""
    if not (keys.are_offered(request) and factors.has_key(user)):
        return {"key_options": ""}
    return {"key_options": keys.options_to_answer(user)}


@require_http_methods(["GET", "POST"])
@login_not_required
@for_who_is_halfway
def enrol(request: HttpRequest, person: Halfway) -> HttpResponse:
    """The second step, for whoever has none yet: they set one up, and are in."""
    user, at = person.user, timezone.now()
    if factors.has_factor(user):
        return redirect("accounts:code")
    new = new_secret.of(request, user)
    by_key = "credential" in request.POST
    form = CodeForm((not by_key and request.POST) or None, hint=FROM_DEVICE)
    key_form = NewKeyForm((by_key and request.POST) or None)
    asked = key_form if by_key else form
    if request.method == "POST" and asked.is_valid():
        try:
            set_up(user, new, asked, at=at)
        except Refused as refusal:
            asked.add_error(refusal.field or None, str(refusal))
        else:
            return enrolled(request, person, at=at)
    context = {
        "form": form,
        "key_form": key_form,
        "asked": [form, key_form],
        "new": new,
        "key_options": keys.options_to_add(user) if keys.are_offered(request) else "",
    }
    return render(request, "accounts/enrol.html", context)


def set_up(user: User, new: NewSecret | None, form: CodeForm | NewKeyForm, *, at: datetime) -> None:
    """Add the factor that a form speaks of. Raises Refused where it does not work."""
    answers = form.cleaned_data
    if new and isinstance(form, CodeForm):
        operations.add_authenticator(user, secret=new.secret, code=answers["code"], at=at)
        return
    said = keys.new_key(answers["credential"])
    operations.add_key(user, name=answers["name"], credential=said, at=at)


@require_http_methods(["GET", "POST"])
def go_on(request: SignedInRequest) -> HttpResponse:
    """Give somebody back what they typed when their session had ended, and send it for them."""
    typed = kept.of(request, request.user)
    if typed is None:
        return redirect("reviews:my-work")
    if request.method == "POST":
        kept.forget(request)
        return redirect(typed.path, preserve_request=True)
    return render(request, "accounts/go_on.html", {"typed": typed})


@require_POST
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, User):
        trail.record("account.signed_out", by=request.user, at=timezone.now())
    return views.LogoutView.as_view()(request)
