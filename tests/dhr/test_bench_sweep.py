"""The benchmark of the sweep runs on few deadlines. How fast it is, is for the machine to say."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dhr.benchmark import deadlines
from dhr.management.commands.bench_sweep import AT_ONCE
from messaging.models import Message
from reviews.models import Deadline


def measured():
    out = StringIO()
    call_command("bench_sweep", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.django_db
def test_the_due_ones_are_swept_and_sent_each_time(settings, monkeypatch, mailoutbox):
    settings.DEMONSTRATION = True
    monkeypatch.setattr(deadlines, "REVIEWS", 3)
    deadlines.add(rows=20, due=6)
    deadlines.add(rows=30, due=6)

    for _ in range(2):
        found = measured()
        assert (found["deadlines"], found["due"], found["messages"]) == (30, 6, 3)
    assert Deadline.objects.count() == 30
    kinds = [message.kind for message in Message.objects.filter(state="SENT")]
    assert kinds.count("reminders_due") == 6
    assert kinds.count("stage_moved") == 6 + 2 * AT_ONCE


@pytest.mark.django_db
def test_it_fills_no_database_that_is_not_its_own():
    with pytest.raises(CommandError, match="of its own"):
        call_command("bench_sweep", fill=10)
