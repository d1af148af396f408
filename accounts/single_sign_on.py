"""
Single sign-on with the one OpenID Connect provider that the settings name.

allauth carries state and PKCE, fetches the token and checks it. Whom the provider speaks for is
decided here: an account that exists, by the subject bound to it.
"""

from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit, statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from jwt import PyJWTError
from requests import RequestException

PROVIDER = "oidc"
FAULTS = (OAuth2Error, RequestException, PyJWTError, LookupError, ValueError)
SEVERAL_FACTORS = "mfa"  # RFC 8176: the provider asked for more than one


class CannotTell(Exception):
    """The provider did not say who is there, or did not say it so that it can be believed."""


@dataclass(frozen=True)
class Said:
    """What the provider says of whoever signed in there."""

    issuer: str
    subject: str
    verified_email: str  # empty where it does not vouch for one
    asked_several_factors: bool
    way: str


class Adapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """allauth's, with our own address to come back to, and every signature checked."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return f"{settings.BASE_URL}{reverse('accounts:single-sign-on-back')}"

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        said: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return said


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    oauth2_adapter_class = Adapter


def provider(request: HttpRequest) -> Provider:
    app = get_adapter().get_app(request, provider=PROVIDER)
    return Provider(request, app=app)


def lead_there(request: HttpRequest, *, way: str) -> str:
    """Return the address of the provider to sign in at. Raises CannotTell where it is silent."""
    try:
        answer = provider(request).redirect(request, process="login", next_url=way)
    except FAULTS as fault:
        raise CannotTell from fault
    return str(answer.url)


def hear(request: HttpRequest) -> Said:
    """Return what the provider says, once somebody comes back from it. Raises CannotTell."""
    here = provider(request)
    state_id = request.GET.get("state", "")
    state = statekit.unstash_state(request, provider_id=here.sub_id, state_id=state_id)
    if state is None or "code" not in request.GET:
        raise CannotTell
    try:
        adapter = here.get_oauth2_adapter(request)
        client = adapter.get_client(request, here.app)
        token = adapter.get_access_token_data(
            request, here.app, client, pkce_code_verifier=state["pkce_code_verifier"]
        )
        claims = adapter._decode_id_token(here.app, token["id_token"])
        return Said(
            issuer=str(claims["iss"]),
            subject=str(claims["sub"]),
            verified_email=str(claims["email"]) if claims.get("email_verified") is True else "",
            asked_several_factors=SEVERAL_FACTORS in claims.get("amr", []),
            way=state.get("next") or "",
        )
    except FAULTS as fault:
        raise CannotTell from fault
