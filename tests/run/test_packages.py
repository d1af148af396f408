import json
import subprocess
import sys

import pytest

from run import packages
from run.packages import DEV_LOCK, RUN_LOCK
from run.telling import Stop


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """A folder with two lock files and an empty environment, and uv and pip that only note."""
    for lock in (RUN_LOCK, DEV_LOCK, packages.UV_LOCK):
        (tmp_path / lock).write_text(f"as in {lock}")
    for name, value in {
        "ROOT": tmp_path,
        "RUNTIME": tmp_path / ".runtime",
        "UV": tmp_path / ".runtime/uv",
        "VENV": tmp_path / ".runtime/venv",
        "PYTHON": tmp_path / ".runtime/venv/bin/python",
        "INSTALLED": tmp_path / ".runtime/venv/installed.json",
    }.items():
        monkeypatch.setattr(packages, name, value)
    packages.PYTHON.parent.mkdir(parents=True)
    packages.PYTHON.touch()
    packages.UV.mkdir()
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", "")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return tmp_path


@pytest.fixture
def commands(monkeypatch):
    """What would have been run."""
    commands = []

    def run(command, **options):
        commands.append(" ".join(map(str, command)))
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(packages.os, "execv", lambda program, command: commands.append("go on"))
    return commands


def syncs(commands):
    return [command.rpartition("/")[2] for command in commands if "pip sync" in command]


def test_the_first_start_installs_and_goes_on_inside(venv, commands):
    packages.enter(with_tools=False)

    assert syncs(commands) == [RUN_LOCK]
    assert commands[-1] == "go on"
    assert packages.os.environ["PYTHONPYCACHEPREFIX"] == str(venv / ".runtime/pycache")
    assert "PYTHONDONTWRITEBYTECODE" not in packages.os.environ


def test_the_second_start_installs_nothing(venv, commands):
    packages.enter(with_tools=False)
    commands.clear()

    packages.enter(with_tools=False)

    assert commands == ["go on"]


def test_inside_already_there_is_nothing_to_do(venv, commands, monkeypatch):
    packages.enter(with_tools=False)
    commands.clear()
    monkeypatch.setattr(sys, "prefix", str(packages.VENV))

    packages.enter(with_tools=False)

    assert commands == []


def test_a_changed_lock_is_installed(venv, commands):
    packages.enter(with_tools=False)
    (venv / RUN_LOCK).write_text("one package more")

    packages.enter(with_tools=False)

    assert syncs(commands) == [RUN_LOCK, RUN_LOCK]


def test_the_tools_are_added_for_the_tests_and_then_stay(venv, commands):
    packages.enter(with_tools=False)
    packages.enter(with_tools=True)
    packages.enter(with_tools=False)

    assert syncs(commands) == [RUN_LOCK, DEV_LOCK]


def test_uv_asks_the_index_that_pip_was_told_of(venv, commands, monkeypatch):
    noting = subprocess.run

    def run(command, **options):
        done = noting(command, **options)
        if "config" in command:
            done.stdout = "global.index-url='https://mirror.example/simple'\nglobal.timeout='60'\n"
        return done

    monkeypatch.setattr(subprocess, "run", run)

    packages.enter(with_tools=False)

    (sync,) = [command for command in commands if "pip sync" in command]
    assert "--default-index https://mirror.example/simple" in sync


def test_without_a_home_the_downloads_are_kept_beside_the_environment(venv, monkeypatch):
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    caches = []

    def run(command, **options):
        caches.append(options.get("env", {}).get("UV_CACHE_DIR"))
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(subprocess, "run", run)

    packages._uv("pip", "sync")

    assert caches[-1] == str(venv / ".runtime/cache")


@pytest.mark.parametrize(
    ("fails", "words"), [("install", "python3-pip"), ("sync", "packages could not be installed")]
)
def test_what_could_not_be_installed_is_said(venv, monkeypatch, fails, words):
    def run(command, **options):
        return subprocess.CompletedProcess(command, int(fails in command), stdout="")

    monkeypatch.setattr(subprocess, "run", run)

    with pytest.raises(Stop, match=words):
        packages.enter(with_tools=False)
    assert not packages.INSTALLED.exists()


def test_another_system_is_told_of_docker(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    with pytest.raises(Stop, match="docker compose up"):
        packages.enter(with_tools=False)


def test_what_is_installed_is_noted_with_its_hash(venv, commands):
    packages.enter(with_tools=True)

    lock, digest = json.loads(packages.INSTALLED.read_text())
    assert lock == DEV_LOCK
    assert len(digest) == 64
