"""
A paper read as its authors wrote it: paragraphs put together again, each in its chapter.

A file made from a PDF breaks its lines anywhere, so what a sentence is about may stand a line
above. And a day says one thing of a life and another of a meeting of the panel.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from weakref import WeakKeyDictionary

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import LONGEST, Line, Paper


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

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table; a number before a paragraph may have a tab behind it."""
        return "\t" in NUMBERED_TAB.sub("", self.text)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences; where full stops are wanting, as much as can be read at once."""
        return self.parted

    @cached_property
    def parted(self) -> tuple[Sentence, ...]:
        return tuple(self.part())

    def part(self) -> Iterator[Sentence]:
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
        policy: str = "",
    ) -> Finding:
        """Return a finding. Where lines were broken within it, it stands where most of it does."""
        first = bisect_right(self.starts, span[0]) - 1
        last = bisect_right(self.starts, span[1] - 1) - 1
        line, start, end = max(
            (self.piece(which, span) for which in range(first, last + 1)),
            key=lambda piece: piece[2] - piece[1],
        )
        return Finding(line, start, end, kind, severity, reason, proposal, policy)

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
NUMBERED_TAB = re.compile(r"^\s*\(?(?:[A-Z]{0,3}\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]?\t+")
APPENDIX = re.compile(r"(?i)^\s*(?:appendix|annexe?)\b")
CLEARLY_LIFE = re.compile(
    r"(?i)\b(?:analysis|chronolog\w+|narrative|facts|key episodes?)\b|"
    r"^what (?:(?:her|his|their|the) )?(?:family|friends?|mother|father|sister|brother|daughter|"
    r"son|children|neighbours?|colleagues?)(?: and \w+)* (?:told|said|say|saw|knew|remember)"
)
SOURCES = re.compile(r"(?i)\b(?:bibliography|references|further reading|works cited)\b")
PLAN = re.compile(r"(?i)\b(?:recommendations?|action plan|actions?|lead agency|target date)\b")
PROCESS = re.compile(
    r"(?i)\b(?:timescales?|methodology|contributors?|panel|authors?|chair|independence|"
    r"dissemination|distribution|confidentiality|parallel|recommendations?|action plan|glossary|"
    r"acronyms|abbreviations|terms of reference|purpose|scope|definitions?|legislation|policy|"
    r"policies|research|home office|quality assurance|foreword|preface|acknowledge?ments?|"
    r"contents|principles|process|publication|governance|documents|key lines of enquiry|"
    r"(?:establish\w*|setting up|commissioning|conduct\w*|about|making|status) (?:of "
    r")?(?:the|this) "
    r"(?:review|dhr)|involvement of|involving|lead agency|target date|completion date|"
    r"milestones?)\b"
)
LIFE = re.compile(
    r"(?i)\b(?:background|events?|incident|homicide|overview|family|what was known|pen portrait|"
    r"pen picture|about|contacts?|summary|relationships?|history|conclusions?|lessons|findings|"
    r"issues|equality|diversity|death|murder|circumstances|victim|perpetrator|subjects|"
    r"involvement|learning|themes?|tributes?|(?:mother|father|family|sister|brother|daughter|son|"
    r"friend|parent)s?[’']s?\s+words|remember\w+|memor(?:y|ies)|portrait|childhood|early life|"
    r"marriage|timeline|household|who \w+ (?:was|were|is)|(?:her|his|their|married|home) life|"
    r"children|growing up|employment|housing)\b"
)
LONGEST_SENTENCE = 1500
LONGEST_HEADING = 90
NUMBER_OF_A_PAGE = re.compile(
    r"(?i)^\s*(?:[-–]?\s*\d{1,3}\s*[-–]?|\d{1,3}\s*\|\s*p\s?a\s?g\s?e|page\s+\d{1,3}(?:\s+of\s+\d{1,3})?)\s*$"
)
FEWEST_IN_MARGIN = 5  # words of a line without numbers that recurs: shorter ones are headings
MARKING = re.compile(
    r"(?i)^\W*(?:official|restricted|confidential|not protectively marked|draft)"
    r"(?:[\s:–-]+(?:sensitive|closed|in confidence|not for (?:circulation|publication)))?\W*$"
)
PAGES = 3  # on which a line stands before it is a margin
# Parts that hold one thing beside another, and no sentences
NOT_READ_ON = ("properties", "link", "description", "hidden", "struck", "table", "note")
READS_ON = 60  # letters of a line that reached the margin
ENDS_OPEN = re.compile(r"\b(?:a|an|the|of|to|and|by|for|from|in|on|at|with|that|his|her|their)$")
AN_ENTRY = re.compile(r"\s*[A-Z][^.;:]*\s[–—-]\s[^.;:]*$")  # “Calderwick Police – a report”
GOES_ON = re.compile(r"\s*(?:[a-z]{2}|a [a-z])")
LISTED = re.compile(
    r"^\s*(?:[·•▪o*–-]\s|\(?(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s|\d+(?:\.\d+)+\s)"
)


READ: WeakKeyDictionary[Paper, tuple[Passage, ...]] = WeakKeyDictionary()
WHOLE: WeakKeyDictionary[Paper, str] = WeakKeyDictionary()


def passages(paper: Paper) -> tuple[Passage, ...]:
    """Return the passages of a paper, read once as long as the paper is there."""
    if paper not in READ:
        READ[paper] = tuple(passages_of(paper))
    return READ[paper]


def read_on(paper: Paper) -> str:
    """
    Return all passages in one text: what a pattern does not find here it finds in none of them.
    """
    if paper not in WHOLE:
        WHOLE[paper] = "\n".join(one.text for one in passages(paper))
    return WHOLE[paper]


def passages_of(paper: Paper) -> Iterator[Passage]:
    chapter, part = Chapter.OPENING, ""
    gathered: list[Line] = []
    letters = 0  # of what is gathered and the line that follows it
    margins = repeated(paper)
    over_a_page = False
    for line in paper.filled():
        if bare_of_numbers(line) in margins:
            yield passage_of([line], Chapter.OPENING)
            over_a_page = True
            continue
        letters += len(line.text) + 1
        if gathered and not (
            letters <= LONGEST and reads_on(gathered[-1], line, over_a_page=over_a_page)
        ):
            yield passage_of(gathered, chapter)
            gathered, letters = [], len(line.text) + 1
        over_a_page = False
        if line.part != part:
            chapter = chapter if is_page(part) and is_page(line.part) else Chapter.OPENING
            part = line.part
        opened = None if gathered else chapter_of(line.text)
        if opened and may_follow(opened, chapter, line.text):
            chapter = opened
        gathered.append(line)
    if gathered:
        yield passage_of(gathered, chapter)


def is_page(part: str) -> bool:
    """A chapter goes on over the pages of a PDF."""
    return part.startswith("page ")


def repeated(paper: Paper) -> set[str]:
    """Return what stands at the head or foot of pages: lines that recur but for their numbers."""
    told = Counter(
        bare
        for line in paper.filled()
        if any(map(str.isdigit, line.text))
        or len(line.text.split()) >= FEWEST_IN_MARGIN
        or MARKING.match(line.text)
        if (bare := bare_of_numbers(line))
    )
    return {text for text, count in told.items() if count >= PAGES or MARKING.match(text)}


def bare_of_numbers(line: Line) -> str:
    if NUMBER_OF_A_PAGE.match(line.text):
        return "#"
    if len(line.text) > LONGEST_HEADING or NUMBERING.match(line.text) or "\t" in line.text:
        return ""
    return re.sub(r"\d+", "#", line.text.strip())


def passage_of(lines: list[Line], chapter: Chapter) -> Passage:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    text = " ".join(line.text for line in lines)
    return Passage(text, chapter_for(text, chapter), tuple(lines), tuple(starts))


def reads_on(line: Line, following: Line, *, over_a_page: bool = False) -> bool:
    """Whether a sentence was broken between the two, with the foot of a page between or not."""
    is_next = following.number == line.number + 1 or (
        over_a_page and bool(GOES_ON.match(following.text) or ENDS_OPEN.search(line.text.rstrip()))
    )
    if line.part != following.part or line.part.startswith(NOT_READ_ON) or not is_next:
        return False
    text = line.text.rstrip()
    if text.rstrip("”’\"')")[-1:] in tuple(".:;!?]") or "\t" in line.text + following.text:
        return False
    if AN_ENTRY.match(text) and AN_ENTRY.match(following.text.rstrip()):
        return False
    goes_on = len(text) >= READS_ON or GOES_ON.match(following.text) or ENDS_OPEN.search(text)
    return bool(goes_on) and not LISTED.match(following.text)


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


# A paragraph of somebody’s life under a heading that tells of the review
HE_OR_SHE = re.compile(r"(?:^|[.!?]\s+)(?:[\d.]+\s+)?(?:He|She|His|Her)\b")
OF_THE_REVIEW = re.compile(
    r"(?i)\b(?:panel|chair\w*|review\w*|author\w*|imrs?|dhrs?|reports?|independen\w+|home office|"
    r"agenc\w+|training|career|retired|appointed|experience\w*|consultan\w+|qualified|partnership|"
    r"safeguarding|draft|interview\w*|published|degree|chief|commission\w*|terms of reference|"
    r"advocate|contribut\w+|wrote|letter|invited|declined|contacted|involv\w+)\b"
)
FEWEST_OF_A_LIFE = 2  # sentences that begin with he or she


def chapter_for(text: str, chapter: Chapter) -> Chapter:
    if chapter is not Chapter.PROCESS or "\t" in NUMBERED_TAB.sub("", text):
        return chapter
    of_a_life = len(HE_OR_SHE.findall(text)) >= FEWEST_OF_A_LIFE and not OF_THE_REVIEW.search(text)
    return Chapter.LIFE if of_a_life else chapter


def is_titled(text: str) -> bool:
    """A cell such as “Police had contact” is no heading; “Contact with the police” may be one."""
    return not re.search(r"\b(?:was|were|had|has|is|are|did|said|told)\b", text)
