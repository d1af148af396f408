"""Real processes for tests: a worker on the test database, and the whole app on its own."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from dhr.celery import app as celery_app
from run import commands
from run.app import HOST, App
from run.folder import Folder, throwaway
from run.packages import ROOT
from run.processes import Record, expect

SERVERS = ("DATABASE_URL", "WEB_DATABASE_URL", "REDIS_URL", "DATABASE_AS_OWNER")


@dataclass(frozen=True)
class LiveApp:
    url: str
    folder: Folder
    environment: dict[str, str]

    def manage(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run a management command on the app's data. The test asserts on its exit code."""
        return subprocess.run(
            commands.here(("python", "manage.py"), *arguments),
            input=given,
            capture_output=True,
            text=True,
            env=self.environment,
            cwd=ROOT,
        )

    def mail(self) -> list[Path]:
        """Return what was sent, oldest first."""
        return sorted((self.folder.path / "mail").glob("*.eml"))


@contextmanager
def running_app(**told: str) -> Iterator[LiveApp]:
    """Serve the app, told also what stands here."""
    with throwaway() as folder:
        app = App(folder, port=free_port(), given={**without_servers(), **told})
        with app.serving():
            yield LiveApp(app.address, folder, app.environment)


def without_servers() -> dict[str, str]:
    """Return the environment of somebody who has no servers of their own."""
    return {name: value for name, value in os.environ.items() if name not in SERVERS}


@contextmanager
def running_worker(folder: Path, *, database: str) -> Iterator[None]:
    """A worker on this database, starting with an empty queue."""
    celery_app.control.purge()
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_AS_OWNER"}
    for name in ("DATABASE_URL", "WEB_DATABASE_URL"):
        env[name] = in_database(env[name], database)
    # as the tests themselves: where no test has started a scanner there is none
    env |= {"CLAMD_ADDRESS": settings.CLAMD_ADDRESS, "DEMONSTRATION": "1"}
    record, log = Record(folder), folder / "worker.log"
    worker = record.start("worker", commands.here(commands.WORKER), log=log, env=env, cwd=ROOT)
    try:
        expect(worker, lambda: " ready." in log.read_text(), log=log, patience=60)
        yield
    finally:
        record.stop("worker")


def in_database(address: str, name: str) -> str:
    """Return the address of another database on the same server."""
    path, _, options = address.partition("?")
    return f"{path.rpartition('/')[0]}/{name}" + (f"?{options}" if options else "")


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        return door.getsockname()[1]
