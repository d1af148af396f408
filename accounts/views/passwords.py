"""Set a password by the link of an email, or change it: Django's own forms, with our trail."""

from django.conf import settings
from django.contrib.auth import update_session_auth_hash, views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from accounts import lockouts
from accounts.forms import ChangePasswordForm, NewPasswordForm, ResetPasswordForm
from accounts.operations import passwords, second_steps
from accounts.views.doors import for_who_confirmed, no_store
from agencies.http import SignedInRequest
from agencies.models import User
from pages import notices


@require_http_methods(["GET", "POST"])
@login_not_required
def reset_password(request: HttpRequest) -> HttpResponse:
    form = ResetPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        passwords.send_link(email=form.cleaned_data["email"], at=timezone.now())
        context = {"single_sign_on": settings.OIDC_SERVER_URL and settings.OIDC_NAME}
        return render(request, "accounts/password_reset_sent.html", context)
    return render(request, "accounts/password_reset.html", {"form": form})


@method_decorator(login_not_required, name="dispatch")
@method_decorator(no_store, name="dispatch")
class SetPassword(views.PasswordResetConfirmView):
    """Set a password by the link of an email; the link works once."""

    form_class = NewPasswordForm
    template_name = "accounts/set_password.html"
    success_url = reverse_lazy("accounts:sign-in")

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        response = super().form_valid(form)
        passwords.note_password_set(form.user, at=timezone.now())
        notices.done(self.request, "Your password is set. Sign in with it.")
        return response


@require_http_methods(["GET", "POST"])
@for_who_confirmed
def change_password(request: SignedInRequest) -> HttpResponse:
    user, at = request.user, timezone.now()
    if lockouts.is_locked_out(request, user):
        return lockouts.locked_out_page(request)
    form = ChangePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        passwords.note_password_changed(user, here=request.session.session_key or "", at=at)
        notices.done(request, "Your password is changed. Everywhere else you are signed out.")
        return redirect("accounts:your-account")
    if form.has_error("old_password", "password_incorrect"):
        second_steps.note_failed_sign_in(
            user, locked_out=lockouts.note_failure(request, user), at=at
        )
    return render(request, "accounts/change_password.html", {"form": form})
