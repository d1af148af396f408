"""
Processes that are stopped for certain, even by a later run.

Each is started in a group of its own and writes to a log file, so that neither Ctrl-C in the
terminal nor a closed pipe reaches it, and is remembered on disk by its number and its birth.
A number alone is not enough: the system gives it to somebody else later.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from run.account import MYSELF, Account
from run.telling import Stop

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
EVERY = 0.05  # seconds between two looks


@dataclass(frozen=True)
class Process:
    name: str
    pid: int
    born: str

    @property
    def is_alive(self) -> bool:
        with suppress(ChildProcessError):
            os.waitpid(self.pid, os.WNOHANG)  # a child of ours that has ended must be buried
        return birth(self.pid) == self.born

    def stop(self, *, by: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
        """End the process, and what it started. Does nothing to a later owner of its number."""
        self.ask_to_stop(by=by)
        self.see_it_stop(patience=patience)

    def ask_to_stop(self, *, by: signal.Signals = signal.SIGTERM) -> None:
        if self.is_alive:
            with suppress(ProcessLookupError):
                os.kill(self.pid, by)

    def see_it_stop(self, *, patience: float) -> None:
        if not waited(lambda: not self.is_alive, patience=patience):
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            waited(lambda: not self.is_alive, patience=patience)


def birth(pid: int) -> str | None:
    """Return what tells this process from any other with its number; None when it has ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        boot = BOOT_ID.read_text().strip()
    except OSError:
        return None
    state, *fields = stat.rpartition(")")[2].split()
    return None if state in "ZX" else f"{boot}/{fields[18]}"


def waited(ready: Callable[[], bool], *, patience: float) -> bool:
    """Wait until it is so. False when `patience` seconds went by first."""
    end = time.monotonic() + patience
    while not ready():
        if time.monotonic() > end:
            return False
        time.sleep(EVERY)
    return True


class Record:
    """The processes of one data folder, on disk: one file each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        account: Account = MYSELF,
    ) -> Process:
        with log.open("ab") as output:
            child = subprocess.Popen(
                [*account.prefix, *command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                cwd=cwd,
                start_new_session=True,
                **account.identity,
            )
        child.returncode = 0  # from here on it is ours to wait for, not Popen's
        process = Process(name, child.pid, birth(child.pid) or "")
        (self.folder / name).write_text(f"{process.pid} {process.born}")
        return process

    def find(self, name: str) -> Process | None:
        """Return the process of this name if it is alive, and still the one that we started."""
        try:
            pid, born = (self.folder / name).read_text().split()
        except (OSError, ValueError):
            return None
        process = Process(name, int(pid), born)
        return process if process.is_alive else None

    def stop(self, *names: str, by: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
        """Ask all of them to stop, then see each of them stop."""
        processes = [process for name in names if (process := self.find(name))]
        for process in processes:
            process.ask_to_stop(by=by)
        for process in processes:
            process.see_it_stop(patience=patience)
        for name in names:
            (self.folder / name).unlink(missing_ok=True)


def expect(process: Process, ready: Callable[[], bool], *, log: Path, patience: float) -> None:
    """Wait until a process is ready. Raises Stop with the end of its log when it is not."""
    waited(lambda: ready() or not process.is_alive, patience=patience)
    if not ready():
        raise Stop(f"The {process.name} did not start. The end of {log}:\n{tail(log)}")


def tail(log: Path, *, lines: int = 15) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
