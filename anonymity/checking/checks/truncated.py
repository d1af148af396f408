"""
C. Sentences that end before they say anything: a cut that took too much, or a page that was lost.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register

FEWEST = 8  # words of a paragraph: a heading or a cell may end with anything
LAST = 6  # words that are marked
OPEN = re.compile(
    r"\b(?:a|an|the|of|to|and|or|but|that|which|who|with|by|for|from|in|on|at|as|is|was|were|are|"
    r"be|been|has|have|had|would|should|could|will|may|might|must|can|not|their|his|her|its|if|"
    r"because|when|where|consider|including|he|she|they|we|I|whether|until|while|than|"
    r"about|"
    r"into|between|during|our|your|my|these|those|this|who|whose|"
    r"no|"
    r"every|each|did|does|do|had been|(?<!as )such|toward|towards|against|without|within)$"
)


# A quotation that is opened and not closed, in a paragraph that is not one of several quoted
UNCLOSED = re.compile(r"\u201c[^\u201c\u201d]{12,400}$")


# “… worried. The officer”: a sentence of which no more than the subject is left
CUT = re.compile(
    r"[a-z\d][.!?][”’\"]?\s+(?:The|She|He|They|This|That|It|In|On|At|When|After|Her|His|There|As|"
    r"Although|While|However,)(?:\s+[a-z][\w’'-]*){0,3}$"
)


# Of a paper that ends its paragraphs as one does, a paragraph without a full stop was cut
ENDED = re.compile(r"[.!?:;…”’\")\]\d]\s*$")
MANY = 10  # paragraphs before it is known how a paper ends them
WELL = 0.9  # of them that end with a full stop
LONG = 20  # words of a paragraph of which a full stop is expected
NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,3}){1,2}[.)]?\s+[A-Z]")
SHORT = 12  # words of one that has a number


# “(e) whether …; and”: the last but one of a list
JOINED = re.compile(r"[;,]\s+(?:and|or)$")


# “whom she was afraid of” and “what services he was known to” end as they may
STRANDED = re.compile(
    r"(?i)\b(?:who|whom|which|what|where|how)\b(?:(?! and | but | that )[^.;:?]){0,60} (?:was|"
    r"were|is|are|had been|lived|came|"
    r"went|spoke|worked|turned|asked|belonged|referred|entitled) (?:[\w-]+ )?(?:to|with|by|for|"
    r"from|"
    r"in|on|at|about|against|without|of|into)$"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    ends_well = is_well_ended(paper)
    yield from lost_ends(paper)
    for passage in passages(paper):
        unclosed = UNCLOSED.search(passage.text)
        if unclosed and not passage.text.lstrip().startswith("\u201c"):
            yield passage.finding(
                unclosed.span(), Kind.RESIDUE, Severity.POLICY,
                "A quotation that is opened and never closed.",
            )  # fmt: skip
        line = passage.lines[-1]
        if passage.is_row or line.part.startswith("table"):  # a cell need not be a sentence
            continue
        words = JOINED.sub("", line.text.rstrip())
        is_long = len(passage.text.split()) >= FEWEST
        is_open = is_long and OPEN.search(words) and not STRANDED.search(words)
        is_open = is_open or (is_long and bool(CUT.search(words)))
        if is_open or (ends_well and is_cut_off(passage)):
            yield cut(line, words)


def cut(line: Line, words: str) -> Finding:
    start = [hit.start() for hit in re.finditer(r"\S+", words)][-LAST:][0]
    return Finding(
        line, start, len(words), Kind.RESIDUE, Severity.POLICY,
        "This sentence ends before it says anything.",
    )  # fmt: skip


def lost_ends(paper: Paper) -> Iterator[Finding]:
    """
    Find “… referred urgently to the” over a paragraph that begins a sentence, in a paper whose
    lines are paragraphs: elsewhere a line ends so wherever it is full.
    """
    lines = [line for line in paper.filled() if "\t" not in line.text]
    pairs = [(one, other) for one, other in pairwise(lines) if not ENDED.search(one.text)]
    broken = [one for one, other in pairs if GOES_ON.match(other.text)]
    if len(broken) > MOST_BROKEN * len(lines):
        return
    for line, following in pairs:
        words = line.text.rstrip()
        is_next = line.part == following.part and following.number == line.number + 1
        is_paragraph = len(words) > WIDE or len(following.text) > WIDE
        if not is_next or not is_paragraph or not BEGINS.match(following.text):
            continue
        if len(words.split()) >= FEWEST and OPEN.search(words) and not STRANDED.search(words):
            yield cut(line, words)


MOST_BROKEN = 0.02  # of the lines of a paper whose lines are paragraphs
WIDE = 160  # letters: a line of a page holds fewer
GOES_ON = re.compile(r"\s*[a-z]")
BEGINS = re.compile(r"\s*(?:\d[\d.]*\s+)?[“\"‘]?[A-Z][\w’-]*(?:,|\s+[a-z])")


def is_well_ended(paper: Paper) -> bool:
    """Whether a paper ends nearly every paragraph with a full stop; lists need none."""
    ended = [bool(ENDED.search(one.text)) for one in passages(paper) if is_paragraph(one)]
    return len(ended) >= MANY and sum(ended) >= WELL * len(ended)


def is_paragraph(passage: Passage) -> bool:
    return (
        passage.chapter in (Chapter.LIFE, Chapter.OPENING)
        and not passage.is_row
        and len(passage.text.split()) >= (SHORT if NUMBERED.match(passage.text) else LONG)
    )


def is_cut_off(passage: Passage) -> bool:
    if ENDED.search(passage.text) or not is_paragraph(passage):
        return False
    return len(passage.sentences()) > 1 or bool(NUMBERED.match(passage.text))
