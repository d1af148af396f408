"""Sign in and out, and set a password: Django's own views, in our words and with our trail."""

from django.contrib.auth import login, views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from agencies.forms.accounts import ResetPasswordForm, SignInForm
from agencies.models import User
from agencies.operations import accounts
from audit import trail
from pages import notices


@method_decorator(login_not_required, name="dispatch")
class SignIn(views.LoginView):
    """Sign in by email and password."""

    template_name = "agencies/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        login(self.request, user)
        trail.record("account.signed_in", by=user, at=timezone.now())
        return redirect(self.get_success_url())

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        # Who was tried is kept as a number only where there is an account: the trail takes no words
        tried = User.objects.filter(email__iexact=form.data.get("username", "")).first()
        user_id = tried.pk if tried else 0
        trail.record("account.sign_in_failed", by=None, at=timezone.now(), user_id=user_id)
        return super().form_invalid(form)


@require_http_methods(["POST"])
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, User):
        trail.record("account.signed_out", by=request.user, at=timezone.now())
    return views.LogoutView.as_view()(request)


@require_http_methods(["GET", "POST"])
@login_not_required
def reset_password(request: HttpRequest) -> HttpResponse:
    form = ResetPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        accounts.send_password_link(email=form.cleaned_data["email"], at=timezone.now())
        return render(request, "agencies/password_reset_sent.html")
    return render(request, "agencies/password_reset.html", {"form": form})


@method_decorator(login_not_required, name="dispatch")
class SetPassword(views.PasswordResetConfirmView):
    """Set a password by the link of an email; the link works once."""

    template_name = "agencies/set_password.html"
    success_url = reverse_lazy("agencies:sign-in")

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        trail.record("account.password_set", by=form.user, at=timezone.now())
        notices.done(self.request, "Your password is set. Sign in with it.")
        return super().form_valid(form)
