"""Sign-in through one's own organisation, with a provider that runs here."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.operations import factors
from agencies.models import COMMAND_LINE, User
from audit.models import AuditEvent
from messaging.models import Message
from tests.accounts.authenticators import code_of, enrol
from tests.accounts.provider import CLIENT, SECRET, Provider
from tests.factories.agencies import UserFactory

pytestmark = pytest.mark.django_db
SIGN_IN, START, BACK, CODE, ENROL = (
    reverse(f"accounts:{name}")
    for name in ("sign-in", "single-sign-on", "single-sign-on-back", "code", "enrol")
)


@pytest.fixture
def provider(settings):
    provider = Provider()
    settings.OIDC_SERVER_URL, settings.OIDC_NAME = provider.url, "Northside Council"
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    told = {"client_id": CLIENT, "secret": SECRET}
    where = {**app["settings"], "server_url": provider.url}
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            **settings.SOCIALACCOUNT_PROVIDERS["openid_connect"],
            "APPS": [{**app, **told, "settings": where}],
        }
    }
    yield provider
    provider.stop()


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


def goes_there(client, **more):
    """Press the button, sign in at the provider; return the address one is sent back to."""
    page = client.post(START, more)
    assert page.status_code == 200  # and no redirect: see tests/browser/test_single_sign_on.py
    (there,) = {unescape(found) for found in re.findall(r'(?:url=|href=")(http:[^"]+)"', page.text)}
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
    return back[back.index("/", len("https://")) :]


def comes_back(client, **more):
    return client.get(goes_there(client, **more))


def test_an_invited_person_is_known_by_their_verified_address(client, provider, user):
    assert "Sign in with Northside Council" in client.get(SIGN_IN).content.decode()
    assert comes_back(client).url == ENROL
    bound = SocialAccount.objects.get()
    assert (bound.user_id, bound.provider, bound.uid) == (user.pk, provider.url, "s-1")
    assert AuditEvent.objects.get(event="account.bound").subjects == {"user_id": user.pk}


def test_the_second_factor_is_still_ours(client, provider, user):
    secret = enrol(user, at=timezone.now())
    provider.claims["amr"] = ["pwd", "mfa"]
    assert comes_back(client, next="/reviews/").url == CODE
    assert SESSION_KEY not in client.session
    assert client.post(CODE, {"code": code_of(secret)}).url == "/reviews/"
    signed_in = AuditEvent.objects.get(event="account.signed_in")
    assert signed_in.subjects == {"how": "single-sign-on+authenticator"}


@pytest.mark.parametrize(("amr", "where"), [(["pwd", "mfa"], "/"), (["pwd"], ENROL), (None, ENROL)])
def test_the_providers_counts_where_the_settings_say_so_and_it_says_so(
    client, provider, user, settings, amr, where
):
    settings.OIDC_SECOND_FACTOR_COUNTS = True
    provider.claims |= {"amr": amr} if amr else {}
    assert comes_back(client).url == where
    assert (SESSION_KEY in client.session) is (where == "/")


def test_a_bound_account_is_known_by_its_subject_whatever_its_address(client, provider, user):
    comes_back(client)
    provider.claims["email"] = "married.name@csp.example"
    again = Client()
    assert comes_back(again).url == ENROL
    assert again.session["halfway"]["user"] == user.pk


def refused(client, provider):
    answer = client.get(goes_there(client), follow=True)
    assert answer.request["PATH_INFO"] == SIGN_IN
    assert SESSION_KEY not in client.session
    assert "halfway" not in client.session
    return answer.content.decode()


def test_no_account_is_made(client, provider):
    assert "by invitation" in refused(client, provider)
    assert not User.objects.exists()


@pytest.mark.parametrize("vouches", [False, "true", None])
def test_an_address_that_is_not_vouched_for_opens_nothing(client, provider, user, vouches):
    provider.claims["email_verified"] = vouches
    assert "by invitation" in refused(client, provider)


def test_another_subject_with_the_same_address_opens_nothing(client, provider, user):
    """An address may be given to the next person in the post; an account is not."""
    comes_back(client)
    provider.claims["sub"] = "s-2"
    assert "by invitation" in refused(Client(), provider)


def test_a_closed_account_stays_closed(client, provider, user):
    comes_back(client)
    User.objects.update(is_active=False)
    assert "by invitation" in refused(Client(), provider)


def test_a_token_signed_by_somebody_else_opens_nothing(client, provider, user):
    provider.sign_with = rsa.generate_private_key(65537, 2048)
    assert "did not work" in refused(client, provider)


@pytest.mark.parametrize("claim", [{"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1}])
def test_a_token_that_is_not_for_us_opens_nothing(client, provider, user, claim):
    provider.claims |= claim
    assert "did not work" in refused(client, provider)


def test_a_way_back_works_once_and_in_the_browser_that_set_out(client, provider, user):
    back = goes_there(client)
    assert Client().get(back).url == SIGN_IN
    assert client.get(back).url == ENROL
    assert client.get(back).url == SIGN_IN


@pytest.mark.parametrize("asked", ["", "?error=access_denied", "?code=1&state=2"])
def test_who_comes_back_with_nothing_is_told(client, provider, asked):
    assert "did not work" in client.get(f"{BACK}{asked}", follow=True).content.decode()


def test_a_provider_that_does_not_answer_is_told(client, provider):
    provider.stop()
    assert "did not work" in client.post(START, follow=True).content.decode()


def test_who_is_signed_in_stays_who_they_are(client, provider, user):
    back = goes_there(client)
    client.force_login(UserFactory())
    assert client.get(back).url == "/"


def test_without_the_setting_there_is_nothing(client, settings):
    settings.OIDC_SERVER_URL = ""
    assert "Sign in with" not in client.get(SIGN_IN).content.decode()
    assert client.post(START).status_code == client.get(BACK).status_code == 404


def test_forgotten_factors_are_set_up_again_through_the_provider_too(client, provider, user):
    enrol(user, at=timezone.now())
    factors.forget_factors(user, by=COMMAND_LINE, at=timezone.now())
    assert comes_back(client).url == ENROL


def test_it_leads_to_no_other_site(client, provider, user):
    secret = enrol(user, at=timezone.now())
    comes_back(client, next="https://evil.example/")
    assert urlsplit(client.post(CODE, {"code": code_of(secret)}).url).path == "/"


class TestAPasswordBeside:
    """No way in past the organisation's factors, for whoever has none here."""

    def ask(self, client, settings, *, counts):
        settings.OIDC_SECOND_FACTOR_COUNTS = counts
        page = client.post(reverse("accounts:reset-password"), {"email": "olive@csp.example"})
        assert "on its way" in page.text
        return Message.objects.filter(kind="password_reset").count()

    def test_no_link_goes_to_who_signs_in_there_alone(self, client, provider, user, settings):
        settings.OIDC_SECOND_FACTOR_COUNTS = True
        provider.claims["amr"] = ["pwd", "mfa"]
        comes_back(client)
        assert self.ask(Client(), settings, counts=True) == 0

    def test_one_goes_to_who_has_a_factor_here(self, client, provider, user, settings):
        enrol(user, at=timezone.now())
        comes_back(client)
        assert self.ask(Client(), settings, counts=True) == 1

    def test_and_where_ours_is_asked_for_all_the_same(self, client, provider, user, settings):
        comes_back(client)
        assert self.ask(Client(), settings, counts=False) == 1


def test_a_sign_in_that_is_refused_is_on_the_trail(client, provider):
    provider.claims["email"] = "nobody@else.example"
    comes_back(client)
    client.get(BACK)
    assert AuditEvent.objects.filter(event="account.sign_in_failed").count() == 2
