"""Marks of footnotes in the text, and the notes at the foot, as a PDF gives them: bare numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from anonymity.checking.paper import Line, Paper

# No mark is what stands behind “No.”, “pp.” or “para.”
MARK = re.compile(
    r"(?:\b(?!(?i:nos?|pp|vs|al|ch|pt|cf|op|paras?|sec|sect|vol|art|reg|fig|app|rec|ver)\b)"
    r"[A-Za-z]{2,}|\w\))[”’]?[.,;:!?][”’]?(?P<number>\d{1,3})(?=\s|$)"
)
RAISED = re.compile(r"(?<=\S)(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NOTE = re.compile(
    r"^\s*(?:\[(?P<first>\d{1,3}):|(?P<number>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?)\s*[A-Z“‘(h]"
)
FEWEST = 4  # marks that are a run, and no slips
MOST_OF_THEM = 0.75  # of the marks that have a note

Mark = tuple[int, Line, tuple[int, int]]


def marks_without_notes(paper: Paper) -> Iterator[tuple[Line, tuple[int, int]]]:
    """Yield the marks that have no note, where those before and after them have theirs."""
    marks = in_order(list(marks_in(paper)))
    notes = {number for line in paper.filled() if (number := number_of_note(line))}
    with_notes = [number for number, _, _ in marks if number in notes]
    if len(marks) < FEWEST or len(with_notes) < len(marks) * MOST_OF_THEM:
        return
    for number, line, span in marks:
        if number not in notes and {number - 1, number + 1} & set(with_notes):
            yield line, span


def marks_in(paper: Paper) -> Iterator[Mark]:
    for line in paper.filled():
        if number_of_note(line) and not MARK.search(line.text):
            continue
        for pattern in (MARK, RAISED):
            for hit in pattern.finditer(line.text):
                yield int(hit["number"].translate(FIGURES)), line, hit.span("number")


def in_order(marks: list[Mark]) -> list[Mark]:
    """Return the marks, if they go on from 1 as those of a paper do; otherwise none."""
    numbers = [number for number, _, _ in marks]
    steps = [after - before for before, after in pairwise(numbers)]
    is_run = numbers[:1] == [1] and all(0 <= step <= LONGEST_STEP for step in steps)
    return marks if is_run else []


LONGEST_STEP = 2  # from one mark to the next: its page may hide one


def number_of_note(line: Line) -> int:
    hit = NOTE.match(line.text)
    return int((hit["first"] or hit["number"]).translate(FIGURES)) if hit else 0
