"""
The environment that everything runs in: `.runtime/venv`, holding exactly what a lock file says.

uv fills it, because it needs neither the venv nor the ensurepip module that Debian leaves out.
Nothing is done where nothing has changed.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from run import interpreter
from run.telling import Stop, say

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / ".runtime"
UV = RUNTIME / "uv"
VENV = RUNTIME / "venv"
PYTHON = VENV / "bin" / "python"
INSTALLED = VENV / "installed.json"  # the lock file that was installed, and its hash

PIP = (getattr(sys, "_base_executable", sys.executable), "-m", "pip")  # a venv of uv has none
UV_LOCK = "requirements-uv.lock"
RUN_LOCK = "requirements-run.lock"
DEV_LOCK = "requirements-dev.lock"  # holds everything in RUN_LOCK, and the tools
SCAN_LOCK = "requirements-scan.lock"  # for an environment of its own: see run/scan.py


def enter(*, with_tools: bool) -> None:
    """Go on inside the environment, made or brought up to date first where that is needed."""
    if sys.platform != "linux":
        raise Stop("run.py starts its servers on Linux only. Elsewhere: docker compose up", code=2)
    if not _is_ready(with_tools):
        _make_ready(with_tools)
    if Path(sys.prefix) != VENV:
        # Without compiled files every start takes twice as long; ours are kept out of the code.
        os.environ["PYTHONPYCACHEPREFIX"] = str(RUNTIME / "pycache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execv(str(PYTHON), [str(PYTHON), *sys.argv])


def _is_ready(with_tools: bool) -> bool:
    lock, digest = _installed()
    return (
        lock in ((DEV_LOCK,) if with_tools else (DEV_LOCK, RUN_LOCK))
        and digest == _digest(lock)
        and PYTHON.exists()
    )


def _make_ready(with_tools: bool) -> None:
    RUNTIME.mkdir(exist_ok=True)
    with (RUNTIME / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if _is_ready(with_tools):  # another run was quicker
            return
        lock = DEV_LOCK if with_tools or _installed()[0] == DEV_LOCK else RUN_LOCK
        say(f"Installing the packages of {lock}")
        _get_uv()
        if not PYTHON.exists():
            _uv("venv", "--quiet", "--clear", "--python", str(interpreter.find()), str(VENV))
        INSTALLED.unlink() if INSTALLED.exists() else None
        _uv(
            *("pip", "sync", "--quiet", "--require-hashes", "--no-build", *_index_of_pip()),
            *("--python", str(PYTHON), str(ROOT / lock)),
        )
        INSTALLED.write_text(json.dumps([lock, _digest(lock)]))


def have(venv: Path, lock: str) -> None:
    """Have another environment hold exactly what a lock file says. Some of it is built here."""
    mark = venv / _digest(lock)
    with (RUNTIME / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if mark.exists():
            return
        say(f"Installing the packages of {lock}")
        _get_uv()
        _uv("venv", "--quiet", "--clear", "--python", str(interpreter.find()), str(venv))
        _uv(
            *("pip", "sync", "--quiet", "--require-hashes", *_index_of_pip()),
            *("--python", str(venv / "bin" / "python"), str(ROOT / lock)),
        )
        mark.touch()


def _installed() -> tuple[str, str]:
    try:
        lock, digest = json.loads(INSTALLED.read_text())
    except (OSError, ValueError):
        return "", ""
    return lock, digest


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _get_uv() -> None:
    mark = UV / _digest(UV_LOCK)
    if mark.exists():
        return
    done = subprocess.run(
        [
            *(*PIP, "install", "--quiet", "--upgrade", "--no-deps", "--no-compile"),
            *("--require-hashes", "--only-binary", ":all:"),
            *("--target", str(UV), "-r", str(ROOT / UV_LOCK)),
        ],
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"},
        stdout=sys.stderr,
    )
    if done.returncode:
        raise Stop("pip could not install uv. Is pip there (apt-get install python3-pip)?")
    mark.touch()


def _uv(*arguments: str) -> None:
    environment = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never"}
    if not os.access(str(Path("~").expanduser()), os.W_OK):
        environment.setdefault("UV_CACHE_DIR", str(RUNTIME / "cache"))
    uv = str(UV / "bin" / "uv")
    if subprocess.run([uv, *arguments], env=environment, stdout=sys.stderr).returncode:
        raise Stop("The packages could not be installed.")


def _index_of_pip() -> list[str]:
    """Have uv ask the package index that pip was told of, if any: uv does not read pip's files."""
    told = subprocess.run([*PIP, "config", "list"], capture_output=True, text=True).stdout
    for line in told.splitlines():
        name, _, value = line.partition("=")
        if name.endswith(".index-url"):
            return ["--default-index", value.strip("'\"")]
    return []
