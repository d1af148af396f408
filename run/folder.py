"""
The data folder: everything that must outlive a run, and nothing of the code.

Several runs may use one folder at the same time (the app, and a command beside it). Locks that
the kernel lets go with their process keep them apart, so a kill -9 leaves nothing locked.
"""

import fcntl
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from run.processes import Record

THROWAWAY = "dhr-throwaway-"
A_MINUTE = 60  # seconds: a younger folder may not have said yet that it is in use


class Folder:
    def __init__(self, path: Path, *, throwaway: bool = False) -> None:
        self.path = path.absolute()
        self.throwaway = throwaway
        self.processes = Record(self.path / "processes")

    def make(self) -> None:
        # The database's own account must be able to pass through when root starts it.
        self.path.mkdir(parents=True, exist_ok=True, mode=0o711 if os.geteuid() == 0 else 0o700)
        for name in ("files", "mail", "logs"):
            (self.path / name).mkdir(exist_ok=True, mode=0o700)

    def log(self, name: str) -> Path:
        return self.path / "logs" / f"{name}.log"

    def secret_key(self) -> str:
        """Return the key of this folder, made once and readable by its owner only."""
        file = self.path / "secret-key"
        if not file.exists():
            new = file.with_suffix(".new")
            new.unlink(missing_ok=True)
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(50))
            new.rename(file)
        return file.read_text()

    def sockets(self, *, owner: int | None = None) -> Path:
        """
        Return the private folder of the servers' sockets, the same for as long as they run.

        Not inside the data folder: the path of a socket may have about a hundred characters.
        """
        note = self.path / "sockets"
        if note.exists() and _is_private(place := Path(note.read_text())):
            return place
        place = Path(tempfile.mkdtemp(prefix="dhr-", dir="/tmp"))  # noqa: S108 - private, 0700
        if owner is not None:
            os.chown(place, owner, -1)
        note.write_text(str(place))
        return place

    def forget_sockets(self) -> None:
        note = self.path / "sockets"
        if note.exists():
            shutil.rmtree(note.read_text(), ignore_errors=True)
            note.unlink()

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    # Locks

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One at a time: whoever starts or stops the servers."""
        with self._locked("turn", fcntl.LOCK_EX):
            yield

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Say that the servers are needed for as long as this lasts."""
        with self._locked("in-use", fcntl.LOCK_SH):
            yield

    @contextmanager
    def as_the_app(self) -> Iterator[None]:
        """Be the one that serves this folder. Raises BlockingIOError when another run does."""
        with self._locked("app", fcntl.LOCK_EX | fcntl.LOCK_NB):
            yield

    @property
    def is_in_use(self) -> bool:
        try:
            with self._locked("in-use", fcntl.LOCK_EX | fcntl.LOCK_NB):
                return False
        except BlockingIOError:
            return True

    @contextmanager
    def _locked(self, name: str, how: int) -> Iterator[None]:
        locks = self.path / "locks"
        locks.mkdir(exist_ok=True)
        with (locks / name).open("w") as lock:
            fcntl.flock(lock, how)
            yield


def _is_private(place: Path) -> bool:
    try:
        stat = place.stat()
    except OSError:
        return False
    return stat.st_mode & 0o077 == 0 and (os.geteuid() in (0, stat.st_uid))


@contextmanager
def throwaway() -> Iterator[Folder]:
    """A data folder for tests, gone afterwards."""
    folder = Folder(Path(tempfile.mkdtemp(prefix=THROWAWAY)), throwaway=True)
    if os.geteuid() == 0:
        folder.path.chmod(0o711)
    folder.make()
    try:
        yield folder
    finally:
        folder.remove()


def left_behind() -> list[Folder]:
    """Return the throw-away folders whose run was killed before it could tidy up."""
    places = Path(tempfile.gettempdir()).glob(f"{THROWAWAY}*")
    old = [place for place in places if time.time() - place.stat().st_mtime > A_MINUTE]
    folders = [Folder(place, throwaway=True) for place in old]
    return [folder for folder in folders if not folder.is_in_use]
