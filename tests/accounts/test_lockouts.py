"""Whoever guesses is locked out, and learns nothing by it."""

import re
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts.lockouts import KNOWN_FOR, LIMITS, network_of
from accounts.operations.lockouts import unlock
from accounts.queries.lockouts import locked_out
from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from tests.accounts.authenticators import code_of, enrol
from tests.factories.accounts import DemonstrationAccountFactory
from tests.factories.agencies import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
SIGN_IN, CODE = reverse("accounts:sign-in"), reverse("accounts:code")
AT_ONE_ADDRESS, OF_ONE_ACCOUNT, OF_ONE_ADDRESS = LIMITS.values()


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


def tries(client, email="olive@csp.example", password="wrong", times=1, **more):
    for _ in range(times):
        answer = client.post(SIGN_IN, {"username": email, "password": password}, **more)
    return answer


def test_the_right_password_is_refused_after_five_wrong_ones(client, user):
    assert tries(client, times=AT_ONE_ADDRESS - 1).status_code == 200
    assert tries(client).status_code == 429
    answer = tries(client, password=PASSWORD)
    assert answer.status_code == 429
    assert "Wait 30 minutes" in answer.content.decode()
    assert AuditEvent.objects.filter(event="account.locked_out").first().subjects == {
        "user_id": user.pk
    }


def test_four_wrong_ones_are_forgiven(client, user):
    tries(client, times=AT_ONE_ADDRESS - 1)
    assert tries(client, password=PASSWORD).status_code == 302


def test_the_page_does_not_tell_whether_there_is_an_account(client, user):
    pages = {
        tries(client, email=email, times=AT_ONE_ADDRESS + 1).content
        for email in ("olive@csp.example", "nobody@csp.example")
    }
    bare = {re.sub(rb'csrf\w*" value="[^"]+"|"X-CSRFToken": "[^"]+"', b"", page) for page in pages}
    assert len(bare) == 1


def test_letters_typed_another_way_are_the_same_account(client, user):
    tries(client, times=AT_ONE_ADDRESS - 1)
    assert tries(client, email=" OLIVE@csp.example").status_code == 429


def test_it_passes(client, user):
    tries(client, times=AT_ONE_ADDRESS)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert tries(client, password=PASSWORD).status_code == 302


def test_trying_while_locked_out_does_not_make_it_longer(client, user):
    tries(client, times=AT_ONE_ADDRESS)
    start = timezone.now()
    with time_machine.travel(start + timedelta(minutes=20)):
        tries(client)
    with time_machine.travel(start + timedelta(minutes=31)):
        assert tries(client, password=PASSWORD).status_code == 302


def test_somebody_else_at_the_same_address_is_not_locked_out(client, user):
    tries(client, email="other@csp.example", times=AT_ONE_ADDRESS + 1)
    assert tries(client, password=PASSWORD).status_code == 302


def test_an_account_tried_from_many_addresses_is_locked_out(client, user):
    for number in range(OF_ONE_ACCOUNT):
        tries(client, REMOTE_ADDR=f"10.0.0.{number}")
    assert tries(client, password=PASSWORD, REMOTE_ADDR="10.0.1.1").status_code == 429


def test_an_address_that_tries_many_accounts_is_locked_out(client, user):
    for number in range(OF_ONE_ADDRESS):
        tries(client, email=f"person{number}@csp.example")
    assert tries(client, password=PASSWORD).status_code == 429
    assert tries(client, password=PASSWORD, REMOTE_ADDR="10.0.1.1").status_code == 302


class TestCodes:
    @pytest.fixture
    def secret(self, user):
        return enrol(user, at=timezone.now())

    def test_wrong_codes_lock_out_like_wrong_passwords(self, client, user, secret):
        tries(client, password=PASSWORD)
        for _ in range(AT_ONE_ADDRESS - 1):
            assert client.post(CODE, {"code": "000000"}).status_code == 200
        assert client.post(CODE, {"code": "000000"}).status_code == 429
        assert client.post(CODE, {"code": code_of(secret)}).status_code == 429
        assert AuditEvent.objects.filter(event="account.locked_out").count() == 1

    def test_a_right_password_in_between_gives_no_new_guesses(self, client, user, secret):
        for _ in range(AT_ONE_ADDRESS - 1):
            tries(client, password=PASSWORD)
            client.post(CODE, {"code": "000000"})
        tries(client, password=PASSWORD)
        assert client.post(CODE, {"code": "000000"}).status_code == 429

    def test_a_whole_sign_in_forgets_the_failures_of_that_account_alone(self, client, user, secret):
        tries(client, times=2)
        tries(client, email="other@csp.example", times=2)
        tries(client, password=PASSWORD)
        client.post(CODE, {"code": code_of(secret)})
        assert [each.username for each in AccessAttempt.objects.all()] == ["other@csp.example"]

    def test_no_code_is_kept_of_those_that_failed(self, client, user, secret):
        tries(client, password=PASSWORD)
        client.post(CODE, {"code": "424242"})
        kept = AccessAttempt.objects.get()
        assert "424242" not in kept.post_data


