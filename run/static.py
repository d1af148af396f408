"""
The stylesheets, scripts and pictures as they are served: compressed, with a hash in each name.

They depend on the code alone, so every data folder shares them: one folder for each state of the
code, made when it is first needed.
"""

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from run import commands
from run.packages import ROOT, RUN_LOCK, RUNTIME
from run.telling import Stop

FOLDER = RUNTIME / "static"
KEPT = 3  # states of the code whose files stay


def place() -> Path:
    """Return the folder for the files as they are now."""
    digest = hashlib.sha256((ROOT / RUN_LOCK).read_bytes())
    for path in sorted((ROOT / "static").rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return FOLDER / digest.hexdigest()[:16]


def collect(env: Mapping[str, str]) -> None:
    """Fill the folder that `env` names, all or nothing. Does nothing where it stands already."""
    folder = Path(env["STATIC_ROOT"])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (RUNTIME / "static.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not folder.exists():
            _collect(folder, env)
            _forget_old()


def _collect(folder: Path, env: Mapping[str, str]) -> None:
    new = folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    done = subprocess.run(
        commands.here(commands.COLLECT_STATIC),
        env={**env, "STATIC_ROOT": str(new)},
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
