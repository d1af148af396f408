"""
What may go wrong while reminders go out, with real processes: none is lost, none goes out twice.

One exception: a worker that dies after the mail server has said yes and before it could note it
sends that message again, under the same Message-ID.
"""

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from messaging.models import Message
from reminders.models import Reminder, State
from reviews.models import Deadline
from run.processes import waited
from tests.drills.conftest import LONDON, owing

pytestmark = pytest.mark.slow
PATIENCE = 40
MANY = 40
at = partial(datetime, tzinfo=LONDON)
MONDAY = at(2026, 1, 19, 9)


def exactly_once(drill, owed):
    assert drill.counts() == {
        "owed": owed,
        "accepted": owed,
        "lost": 0,
        "twice with the same Message-ID": 0,
        "twice with another": 0,
    }


def settle(drill, clock, *, minutes=10):
    """Tick on from a moment until all is settled."""
    for minute in range(minutes):
        drill.set_clock(clock + timedelta(minutes=minute))
        drill.tick()
        if waited(drill.settled, patience=3):
            return
    raise AssertionError(drill.log())


def test_a_worker_is_killed_after_the_mail_server_said_yes(drill):
    owing(MANY, due_on=MONDAY.date())
    drill.set_clock(MONDAY)
    held = drill.hold("accepted")
    drill.hands = 1  # one message is in them
    drill.start("worker")
    drill.ask("reminders.sweep")
    assert waited(lambda: held.exists() and drill.mail.accepted, patience=PATIENCE), drill.log()
    drill.kill("worker")
    drill.let_go("accepted")
    drill.start("worker")
    settle(drill, MONDAY + timedelta(minutes=2))

    assert drill.counts() == {
        "owed": MANY,
        "accepted": MANY + 1,
        "lost": 0,
        "twice with the same Message-ID": 1,
        "twice with another": 0,
    }


def test_a_worker_is_killed_in_the_middle_of_a_batch(drill):
    owing(MANY, due_on=MONDAY.date())
    drill.set_clock(MONDAY)
    held = drill.hold("batch")
    drill.start("worker")
    drill.ask("reminders.sweep")
    assert waited(held.exists, patience=PATIENCE), drill.log()
    drill.kill("worker")
    drill.let_go("batch")
    drill.start("worker")
    settle(drill, MONDAY + timedelta(minutes=2))

    exactly_once(drill, MANY)


def test_the_broker_is_restarted_with_messages_in_flight(drill):
    owing(MANY, due_on=MONDAY.date())
    drill.set_clock(MONDAY)
    drill.start("worker")
    drill.ask("reminders.sweep")
    assert waited(lambda: len(drill.mail.accepted) > 5, patience=PATIENCE), drill.log()
    drill.kill("broker")
    drill.broker.start()
    settle(drill, MONDAY + timedelta(minutes=2))

    exactly_once(drill, MANY)


def test_the_mail_server_is_away_for_an_hour(drill):
    owing(MANY, due_on=MONDAY.date())
    drill.mail.stop()
    drill.set_clock(MONDAY)
    drill.start("worker")
    for minutes in (0, 2, 5, 15, 35, 60):
        drill.set_clock(MONDAY + timedelta(minutes=minutes))
        drill.tick()
    assert drill.mail.accepted == []
    assert Message.objects.filter(attempts__gt=2).count() == MANY
    drill.mail.start()
    settle(drill, MONDAY + timedelta(minutes=130))

    exactly_once(drill, MANY)


def test_two_beats_run_at_once(drill):
    owing(MANY, due_on=MONDAY.date())
    drill.set_clock(MONDAY)
    drill.start("worker", "beat", "beat-2")
    assert waited(drill.settled, patience=PATIENCE), drill.log()
    more = (drill.folder.path / "done").read_text().count("\n") + 4
    done = drill.folder.path / "done"
    assert waited(lambda: done.read_text().count("\n") > more, patience=PATIENCE)

    exactly_once(drill, MANY)


@pytest.mark.parametrize(
    ("friday", "sunday"),
    [(date(2026, 3, 27), date(2026, 3, 29)), (date(2026, 10, 23), date(2026, 10, 25))],
)
def test_the_clock_is_set_back_and_forward_over_the_change_of_hours(drill, friday, sunday):
    """The step falls on the Sunday on which the hours change; it is told on Monday at seven."""
    owing(MANY, due_on=sunday)
    here = partial(datetime.combine, tzinfo=LONDON)
    monday = sunday + timedelta(days=1)
    night, early = datetime.min.time().replace(hour=1), datetime.min.time().replace(hour=6)
    change = here(sunday, night)
    drill.set_clock(here(friday, night))
    drill.start("worker")
    for moment in (
        here(friday, night),
        change - timedelta(minutes=30),
        change + timedelta(minutes=90),
        change - timedelta(minutes=30),  # set back
        change + timedelta(hours=3),  # and forward
        here(monday, early),
    ):
        drill.set_clock(moment)
        drill.tick()
    assert drill.mail.accepted == []
    settle(drill, here(monday, early) + timedelta(hours=1))
    for hours in (0, 2, -26, 3):
        drill.set_clock(here(monday, early) + timedelta(hours=hours))
        drill.tick()

    exactly_once(drill, MANY)


def test_three_days_of_outage(drill):
    """Step after step falls into it: the last is sent, marked late, the one before was missed."""
    owing(MANY, code="D4", due_on=date(2026, 1, 21))
    Deadline.objects.update(next_step_on=date(2026, 1, 20))
    drill.set_clock(at(2026, 1, 20, 9))
    drill.start("worker")
    drill.tick()
    drill.kill("worker")
    drill.set_clock(at(2026, 1, 23, 9))
    drill.start("worker", "beat")
    assert waited(drill.settled, patience=PATIENCE), drill.log()

    exactly_once(drill, MANY)
    rows = Reminder.objects.order_by("step").values_list("step", "state", "late_by").distinct()
    assert set(rows) == {("due+0", State.MISSED, 0), ("due+1", State.MAILED, 1)}
