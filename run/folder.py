"""
The data folder: everything that must outlive a run, and nothing of the code.

Several runs may use one folder at the same time: the app, and commands beside it. Locks that
the kernel lets go with their process keep them apart, so a kill -9 leaves nothing locked.
"""

import fcntl
import os
import secrets
import shutil
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from run.processes import Record
from run.telling import Stop

THROWAWAY = "dhr-throwaway-"
A_MINUTE = 60  # seconds: a younger folder may not have said yet that it is kept


class Folder:
    def __init__(self, path: Path, *, throwaway: bool = False) -> None:
        self.path = path.absolute()
        self.throwaway = throwaway
        self.processes = Record(self.path / "processes")

    def make(self) -> None:
        # Where root starts the database, the account that runs it must be able to pass through.
        self.path.mkdir(parents=True, exist_ok=True, mode=0o711 if os.geteuid() == 0 else 0o700)
        for name in ("files", "mail", "logs", "locks", "processes"):
            (self.path / name).mkdir(exist_ok=True, mode=0o700)

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def log(self, name: str) -> Path:
        return self.path / "logs" / f"{name}.log"

    # Secrets

    def secret_key(self) -> str:
        return self._kept("secret-key", secrets.token_urlsafe(50))

    def field_keys(self) -> str:
        """Return the keys that seal what identifies people: one, until somebody adds another."""
        return self._kept("field-keys", f"k1:{b64encode(secrets.token_bytes(32)).decode()}")

    def _kept(self, name: str, fresh: str) -> str:
        """Return a secret of this folder, made once and readable by its owner only."""
        place = self.path / name
        place.touch(mode=0o600)
        with place.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if not (secret := file.read().strip()):
                secret = fresh
                file.write(secret)
            return secret

    # Sockets

    def sockets(self, *, owner: int | None = None) -> Path:
        """
        Return the private folder of the servers' sockets, the same for as long as they run.

        It is not in the data folder: the path of a socket may have about a hundred characters.
        """
        note = self.path / "sockets"
        if note.exists() and _is_closed(place := Path(note.read_text())):
            return place
        place = Path(tempfile.mkdtemp(prefix="dhr-", dir="/tmp"))
        if owner is not None:
            os.chown(place, owner, -1)
        note.write_text(str(place))
        return place

    def forget_sockets(self) -> None:
        note = self.path / "sockets"
        if note.exists():
            shutil.rmtree(note.read_text(), ignore_errors=True)
            note.unlink()

    # Who uses it

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

    @property
    def is_in_use(self) -> bool:
        return self._is_locked("in-use")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Say that a throw-away folder still belongs to somebody."""
        with self._locked("kept", fcntl.LOCK_SH):
            yield

    @property
    def is_kept(self) -> bool:
        return self._is_locked("kept")

    @contextmanager
    def serving(self, *, port: int) -> Iterator[None]:
        """Be the one run that serves this folder. Raises Stop where another does."""
        try:
            with self._locked("app", fcntl.LOCK_EX | fcntl.LOCK_NB):
                (self.path / "port").write_text(str(port))
                yield
        except BlockingIOError:
            raise Stop(f"The app of {self.path} already runs, on port {self.port}.") from None

    @property
    def port(self) -> int | None:
        """The port on which the app of this folder answers, or last did."""
        file = self.path / "port"
        return int(file.read_text()) if file.exists() else None

    def _is_locked(self, name: str) -> bool:
        try:
            with self._locked(name, fcntl.LOCK_EX | fcntl.LOCK_NB):
                return False
        except BlockingIOError:
            return True

    @contextmanager
    def _locked(self, name: str, how: int) -> Iterator[None]:
        with (self.path / "locks" / name).open("w") as lock:
            fcntl.flock(lock, how)
            yield


def _is_closed(place: Path) -> bool:
    """Test whether only its owner may enter, and its owner is us or lent by us."""
    try:
        stat = place.stat()
    except OSError:
        return False
    return stat.st_mode & 0o077 == 0 and os.geteuid() in (0, stat.st_uid)


@contextmanager
def throwaway() -> Iterator[Folder]:
    """A data folder for tests, gone afterwards."""
    folder = Folder(Path(tempfile.mkdtemp(prefix=THROWAWAY)), throwaway=True)
    if os.geteuid() == 0:
        folder.path.chmod(0o711)
    folder.make()
    with folder.kept():
        try:
            yield folder
        finally:
            folder.remove()


def left_behind() -> list[Folder]:
    """Return the throw-away folders whose run was killed before it could tidy up."""
    places = Path(tempfile.gettempdir()).glob(f"{THROWAWAY}*")
    old = [place for place in places if time.time() - place.stat().st_mtime > A_MINUTE]
    folders = [Folder(place, throwaway=True) for place in old if (place / "locks").is_dir()]
    return [folder for folder in folders if not folder.is_kept]
