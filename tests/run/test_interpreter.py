import sys
from pathlib import Path

import pytest

from run import interpreter
from run.telling import Stop


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A person's home, and a machine that has nothing but an old Python."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("APP_PYTHON", raising=False)
    monkeypatch.setattr(interpreter, "ELSEWHERE", tmp_path / "elsewhere")
    return tmp_path


def python_at(place: Path, *, new_enough: bool = True) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\nexit {0 if new_enough else 1}\n")
    place.chmod(0o755)
    return place


def test_the_python_that_started_us_is_taken_when_it_will_do(monkeypatch):
    monkeypatch.delenv("APP_PYTHON", raising=False)

    assert interpreter.find() == Path(sys.executable)


@pytest.mark.parametrize(
    "place",
    [
        "bin/python3.12",
        ".pyenv/versions/3.12.1/bin/python3",
        ".local/share/uv/python/cpython-3.13/bin/python3",
        "elsewhere/python3.11",
    ],
)
def test_a_newer_python_is_found_where_it_hides(home, place):
    hidden = python_at(home / place)

    assert interpreter.find() == hidden


def test_a_python_that_is_too_old_or_does_not_start_is_passed_over(home):
    python_at(home / "bin/python3.13", new_enough=False)
    (home / "bin/python3.12").write_text("not a program")
    (home / "bin/python3.12").chmod(0o755)
    good = python_at(home / "bin/python3.11")

    assert interpreter.find() == good


def test_the_one_that_is_named_is_the_only_one_asked(home, monkeypatch):
    python_at(home / "bin/python3.13")
    named = python_at(home / "mine/python")
    monkeypatch.setenv("APP_PYTHON", str(named))

    assert interpreter.find() == named


def test_without_any_it_says_what_to_install(home):
    with pytest.raises(Stop, match=r"Python 3\.11 or later is needed.*\n.*apt-get install") as stop:
        interpreter.find()
    assert stop.value.code == 2
