"""`run.py check` and `run.py test`: everything that must hold before a change is let in."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from run import commands, system
from run.environment import environment
from run.folder import throwaway
from run.packages import PYTHON, ROOT
from run.servers import Servers
from run.telling import Stop, say

CHECKS = {
    "types": ("mypy", "."),
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "layers": ("lint-imports",),
    "migrations": ("python", "manage.py", "makemigrations", "--check", "--dry-run"),
    "printed docs": ("python", "manage.py", "print_docs", "--check"),
    "templates": ("djhtml", "--check", "templates"),
}
PYTEST = (str(PYTHON), "-m", "pytest")
COVERAGE_OF_ALL = 95  # per cent of lines and branches
WHOLE = (  # 100 per cent
    "reviews/access/*",
    "*/access.py",
    "*/rules.py",
    "*/rules/*",
    "reviews/lifecycle.py",
    "reviews/state_machine.py",
    "reviews/deadlines/*",
    "chronologies/story.py",
)


def check_and_test() -> int:
    """Check everything, then run every test with coverage. Return 0 only if all of it is well."""
    if lacking := system.missing(system.FOR_TESTS, purpose="The tests need system packages"):
        raise Stop(lacking)
    checked = check()
    coverage = ("--cov", "--cov-report=term", f"--cov-fail-under={COVERAGE_OF_ALL}")
    tested = subprocess.run([*PYTEST, *coverage], cwd=ROOT).returncode
    return checked or tested or everything_covered()


def test(paths: Sequence[str]) -> int:
    """Run the tests of these paths, named from where the person stands."""
    chosen = [path if path.startswith("-") else str(Path(path).absolute()) for path in paths]
    return subprocess.run([*PYTEST, *chosen], cwd=ROOT).returncode


def check() -> int:
    """Run every check, two at a time, and print what the failed ones said."""
    with throwaway() as folder, Servers(folder).running():
        env = environment(folder, Servers(folder))
        with ThreadPoolExecutor(max_workers=2) as pool:
            passed = list(pool.map(partial(_passes, env=env), CHECKS))
    return 0 if all(passed) else 1


def _passes(name: str, *, env: Mapping[str, str]) -> bool:
    done = subprocess.run(
        commands.here(CHECKS[name]),
        env=env,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        say(f"{name}: failed ({' '.join(CHECKS[name])})\n{done.stdout}")
    else:
        say(f"{name}: ok")
    return done.returncode == 0


def everything_covered() -> int:
    report = (sys.executable, "-m", "coverage", "report", "--fail-under=100")
    done = subprocess.run(
        [*report, f"--include={','.join(WHOLE)}"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        say(f"These must be covered whole:\n{done.stdout}")
    return done.returncode
