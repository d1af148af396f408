"""The key of an authenticator being set up: sealed in the session until a code proves it."""

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from agencies.models import User
from privacy.seal import seal, unseal

KEY = "new_secret"


@dataclass(frozen=True)
class NewSecret:
    secret: str
    picture: SafeString  # a QR code, as SVG within the page

    @property
    def in_groups(self) -> str:
        """The key as somebody types it into an authenticator on their desktop."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


def of(request: HttpRequest, user: User) -> NewSecret:
    """Return the key being set up: a new one the first time, and the same until it is used."""
    if KEY not in request.session:
        request.session[KEY] = seal(generate_totp_secret())
    secret = unseal(request.session[KEY])
    adapter = get_adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    # Made by the library from numbers: no words of anybody stand in it
    picture = mark_safe(svg[svg.index("<svg") :])  # noqa: S308
    return NewSecret(secret=secret, picture=picture)


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
