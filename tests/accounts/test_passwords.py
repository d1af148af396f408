"""What a password may be, how pages ask for one, and what it opens by itself."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.password_validation import validate_password
from django.urls import reverse
from django.utils import timezone

from accounts.forms import (
    ChangePasswordForm,
    ConfirmForm,
    NewPasswordForm,
    ResetPasswordForm,
    SignInForm,
)
from agencies.models import User
from tests.accounts.authenticators import enrol
from tests.factories.agencies import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
SIGN_IN, CODE, ENROL = (reverse(f"accounts:{name}") for name in ("sign-in", "code", "enrol"))
LONG = " Every Letter of it counts, as does the space before it. " * 2  # 114 letters


def sign_in(client, user, password):
    return client.post(SIGN_IN, {"username": user.email, "password": password})


@pytest.mark.parametrize(
    "password",
    [
        "onlysmallletters", "ONLY CAPITAL LETTERS", "4815162342108", "żółw i jaszczurka", "🐢" * 12,
        LONG, "é" * 1000,
    ],
)  # fmt: skip
def test_any_letters_will_do_and_any_number_of_them_from_twelve(password):
    validate_password(password, user=User(email="olive@csp.example", full_name="Olive Hart"))


def test_a_long_one_opens_as_it_was_typed(client):
    user = UserFactory(password=LONG)
    assert sign_in(client, user, LONG).url == ENROL


@pytest.mark.parametrize("typed", [LONG.strip(), LONG.lower(), LONG[:72], LONG[:64], LONG[:-1]])
def test_one_that_is_nearly_the_same_does_not(client, typed):
    user = UserFactory(password=LONG)
    assert sign_in(client, user, typed).status_code == 200
    assert "halfway" not in client.session


def test_it_does_not_grow_too_old(client):
    user = UserFactory()
    with time_machine.travel(timezone.now() + timedelta(days=3650)):
        assert sign_in(client, user, PASSWORD).url == ENROL


def inputs():
    user = UserFactory()
    forms = (
        SignInForm(), NewPasswordForm(user), ChangePasswordForm(user),
        ConfirmForm(user=user, has_factor=False, key_answers=False),
    )  # fmt: skip
    return [str(form[name]) for form in forms for name in form.fields if "password" in name]


def test_every_page_masks_it_and_lets_a_password_manager_fill_it_in():
    found = inputs()
    assert len(found) == 7
    for written in found:
        assert 'type="password"' in written
        assert re.search(r'autocomplete="(?:current|new)-password"', written), written
        longest = re.search(r'maxlength="(\d+)"', written)
        assert longest is None or int(longest[1]) >= 64


def test_what_is_wrong_is_said_with_what_mends_it():
    user = UserFactory(password=LONG)
    assert ChangePasswordForm(user, {}).errors == {
        "old_password": ["Enter your old password"],
        "new_password1": ["Enter a new password"],
        "new_password2": ["Enter the new password once more"],
    }
    told = {"old_password": "no", "new_password1": "three plain words", "new_password2": "three"}
    assert ChangePasswordForm(user, told).errors == {
        "old_password": ["Check the old password: it is not right."],
        "new_password2": ["The two passwords are not the same. Type the new one twice."],
    }
    assert next(iter(ChangePasswordForm(user).fields)) == "old_password"


@pytest.mark.parametrize(
    ("typed", "is_long_enough"), [("elf letters", False), ("twelve words", True)]
)
def test_the_hint_says_how_long_it_has_to_be(typed, is_long_enough):
    form = NewPasswordForm(UserFactory(), {"new_password1": typed, "new_password2": typed})
    assert "At least 12 characters" in str(form["new_password1"].help_text)
    assert form.is_valid() is is_long_enough


def test_no_script_of_ours_hinders_pasting(settings):
    scripts = sorted((settings.BASE_DIR / "static" / "js").glob("*.js"))
    assert scripts
    for script in scripts:
        assert not re.search(r"\b(?:on)?paste\b", script.read_text()), script


def test_there_are_no_hints_and_no_secret_questions():
    """A forgotten password asks for the address alone, and an account has nowhere for an answer."""
    assert set(ResetPasswordForm().fields) == {"email"}
    assert set(NewPasswordForm(User()).fields) == {"new_password1", "new_password2"}
    names = [field.name for field in User._meta.get_fields()]
    assert [name for name in names if re.search("hint|question|answer", name)] == []


def test_a_new_one_by_email_passes_by_no_second_factor(client, run_queued, mailoutbox):
    user = UserFactory(email="olive@csp.example")
    enrol(user, at=timezone.now())
    with run_queued():
        client.post(reverse("accounts:reset-password"), {"email": user.email})
    form = client.get(re.search(r"/set-password/\S+", mailoutbox[0].body)[0], follow=True)
    chosen = {"new_password1": LONG, "new_password2": LONG}
    assert client.post(form.request["PATH_INFO"], chosen).url == SIGN_IN
    assert SESSION_KEY not in client.session
    assert sign_in(client, user, LONG).url == CODE
    assert SESSION_KEY not in client.session


def test_a_new_database_knows_nobody():
    assert not User.objects.exists()
