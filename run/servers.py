"""
The database and the broker of a data folder, up for as long as anyone needs them.

The app and any number of commands may need them at once: the first starts them, the last stops
them. Servers named in the environment are taken as they are.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from run.broker import Broker
from run.folder import Folder, left_behind
from run.postgres import OWNER, WEB, Postgres
from run.telling import Stop


class Servers:
    def __init__(self, folder: Folder, *, given: Mapping[str, str] = os.environ) -> None:
        self.folder = folder
        self.given = given
        self.postgres = None if given.get("DATABASE_URL") else Postgres(folder)
        self.broker = None if given.get("REDIS_URL") else Broker(folder)
        if self.postgres is None and not given.get("WEB_DATABASE_URL"):
            raise Stop(
                "DATABASE_URL is set, WEB_DATABASE_URL is not. Set it to a role that is neither "
                "the owner of the tables nor a superuser."
            )

    @contextmanager
    def running(self) -> Iterator[None]:
        need = ExitStack()
        try:
            with self.folder.turn():
                need.enter_context(self.folder.in_use())
                self.start()
            yield
        finally:
            with self.folder.turn():
                need.close()
                if not self.folder.is_in_use:
                    self.stop()

    @property
    def are_up(self) -> bool:
        """Test whether the processes are there, without asking them anything."""
        return all(self.folder.processes.find(server.name) for server in self._ours())

    @property
    def note(self) -> Path | None:
        """The file that says for which code our own database was prepared."""
        return self.postgres.home / "prepared" if self.postgres else None

    @property
    def are_new(self) -> bool:
        """Test whether the database is our own and has no tables yet."""
        return self.note is not None and not self.note.exists()

    def start(self) -> None:
        """Start what is not running. After a crash, what still runs is kept."""
        for server in self._ours():
            server.start()

    def stop(self) -> None:
        for server in reversed(self._ours()):
            server.stop()
        self.folder.forget_sockets()

    def _ours(self) -> list[Postgres | Broker]:
        return [server for server in (self.postgres, self.broker) if server]

    def environment(self) -> dict[str, str]:
        """Return where the app finds them."""
        addresses = {
            name: self.given[name]
            for name in ("DATABASE_URL", "WEB_DATABASE_URL", "REDIS_URL")
            if self.given.get(name)
        }
        if self.postgres:
            addresses["DATABASE_URL"] = self.postgres.url(role=OWNER)
            addresses["WEB_DATABASE_URL"] = self.postgres.url(role=WEB)
        if self.broker:
            addresses["REDIS_URL"] = self.broker.url()
        return addresses


def tidy_up() -> None:
    """Stop and remove what a killed test run left in the temporary folder."""
    for folder in left_behind():
        Servers(folder, given={}).stop()
        folder.remove()
