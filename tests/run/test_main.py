"""The commands of run.py, each with what it would have started."""

import os
import signal
from contextlib import contextmanager

import pytest

from run import bench, checks, main, manage, mutate, serve
from run.folder import Folder
from run.telling import AskedToStop, Stop


@pytest.fixture(autouse=True)
def _as_before(tmp_path, monkeypatch):
    """An empty data folder; the signals and the mask of this process as they were."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("PORT", raising=False)
    signals = {number: signal.getsignal(number) for number in main.SIGNALS}
    mask = os.umask(0o022)
    os.umask(mask)
    yield
    os.umask(mask)
    for number, handler in signals.items():
        signal.signal(number, handler)


@pytest.fixture
def done(monkeypatch):
    """What was asked for."""
    done = []
    monkeypatch.setattr(serve, "serve", lambda app: done.append(("serve", app.port)))
    monkeypatch.setattr(bench, "bench", lambda words: done.append(("bench", words)))
    monkeypatch.setattr(mutate, "mutate", lambda words: done.append(("mutate", words)))
    monkeypatch.setattr(checks, "check", lambda: done.append("check"))
    monkeypatch.setattr(checks, "check_and_test", lambda: done.append("everything"))
    monkeypatch.setattr(checks, "test", lambda paths: done.append(("test", paths)))
    monkeypatch.setattr(
        manage, "manage", lambda folder, words, port: done.append(("manage", words, port))
    )
    return done


@pytest.mark.parametrize(
    ("words", "port", "meaning"),
    [
        (["serve"], "", ("serve", 8000)),
        (["serve"], "9000", ("serve", 9000)),
        (["check"], "", "check"),
        (["test"], "", "everything"),
        (["test", "tests/run"], "", ("test", ["tests/run"])),
        (["manage", "check", "--deploy"], "", ("manage", ["check", "--deploy"], None)),
        (["bench", "--json"], "", ("bench", ["--json"])),
        (["mutate"], "", ("mutate", [])),
    ],
)
def test_each_command_does_its_own(done, monkeypatch, words, port, meaning):
    monkeypatch.setenv("PORT", port)
    command, *rest = words

    main.run(command, rest)

    assert done == [meaning]


@pytest.mark.parametrize("words", [["check", "more"], ["serve", "more"], ["manage"]])
def test_what_makes_no_sense_is_refused(done, words):
    command, *rest = words

    with pytest.raises(Stop, match=r"see run\.py --help"):
        main.run(command, rest)
    assert done == []


@pytest.mark.parametrize("port", ["none", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(done, monkeypatch, port):
    monkeypatch.setenv("PORT", port)

    with pytest.raises(Stop, match="PORT must be a number") as stop:
        main.run("serve", [])
    assert stop.value.code == 2


def test_a_data_folder_that_cannot_be_made_is_told(done, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file" / "folder"))

    with pytest.raises(Stop, match="Set DATA_DIR to another"):
        main.run("serve", [])


def test_the_first_signal_stops_everything_and_the_next_ones_wait(done):
    main.run("check", [])

    with pytest.raises(AskedToStop):
        os.kill(os.getpid(), signal.SIGTERM)
    for number in main.SIGNALS:
        os.kill(os.getpid(), number)


class FakeApp:
    """An app that is asked to stop after it was looked after twice."""

    address = "http://127.0.0.1:8000"

    def __init__(self, folder, **environment):
        self.folder, self.environment, self.looks = folder, environment, 0

    @contextmanager
    def serving(self):
        yield

    def look_after(self):
        self.looks += 1
        if self.looks == 2:
            raise AskedToStop


def test_serving_says_where_looks_after_the_app_and_ends_well(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(serve, "EVERY", 0)
    monkeypatch.setattr(serve.system, "missing", lambda packages, purpose: f"{purpose}: apt-get")
    app = FakeApp(Folder(tmp_path))

    assert serve.serve(app) == 0

    told = capsys.readouterr()
    assert app.address in told.out
    assert f"Mail is written to {tmp_path / 'mail'}" in told.out
    assert "PDFs cannot be made yet: apt-get" in told.out
    assert told.err == "Stopped.\n"
    assert app.looks == 2


def test_where_there_is_a_mail_server_no_folder_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(serve.system, "missing", lambda packages, purpose: "")

    serve.tell(FakeApp(Folder(tmp_path), EMAIL_URL="smtp://mail"))

    assert "Mail" not in capsys.readouterr().out
