"""Secrets are drawn so that nobody can foretell one, and are long enough not to be guessed."""

import random
from math import log2

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.utils import timezone

from accounts import factors
from accounts.sessions import SessionStore
from guests.models import new_code, new_secret
from tests.accounts.authenticators import enrol
from tests.factories.agencies import UserFactory

DRAWN = {
    "key of a session": lambda: SessionStore()._get_new_session_key(),
    "secret of a link": new_secret,
    "code for a link": lambda: [new_code() for _ in range(5)],
    "key of an authenticator": generate_totp_secret,
    "seed of recovery codes": RecoveryCodes.generate_seed,
}


@pytest.mark.django_db
@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN.keys())
def test_it_does_not_come_from_the_generator_that_can_be_foretold(draw):
    before = random.getstate()
    try:
        random.seed(7)
        first = draw()
        random.seed(7)
        assert draw() != first
    finally:
        random.setstate(before)


@pytest.mark.django_db
def test_the_key_of_a_session_has_more_than_128_bits():
    keys = [SessionStore()._get_new_session_key() for _ in range(50)]
    assert len(set(keys)) == len(keys)
    letters = set("".join(keys))
    assert len(letters) > 30
    assert min(len(key) for key in keys) * log2(len(letters)) > 128


@pytest.mark.django_db
def test_a_code_to_be_typed_has_more_than_20_bits():
    user = UserFactory()
    enrol(user, at=timezone.now())
    codes = [*factors.recovery_codes(user), new_code().replace(" ", "")]
    assert len(codes) == 11
    for code in codes:
        assert code.isdecimal()
        assert len(code) * log2(10) > 20
