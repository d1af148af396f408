"""What run.py answers before it does anything."""

import ast
import re
import subprocess
import sys

import pytest

from run.packages import ROOT

BEFORE_AN_INTERPRETER = (
    "run.py",
    "run/__init__.py",
    "run/interpreter.py",
    "run/packages.py",
    "run/telling.py",
)


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "run.py", *words], capture_output=True, text=True)


@pytest.mark.slow
def test_help_lists_the_commands():
    done = ask("--help")

    assert done.returncode == 0
    for command in ("test", "check", "manage", "bench"):
        assert f"python3 run.py {command}" in done.stdout


@pytest.mark.slow
def test_an_unknown_command_is_told_with_those_there_are():
    done = ask("sevre")

    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no command sevre" in done.stderr
    assert "python3 run.py test" in done.stderr


@pytest.mark.slow
def test_words_that_mean_nothing_are_refused():
    done = ask("check", "everything")

    assert (done.returncode, "takes no everything" in done.stderr) == (2, True)


@pytest.mark.parametrize("path", BEFORE_AN_INTERPRETER)
def test_an_old_python_can_read_what_looks_for_a_newer_one(path):
    ast.parse((ROOT / path).read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("path", sorted((ROOT / "run").glob("*.py")), ids=lambda path: path.name)
def test_only_the_standard_library_is_needed(path):
    allowed = {*sys.stdlib_module_names, "run"}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert {name.name.partition(".")[0] for name in node.names} <= allowed
        if isinstance(node, ast.ImportFrom):
            assert str(node.module).partition(".")[0] in allowed


def test_the_readme_opens_with_the_two_commands():
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(), re.S | re.M)

    assert blocks[:2] == ["python3 run.py\n", "python3 run.py test\n"]
