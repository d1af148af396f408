"""`run.py` as a newcomer meets it, and as it is left when the power goes."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from run.folder import Folder
from run.processes import birth, waited
from tests.live import free_port
from tests.run.start import RUN, environment, run_py

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds; it takes about four
EVERYTHING = {"database", "broker", "web", "worker", "beat"}


@contextmanager
def serving(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    with (data / "said").open("w") as output:
        run = subprocess.Popen(
            RUN, env=environment(data, PORT=str(port)), cwd=data, stdout=output, stderr=output
        )
    try:
        assert waited(lambda: "Ctrl-C" in said(data), patience=PATIENCE), said(data)
        yield run
    finally:
        run.terminate()
        run.wait()


def said(data: Path) -> str:
    return (data / "said").read_text()


def healthy(port: int) -> bool:
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as door:
        try:
            door.request("GET", "/healthz")
            return door.getresponse().read() == b"ok"
        except OSError:
            return False


def processes(data: Path) -> dict[str, int]:
    found = {name: Folder(data).processes.find(name) for name in EVERYTHING}
    return {name: process.pid for name, process in found.items() if process}


def all_up(data: Path) -> bool:
    return waited(lambda: set(processes(data)) == EVERYTHING, patience=PATIENCE)


def test_it_serves_says_where_and_leaves_nothing_behind(data):
    port = free_port()
    with serving(data, port) as run:
        assert all_up(data)
        assert healthy(port)
        assert f"http://127.0.0.1:{port}" in said(data)
        assert f"Mail is written to {data / 'mail'}" in said(data)
        pids = processes(data).values()

        again = run_py(data=data, PORT=str(free_port()))
        assert (again.returncode, "already runs, on port" in again.stderr) == (1, True)

        with_other_data = data / "other"
        with_other_data.mkdir()
        taken = run_py(data=with_other_data, PORT=str(port))
        assert (taken.returncode, f"Port {port} is in use" in taken.stderr) == (1, True)

        run.send_signal(signal.SIGINT)
        assert run.wait(PATIENCE) == 0
    assert not healthy(port)
    assert all(birth(pid) is None for pid in pids)
    assert not (data / "sockets").exists()


def test_what_dies_is_started_again(data):
    port = free_port()
    with serving(data, port):
        assert all_up(data)
        before = processes(data)
        for name in ("worker", "database"):
            os.kill(before[name], signal.SIGKILL)

        assert waited(
            lambda: (
                (now := processes(data)).keys() == EVERYTHING
                and now["worker"] != before["worker"]
                and now["database"] != before["database"]
            ),
            patience=PATIENCE,
        ), said(data)
        assert waited(lambda: healthy(port), patience=PATIENCE)
        assert processes(data)["web"] == before["web"]


def test_after_a_kill_the_next_start_takes_over(data):
    port = free_port()
    with serving(data, port) as run:
        assert all_up(data)
        before = processes(data)
        run.kill()
        run.wait()
        assert processes(data) == before  # nobody is left to stop them
        with serving(data, port):
            assert all_up(data)
            now = processes(data)
            assert now["database"] == before["database"]
            assert now["web"] != before["web"]
            assert healthy(port)
    assert processes(data) == {}
    assert all(birth(pid) is None for pid in [*before.values(), *now.values()])
