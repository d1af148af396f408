"""
Who runs the database.

PostgreSQL refuses to run as root. Root lends it an unprivileged account, or, where no such
account can reach the files (a home closed to others), a user namespace in which root is nobody.
"""

import os
import pwd
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from run.telling import Stop

ACCOUNTS = ("postgres", "nobody")
AS_NOBODY = ("unshare", "--user", "--map-user=65534", "--map-group=65534")


@dataclass(frozen=True)
class Account:
    uid: int | None = None  # None: whoever we are
    gid: int | None = None
    prefix: tuple[str, ...] = ()  # what goes before every command

    @property
    def identity(self) -> dict[str, Any]:
        """What subprocess needs to know."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def run(
        self, command: Sequence[str | Path], *, cwd: Path, given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.prefix, *command],
            input=given,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            **self.identity,
        )

    def own(self, folder: Path) -> None:
        """Hand a folder and what is in it to this account, closed to everyone else."""
        folder.chmod(0o700)
        if os.geteuid() == 0:
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, self.uid or 0, self.gid or 0, follow_symlinks=False)


MYSELF = Account()


def choose(program: Path, *, home: Path) -> Account:
    """
    Return an account that may run `program` in `home`, which becomes its own.

    Raises Stop where there is none.
    """
    for account in _for_root() if os.geteuid() == 0 else [MYSELF]:
        account.own(home)
        reach: list[str | Path] = ["test", "-w", home, "-a", "-x", program]
        with suppress(OSError):
            if account.run(reach, cwd=home).returncode == 0:
                return account
    raise Stop(
        f"PostgreSQL does not run as root, and no other account can reach {program} and {home}.\n"
        "Start as an ordinary user, or set DATABASE_URL and WEB_DATABASE_URL."
    )


def _for_root() -> Iterator[Account]:
    for name in ACCOUNTS:
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            yield Account(entry.pw_uid, entry.pw_gid)
    yield Account(prefix=AS_NOBODY)