class TestUnlocking:
    def test_it_lets_in_again(self, client, user):
        tries(client, times=AT_ONE_ADDRESS)
        assert locked_out(at=timezone.now()) == {user.email}
        unlock(user, by=COMMAND_LINE, at=timezone.now())
        assert locked_out(at=timezone.now()) == set()
        assert tries(client, password=PASSWORD).status_code == 302
        assert AuditEvent.objects.get(event="account.unlocked").subjects == {"user_id": user.pk}

    def test_who_failed_a_few_times_is_not_locked_out(self, client, user):
        tries(client, times=AT_ONE_ADDRESS - 1)
        assert locked_out(at=timezone.now()) == set()

    def test_who_was_tried_from_everywhere_is(self, client, user):
        for number in range(OF_ONE_ACCOUNT):
            tries(client, REMOTE_ADDR=f"10.0.0.{number}")
        assert locked_out(at=timezone.now()) == {user.email}


class TestSpite:
    """Whoever fails on purpose, from as many addresses as they like, keeps no owner out."""

    HOME, ELSEWHERE = "192.0.2.7", "198.51.100.7"

    @pytest.fixture(autouse=True)
    def _in_a_demonstration(self, settings, user):
        settings.DEMONSTRATION = True  # a password is a whole sign-in
        DemonstrationAccountFactory(user=user)

    def spite(self, client):
        for number in range(OF_ONE_ACCOUNT):
            tries(client, REMOTE_ADDR=f"10.0.0.{number}")

    def owner_signs_in(self, client, address):
        answer = tries(client, password=PASSWORD, REMOTE_ADDR=address)
        client.logout()
        return answer.status_code == 302

    def test_the_owner_comes_in_from_where_they_signed_in_before(self, client, user):
        assert self.owner_signs_in(client, self.HOME)
        self.spite(client)
        assert not self.owner_signs_in(client, self.ELSEWHERE)
        assert self.owner_signs_in(client, self.HOME)

    def test_a_stranger_is_kept_out_everywhere_else(self, client, user):
        self.owner_signs_in(client, self.HOME)
        self.spite(client)
        assert tries(client, REMOTE_ADDR="10.0.9.9").status_code == 429

    def test_whoever_guesses_from_there_is_locked_out_after_five(self, client, user):
        self.owner_signs_in(client, self.HOME)
        self.spite(client)
        for _ in range(AT_ONE_ADDRESS):
            tries(client, REMOTE_ADDR=self.HOME)
        assert not self.owner_signs_in(client, self.HOME)

    def test_a_sign_in_of_somebody_else_makes_no_address_known(self, client, user):
        other = DemonstrationAccountFactory(user__email="other@csp.example").user
        tries(client, email=other.email, password=PASSWORD, REMOTE_ADDR=self.HOME)
        client.logout()
        self.spite(client)
        assert not self.owner_signs_in(client, self.HOME)

    def test_an_address_is_forgotten_after_a_month(self, client, user):
        self.owner_signs_in(client, self.HOME)
        with time_machine.travel(timezone.now() + KNOWN_FOR + timedelta(minutes=1)):
            self.spite(client)
            assert not self.owner_signs_in(client, self.HOME)

    def test_a_password_alone_makes_no_address_known(self, client, settings, user):
        settings.DEMONSTRATION = False
        tries(client, password=PASSWORD, REMOTE_ADDR=self.HOME)  # and then no code
        self.spite(client)
        assert tries(client, password=PASSWORD, REMOTE_ADDR=self.HOME).status_code == 429

    def test_a_household_of_many_addresses_is_one(self, client, user):
        self.owner_signs_in(client, "2001:db8:0:7::1")
        self.spite(client)
        for number in range(AT_ONE_ADDRESS):
            tries(client, REMOTE_ADDR=f"2001:db8:0:7::{number + 2}")
        assert not self.owner_signs_in(client, "2001:db8:0:7::99")
        assert not self.owner_signs_in(client, "2001:db8:0:8::1")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("2001:db8:0:7:8:9:a:b", "2001:db8:0:7::"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("one of us", None),
    ],
)
def test_who_may_choose_among_addresses_is_counted_as_one(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_every_limit_is_one_that_axes_counts():
    assert set(LIMITS) == {("username", "ip_address"), ("username",), ("ip_address",)}


@pytest.mark.parametrize(
    "told", [{"username": "a\0b"}, {"password": "a\0b"}, {"username": "\0", "password": "\0"}]
)
def test_what_no_database_can_keep_is_a_wrong_sign_in_like_any(client, told):
    page = client.post(
        reverse("accounts:sign-in"), {"username": "a@b.example", "password": "x", **told}
    )
    assert page.status_code == 200
    assert "There is a problem" in page.text
