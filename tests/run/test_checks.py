import subprocess

import pytest

from run import checks, system
from run.packages import ROOT
from run.telling import Stop


@pytest.fixture
def commands(monkeypatch):
    """What would have been run, and a way to let some of it fail."""
    return Commands(monkeypatch)


class Commands(list[str]):
    def __init__(self, monkeypatch) -> None:
        self.failing = ""
        monkeypatch.setattr(subprocess, "run", self.run)
        monkeypatch.setattr(checks, "check", lambda: self.run(["check"]).returncode)

    def run(self, command, **options) -> subprocess.CompletedProcess[str]:
        self.append(" ".join(map(str, command)))
        failed = bool(self.failing) and self.failing in self[-1]
        return subprocess.CompletedProcess(command, int(failed), stdout="what it said")


def test_the_whole_is_the_checks_every_test_and_the_files_covered_whole(commands, monkeypatch):
    monkeypatch.setattr(system, "missing", lambda packages, purpose: "")

    assert checks.check_and_test() == 0

    checked, tested, covered = commands
    assert checked == "check"
    assert "-m pytest --cov" in tested
    assert "--cov-fail-under=95" in tested
    assert "--fail-under=100" in covered
    assert "reviews/access" in covered


@pytest.mark.parametrize("failing", ["check", "pytest", "coverage report"])
def test_any_failure_fails_the_whole_after_everything_was_tried(commands, monkeypatch, failing):
    monkeypatch.setattr(system, "missing", lambda packages, purpose: "")
    commands.failing = failing

    assert checks.check_and_test() != 0
    assert any("pytest" in command for command in commands)


def test_a_missing_system_package_is_said_before_anything_else(commands, monkeypatch):
    monkeypatch.setattr(system, "FOR_TESTS", [system.Package("chromium", program="no-chromium")])

    with pytest.raises(Stop, match=r"apt-get install --no-install-recommends chromium$"):
        checks.check_and_test()
    assert commands == []


def test_a_part_is_named_from_where_the_person_stands(commands, monkeypatch):
    monkeypatch.chdir(ROOT / "tests" / "run")

    checks.test(["test_checks.py::test_one", "-x"])

    assert commands[0].endswith(f"-m pytest {ROOT}/tests/run/test_checks.py::test_one -x")


@pytest.mark.slow
def test_a_failed_check_says_what_it_said(monkeypatch, capsys):
    monkeypatch.setattr(
        checks, "CHECKS", {"good": ("python", "--version"), "bad": ("ruff", "bark")}
    )

    assert checks.check() == 1

    told = capsys.readouterr().err
    assert "good: ok" in told
    assert "bad: failed (ruff bark)" in told
    assert "unrecognized subcommand 'bark'" in told


@pytest.mark.slow
def test_checks_that_all_pass_pass(monkeypatch):
    monkeypatch.setattr(checks, "CHECKS", {"good": ("python", "--version")})

    assert checks.check() == 0


@pytest.mark.parametrize("pattern", checks.WHOLE)
def test_what_is_to_be_covered_whole_exists(pattern):
    assert list(ROOT.glob(pattern))


def test_what_is_not_covered_whole_is_told(commands, capsys):
    commands.failing = "coverage"

    assert checks.everything_covered() == 1
    assert "what it said" in capsys.readouterr().err
