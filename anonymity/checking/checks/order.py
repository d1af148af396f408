"""
J. A chronology that steps back: one day or month that stands out of the order of those around it.

The year that was typed again in January, two events that changed places, a plea before the arrest.
Only where those before and after agree with each other is the one between them in doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTH, YEAR, days_in

REASON = "The days before and after it are in order, and this one is not."
BACK = re.compile(
    r"(?i)\b(?:had|previous(?:ly)?|earlier|since|before|history|first|ago|already|later|"
    r"subsequent(?:ly)?|now|"
    r"until|between|from|example|also|again|as noted|panel|review|inquest|trial|policy|act|"
    r"guidance)\b"
)
LEADS = re.compile(
    rf"^\s*(?:[\d.()a-z]{{1,8}}[.)\s]\s*)?(?:(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]y|[Aa]t the (?:end|"
    rf"start) of)\s+)?"
    rf"(?:(?:early|mid|late)[\s-]+|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?|"
    rf"the\s+\w+\s+of\s+)?{MONTH}\s+{YEAR}"
    r"|^\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
)
FEWEST = 5  # dated paragraphs that make a chronology
LOOK = 120  # letters after the date that say whether it looks back


@dataclass(frozen=True, slots=True)
class Entry:
    """at: its month, to put entries in order. back: it says that it looks back."""

    passage: Passage
    span: tuple[int, int]
    at: int
    back: bool


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    run: list[Entry] = []
    for passage in passages(paper):
        if passage.chapter is not Chapter.LIFE:
            yield from out_of_order(run)
            run = []
            continue
        entry = entry_of(passage)
        if entry:
            run.append(entry)
    yield from out_of_order(run)


def entry_of(passage: Passage) -> Entry | None:
    lead = LEADS.match(passage.text)
    days = days_in(lead[0]) if lead else []
    if not lead or not days:
        return None
    day, rest = days[0], passage.text[lead.end() : lead.end() + LOOK]
    at = day.year * 12 + day.month
    return Entry(passage, (day.start, day.end), at, bool(BACK.search(rest)))


def out_of_order(run: list[Entry]) -> Iterator[Finding]:
    """Find an entry without which its neighbours stand in order."""
    if len(run) < FEWEST:
        return
    for at in range(1, len(run) - 1):
        before, one, after = run[at - 1], run[at], run[at + 1]
        is_in_order = before.at <= after.at
        is_out = not before.at <= one.at <= after.at
        if is_in_order and is_out and not one.back and not is_repeated(run, at):
            yield one.passage.finding(
                one.span, Kind.CONTRADICTION, Severity.SLIP, REASON, policy="events"
            )


def is_repeated(run: list[Entry], at: int) -> bool:
    """Whether a new thread begins here: the entries after it go on from it."""
    return at + 2 < len(run) and run[at].at <= run[at + 1].at <= run[at + 2].at < run[at - 1].at
