"""
K. What is numbered by name, and what sends to it: a lesson with nothing under it, an action plan
that passes from 4 to 6, a note 4 where notes end at 1.

The others of the run say what each of them should have.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT

EMPTY = "Nothing stands under this heading."
GAP = "The number before it is wanting."
NO_NOTE = "There is no such note."
NUMBER = rf"(?:\d{{1,2}}|[A-H]|(?i:{COUNT}))"
LABELLED = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?P<what>(?i:lesson|learning(?: point)?|key finding|finding|theme|issue|"
    r"key line of enquiry|line of enquiry|KLOE|term of reference|question|recommendation|episode|"
    r"key episode|key event|opportunity|key practice episode|point|good practice|barrier))"
    rf"s? (?:number )?(?P<number>{NUMBER})\b\W*(?P<title>[^\t]*)$"
)
ENDED = re.compile(r"[.!?:;][”’\"')\]]*\s*$")
LONGEST = 14  # words of a heading
A_PARAGRAPH = 8  # words
FEWEST = 3  # of a run
MOST_EMPTY = 0.34  # of a run whose others have something under them
ROW = re.compile(
    r"^\s*\|?\s*(?:[Rr]ec(?:ommendation)?\.?\s*|R)?(?P<number>\d{1,2})\b[^\t|]{0,90}(?:\t|\s\|\s)"
)
FEWEST_ROWS = 4
SENT_TO_A_NOTE = re.compile(
    r"(?i)\b(?:see|at|in|and|per|compare|cf\.?)\s+(?:also\s+)?(?:the\s+)?(?:foot|end)?notes?\s+"
    r"(?P<number>\d{1,3})\b(?!\s*(?:of|in|to) (?:the|that|its|their)\b)"
)
A_NOTE = re.compile(r"^\s*(?:\[(?P<marked>\d{1,3})\]:?\s+\S|(?P<raised>\d{1,3})\s+(?=See\b|Ibid))")
IN_TEXT = re.compile(r"\[(?P<number>\d{1,3}):\s")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    filled = list(paper.filled())
    yield from empty(filled)
    yield from rows_left_out(filled)
    yield from notes_beyond(paper, filled)


def empty(filled: Sequence[Line]) -> Iterator[Finding]:
    """Find “Lesson 6 – What the family saw” over the next heading, where others have a text."""
    for run in labelled(filled).values():
        alone = [at for at in run if not has_text(filled, at)]
        if len(run) >= FEWEST and 0 < len(alone) <= MOST_EMPTY * len(run):
            for at in alone:
                yield Finding(
                    filled[at], 0, len(filled[at].text), Kind.STRUCTURE, Severity.POLICY, EMPTY
                )  # fmt: skip


def labelled(filled: Sequence[Line]) -> dict[str, list[int]]:
    """Return where the headings of each run stand: the last time, where contents list them too."""
    last: dict[tuple[str, str], int] = {}
    for at, line in enumerate(filled):
        hit = LABELLED.match(line.text)
        is_short = len(line.text.split()) <= LONGEST and not ENDED.search(line.text)
        if hit and is_short and not line.part.startswith("table"):
            last[hit["what"].lower(), hit["number"].lower()] = at
    runs = defaultdict(list)
    for (what, _), at in last.items():
        runs[what].append(at)
    return runs


def has_text(filled: Sequence[Line], at: int) -> bool:
    following = filled[at + 1] if at + 1 < len(filled) else None
    if not following:
        return False
    is_label = bool(LABELLED.match(following.text)) and not ENDED.search(following.text)
    is_text = len(following.text.split()) >= A_PARAGRAPH or bool(ENDED.search(following.text))
    return is_text and not is_label


def rows_left_out(filled: Sequence[Line]) -> Iterator[Finding]:
    """Find the sixth row of a plan after its fourth, in a table of which all else is in order."""
    for run in tables(filled):
        numbers = [number for _, _, number in run]
        steps = [after - before for before, after in pairwise(numbers)]
        if len(run) >= FEWEST_ROWS and set(steps) == {1, 2} and steps.count(2) == 1:
            line, hit, _ = run[steps.index(2) + 1]
            yield marked(line, hit, Kind.STRUCTURE, Severity.POLICY, GAP, group="number")


def tables(filled: Sequence[Line]) -> Iterator[list[tuple[Line, re.Match[str], int]]]:
    """Yield the rows that follow one another and begin with a number, from the first one."""
    run: list[tuple[Line, re.Match[str], int]] = []
    for line in filled:
        hit = ROW.match(line.text)
        number = int(hit["number"]) if hit else 0
        if run and (not hit or number <= run[-1][2]):
            yield run
            run = []
        if hit and (run or number == 1):
            run.append((line, hit, number))
    yield run


def notes_beyond(paper: Paper, filled: Sequence[Line]) -> Iterator[Finding]:
    """Find “see note 4” of a paper whose notes are fewer."""
    notes = {
        int(hit["marked"] or hit["raised"])
        for line in filled
        if (hit := A_NOTE.match(line.text))
    }  # fmt: skip
    notes |= {int(hit["number"]) for hit in IN_TEXT.finditer(paper.whole)}
    notes |= {
        int(line.part.split()[-1])
        for line in filled
        if line.part.startswith(("footnote ", "endnote ")) and line.part.split()[-1].isdigit()
    }
    for line in filled if notes else ():
        for hit in SENT_TO_A_NOTE.finditer(line.text):
            if int(hit["number"]) > max(notes):
                yield marked(line, hit, Kind.STRUCTURE, Severity.SLIP, NO_NOTE)
