"""Two steps: a password, and something that one holds. Nobody is signed in after the first."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.urls import reverse
from django.utils import timezone

from accounts import factors
from agencies.models import User
from audit.models import AuditEvent
from tests.accounts.authenticators import code_of, enrol
from tests.factories.accounts import DemonstrationAccountFactory
from tests.factories.agencies import PASSWORD, UserFactory
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
SIGN_IN, CODE, ENROL = (reverse(f"accounts:{name}") for name in ("sign-in", "code", "enrol"))


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


@pytest.fixture
def secret(user):
    return enrol(user, at=timezone.now())


def give_password(client, user, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": user.email, "password": password, **more})


def is_signed_in(client):
    return SESSION_KEY in client.session and client.get("/").status_code == 200


class TestSecondStep:
    def test_a_password_alone_opens_nothing(self, client, user, secret):
        assert give_password(client, user).url == CODE
        assert not is_signed_in(client)
        for closed in ("/", "/reviews/", "/your-account/", "/agencies/"):
            assert client.get(closed).url.startswith("/sign-in/?next=")

    def test_a_code_lets_in_and_leads_on(self, client, user, secret):
        give_password(client, user, next="/reviews/")
        assert client.post(CODE, {"code": code_of(secret)}).url == "/reviews/"
        assert is_signed_in(client)

    @pytest.mark.parametrize(
        "elsewhere", ["https://evil.example/", "//evil.example", "\\\\evil.example"]
    )
    def test_nobody_is_led_to_another_site(self, client, user, secret, elsewhere):
        give_password(client, user, next=elsewhere)
        assert client.post(CODE, {"code": code_of(secret)}).url == "/"

    def test_a_code_may_be_typed_in_groups(self, client, user, secret):
        give_password(client, user)
        code = code_of(secret)
        assert client.post(CODE, {"code": f" {code[:3]} {code[3:]} "}).url == "/"

    @pytest.mark.parametrize("code", ["000000", "", "abcdef", "٣٤٥٦٧٨", "1" * 31, "\x00"])
    def test_a_wrong_code_does_not(self, client, user, secret, code):
        give_password(client, user)
        page = client.post(CODE, {"code": code})
        assert page.status_code == 200
        assert "Error:" in page.content.decode()
        assert not is_signed_in(client)

    def test_a_wrong_code_is_recorded(self, client, user, secret):
        give_password(client, user)
        client.post(CODE, {"code": "000000"})
        failed = AuditEvent.objects.get(event="account.code_failed")
        assert (failed.actor_id, failed.subjects) == (None, {"user_id": user.pk})

    def test_a_recovery_code_lets_in_once(self, client, user, secret):
        (code, *_) = factors.recovery_codes(user)
        give_password(client, user)
        assert client.post(CODE, {"code": code}).url == "/"
        assert AuditEvent.objects.get(event="account.recovery_code_used").actor_id == user.pk
        client.logout()
        give_password(client, user)
        assert client.post(CODE, {"code": code}).status_code == 200
        assert not is_signed_in(client)

    def test_it_must_follow_within_ten_minutes(self, client, user, secret):
        give_password(client, user)
        with time_machine.travel(timezone.now() + timedelta(minutes=10, seconds=1)):
            answer = client.post(CODE, {"code": code_of(secret)}, follow=True)
        assert "within ten minutes" in answer.content.decode()
        assert SESSION_KEY not in client.session

    def test_it_is_for_whoever_did_the_first(self, client, secret):
        assert client.post(CODE, {"code": code_of(secret)}).url == SIGN_IN
        assert client.get(ENROL).url == SIGN_IN

    def test_a_new_password_makes_the_first_step_worthless(self, client, user, secret):
        give_password(client, user)
        user.set_password("three unrelated words")
        user.save()
        assert client.post(CODE, {"code": code_of(secret)}).url == SIGN_IN

    def test_so_does_closing_the_account(self, client, user, secret):
        give_password(client, user)
        User.objects.update(is_active=False)
        assert client.post(CODE, {"code": code_of(secret)}).url == SIGN_IN

    def test_it_is_that_person_and_nobody_else_who_is_let_in(self, client, user, secret):
        other = UserFactory()
        theirs = enrol(other, at=timezone.now())
        give_password(client, user)
        client.post(CODE, {"code": code_of(theirs)})
        assert not is_signed_in(client)

    def test_the_session_gets_a_new_key_at_each_step(self, client, user, secret):
        client.get(ENROL)
        give_password(client, user)
        halfway = client.session.session_key
        client.post(CODE, {"code": code_of(secret)})
        assert client.session.session_key != halfway
        assert "halfway" not in client.session

    def test_its_pages_are_kept_in_no_cache(self, client, user, secret):
        give_password(client, user)
        assert "no-store" in client.get(CODE)["Cache-Control"]

    def test_who_is_signed_in_needs_none_of_it(self, client, user, secret):
        client.force_login(user)
        assert client.get(CODE).url == client.get(ENROL).url == client.get(SIGN_IN).url == "/"


class TestEnrolment:
    def test_who_has_no_factor_sets_one_up_before_anything_opens(self, client, user):
        assert give_password(client, user, next="/reviews/").url == ENROL
        assert client.get(CODE).url == ENROL
        assert not is_signed_in(client)
        secret = secret_on(client.get(ENROL))
        assert "Keep your recovery codes" in client.post(ENROL, {"code": code_of(secret)}).text
        assert is_signed_in(client)
        assert factors.has_factor(user)
        added = AuditEvent.objects.get(event="account.factor_added")
        assert (added.actor_id, added.subjects["kind"]) == (user.pk, "authenticator")

    def test_then_ten_recovery_codes_are_shown_once_on_the_way(self, client, user):
        give_password(client, user, next="/reviews/")
        page = Html(client.post(ENROL, {"code": code_of(secret_on(client.get(ENROL)))}).text)
        codes = set(factors.recovery_codes(user))
        assert codes <= {each.text for each in page.all("li")}
        assert page.find("a", role="button")["href"] == "/reviews/"
        for address in (ENROL, reverse("accounts:your-account")):
            seen = client.get(address, follow=True).text
            assert not any(code in seen for code in codes)

    def test_the_key_is_the_same_when_the_page_is_opened_again(self, client, user):
        give_password(client, user)
        assert secret_on(client.get(ENROL)) == secret_on(client.get(ENROL))

    def test_it_stands_there_as_picture_and_as_text(self, client, user):
        give_password(client, user)
        page = client.get(ENROL).content.decode()
        assert "<svg" in page
        assert "<?xml" not in page
        assert "style=" not in page

    def test_a_wrong_code_sets_nothing_up_and_keeps_the_key(self, client, user):
        give_password(client, user)
        before = secret_on(client.get(ENROL))
        page = client.post(ENROL, {"code": "000000"})
        assert "Check the code" in page.content.decode()
        assert secret_on(page) == before
        assert not factors.has_factor(user)

    def test_another_person_at_this_browser_gets_another_key(self, client, user):
        give_password(client, user)
        first = secret_on(client.get(ENROL))
        give_password(client, UserFactory())
        assert secret_on(client.get(ENROL)) != first

    def test_who_has_a_factor_cannot_add_another_with_the_password_alone(
        self, client, user, secret
    ):
        give_password(client, user)
        assert client.get(ENROL).url == CODE
        assert client.post(ENROL, {"code": code_of(secret)}).url == CODE
        assert factors.of(user).count() == 1


def secret_on(page):
    return (
        Html(page.content.decode()).find("strong", **{"class": "app-secret"}).text.replace(" ", "")
    )


class TestDemonstration:
    @pytest.fixture
    def invented(self):
        user = UserFactory(email="olive@calderwick.example")
        DemonstrationAccountFactory(user=user)
        return user

    def test_its_people_sign_in_with_their_password_and_the_page_says_so(
        self, client, invented, settings
    ):
        settings.DEMONSTRATION = True
        assert "are not asked for a code" in client.get(SIGN_IN).content.decode()
        assert give_password(client, invented).url == "/"
        assert is_signed_in(client)

    def test_nowhere_else(self, client, invented, settings):
        settings.DEMONSTRATION = False
        assert "not asked for a code" not in client.get(SIGN_IN).content.decode()
        assert give_password(client, invented).url == ENROL
        assert not is_signed_in(client)

    def test_who_is_invited_to_it_sets_up_a_factor(self, client, user, settings):
        settings.DEMONSTRATION = True
        assert give_password(client, user).url == ENROL

    def test_a_mark_on_a_real_address_counts_for_nothing(self, client, settings):
        settings.DEMONSTRATION = True
        user = UserFactory(email="olive@council.gov.uk")
        DemonstrationAccountFactory(user=user)
        assert give_password(client, user).url == ENROL

    def test_who_set_a_factor_up_is_asked_for_it(self, client, invented, settings):
        settings.DEMONSTRATION = True
        enrol(invented, at=timezone.now())
        assert give_password(client, invented).url == CODE
