from django.contrib.auth.forms import AuthenticationForm

from pages import fields, forms


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


class ResetPasswordForm(forms.Form):
    email = fields.EmailField(label="Email address", autocomplete="email")
