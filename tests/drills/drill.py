"""A worker, beats, a broker and a mail server of their own, on a clock that the test sets."""

import json
import logging
import os
import signal
import time
from collections import Counter
from contextlib import ExitStack, suppress
from datetime import datetime
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path

from aiosmtpd.controller import Controller
from celery import Celery
from django.conf import settings
from django.db import connection

from messaging.models import State as Sending
from reminders.models import Reminder, State
from run import commands
from run.broker import Broker
from run.folder import throwaway
from run.packages import ROOT
from run.processes import expect, waited
from tests.live import free_port, in_database

PATIENCE = 40  # seconds
logging.getLogger("mail.log").setLevel(logging.WARNING)
APP = "--app=tests.drills.clocked"


def says(log: Path, word: str) -> bool:
    return word in log.read_text()


class Mail:
    """A mail server that keeps what it accepted. It can go away and come back."""

    def __init__(self) -> None:
        self.port = free_port()
        self.accepted: list[tuple[str, str]] = []  # to whom, and the Message-ID
        self.controller: Controller | None = None

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.accepted.append((envelope.rcpt_tos[0], mail["Message-ID"]))
        return "250 OK"

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        if self.controller:
            self.controller.stop()
        self.controller = None


class Drill:
    def __init__(self, name: str) -> None:
        self.name = name
        self.hands = 2  # of the worker
        self.is_staffed = False  # a worker runs, or is to be started again when it has died
        self.need = ExitStack()

    def __enter__(self) -> "Drill":
        self.folder = self.need.enter_context(throwaway())
        self.broker = Broker(self.folder)
        self.broker.start()
        self.need.callback(self.broker.stop)
        self.mail = Mail()
        self.mail.start()
        self.need.callback(self.mail.stop)
        self.need.callback(self.stop)
        self.queue = Celery(broker=self.broker.url(), set_as_current=False)
        self.queue.conf.task_default_queue = settings.CELERY_TASK_DEFAULT_QUEUE
        return self

    def __exit__(self, *exception: object) -> None:
        self.queue.close()
        self.need.close()

    # The clock

    def set_clock(self, at: datetime) -> None:
        unfinished = self.folder.path / "clock.new"
        unfinished.write_text(json.dumps({"at": at.isoformat(), "since": time.time()}))
        unfinished.replace(self.folder.path / "clock")

    # Processes

    def start(self, *names: str) -> None:
        """Start a worker, or beats: `worker`, `beat`, `beat-2`."""
        started = []
        for name in names:
            self.is_staffed = self.is_staffed or name == "worker"
            command = self.worker() if name == "worker" else self.beat(name)
            log = self.folder.path / f"{name}.log"
            log.unlink(missing_ok=True)
            process = self.folder.processes.start(
                name, commands.here(command), log=log, env=self.environment(), cwd=ROOT
            )
            started.append((process, log))
        for process, log in started:
            word = " ready." if process.name == "worker" else "beat: Starting"
            expect(process, partial(says, log, word), log=log, patience=PATIENCE)

    def worker(self) -> tuple[str, ...]:
        return ("celery", APP, "worker", f"--concurrency={self.hands}", "--loglevel=info")

    def beat(self, name: str) -> tuple[str, ...]:
        kept = f"--schedule={self.folder.path / name}.kept"
        return ("celery", APP, "beat", "--loglevel=info", kept, "--pidfile=")

    def kill(self, name: str) -> None:
        """Kill a process and whatever it started, as a machine that loses its power does."""
        process = self.folder.processes.find(name)
        assert process
        self.is_staffed = self.is_staffed and name != "worker"
        os.killpg(process.pid, signal.SIGKILL)
        assert waited(lambda: not process.is_alive, patience=10)

    def look_after_worker(self) -> None:
        """
        Start a worker again that has died by itself, as `run.py` and the containers do.

        Celery gives up when a task ends in the moment in which it closes what the broker left.
        """
        if self.is_staffed and not self.folder.processes.find("worker"):
            self.start("worker")

    def stop(self) -> None:
        for name in ("beat", "beat-2", "worker"):
            process = self.folder.processes.find(name)
            if process:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def environment(self) -> dict[str, str]:
        here = {name: value for name, value in os.environ.items() if name != "DATABASE_AS_OWNER"}
        database = connection.settings_dict["NAME"]
        return {
            **here,
            "DATABASE_URL": in_database(here["DATABASE_URL"], database),
            "WEB_DATABASE_URL": in_database(here["WEB_DATABASE_URL"], database),
            "REDIS_URL": self.broker.url(),
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail.port}",
            "DEMONSTRATION": "1",
            "DRILL_FOLDER": str(self.folder.path),
        }

    # Work

    def tick(self) -> None:
        """Do what the beat has done every few minutes, and wait until it is done."""
        for job in ("reminders.sweep", "messaging.deliver_waiting"):
            self.wait_for(self.ask(job))

    def ask(self, job: str) -> str:
        return self.queue.send_task(job).id

    def wait_for(self, task_id: str) -> None:
        assert waited(lambda: self.is_done(task_id), patience=PATIENCE), self.log()

    def is_done(self, task_id: str) -> bool:
        self.look_after_worker()
        done = self.folder.path / "done"
        return done.exists() and task_id in done.read_text()

    def hold(self, place: str) -> Path:
        """Have the worker wait at a place; return the file that says that it does."""
        (self.folder.path / f"hold-{place}").touch()
        return self.folder.path / f"held-{place}"

    def let_go(self, place: str) -> None:
        (self.folder.path / f"hold-{place}").unlink()

    def log(self) -> str:
        return (self.folder.path / "worker.log").read_text()[-3000:]

    # What came of it

    def settled(self) -> bool:
        """Test whether every reminder that was noted is settled: sent, or not to be sent."""
        left = Reminder.objects.filter(state=State.WAITING) | Reminder.objects.filter(
            state=State.MAILED
        ).exclude(message__state=Sending.SENT)
        return Reminder.objects.exists() and not left.exists()

    def counts(self) -> dict[str, int]:
        """Print and return how many reminders were lost, how many messages came twice."""
        identities = Counter(identity for _, identity in self.mail.accepted)
        people = Counter(to for to, _ in self.mail.accepted)
        expected = set(
            Reminder.objects.filter(state__in=[State.WAITING, State.MAILED]).values_list(
                "recipient__email", flat=True
            )
        )
        found = {
            "owed": len(expected),
            "accepted": len(self.mail.accepted),
            "lost": len(expected - set(people)),
            "twice with the same Message-ID": sum(n - 1 for n in identities.values()),
            "twice with another": sum(n - 1 for n in people.values())
            - sum(n - 1 for n in identities.values()),
        }
        print(f"\n{self.name}: " + ", ".join(f"{n} {what}" for what, n in found.items()))
        return found
