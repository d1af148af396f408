"""The commands of run.py, once the environment stands."""

import os
import signal
from pathlib import Path
from types import FrameType

from run import bench, checks, manage, mutate, scan, serve
from run.app import App
from run.environment import DEFAULT_PORT
from run.folder import Folder
from run.packages import ROOT
from run.telling import AskedToStop, Stop

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(command: str, arguments: list[str]) -> int:
    for number in SIGNALS:
        signal.signal(number, stop_everything)
    match command, arguments:
        case "serve", []:
            return serve.serve(App(data_folder(), port=port() or DEFAULT_PORT))
        case "test", []:
            return checks.check_and_test()
        case "test", paths:
            return checks.test(paths)
        case "check", []:
            return checks.check()
        case "manage", [_, *_]:
            return manage.manage(data_folder(), arguments, port=port())
        case "bench" | "mutate" | "scan", options:
            return {"bench": bench.bench, "mutate": mutate.mutate, "scan": scan.scan}[command](
                options
            )
    raise Stop(f"run.py {command} takes no {' '.join(arguments)}: see run.py --help", code=2)


def stop_everything(number: int, frame: FrameType | None) -> None:
    """Let every `finally` do its work, and ignore whatever signal comes meanwhile."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise AskedToStop


def data_folder() -> Folder:
    folder = Folder(Path(os.environ.get("DATA_DIR") or ROOT / ".data"))
    try:
        folder.make()
    except OSError as error:
        raise Stop(f"The data folder cannot be used: {error}. Set DATA_DIR to another.") from None
    return folder


def port() -> int | None:
    given = os.environ.get("PORT")
    if not given:
        return None
    if not given.isdecimal() or not 0 < int(given) < 65_536:
        raise Stop(f"PORT must be a number between 1 and 65535, not {given}.", code=2)
    return int(given)
