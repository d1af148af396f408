"""Sessions end by themselves, and can be ended from elsewhere."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts import tasks
from accounts.devices import device_of
from accounts.models import Session
from tests.factories.agencies import UserFactory

pytestmark = pytest.mark.django_db

EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0"


@pytest.fixture
def start():
    return timezone.now()


@pytest.fixture
def signed_in(client, start):
    with time_machine.travel(start, tick=False):
        client.force_login(UserFactory())
    return client


def opens(client, at):
    with time_machine.travel(at, tick=False):
        return client.get("/").status_code == 200


def test_an_idle_session_ends(signed_in, start):
    assert opens(signed_in, start + timedelta(minutes=59))
    assert opens(signed_in, start + timedelta(minutes=118))
    assert not opens(signed_in, start + timedelta(minutes=179))


def test_one_in_use_ends_after_twelve_hours(signed_in, start):
    for minutes in range(0, 12 * 60, 50):
        assert opens(signed_in, start + timedelta(minutes=minutes)), minutes
    assert not opens(signed_in, start + timedelta(hours=12, seconds=1))


def test_the_times_are_settings(signed_in, start, settings):
    settings.SESSION_IDLE = timedelta(minutes=5)
    assert opens(signed_in, start + timedelta(minutes=10))
    assert not opens(signed_in, start + timedelta(minutes=16))


def test_use_is_noted_once_a_minute(signed_in, start, django_assert_num_queries):
    row = Session.objects.get(user__isnull=False)
    opens(signed_in, start + timedelta(seconds=59))
    assert Session.objects.get(pk=row.pk).last_used_at == row.last_used_at
    opens(signed_in, start + timedelta(seconds=61))
    assert Session.objects.get(pk=row.pk).last_used_at == start + timedelta(seconds=61)


def test_a_new_password_ends_every_session(client):
    user = UserFactory()
    client.force_login(user)
    user.set_password("three unrelated words")
    user.save()
    assert client.get("/").url.startswith("/sign-in/")


def test_a_row_says_whose_it_is_and_signed_out_it_does_not(client):
    user = UserFactory()
    client.force_login(user)
    row = Session.objects.get(user=user)
    assert str(row) == f"session of user {user.pk}"
    client.post(reverse("accounts:sign-out"))
    assert not Session.objects.filter(pk=row.pk).exists()


def test_rows_of_sessions_that_ended_are_removed_a_day_later(signed_in, start):
    with time_machine.travel(start + timedelta(hours=24), tick=False):
        tasks.forget_ended_sessions()
        assert Session.objects.exists()
    with time_machine.travel(start + timedelta(hours=26), tick=False):
        tasks.forget_ended_sessions()
        assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (EDGE, "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0", "Firefox on Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1", "Safari on an iPhone"),
        ("curl/8", "A browser"),
        ("", "A browser"),
    ],
)  # fmt: skip
def test_a_browser_is_called_by_what_its_owner_knows_it_by(agent, words):
    assert device_of(agent) == words
