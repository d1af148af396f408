"""
A database with every table, made once for each state of the migrations and then copied.

Migrating from nothing takes longer than most test runs. `.runtime/templates` holds a stopped
cluster whose database `dhr` is migrated; a test run starts a copy of it, and each of its workers
copies that database. Django then finds nothing left to migrate.
"""

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

from run import tables
from run.environment import environment
from run.folder import Folder, throwaway
from run.packages import ROOT, RUN_LOCK, RUNTIME
from run.servers import Servers
from run.telling import Stop

TEMPLATES = RUNTIME / "templates"
CLUSTER = "postgres/cluster"


def put_into(folder: Folder) -> bool:
    """Give a folder the migrated cluster. False where it could not be made: tests will say why."""
    template = TEMPLATES / state_of_the_migrations()
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    with (RUNTIME / "templates.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        try:
            if not template.exists():
                make(template)
        except Stop:
            return False
        copy(template, folder.path / CLUSTER)
        return True


def make(template: Path) -> None:
    with throwaway() as folder:
        servers = Servers(folder, given={})
        with servers.running():
            tables.prepare(environment(folder, servers, given={}), note=None)
        for old in TEMPLATES.iterdir():
            shutil.rmtree(old)
        copy(folder.path / CLUSTER, template.with_suffix(".new"))
        template.with_suffix(".new").rename(template)


def copy(cluster: Path, place: Path) -> None:
    place.parent.mkdir(exist_ok=True)
    subprocess.run(["cp", "--archive", "--reflink=auto", cluster, place], check=True)


def state_of_the_migrations() -> str:
    digest = hashlib.sha256((ROOT / RUN_LOCK).read_bytes())
    for path in sorted(ROOT.glob("*/migrations/*.py")):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
