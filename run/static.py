"""
The stylesheets, scripts and pictures as they are served: compressed, with a hash in each name.

They depend on the code alone, so every data folder shares them: one folder for each state of the
code, made when it is first needed.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from run import commands
from run.packages import ROOT, RUN_LOCK, RUNTIME
from run.telling import Stop

FOLDER = RUNTIME / "static"
# Collecting needs the settings, and so some value for what they require, as in the Dockerfile.
NOTHING = {
    "SECRET_KEY": "none",
    "FIELD_KEYS": f"none:{'A' * 43}=",
    "WEB_DATABASE_URL": "postgres://none/none",
    "REDIS_URL": "redis://none",
    "CLAMD_ADDRESS": "none",
    "DATA_DIR": str(RUNTIME),
    "DATABASE_AS_OWNER": "0",
    "DJANGO_SETTINGS_MODULE": "dhr.settings",
}
KEPT = 3  # states of the code whose files stay


def place() -> Path:
    """Return the folder for the files as they are now."""
    digest = hashlib.sha256((ROOT / RUN_LOCK).read_bytes())
    for path in sorted((ROOT / "static").rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return FOLDER / digest.hexdigest()[:16]


def collect() -> None:
    """Fill the folder, all or nothing. Does nothing where it stands already."""
    folder = place()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (RUNTIME / "static.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not folder.exists():
            _collect(folder)
            _forget_old()


def _collect(folder: Path) -> None:
    new = folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    done = subprocess.run(
        commands.here(commands.COLLECT_STATIC),
        env={**os.environ, **NOTHING, "STATIC_ROOT": str(new)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Stop(f"The static files could not be collected.\n{done.stdout}")
    new.rename(folder)


def _forget_old() -> None:
    by_age = sorted(FOLDER.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in by_age[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
