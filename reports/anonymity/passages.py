"""
A paper read as its authors wrote it: paragraphs put together again, each in its chapter.

A file made from a PDF breaks its lines anywhere, so what a sentence is about may stand a line
above. And a day says one thing of a life and another of a meeting of the panel.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reports.anonymity.finding import Finding, Kind, Severity
from reports.anonymity.paper import Line, Paper


class Chapter(Enum):
    """What a part of a report is about."""

    OPENING = "before any heading that says more"
    PROCESS = "how the review was made, by whom, and what is to follow"
    PLAN = "what is to be done, by whom and when"
    LIFE = "what happened to the people, and what is made of it"
    SOURCES = "books, websites and other papers"


@dataclass(frozen=True, slots=True)
class Sentence:
    """start: where it begins in its passage."""

    text: str
    start: int


@dataclass(frozen=True)
class Passage:
    """Lines that read on. starts: where each of them begins in the text."""

    text: str
    chapter: Chapter
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Return the sentences; where full stops are wanting, as much as can be read at once."""
        at = 0
        for stop in SENTENCE_ENDS.finditer(self.text):
            yield from self.cut(at, stop.start())
            at = stop.end()
        yield from self.cut(at, len(self.text))

    def cut(self, start: int, end: int) -> Iterator[Sentence]:
        for at in range(start, end, LONGEST_SENTENCE):
            yield Sentence(self.text[at : min(at + LONGEST_SENTENCE, end)], at)

    def finding(
        self,
        span: tuple[int, int],
        kind: Kind,
        severity: Severity,
        reason: str,
        proposal: str = "",
    ) -> Finding:
        """Return a finding. Where lines were broken within it, it stands where most of it does."""
        first = bisect_right(self.starts, span[0]) - 1
        last = bisect_right(self.starts, span[1] - 1) - 1
        line, start, end = max(
            (self.piece(which, span) for which in range(first, last + 1)),
            key=lambda piece: piece[2] - piece[1],
        )
        return Finding(line, start, end, kind, severity, reason, proposal)

    def piece(self, which: int, span: tuple[int, int]) -> tuple[Line, int, int]:
        line, offset = self.lines[which], self.starts[which]
        return line, max(span[0] - offset, 0), min(span[1] - offset, len(line.text))


SENTENCE_ENDS = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bNo\.)"
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bal\.)[”’\"')]*(?:\[footnoteRef:\d+\])?"
    r"(?:\s+(?=[“\u2018\"'(\[]?[A-Z0-9])|(?=\[\d+:))"
    r"|\s*\[\d+:\s*"
)
NUMBERING = re.compile(r"^[\s\t]*(?:(?:section|part|chapter)\s+\w+|\d+(?:\.\d+)*|[A-Z])?[.):\s–-]+")
APPENDIX = re.compile(r"(?i)^\s*(?:appendix|annexe?)\b")
CLEARLY_LIFE = re.compile(r"(?i)\b(?:analysis|chronolog\w+|narrative|facts|key episodes?)\b")
SOURCES = re.compile(r"(?i)\b(?:bibliography|references|further reading|works cited)\b")
PLAN = re.compile(r"(?i)\b(?:recommendations?|action plan|actions?|lead agency|target date)\b")
PROCESS = re.compile(
    r"(?i)\b(?:timescales?|methodology|contributors?|panel|authors?|chair|independence|"
    r"dissemination|distribution|confidentiality|parallel|recommendations?|action plan|glossary|"
    r"acronyms|abbreviations|terms of reference|purpose|scope|definitions?|legislation|policy|"
    r"policies|research|home office|quality assurance|foreword|preface|acknowledge?ments?|"
    r"contents|principles|process|publication|governance|documents|key lines of enquiry|"
    r"involvement of|involving|lead agency|target date|completion date|milestones?)\b"
)
LIFE = re.compile(
    r"(?i)\b(?:background|events?|incident|homicide|overview|family|what was known|pen portrait|"
    r"pen picture|about|contacts?|summary|relationships?|history|conclusions?|lessons|findings|"
    r"issues|equality|diversity|death|murder|circumstances|victim|perpetrator|subjects|"
    r"involvement|learning|themes?)\b"
)
LONGEST_SENTENCE = 1500
LONGEST_HEADING = 90
READS_ON = 60
LISTED = re.compile(r"^\s*(?:[·•▪o*–-]\s|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s|\d+(?:\.\d+)+\s)")


def passages(paper: Paper) -> Iterator[Passage]:
    chapter = Chapter.OPENING
    part = ""
    gathered: list[Line] = []
    for line in paper.lines:
        if gathered and not reads_on(gathered[-1], line):
            yield passage_of(gathered, chapter)
            gathered = []
        if line.part != part:
            part, chapter = line.part, Chapter.OPENING
        if line.is_empty:
            continue
        opened = None if gathered else chapter_of(line.text)
        if opened and may_follow(opened, chapter, line.text):
            chapter = opened
        gathered.append(line)
    if gathered:
        yield passage_of(gathered, chapter)


def passage_of(lines: list[Line], chapter: Chapter) -> Passage:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return Passage(" ".join(line.text for line in lines), chapter, tuple(lines), tuple(starts))


def reads_on(line: Line, following: Line) -> bool:
    """Whether a sentence was broken between the two."""
    if line.part != following.part or following.number != line.number + 1 or following.is_empty:
        return False
    text = line.text.rstrip()
    if len(text) < READS_ON or text[-1] in ".:;!?]" or "\t" in line.text + following.text:
        return False
    return not LISTED.match(following.text)


def chapter_of(text: str) -> Chapter | None:
    """Return the chapter that a heading opens, or nothing if it is no heading that says so."""
    bare = NUMBERING.sub("", text).strip()
    if (
        not bare
        or "\t" in bare
        or len(bare) > LONGEST_HEADING
        or bare[-1] in ".,;"
        or not bare[0].isupper()
    ):
        return None
    if len(bare.split()) > 9:
        return None
    for words, chapter in (
        (CLEARLY_LIFE, Chapter.LIFE),
        (SOURCES, Chapter.SOURCES),
        (PLAN, Chapter.PLAN),
        (PROCESS, Chapter.PROCESS),
        (APPENDIX, Chapter.PROCESS),
    ):
        if words.search(bare):
            return chapter
    return Chapter.LIFE if LIFE.search(bare) and is_titled(bare) else None


def may_follow(opened: Chapter, chapter: Chapter, heading: str) -> bool:
    """A cell of an action plan such as “Victim survey” is no heading of a life."""
    if chapter is not Chapter.PLAN or opened is not Chapter.LIFE:
        return True
    return heading.isupper() or bool(re.match(r"\s*\d", heading) or CLEARLY_LIFE.search(heading))


def is_titled(text: str) -> bool:
    """A cell such as “Police had contact” is no heading; “Contact with the police” may be one."""
    return not re.search(r"\b(?:was|were|had|has|is|are|did|said|told)\b", text)
