"""One's own account: how one signs in, and where one is signed in."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import factors
from accounts.operations import factors as operations
from audit.models import AuditEvent
from messaging.models import Message
from tests.accounts.authenticators import code_of, enrol
from tests.factories.accounts import DemonstrationAccountFactory
from tests.factories.agencies import PASSWORD, UserFactory
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
PAGE, CONFIRM, PASSWORDS, AUTHENTICATOR, RENEW, EVERYWHERE = (
    reverse(f"accounts:{name}")
    for name in (
        "your-account", "confirm", "change-password", "add-authenticator",
        "renew-recovery-codes", "sign-out-everywhere",
    )
)  # fmt: skip
NEW = "three unrelated words"
LATER = timedelta(minutes=16)


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


@pytest.fixture
def secret(user):
    return enrol(user, at=timezone.now())


@pytest.fixture
def signed_in(client, user, secret):
    client.force_login(user)
    return client


def changes_password(client, old=PASSWORD):
    told = {"old_password": old, "new_password1": NEW, "new_password2": NEW}
    return client.post(PASSWORDS, told)


class TestThePage:
    def test_it_is_linked_from_the_name_in_the_header(self, signed_in, user):
        (link,) = Html(signed_in.get("/").content.decode()).all("a", href=PAGE)
        assert link.text == user.full_name

    def test_it_shows_factors_codes_and_browsers(self, signed_in, user):
        operations.add_key(user, name="blue key", credential={}, at=timezone.now())
        page = signed_in.get(PAGE)
        text = Html(page.content.decode()).text
        for words in ("Authenticator", "blue key", "10 recovery codes", "(this one)"):
            assert words in text
        assert page["Cache-Control"] == "no-store"

    def test_it_shows_ones_own_and_nobody_elses(self, signed_in):
        other = UserFactory()
        operations.add_key(other, name="their key", credential={}, at=timezone.now())
        row = factors.of(other).get()
        Client(headers={"user-agent": "Opera OPR/1"}).force_login(other)
        assert "their key" not in signed_in.get(PAGE).content.decode()
        path = reverse("accounts:remove-factor", args=[row.pk])
        assert signed_in.post(path).status_code == 404
        assert factors.of(other).exists()


class TestConfirming:
    @pytest.fixture
    def later(self, signed_in):
        with time_machine.travel(timezone.now() + LATER):
            yield signed_in

    @pytest.mark.parametrize("path", [PASSWORDS, AUTHENTICATOR, reverse("accounts:add-key")])
    def test_a_change_asks_again_after_a_quarter_of_an_hour(self, later, path):
        assert later.get(path).url == f"{CONFIRM}?next={path.replace('/', '%2F')}"

    def test_so_does_what_is_only_sent(self, later, user):
        old = factors.recovery_codes(user)
        assert later.post(RENEW).url.startswith(CONFIRM)
        row = factors.of(user).get()
        path = reverse("accounts:remove-factor", args=[row.pk])
        assert later.post(path).url.startswith(CONFIRM)
        assert changes_password(later).url.startswith(CONFIRM)
        assert factors.recovery_codes(user) == old

    def test_password_and_code_let_on(self, later, secret):
        told = {"password": PASSWORD, "code": code_of(secret), "next": PASSWORDS}
        assert later.post(CONFIRM, told).url == PASSWORDS
        assert later.get(PASSWORDS).status_code == 200

    @pytest.mark.parametrize("told", [{"password": "wrong"}, {"code": "000000"}])
    def test_one_of_them_does_not(self, later, secret, told):
        page = later.post(CONFIRM, {"password": PASSWORD, "code": code_of(secret), **told})
        assert "it does not match" in page.content.decode()
        assert later.get(PASSWORDS).url.startswith(CONFIRM)

    def test_guessing_locks_out(self, later):
        for _ in range(5):
            answer = later.post(CONFIRM, {"password": "wrong", "code": "000000"})
        assert answer.status_code == 429
        assert later.get(CONFIRM).status_code == 429

    def test_it_leads_to_no_other_site(self, later, secret):
        told = {"password": PASSWORD, "code": code_of(secret), "next": "https://evil.example/"}
        assert later.post(CONFIRM, told).url == PAGE

    def test_who_has_no_password_shows_a_code(self, client, user, secret):
        user.set_unusable_password()
        user.save()
        client.force_login(user)
        with time_machine.travel(timezone.now() + LATER):
            assert "Password" not in Html(client.get(CONFIRM).content.decode()).find("form").text
            assert client.post(CONFIRM, {"code": code_of(secret)}).url == PAGE

    def test_somebody_invented_shows_a_password(self, client, settings):
        settings.DEMONSTRATION = True
        user = DemonstrationAccountFactory(user__email="a@calderwick.example").user
        client.force_login(user)
        assert client.post(CONFIRM, {"password": PASSWORD}).url == PAGE
        assert client.post(CONFIRM, {"password": "wrong"}).status_code == 200


class TestPassword:
    def test_a_change_ends_every_other_session(self, signed_in, user):
        elsewhere = Client()
        elsewhere.force_login(user)
        assert changes_password(signed_in).url == PAGE
        assert signed_in.get("/").status_code == 200
        assert elsewhere.get("/").url.startswith("/sign-in/")
        assert AuditEvent.objects.get(event="account.password_changed").actor_id == user.pk
        assert Message.objects.get().kind == "sign_in_changed"

    def test_it_asks_for_the_old_one(self, signed_in, user):
        assert changes_password(signed_in, old="wrong").status_code == 200
        user.refresh_from_db()
        assert user.check_password(PASSWORD)

    def test_guessing_the_old_one_locks_out(self, signed_in, user):
        for _ in range(5):
            answer = changes_password(signed_in, old="wrong")
        assert answer.status_code == 429
        assert changes_password(signed_in).status_code == 429
        user.refresh_from_db()
        assert user.check_password(PASSWORD)

    def test_who_signs_in_through_their_organisation_has_none_to_change(self, signed_in, user):
        user.set_unusable_password()
        user.save()
        signed_in.force_login(user)
        page = Html(signed_in.get(PAGE).content.decode())
        assert "through your organisation" in page.text
        assert not page.all("a", href=PASSWORDS)

    def test_a_weak_one_is_refused_with_the_reason(self, signed_in):
        told = {"old_password": PASSWORD, "new_password1": "password", "new_password2": "password"}
        assert "at least 12 characters" in signed_in.post(PASSWORDS, told).content.decode()


class TestFactors:
    def test_a_new_authenticator_replaces_the_old(self, signed_in, user, secret):
        page = Html(signed_in.get(AUTHENTICATOR).content.decode())
        assert "takes the place" in page.text
        new = page.find("strong", **{"class": "app-secret"}).text.replace(" ", "")
        assert signed_in.post(AUTHENTICATOR, {"code": code_of(new, steps=-1)}).url == PAGE
        assert factors.use_code(user, code_of(new)) == "authenticator"
        assert factors.use_code(user, code_of(secret)) == ""

    def test_a_wrong_code_replaces_nothing(self, signed_in, user, secret):
        signed_in.get(AUTHENTICATOR)
        assert "Check the code" in signed_in.post(AUTHENTICATOR, {"code": "0"}).content.decode()
        assert factors.use_code(user, code_of(secret)) == "authenticator"

    def test_the_last_one_is_not_removed_and_the_page_says_why(self, signed_in, user):
        row = factors.of(user).get()
        assert "Your only one" in signed_in.get(PAGE).content.decode()
        path = reverse("accounts:remove-factor", args=[row.pk])
        answer = signed_in.post(path, follow=True)
        assert "only second factor" in answer.content.decode()
        assert factors.has_factor(user)

    def test_one_of_two_is(self, signed_in, user):
        operations.add_key(user, name="blue key", credential={}, at=timezone.now())
        row = factors.authenticator_of(user)
        signed_in.post(reverse("accounts:remove-factor", args=[row.pk]))
        assert [each.data["name"] for each in factors.of(user)] == ["blue key"]

    def test_new_recovery_codes_are_shown_once(self, signed_in, user):
        page = signed_in.post(RENEW)
        codes = factors.recovery_codes(user)
        assert len(codes) == 10
        assert all(code in page.content.decode() for code in codes)
        assert "no-store" in page["Cache-Control"]
        assert Html(page.content.decode()).find("a", role="button")["href"] == PAGE
        for address in (PAGE, AUTHENTICATOR, RENEW, f"{PAGE}recovery-codes/"):
            seen = signed_in.get(address).content.decode()
            assert not any(code in seen for code in codes)

    def test_those_there_are_can_only_give_way_to_new_ones(self, signed_in, user):
        before = factors.recovery_codes(user)
        page = signed_in.post(RENEW).content.decode()
        assert not any(code in page for code in before)

    def test_the_first_factor_of_somebody_invented_comes_with_codes_and_may_go(
        self, client, settings
    ):
        settings.DEMONSTRATION = True
        user = DemonstrationAccountFactory(user__email="a@calderwick.example").user
        client.force_login(user)
        page = Html(client.get(AUTHENTICATOR).content.decode())
        new = page.find("strong", **{"class": "app-secret"}).text.replace(" ", "")
        page = client.post(AUTHENTICATOR, {"code": code_of(new)}).content.decode()
        assert all(code in page for code in factors.recovery_codes(user))
        row = factors.of(user).get()
        client.post(reverse("accounts:remove-factor", args=[row.pk]))
        assert not factors.every_row_of(user).exists()


def test_signing_out_everywhere_is_here_too(signed_in, user):
    elsewhere = Client()
    elsewhere.force_login(user)
    assert "signed out everywhere" in signed_in.post(EVERYWHERE, follow=True).content.decode()
    for browser in (signed_in, elsewhere):
        assert browser.get("/").url.startswith("/sign-in/")


def test_whoever_shows_again_who_they_are_gets_a_new_key(signed_in, secret, settings):
    before = signed_in.session.session_key
    told = {"password": PASSWORD, "code": code_of(secret)}
    assert signed_in.post(reverse("accounts:confirm"), told).status_code == 302
    assert signed_in.session.session_key not in (before, None)
    assert signed_in.get(PAGE).status_code == 200
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = before
    assert thief.get(PAGE).status_code == 302
