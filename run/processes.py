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
            os.waitpid(self.pid, os.WNOHANG)  # a child that has ended is ours to bury
        return birth(self.pid) == self.born

    def stop(self, *, by: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
        """End the process and everything it started. Does nothing to a later owner of its pid."""
        if not self.is_alive:
            return
        with suppress(ProcessLookupError):
            os.kill(self.pid, by)
        if not waited(lambda: not self.is_alive, patience=patience):
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            waited(lambda: not self.is_alive, patience=5)
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def birth(pid: int) -> str | None:
    """Return what tells this process from any other that has its pid; None when it has ended."""
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
    """The processes of one data folder, on disk: one file each, holding pid and birth."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        account: Account = MYSELF,
    ) -> Process:
        with log.open("ab") as output:
            child = subprocess.Popen(  # noqa: S603 - our own commands
                [*account.prefix, *command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                cwd=cwd,
                start_new_session=True,
                user=account.uid,
                group=account.gid,
                extra_groups=None if account.uid is None else [],
            )
        child.returncode = 0  # Process waits for it; Popen need not warn that it still runs
        process = Process(name, child.pid, birth(child.pid) or "")
        self.folder.mkdir(exist_ok=True)
        (self.folder / name).write_text(f"{process.pid} {process.born}")
        return process

    def find(self, name: str) -> Process | None:
        """Return the recorded process if it is still alive and still that one."""
        try:
            pid, born = (self.folder / name).read_text().split()
        except (OSError, ValueError):
            return None
        process = Process(name, int(pid), born)
        return process if process.is_alive else None

    def stop(
        self, name: str, *, by: signal.Signals = signal.SIGTERM, patience: float = 10
    ) -> None:
        if process := self.find(name):
            process.stop(by=by, patience=patience)
        (self.folder / name).unlink(missing_ok=True)


def expect(process: Process, ready: Callable[[], bool], *, log: Path, patience: float) -> None:
    """Wait until a process is ready. Raises Stop with the end of its log when it is not."""
    waited(lambda: not process.is_alive or ready(), patience=patience)
    if not ready():
        raise Stop(f"The {process.name} did not start. The end of {log}:\n{tail(log)}")


def tail(log: Path, *, lines: int = 15) -> str:
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return "(no log)"
