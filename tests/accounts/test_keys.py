"""Security keys and passkeys, with a key made of software."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts import factors, keys
from tests.accounts.authenticators import enrol
from tests.accounts.security_key import SecurityKey
from tests.factories.agencies import PASSWORD, UserFactory
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
SIGN_IN, CODE, ENROL, ADD = (
    reverse(f"accounts:{name}") for name in ("sign-in", "code", "enrol", "add-key")
)
SECURE = {"secure": True}  # browsers ask keys over https only


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


def options_on(client, page, kind):
    (form,) = Html(client.get(page, **SECURE).content.decode()).all("form", **{"data-key": kind})
    return form.get("data-options")


def give_password(client, user):
    told = {"username": user.email, "password": PASSWORD}
    return client.post(SIGN_IN, told, **SECURE)


@pytest.fixture
def key(client, user):
    """A key that its owner set up when they first signed in; they are signed out again."""
    key = SecurityKey()
    give_password(client, user)
    said = key.create(options_on(client, ENROL, "create"))
    answer = client.post(ENROL, {"name": "blue key", "credential": said}, **SECURE)
    assert "Keep your recovery codes" in answer.text
    assert SESSION_KEY in client.session
    client.logout()
    return key


def test_a_key_lets_in(client, user, key):
    assert factors.of(user).get().data["name"] == "blue key"
    give_password(client, user)
    said = key.get(options_on(client, CODE, "get"))
    assert client.post(CODE, {"credential": said}, **SECURE).url == "/"
    assert factors.of(user).get().last_used_at


def test_an_answer_counts_once(client, user, key):
    give_password(client, user)
    said = key.get(options_on(client, CODE, "get"))
    client.post(CODE, {"credential": said}, **SECURE)
    client.logout()
    give_password(client, user)
    client.get(CODE, **SECURE)
    assert client.post(CODE, {"credential": said}, **SECURE).status_code == 200
    assert SESSION_KEY not in client.session


def test_an_answer_given_to_another_site_does_not(client, user, key):
    key.origin = "https://testserver.evil.example"
    give_password(client, user)
    said = key.get(options_on(client, CODE, "get"))
    assert client.post(CODE, {"credential": said}, **SECURE).status_code == 200


def test_a_key_of_somebody_else_does_not(client, user, key):
    give_password(client, user)
    said = SecurityKey().get(options_on(client, CODE, "get"))
    assert client.post(CODE, {"credential": said}, **SECURE).status_code == 200


@pytest.mark.parametrize("nonsense", ["x", "[]", "{}", '{"id": 1}', '"words"', "null", "9" * 5000])
def test_nonsense_is_refused_in_words(client, user, key, nonsense):
    give_password(client, user)
    client.get(CODE, **SECURE)
    page = client.post(CODE, {"credential": nonsense}, **SECURE)
    assert "Check the code" in page.content.decode()
    client.force_login(user)
    client.get(ADD, **SECURE)
    page = client.post(ADD, {"credential": nonsense}, **SECURE)
    assert "did not answer" in page.content.decode()
    assert factors.of(user).count() == 1


def test_an_answer_without_a_question_does_not_count(client, user):
    client.force_login(user)
    enrol(user, at=timezone.now())
    said = SecurityKey().create('{"publicKey": {"challenge": "AAAA"}}')
    page = client.post(ADD, {"name": "", "credential": said}, **SECURE)
    assert "did not answer" in page.content.decode()


def test_a_second_one_is_added_in_ones_account(client, user, key):
    client.force_login(user)
    said = SecurityKey().create(options_on(client, ADD, "create"))
    assert client.post(ADD, {"name": " ", "credential": said}, **SECURE).url == "/your-account/"
    names = [row.data["name"] for row in factors.of(user)]
    assert names == ["blue key", "Security key"]


def test_where_no_browser_would_ask_a_key_the_page_says_so(client, user):
    client.force_login(user)
    page = client.get(ADD, REMOTE_ADDR="127.0.0.1").content.decode()
    assert "not such an address" in page
    assert "data-key" not in page


@pytest.mark.parametrize(
    ("host", "secure", "offered"),
    [
        ("dhr.council.gov.uk", True, True),
        ("dhr.council.gov.uk", False, False),
        ("localhost:8000", False, True),
        ("127.0.0.1:8000", False, False),
        ("127.0.0.1", True, False),
        ("[::1]:8000", True, False),
    ],
)
def test_keys_are_offered_where_browsers_ask_them(settings, host, secure, offered):
    settings.ALLOWED_HOSTS = ["*"]
    asking = RequestFactory().get("/", HTTP_HOST=host, secure=secure)
    assert keys.are_offered(asking) is offered
