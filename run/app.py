"""
The app of a data folder: web, worker and beat beside their database and broker.

`serving` starts all of it and stops all of it; `look_after` starts again what has died meanwhile.
"""

import os
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

from run import commands, static, tables
from run.environment import HOST, address, environment
from run.folder import Folder
from run.packages import ROOT
from run.processes import Process, expect, tail
from run.servers import Servers
from run.telling import Stop, say

OFTEN = 3  # deaths of one part within A_MINUTE, and we give up on it
A_MINUTE = 60  # seconds


class App:
    def __init__(self, folder: Folder, *, port: int, given: Mapping[str, str] = os.environ) -> None:
        self.folder = folder
        self.port = port
        self.address = address(port)
        self.given = given
        self.servers = Servers(folder, given=given)
        self.deaths: dict[str, list[float]] = {}

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve for as long as this lasts. Raises Stop where that cannot be."""
        with ExitStack() as held:
            held.enter_context(self.folder.serving(port=self.port))
            self.folder.processes.stop(*self._parts())  # of a run that was killed
            check_port(self.port)
            with ThreadPoolExecutor() as beside:
                collected = beside.submit(static.collect)
                say("Starting the database and the broker")
                held.enter_context(self.servers.running())
                self.environment = environment(
                    self.folder, self.servers, port=self.port, given=self.given
                )
                held.callback(self.folder.processes.stop, *self._parts())
                if self.servers.are_new:
                    beside.submit(self._warm_up, collected)
                self._prepare()
                collected.result()
            for name in self._parts():
                self._start(name)
            yield

    def look_after(self) -> None:
        """Start again what has died. Raises Stop when one part keeps dying."""
        if not self.servers.are_up:
            say("A server has stopped; starting it again")
            with self.folder.turn():
                self.servers.start()
        for name in self._parts():
            if not self.folder.processes.find(name):
                self._count_death(name)
                say(f"The {name} has stopped; starting it again")
                self._start(name)

    def _prepare(self) -> None:
        say("Bringing the tables and the static files up to date")
        with self.folder.turn():
            tables.prepare(self.environment, note=self.servers.note)

    def _warm_up(self, collected: Future[None]) -> None:
        """Let the pages load while the database is made: nobody has been told of them yet."""
        collected.result()
        self._launch("web")

    def _parts(self) -> dict[str, Sequence[str]]:
        schedule = self.folder.path / "beat-schedule"
        return {
            "web": commands.here(commands.WEB, f"--bind={HOST}:{self.port}"),
            "worker": commands.here(commands.WORKER),
            "beat": commands.here(commands.BEAT, f"--schedule={schedule}"),
        }

    def _start(self, name: str) -> None:
        if name == "worker" and self.servers.broker:
            self.servers.broker.give_back()
        process = self._launch(name)
        if name == "web":
            expect(process, self._is_healthy, log=self.folder.log(name), patience=60)

    def _launch(self, name: str) -> Process:
        return self.folder.processes.find(name) or self.folder.processes.start(
            name, self._parts()[name], log=self.folder.log(name), env=self.environment, cwd=ROOT
        )

    def _is_healthy(self) -> bool:
        door = HTTPConnection(HOST, self.port, timeout=5)
        try:
            door.request("GET", commands.HEALTH, headers={"X-Forwarded-Proto": "https"})
            return door.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            door.close()

    def _count_death(self, name: str) -> None:
        now = time.monotonic()
        recent = [at for at in self.deaths.get(name, []) if now - at < A_MINUTE]
        self.deaths[name] = [*recent, now]
        if len(self.deaths[name]) >= OFTEN:
            log = self.folder.log(name)
            raise Stop(f"The {name} keeps stopping. The end of {log}:\n{tail(log)}")


def check_port(port: int) -> None:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError:
            raise Stop(
                f"Port {port} is in use. Choose another: PORT={port + 1} python3 run.py"
            ) from None
