"""
`run.py scan`: attack a demonstration of its own with tools that look for weaknesses.

bandit reads the code, pip-audit asks after every package, wapiti walks through the app signed in
as an agency's author, sqlmap tries the searches and filters. docs/scan.md says what came of it.
"""

import argparse
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from run import packages
from run.packages import ROOT
from run.scanning import target, tools
from run.scanning.accepted import ACCEPTED
from run.scanning.findings import Outcome, left
from run.scanning.report import report
from run.telling import say

AUTHOR = "IMR author, hospital"
OFFICER = "CSP officer"
A_MINUTE = 60  # seconds
LOST = "the scanner was signed out on the way: what came after that was attacked as a stranger"
EXEMPT = "Run with --without-advisories: that nobody audited the packages does not fail this scan."


def arguments(options: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py scan")
    parser.add_argument(
        "--minutes", type=int, default=20, help="how long the two that attack may take"
    )
    parser.add_argument(
        "--without-advisories",
        action="store_true",
        help="do not fail where no advisory source answers: for a machine that may call nobody",
    )
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "scan.md")
    return parser.parse_args(options)


def scan(options: Sequence[str]) -> int:
    """Scan, write the report, and return 0 only where nothing is left to mend."""
    told = arguments(options)
    packages.have(tools.VENV, packages.SCAN_LOCK)
    outcomes = run_all(seconds=told.minutes * A_MINUTE)
    note = EXEMPT if told.without_advisories else ""
    told.output.write_text(report(outcomes, ACCEPTED, day=date.today(), note=note))  # noqa: DTZ011
    say(f"Written: {told.output}")
    return verdict(outcomes, without_advisories=told.without_advisories)


def run_all(*, seconds: int) -> list[Outcome]:
    say("bandit reads the code")
    outcomes = [tools.bandit(seconds=seconds // 2)]
    say("pip-audit asks after the packages")
    outcomes.append(tools.pip_audit(seconds=A_MINUTE))
    with target.serving() as app, tempfile.TemporaryDirectory(prefix="dhr-scan-") as place:
        scratch = Path(place)
        officer = app.sign_in(OFFICER)
        say("sqlmap tries the searches and filters")
        outcomes.append(
            tools.sqlmap(
                officer.searches(),
                officer.cookie,
                as_who=OFFICER,
                seconds=seconds // 2,
                scratch=scratch,
            )
        )
        author = app.sign_in(AUTHOR)
        say(f"wapiti walks through the app, for {seconds // 2 // A_MINUTE} minutes at most")
        attacked = tools.wapiti(
            app.address, author.cookie, as_who=AUTHOR, seconds=seconds // 2, scratch=scratch
        )
        outcomes.append(attacked if author.is_signed_in else lost(attacked))
    return outcomes


def lost(outcome: Outcome) -> Outcome:
    return Outcome(**{**vars(outcome), "not_done": outcome.not_done or LOST})


def verdict(outcomes: Sequence[Outcome], *, without_advisories: bool) -> int:
    unfinished = [one for one in outcomes if one.not_done]
    if without_advisories:
        unfinished = [one for one in unfinished if one.not_done != tools.NO_ANSWER]
    return 1 if unfinished or left(outcomes, ACCEPTED) else 0
