import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts import factors as having
from accounts.models import Session
from accounts.operations import factors
from accounts.operations.sessions import end_sessions
from agencies.access import Refused
from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from messaging.models import Message
from tests.accounts.authenticators import code_of, enrol
from tests.factories.agencies import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def user():
    return UserFactory(email="olive@csp.example")


def events(name):
    return AuditEvent.objects.filter(event=name)


class TestAuthenticator:
    def test_a_code_counts_once(self, user, at):
        secret = enrol(user, at=at)
        assert having.use_code(user, code_of(secret)) == "authenticator"
        assert having.use_code(user, code_of(secret)) == ""

    def test_an_older_code_does_not_count_after_a_newer_one(self, user, at):
        secret = enrol(user, at=at, steps=0)
        assert having.use_code(user, code_of(secret, steps=-1)) == ""
        assert having.use_code(user, code_of(secret, steps=1)) == "authenticator"

    def test_a_code_of_a_minute_ago_does_not_count(self, user, at):
        secret = enrol(user, at=at)
        with time_machine.travel(at, tick=False):
            assert having.use_code(user, code_of(secret, steps=2)) == ""
            assert having.use_code(user, code_of(secret, steps=-2)) == ""

    def test_a_wrong_code_sets_nothing_up(self, user, at):
        with pytest.raises(Refused, match="Check the code"):
            factors.add_authenticator(user, secret="JBSWY3DPEHPK3PXP", code="000000", at=at)
        assert not having.has_factor(user)

    def test_a_new_one_takes_the_place_of_the_old(self, user, at):
        old, new = enrol(user, at=at), enrol(user, at=at)
        assert having.use_code(user, code_of(old)) == ""
        assert having.use_code(user, code_of(new)) == "authenticator"

    def test_its_key_rests_sealed(self, user, at):
        secret = enrol(user, at=at)
        rows = Authenticator.objects.filter(user=user).values_list("data", flat=True)
        assert len(rows) == 2
        assert secret not in str(list(rows)) or "plain:" in str(list(rows))
        assert all(re.match(r"\w+:", row.get("secret") or row["seed"]) for row in rows)


class TestRecoveryCodes:
    def test_there_are_ten_and_each_counts_once(self, user, at):
        enrol(user, at=at)
        codes = having.recovery_codes(user)
        assert len(set(codes)) == 10
        assert having.use_code(user, codes[3]) == "recovery"
        assert having.use_code(user, codes[3]) == ""
        assert having.recovery_codes(user) == codes[:3] + codes[4:]

    def test_new_ones_make_the_old_ones_worthless(self, user, at):
        enrol(user, at=at)
        old = having.recovery_codes(user)
        factors.renew_recovery_codes(user, at=at)
        assert not set(old) & set(having.recovery_codes(user))
        assert having.use_code(user, old[0]) == ""
        assert events("account.recovery_codes_renewed").get().actor_id == user.pk

    def test_who_has_no_factor_has_no_codes(self, user):
        assert having.recovery_codes(user) == []
        assert having.use_code(user, "12345678") == ""


class TestRemoving:
    def test_the_last_factor_stays(self, user, at):
        enrol(user, at=at)
        row = having.of(user).get()
        with pytest.raises(Refused, match="only second factor"):
            factors.remove_factor(user, factor_id=row.pk, at=at)
        assert having.of(user).get() == row

    def test_one_of_two_goes(self, user, at):
        secret = enrol(user, at=at)
        factors.add_key(user, name="blue key", credential={}, at=at)
        row = having.authenticator_of(user)
        factors.remove_factor(user, factor_id=row.pk, at=at)
        assert having.use_code(user, code_of(secret)) == ""
        assert having.has_key(user)
        assert events("account.factor_removed").get().subjects["kind"] == "authenticator"

    def test_nobody_removes_what_is_not_theirs(self, user, at):
        other = UserFactory()
        enrol(other, at=at)
        with pytest.raises(Authenticator.DoesNotExist):
            factors.remove_factor(user, factor_id=having.of(other).get().pk, at=at)


class TestForgetting:
    def test_everything_goes_and_a_link_comes(self, user, at, client, run_queued, mailoutbox):
        secret = enrol(user, at=at)
        codes = having.recovery_codes(user)
        client.force_login(user)
        with run_queued():
            factors.forget_factors(user, by=COMMAND_LINE, at=at)
        assert not having.every_row_of(user).exists()
        assert having.use_code(user, code_of(secret)) == ""
        assert having.use_code(user, codes[0]) == ""
        assert client.get("/").url.startswith("/sign-in/")
        (letter,) = mailoutbox
        assert letter.to == ["olive@csp.example"]
        assert "/set-password/" in letter.body
        assert events("account.factors_forgotten").get().subjects == {"user_id": user.pk}

    def test_the_old_password_enrols_nobody(self, user, at):
        """Whoever stole it must not be the one who sets up the new factor."""
        factors.forget_factors(user, by=COMMAND_LINE, at=at)
        user.refresh_from_db()
        assert not user.has_usable_password()

    def test_other_people_keep_theirs(self, user, at, client):
        other = UserFactory()
        secret = enrol(other, at=at)
        client.force_login(other)
        factors.forget_factors(user, by=COMMAND_LINE, at=at)
        assert having.use_code(other, code_of(secret)) == "authenticator"
        assert Session.objects.filter(user=other).count() == 1


class TestEndingSessions:
    def test_the_next_request_is_signed_out(self, user, at, client):
        client.force_login(user)
        assert client.get("/").status_code == 200
        assert end_sessions(user, by=COMMAND_LINE, at=at) == 1
        assert client.get("/").url.startswith("/sign-in/")
        assert events("account.sessions_ended").get().subjects == {
            "user_id": user.pk,
            "sessions": 1,
        }

    def test_one_may_stay(self, user, at, client):
        client.force_login(user)
        assert end_sessions(user, by=user, at=at, but=client.session.session_key) == 0
        assert client.get("/").status_code == 200

    def test_others_stay(self, user, at, client):
        client.force_login(UserFactory())
        end_sessions(user, by=COMMAND_LINE, at=at)
        assert client.get("/").status_code == 200


def test_a_person_is_told_of_a_change_but_not_of_their_first_enrolment(user, at):
    enrol(user, at=at)
    assert not Message.objects.exists()
    factors.add_key(user, name="blue key", credential={}, at=at)
    assert Message.objects.get().kind == "sign_in_changed"
