"""What the pages of an account ask."""

from typing import Any

from django import forms as django_forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm

from agencies.models import User
from pages import fields, forms

CODE = "6 digits from your authenticator, or one of your recovery codes."


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Check the email address and the password: they do not match.",
        "inactive": "This account is closed. Ask the partnership that invited you.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["username"].label = "Email address"
        self.fields["username"].error_messages["required"] = "Enter your email address"
        self.fields["password"].error_messages["required"] = "Enter your password"


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A new password, typed twice."""

    error_messages = {
        "password_mismatch": "The two passwords are not the same. Type the new one twice.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, again = self.fields["new_password1"], self.fields["new_password2"]
        first.help_text = (
            "At least 12 characters, unlike your name and email address, and not one that many "
            "people use."
        )
        first.error_messages["required"] = "Enter a new password"
        again.label, again.help_text = "New password once more", ""
        again.error_messages["required"] = "Enter the new password once more"


class ChangePasswordForm(NewPasswordForm, PasswordChangeForm):
    """The same, by somebody who knows the old one."""

    error_messages = {
        **NewPasswordForm.error_messages,
        "password_incorrect": "Check the old password: it is not right.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].error_messages["required"] = "Enter your old password"


class ResetPasswordForm(forms.Form):
    email = fields.EmailField(label="Email address", autocomplete="email")


class CodeForm(forms.Form):
    """A code, as people type it: with or without spaces."""

    code = fields.LineField(
        label="Code",
        help_text=CODE,
        width=10,
        max_length=30,
        autocomplete="one-time-code",
        error_messages={"required": "Enter the code"},
    )

    def __init__(
        self, *args: Any, hint: str = CODE, key_answers: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = hint
        self.fields["code"].required = not key_answers

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split())


class NewKeyForm(forms.Form):
    """A security key that has just answered; the script of the page fills in what it said."""

    name = fields.LineField(
        label="Name of the key",
        help_text="So that you know it again, such as “blue key” or “work laptop”.",
        width=20,
        max_length=40,
        required=False,
    )
    credential = django_forms.CharField(widget=django_forms.HiddenInput, max_length=20_000)

    def clean_name(self) -> str:
        return self.cleaned_data["name"].strip() or "Security key"


class ConfirmForm(forms.Form):
    """Who is still there? The password, and a code where there is something to show one."""

    password = django_forms.CharField(
        label="Password",
        widget=django_forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        max_length=4096,
        error_messages={"required": "Enter your password"},
    )
    code = fields.LineField(
        label="Code",
        help_text=CODE,
        width=10,
        max_length=30,
        autocomplete="one-time-code",
        error_messages={"required": "Enter the code"},
    )

    def __init__(
        self, *args: Any, user: User, has_factor: bool, key_answers: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not user.has_usable_password():
            del self.fields["password"]
        if not has_factor:
            del self.fields["code"]
        elif key_answers:
            self.fields["code"].required = False

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split())
