"""What somebody typed when their session had ended is not lost."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts import kept
from accounts.models import Session
from accounts.operations.sessions import end_sessions
from tests.accounts.authenticators import code_of, enrol
from tests.factories.agencies import PASSWORD, PostFactory, UserFactory

pytestmark = pytest.mark.django_db
GO_ON = reverse("accounts:go-on")
ADD = reverse("agencies:add-agency")
TYPED = {"name": "Meadow Housing Trust", "kind": "HOUSING", "csrfmiddlewaretoken": "x" * 64}


@pytest.fixture
def start():
    return timezone.now()


@pytest.fixture
def officer(start):
    return PostFactory(user__email="olive@csp.example").user


def sends_too_late(client, user, start, typed=TYPED, path=ADD):
    """Sign in, type for two hours, send; then stay at that moment."""
    with time_machine.travel(start, tick=False):
        client.force_login(user)
    with time_machine.travel(start + timedelta(hours=2), tick=False):
        return client.post(path, typed)


def signs_in(client, user, at, **more):
    with time_machine.travel(at, tick=False):
        secret = enrol(user, at=at)
        client.post(
            reverse("accounts:sign-in"), {"username": user.email, "password": PASSWORD, **more}
        )
        return client.post(reverse("accounts:code"), {"code": code_of(secret)})


@pytest.fixture
def later(start):
    return start + timedelta(hours=2, minutes=1)


def test_it_waits_and_is_sent_after_signing_in_again(client, officer, start, later):
    assert sends_too_late(client, officer, start).url.startswith("/sign-in/?next=")
    assert signs_in(client, officer, later).url == GO_ON
    with time_machine.travel(later, tick=False):
        page = client.get(GO_ON).content.decode()
        assert "Meadow Housing Trust" in page
        answer = client.post(GO_ON, TYPED)
        assert (answer.status_code, answer.url) == (307, ADD)
        done = client.post(ADD, TYPED, follow=True)
        assert "Meadow Housing Trust is in the directory" in done.content.decode()
        assert client.get(GO_ON).url == "/"


def test_somebody_else_does_not_get_it(client, officer, start, later):
    sends_too_late(client, officer, start)
    assert signs_in(client, UserFactory(), later).url == "/"
    with time_machine.travel(later, tick=False):
        assert client.get(GO_ON).url == "/"
        assert kept.KEY not in client.session


def test_it_rests_sealed(client, officer, start):
    sends_too_late(client, officer, start)
    with time_machine.travel(start + timedelta(hours=2), tick=False):
        assert client.session[kept.KEY].partition(":")[0].isalnum()


def test_secrets_and_tokens_are_not_kept(client, officer, start, later):
    typed = {**TYPED, "old_password": "my secret words", "code": "123456"}
    sends_too_late(client, officer, start, typed)
    signs_in(client, officer, later)
    with time_machine.travel(later, tick=False):
        page = client.get(GO_ON).content.decode()
    assert "my secret words" not in page
    assert "123456" not in page
    assert "x" * 64 not in page


def test_markup_that_was_typed_is_shown_as_it_was_typed(client, officer, start, later):
    sends_too_late(client, officer, start, {"name": '"><script>alert(1)</script> is here'})
    signs_in(client, officer, later)
    with time_machine.travel(later, tick=False):
        page = client.get(GO_ON).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_file_is_said_not_to_be_kept(client, officer, start, later, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("words")
    with path.open("rb") as file:
        sends_too_late(client, officer, start, {**TYPED, "letter": file})
    signs_in(client, officer, later)
    with time_machine.travel(later, tick=False):
        assert "The file was not kept" in client.get(GO_ON).content.decode()


def test_too_much_is_not_kept(client, officer, start):
    sends_too_late(client, officer, start, {"name": "w" * (kept.LONGEST + 1)})
    assert kept.KEY not in client.session


def test_nothing_is_kept_of_a_stranger_nor_of_a_session_that_was_ended(client, officer, start):
    client.post(ADD, TYPED)
    assert kept.KEY not in client.session
    client.force_login(officer)
    end_sessions(officer, by=officer, at=start)
    client.post(ADD, TYPED)
    assert kept.KEY not in client.session


def test_nothing_is_kept_of_a_half_way_session(client, officer, start):
    with time_machine.travel(start, tick=False):
        client.post(reverse("accounts:sign-in"), {"username": officer.email, "password": PASSWORD})
        assert Session.objects.get().user_id is None
    with time_machine.travel(start + timedelta(hours=2), tick=False):
        client.post(ADD, TYPED)
        assert kept.KEY not in client.session
