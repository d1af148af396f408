"""What a scan says: `docs/scan.md`."""

from collections.abc import Sequence
from datetime import date

from run.scanning.findings import Accepted, Finding, Outcome, left, reason_for

HEAD = """\
# Scan

Written by `python3 run.py scan` on {day}. Each tool ran once, bounded in time, against a
demonstration of its own on this machine; their environment is not the app's.

| Tool | Version | Looked at | Took | Findings | Not accepted |
|---|---|---|---|---|---|
"""
NONE_LEFT = "Every finding is accepted for the reason that stands beside it.\n"
SOME_LEFT = "**{number} not accepted.** Each is to be mended, or accepted with a reason.\n"


def report(
    outcomes: Sequence[Outcome], accepted: Sequence[Accepted], *, day: date, note: str = ""
) -> str:
    parts = [HEAD.format(day=f"{day.day} {day:%B %Y}")]
    parts += [_row(outcome, accepted) for outcome in outcomes]
    parts += [f"\n{note}\n"] if note else []
    parts += ["\n## What it comes to\n\n", _verdict(outcomes, accepted)]
    for outcome in outcomes:
        if outcome.findings or outcome.not_done:
            parts += [f"\n## {outcome.tool}\n\n", _of(outcome, accepted)]
    return "".join(parts)


def _row(outcome: Outcome, accepted: Sequence[Accepted]) -> str:
    open_ones = len(left([outcome], accepted))
    found = f"{len(outcome.findings)}" + (" (not finished)" if outcome.not_done else "")
    took = f"{outcome.seconds} s"
    cells = (outcome.tool, outcome.version, outcome.of, took, found, str(open_ones))
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _verdict(outcomes: Sequence[Outcome], accepted: Sequence[Accepted]) -> str:
    number = len(left(outcomes, accepted))
    words = SOME_LEFT.format(number=number) if number else NONE_LEFT
    stopped = [f"- {one.tool}: {one.not_done}\n" for one in outcomes if one.not_done]
    return words + ("\nNot finished:\n\n" + "".join(stopped) if stopped else "")


def _of(outcome: Outcome, accepted: Sequence[Accepted]) -> str:
    if not outcome.findings:
        return f"{outcome.not_done}.\n"
    head = "| Rule | Where | What it says | Accepted because |\n|---|---|---|---|\n"
    return head + "".join(_line(one, accepted) for one in outcome.findings)


def _line(finding: Finding, accepted: Sequence[Accepted]) -> str:
    reason = reason_for(finding, accepted) or "**not accepted**"
    return f"| {' | '.join(map(_cell, (finding.rule, finding.place, finding.words, reason)))} |\n"


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "\\|").replace("<", "&lt;").split())
