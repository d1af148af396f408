"""Start run.py as a person does, from another folder, without servers of their own."""

import subprocess
import sys
from pathlib import Path

from run.packages import ROOT
from tests.live import without_servers

RUN = (sys.executable, str(ROOT / "run.py"))


def run_py(
    *words: str, data: Path, given: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *words],
        input=given,
        capture_output=True,
        text=True,
        env=environment(data, **env),
        cwd=data,
    )


def environment(data: Path, **more: str) -> dict[str, str]:
    return {**without_servers(), "DATA_DIR": str(data), **more}
