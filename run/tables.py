"""
The tables of the database, brought to the state of the code by `manage.py prepare_database`.

For a database of our own making a note beside it says for which code that was done, so that a
second start and every command can go on at once.
"""

import hashlib
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from run import commands
from run.packages import ROOT, RUN_LOCK
from run.telling import Stop

NOT_THE_APP = ("tests", "run", "docs", "static", "templates")


def prepare(env: Mapping[str, str], *, note: Path | None) -> None:
    """Bring the tables up to date. Raises Stop with what the command said."""
    if note and note.exists() and note.read_text() == state_of_the_code():
        return
    done = subprocess.run(
        commands.here(commands.PREPARE_DATABASE),
        env={**env, "DATABASE_AS_OWNER": "1"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Stop(f"The tables could not be brought up to date.\n{done.stdout}")
    if note:
        note.write_text(state_of_the_code())


@cache
def state_of_the_code() -> str:
    digest = hashlib.sha256((ROOT / RUN_LOCK).read_bytes())
    for path in sorted(ROOT.glob("[a-z]*/**/*.py")):
        where = path.relative_to(ROOT)
        if where.parts[0] not in NOT_THE_APP:
            digest.update(f"{where}\0".encode() + path.read_bytes())
    return digest.hexdigest()
