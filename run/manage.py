"""
`run.py manage ...`: a management command in the environment and on the data of the app.

It uses the servers of a running app, and starts them for its own duration where none runs. Its
standard input, output and exit code are the command's own.
"""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from types import FrameType

from run import tables
from run.environment import environment
from run.folder import Folder
from run.packages import PYTHON, ROOT
from run.servers import Servers

CHANGING_TABLES = ("migrate", "flush", "makemigrations", "prepare_database")
AS_OWNER = (*CHANGING_TABLES, "rotate_field_keys")  # it reaches every row


def manage(folder: Folder, arguments: Sequence[str], *, port: int | None) -> int:
    servers = Servers(folder)
    with servers.running():
        env = environment(folder, servers, port=port)
        if servers.note:
            with folder.turn():
                tables.prepare(env, note=servers.note)
        if arguments[0] in AS_OWNER:
            env["DATABASE_AS_OWNER"] = "1"
        if arguments[0] in CHANGING_TABLES and servers.note:
            servers.note.unlink()
        return pass_through([str(PYTHON), str(ROOT / "manage.py"), *arguments], env)


def pass_through(command: Sequence[str], env: Mapping[str, str]) -> int:
    """Run a command as if it had been started in our place. Return its exit code."""
    child = subprocess.Popen(command, env=env)

    def hand_on(number: int, frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, hand_on)
    signal.signal(signal.SIGINT, lambda number, frame: None)  # the terminal tells the child too
    code = child.wait()
    return code if code >= 0 else 128 - code
