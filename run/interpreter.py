"""
Find a Python that is new enough.

The one that started us need not be: a version manager may hide newer ones from the PATH, so its
folders are looked into as well. None is ever downloaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from run.telling import Stop

MINIMUM = (3, 11)
NAMES = ("python3.13", "python3.12", "python3.14", "python3.11")
VERSION_FOLDERS = (
    ".pyenv/versions/*/bin/python3",
    ".local/share/uv/python/*/bin/python3",
    ".asdf/installs/python/*/bin/python3",
)
ELSEWHERE = Path("/usr/local/bin")
ASK = "import sys; sys.exit(sys.version_info < {} or sys.implementation.name != 'cpython')"


def find() -> Path:
    """Return a Python that will do. Raises Stop with what to install where there is none."""
    if sys.version_info >= MINIMUM and not os.environ.get("APP_PYTHON"):
        return Path(sys.executable)
    for candidate in _candidates():
        if _will_do(candidate):
            return candidate
    raise Stop(
        f"Python {MINIMUM[0]}.{MINIMUM[1]} or later is needed; this is {sys.version.split()[0]}.\n"
        "Install it (apt-get install python3.11), or name it in APP_PYTHON.",
        code=2,
    )


def _candidates() -> Iterator[Path]:
    if os.environ.get("APP_PYTHON"):
        yield Path(os.environ["APP_PYTHON"])
        return
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    for pattern in VERSION_FOLDERS:
        yield from sorted(Path("~").expanduser().glob(pattern), reverse=True)
    for name in NAMES:
        yield ELSEWHERE / name


def _will_do(python: Path) -> bool:
    try:
        asked = subprocess.run(
            [str(python), "-c", ASK.format(MINIMUM)], capture_output=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
