import re

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE, User
from agencies.operations import accounts
from audit.models import AuditEvent
from messaging.models import Message
from tests.accounts.authenticators import code_of, enrol
from tests.factories.agencies import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_a_person_signs_in_and_out_with_any_case_of_their_address(client):
    user = UserFactory(email="olive@csp.example")
    secret = enrol(user, at=timezone.now())
    told = {"username": "Olive@CSP.example", "password": PASSWORD}
    assert client.post(reverse("accounts:sign-in"), told).url == reverse("accounts:code")
    assert client.post(reverse("accounts:code"), {"code": code_of(secret)}).url == "/"
    signed_in = AuditEvent.objects.get(event="account.signed_in")
    assert signed_in.actor_id == user.pk
    assert signed_in.subjects == {"how": "password+authenticator"}
    assert client.post(reverse("accounts:sign-out")).status_code == 302
    assert client.get("/").url.startswith(reverse("accounts:sign-in"))
    assert AuditEvent.objects.filter(event="account.signed_out").exists()


@pytest.mark.parametrize("email", ["olive@csp.example", "nobody@csp.example"])
def test_a_wrong_password_and_an_unknown_address_look_the_same(client, email):
    UserFactory(email="olive@csp.example")
    told = {"username": email, "password": "wrong"}
    page = client.post(reverse("accounts:sign-in"), told).content.decode()
    assert "they do not match" in page
    assert AuditEvent.objects.filter(event="account.sign_in_failed").count() == 1


def test_who_is_signed_out_is_asked_to_sign_in_and_comes_back(client):
    response = client.get("/reviews/")
    assert response.url == "/sign-in/?next=/reviews/"


def test_signing_out_twice_is_signing_out(client):
    assert client.post(reverse("accounts:sign-out")).status_code == 302


def test_an_invited_person_sets_a_password_by_the_link_once(client, run_queued, mailoutbox):
    with run_queued():
        accounts.invite(
            email="New@Agency.example", full_name="New Person", by=COMMAND_LINE, at=timezone.now()
        )
    sent = mailoutbox[0]
    assert sent.to == ["new@agency.example"]
    assert "New Person" not in sent.body
    link = re.search(r"/set-password/\S+", sent.body)[0]
    form = client.get(link, follow=True)
    chosen = {"new_password1": "three unrelated words", "new_password2": "three unrelated words"}
    done = client.post(form.request["PATH_INFO"], chosen, follow=True)
    assert "Your password is set" in done.content.decode()
    told = {"username": "new@agency.example", "password": "three unrelated words"}
    assert client.post(reverse("accounts:sign-in"), told).url == reverse("accounts:enrol")
    client.post(reverse("accounts:sign-out"))
    assert "no longer works" in client.get(link, follow=True).content.decode()


def test_a_forgotten_password_says_the_same_to_everybody(client):
    UserFactory(email="olive@csp.example")
    UserFactory(email="gone@csp.example", is_active=False)
    pages = {
        client.post(reverse("accounts:reset-password"), {"email": email}).content
        for email in ("olive@csp.example", "gone@csp.example", "nobody@csp.example")
    }
    bare = {re.sub(rb'csrf\w*" value="[^"]+"|"X-CSRFToken": "[^"]+"', b"", page) for page in pages}
    assert len(bare) == 1
    assert Message.objects.get().kind == "password_reset"


def test_an_address_that_is_none_is_told(client):
    page = client.post(reverse("accounts:reset-password"), {"email": "olive"}).content.decode()
    assert "like name@example.com" in page


def test_accounts_say_nothing_of_their_person_in_logs():
    user = UserFactory()
    assert str(user) == f"user {user.pk}"
    assert user.get_full_name() == user.full_name
    assert User.objects.get_by_natural_key(user.email.upper()) == user


def test_pages_of_the_signed_in_are_kept_in_no_cache(client):
    client.force_login(UserFactory())
    assert client.get("/")["Cache-Control"] == "no-store"
