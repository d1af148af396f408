"""`manage.py send_due_reminders`"""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories.reviews import ReviewFactory
from tests.reminders.conftest import clock


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("send_due_reminders", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def printed(moment):
    return json.loads(run("--json", "--as-of", moment)[0])


def test_says_what_was_sent(decision, mailoutbox):
    assert printed("2026-01-19T09:00") == {"queued": 1, "sent": 1, "skipped": []}
    assert printed("2026-01-19T09:05") == {"queued": 0, "sent": 0, "skipped": []}
    assert len(mailoutbox) == 1


def test_says_what_was_not_and_why(decision, officer, mailoutbox):
    clock(ReviewFactory(reference="AB-DHR-9"), "D16", due_on=date(2026, 1, 19))

    assert printed("2026-01-19T22:00:00+00:00") == {
        "queued": 0,
        "sent": 0,
        "skipped": [
            {
                "reason": "It waits for working hours, or for tomorrow's message",
                "review": "AB-DHR-3",
                "code": "D4",
                "step": "start+14",
                "recipient": officer.pk,
            },
            {
                "reason": "Nobody is left in the review to tell",
                "review": "AB-DHR-9",
                "code": "D16",
                "step": "due+0",
                "recipient": None,
            },
        ],
    }
    assert mailoutbox == []


def test_says_it_in_words(decision, mailoutbox):
    out, err = run("--as-of", "2026-01-28T22:00")
    assert out == ""
    assert err.splitlines() == [
        "0 reminders queued, 0 sent, 2 skipped",
        "  1: A later reminder took its place",
        "  1: It waits for working hours, or for tomorrow's message",
    ]


def test_a_day_is_its_first_moment(decision):
    assert printed("2026-01-19")["skipped"][0]["code"] == "D4"
    assert printed("2026-01-19")["sent"] == 0


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["yesterday", "2026-02-30", "2026-01-19T25:00"])
def test_what_is_no_moment_is_refused(said):
    with pytest.raises(CommandError, match="--as-of"):
        run("--as-of", said)


@pytest.mark.django_db
def test_nobody_in_particular_sends_them():
    with pytest.raises(CommandError, match="leave out --as"):
        run("--as", "somebody@agency.example")


@pytest.mark.django_db
def test_now_is_meant_where_nothing_is_said(mailoutbox):
    assert run("--json")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["9999-12-31", "9999-12-31T23:59:59+00:00", "0001-01-01"])
def test_a_moment_beyond_any_review_is_refused_with_the_range(said):
    with pytest.raises(CommandError, match="from 1990-01-01 to 2199-12-31"):
        run("--as-of", said)


def test_the_last_day_of_the_range_is_answered(decision):
    assert printed("2199-12-31")["queued"] == 1
