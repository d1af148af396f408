"""
The Celery application on a clock that a drill sets: `celery --app=tests.drills.clocked worker`.

It notes each task that has ended, and can be held at a place where a drill then kills it.
"""

import json
import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from celery.signals import task_postrun, worker_process_init
from django.utils import timezone

FOLDER = Path(os.environ["DRILL_FOLDER"])


def now() -> datetime:
    """Return the moment that the drill has set, going on from there."""
    told = json.loads((FOLDER / "clock").read_text())
    gone = time.time() - told["since"]
    return datetime.fromisoformat(told["at"]) + timedelta(seconds=gone)


timezone.now = now  # before Celery and the tasks look at it

from dhr.celery import app  # noqa: E402

app.conf.broker_transport_options = {
    **app.conf.broker_transport_options,
    "visibility_timeout": 3,
    "unacked_restore_interval": 1,
}
app.conf.beat_schedule = {
    "reminders": {"task": "reminders.sweep", "schedule": 1},
    "left behind": {"task": "messaging.deliver_waiting", "schedule": 1},
}
app.conf.worker_cancel_long_running_tasks_on_connection_loss = False


@task_postrun.connect
def note(task_id: str, **kwargs: object) -> None:
    with (FOLDER / "done").open("a") as done:
        done.write(f"{task_id}\n")


@worker_process_init.connect
def hold(**kwargs: object) -> None:
    """Wait at the places that drills kill a worker at, for as long as they ask for it."""
    from messaging import post
    from messaging.models import Message
    from reminders.operations import letters

    Message.mark_sent = held("accepted", Message.mark_sent, after=0)  # type: ignore[method-assign]
    letters.post = SimpleNamespace(send=held("batch", post.send, after=20))


def held(place, function, *, after):
    calls = 0

    def waiting(*args, **kwargs):
        nonlocal calls
        calls += 1
        if (FOLDER / f"hold-{place}").exists() and calls > after:
            (FOLDER / f"held-{place}").touch()
            time.sleep(60)
        return function(*args, **kwargs)

    return waiting
