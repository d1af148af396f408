"""
K. Parts by their titles: listed among the contents and not there, sent to and not there, headed
and empty.

What was cut leaves its title behind: in the list of contents, in “for the reasons under ‘…’
above”, or as a heading with nothing under it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from anonymity.checking.checks.references import OF_ELSEWHERE
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, Passage, bare_of_numbers, passages, repeated
from anonymity.checking.register import Register
from anonymity.checking.words.area import authorities
from anonymity.checking.words.names import known_words

UNLISTED = "The contents list this part, and the paper has none such."
ABSENT = "The paper has no part of this name."
EMPTY = "Nothing stands under this heading."
LONGEST = 14  # words of a heading
CONTENTS = re.compile(r"(?i)^\W*(?:table of |list of )?contents(?: page)?\W*$|^\W*cynnwys\W*$")
LABEL = re.compile(
    r"(?i)^\s*(?:(?P<what>appendix|annexe?|section|chapter|part)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|(?<=\s)[A-Z]|(?<=\s)(?:one|two|three|four|five|six|seven))\b"
    r"[.):–-]*\s*"
)
PAGE = re.compile(r"(?:(?<!\.)\.{2,}+\s*+|(?<!\s)\s++)\d{1,3}\s*$")
SMALL = frozenset("a an and by for from in of on or the to what was with who how".split())  # noqa: SIM905
FEWEST = 5  # entries of a list of contents
FOUND = 0.7  # of them that the paper has, before another says something
ALIKE = 0.5  # of the words of two titles
QUOTED = r"[‘“\"](?P<{0}>[A-Z][^‘“”\"\n]{{3,80}}?)[’”\"](?!\w)"
WAY = r"(?:above|below|earlier|later|elsewhere|at the end|(?:in|of) this report)"
PARTS = r"(?:section|chapter|part|heading|sub-?heading|appendix|paragraphs?)"
SENT_TO = tuple(
    re.compile(pattern)
    for pattern in (
        (rf"\b(?:under|in|see|at|to|with)\s+(?:the\s+)?(?:{PARTS}\s+(?:\w+\s+)?)?"
        rf"{QUOTED.format('title')}[\s,(]*{WAY}\b"),
        (rf"\b(?:the|a|see|under)\s+{PARTS}\s+(?:headed|called|entitled|titled|named)\s+"
        rf"{QUOTED.format('title')}"),
        (r"\b[Ss]ee\s+(?!Home|Table|Figure|Appendix|Annex|Section|Chapter|Part|Paragraph|Rec)"
        r"(?P<title>[A-Z][a-z][\w’-]*(?:\s[\w’-]+){1,7}),?\s+(?:above|below)\b"),
    )
)  # fmt: skip
BY_NUMBER = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|of|on) (?P<what>terms of reference|methodology|"
    r"contributors|chronology|recommendations|lessons|conclusions|glossary|equality|"
    r"confidentiality|timescales|parallel reviews)|"
    r"(?P<deeds>(?:steps|changes|action|improvements|response|mistakes|failings|contacts?|events|"
    r"injuries|"
    r"history|relationship|murder|homicide))|(?P<topic>age|disability|ethnicity|religion|pandemic|"
    r"separation|housing|mental health|carers?))\b[^.;:]{0,70}?"
    r"(?:[,(] ?(?:as )?(?:see )?|\b(?:described|set out|told|discussed|"
    r"considered|"
    r"dealt with|given|covered|examined|analysed|listed|found|explained|are|is) )(?P<where>(?:in|"
    r"at) "
    r"(?:section|chapter|part) (?P<number>\d{1,2}))\b(?!\.\d)"
)
OTHER_PART = "The part of this number is about something else."
OF_THE_REVIEW = frozenset(
    """
    contributors contributor panel author methodology timescales dissemination confidentiality terms
    distribution publication glossary
    """.split()  # noqa: SIM905
)
# What no topic of a life is told in; age and housing may be told of in terms of reference
OF_ITS_MAKING = frozenset("chair author panel timescales dissemination glossary".split())  # noqa: SIM905
OF_LIVES = frozenset("analysis findings facts chronology agencies lessons family".split())  # noqa: SIM905
ENDED = re.compile(r"[.!?][”’\"')\]]*\s*$")
OVER_A_LIST = re.compile(
    r"(?i)\b(?:following|below|listed|these|namely|as "
    r"follows)\b[^.]{0,60}\.\s*$"
)
NO_HEADING = re.compile(r"(?i)^\W*(?:table|figure|chart|source|photograph|note|\d+\s*$)|\d\s*%")
AGENCY = re.compile(
    r"\b(?:Trust|Council|Police|Constabulary|Service|Services|Surgery|Practice|Homes|Housing|"
    r"Board|Probation|Department|Office|Partnership|Centre|School|College|Hospital|Association|"
    r"Group|Care|Charity|Refuge|Aid)\b"
)
A_PARAGRAPH = 10  # words
NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\.\d{1,3}(?:\.\d{1,3})*[.)]?\s+\S")
OPENS = re.compile(
    r"^\s*(?:(?:Section|Chapter|SECTION|"
    r"CHAPTER)\s)?(?P<number>\d{1,2})[.:)]?\s+[A-Z][^.!?]*$"
)
GAP = "The number before it is wanting."
TWICE = "This number stands twice."
ASTRAY = "The number of this paragraph is that of another chapter."
FEWEST_OWN = 20  # paragraphs with a number of their chapter
MOST_ASTRAY = 2


@dataclass(frozen=True)
class Heading:
    """at: its place among the lines that are filled. label: “appendix d” or “8.3”."""

    line: Line
    at: int
    label: str
    words: frozenset[str]

    def is_like(self, other: "Heading") -> bool:
        if self.label and self.label == other.label and self.label[0].isalpha():
            return True
        shared = len(self.words & other.words)
        return shared > 0 and shared >= ALIKE * min(len(self.words), len(other.words))


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    margins = repeated(paper)
    filled = [line for line in paper.filled() if bare_of_numbers(line) not in margins]
    headings = [one for at, line in enumerate(filled) if (one := heading_of(line, at))]
    chapters = {
        one.label.split()[-1]: one
        for one in reversed(headings)
        if one.label and not one.label.startswith(("app", "ann"))
    }
    yield from listed_only(filled, headings)
    for passage in passages(paper):
        if passage.chapter is not Chapter.SOURCES:
            yield from sent_astray(passage, headings)
            yield from sent_to_another(passage, chapters)
    yield from misnumbered(filled)
    lives = {line for one in passages(paper) if one.chapter is Chapter.LIFE for line in one.lines}
    yield from empty(filled, lives, known_words((*register.pseudonyms, *register.may_be_named)))


def heading_of(line: Line, at: int) -> Heading | None:
    text = PAGE.sub("", line.text).strip()
    is_short = len(text.split()) <= LONGEST and not ENDED.search(text) and text[-1:] not in ",;"
    if not is_short or "\t" in text or not text or not (text[0].isupper() or text[0].isdigit()):
        return None
    hit = LABEL.match(text)
    label = f"{hit['what'] or ''} {hit['number']}".strip().lower() if hit else ""
    return Heading(line, at, label, words_of(text[hit.end() :] if hit else text))


def words_of(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w]+", title.casefold().replace("’s", ""))) - SMALL


def listed_only(filled: Sequence[Line], headings: Sequence[Heading]) -> Iterator[Finding]:
    """Find what the list of contents has and no heading after it."""
    begin = next((at for at, line in enumerate(filled) if CONTENTS.match(line.text)), None)
    if begin is None:
        return
    entries = entries_from(begin, filled, headings)
    after = [one for one in headings if entries and one.at > entries[-1].at]
    wanting = [one for one in entries if not any(one.is_like(other) for other in after)]
    if len(entries) >= FEWEST and len(wanting) <= (1 - FOUND) * len(entries):
        for one in wanting:
            yield Finding(
                one.line, 0, len(one.line.text), Kind.STRUCTURE, Severity.SLIP, UNLISTED
            )  # fmt: skip


def entries_from(begin: int, filled: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """
    Return the entries of a list of contents: up to the first heading that stands a second time or
    the first paragraph, and of a list that numbers its entries those with a number or a page.
    """
    by_place = {one.at: one for one in headings}
    entries: list[Heading] = []
    for at in range(begin + 1, len(filled)):
        one = by_place.get(at)
        if one is None or any(one.words == other.words for other in entries):
            break
        entries.append(one)
    numbered = [one for one in entries if one.label or PAGE.search(one.line.text)]
    return [one for one in (numbered if len(numbered) * 2 > len(entries) else entries[:-1])
            if one.words]  # fmt: skip


def misnumbered(filled: Sequence[Line]) -> Iterator[Finding]:
    """
    Find a chapter whose number is wanting or stands twice, and a paragraph under the number of
    another chapter, in a paper whose chapters and paragraphs go together.
    """
    opened: list[tuple[Line, int]] = []
    own: list[tuple[Line, int, bool]] = []
    for line in filled:
        chapter, paragraph = OPENS.match(line.text), NUMBERED.match(line.text)
        if chapter and len(line.text.split()) <= LONGEST and not PAGE.search(line.text):
            opened.append((line, int(chapter["number"])))
        elif paragraph and opened:
            own.append((line, int(paragraph["number"]), int(paragraph["number"]) == opened[-1][1]))
    astray = [line for line, _, agrees in own if not agrees]
    if len(own) < FEWEST_OWN or len(astray) > MOST_ASTRAY:
        return
    kept = {number for _, number, _ in own}
    run = [(line, number) for line, number in opened if number in kept]
    for (_, before), (line, number) in pairwise(run):
        if number - before in (0, 2):
            yield told(line, LABEL.match(line.text), TWICE if number == before else GAP)
    for line in astray:
        yield told(line, NUMBERED.match(line.text), ASTRAY)


def told(line: Line, hit: re.Match[str] | None, reason: str) -> Finding:
    start, end = hit.span("number") if hit else (0, len(line.text))
    return Finding(line, start, end, Kind.STRUCTURE, Severity.SLIP, reason)


def sent_astray(passage: Passage, headings: Sequence[Heading]) -> Iterator[Finding]:
    """Find “under ‘Barriers’ above”, where no part is called so."""
    for pattern in SENT_TO:
        for hit in pattern.finditer(passage.text):
            wanted = words_of(hit["title"])
            is_there = any(
                wanted & one.words and (wanted <= one.words or one.words <= wanted)
                for one in headings
            )
            if not is_there and not OF_ELSEWHERE.match(passage.text, hit.end()):
                yield passage.finding(hit.span(), Kind.STRUCTURE, Severity.SLIP, ABSENT)


def sent_to_another(passage: Passage, chapters: Mapping[str, Heading]) -> Iterator[Finding]:
    """
    Find “the terms of reference are in section 9”, where another is called so, and “what the trust
    changed is in section 4”, which lists who took part.
    """
    for hit in BY_NUMBER.finditer(passage.text):
        there = chapters.get(hit["number"])
        if not there or OF_ELSEWHERE.match(passage.text, hit.end()):
            continue
        wanted = words_of(hit["what"]) if hit["what"] else frozenset()
        others = [one for one in chapters.values() if wanted and wanted <= one.words]
        of_the_review = OF_THE_REVIEW if hit["deeds"] else OF_ITS_MAKING
        is_astray = not hit["what"] and there.words & of_the_review and not there.words & OF_LIVES
        if is_astray or (others and not wanted & there.words):
            yield passage.finding(
                hit.span("where"), Kind.STRUCTURE, Severity.SLIP, OTHER_PART
            )  # fmt: skip


def empty(filled: Sequence[Line], lives: set[Line], people: set[str]) -> Iterator[Finding]:
    """
    Find a heading between a paragraph and a heading that cannot stand under it: that of another
    agency, or that of a chapter.
    """
    for at in range(1, len(filled) - 2):
        before, line, other, after = filled[at - 1 : at + 3]
        is_told = line in lives or NUMBERED.match(before.text)
        if not is_told or not is_paragraph(before) or OVER_A_LIST.search(before.text):
            continue
        if not is_bare(line, people) or not is_bare(other, people) or not is_paragraph(after):
            continue
        is_beside = line in lives and (
            is_of_an_agency(line, other)
            or is_sibling(line, filled)
            or (is_agency(line.text) and stand_over_text(line, filled))
        )
        if is_beside or is_chapter(line, other):
            yield Finding(line, 0, len(line.text), Kind.STRUCTURE, Severity.POLICY, EMPTY)


def is_paragraph(line: Line) -> bool:
    return len(line.text.split()) >= A_PARAGRAPH and bool(ENDED.search(line.text))


def is_bare(line: Line, people: set[str]) -> bool:
    """Whether it is a heading that names nobody, as what stands under a tribute may."""
    is_heading = heading_of(line, 0) and not NO_HEADING.search(line.text)
    return (
        bool(is_heading)
        and not line.part.startswith("table")
        and not known_words([line.text]) & people
    )


def is_of_an_agency(line: Line, other: Line) -> bool:
    """Test for two agencies: none is a part of another."""
    return all(
        is_agency(one.text) and not LABEL.match(one.text) and one.text.strip()[0].isupper()
        for one in (line, other)
    )


def is_sibling(line: Line, filled: Sequence[Line]) -> bool:
    """
    Test for “The role of the bank”, where “The role of the hospital” stands over a paragraph.
    """
    words = LABEL.sub("", line.text).split()[:ALIKE_FROM]
    if len(words) < ALIKE_FROM:
        return False
    return any(
        one is not line and heading_of(one, 0) and is_paragraph(after)
        and LABEL.sub("", one.text).split()[:ALIKE_FROM] == words
        for one, after in pairwise(filled)
    )  # fmt: skip


def stand_over_text(line: Line, filled: Sequence[Line]) -> bool:
    """
    Test whether the other agencies of the chapter have a paragraph right under their name: then
    what stands under this one is no part of what is told of it.
    """
    at = filled.index(line)
    over = [
        is_paragraph(after)
        for one, after in pairwise(filled[max(0, at - A_CHAPTER) : at])
        if heading_of(one, 0) and is_agency(one.text) and not NO_HEADING.search(one.text)
    ]
    return len(over) >= FEWEST_BESIDE and all(over)


A_CHAPTER = 40  # lines
FEWEST_BESIDE = 3  # agencies
ALIKE_FROM = 2  # words with which headings of one depth begin


def is_agency(text: str) -> bool:
    return bool(AGENCY.search(text)) or any(True for _ in authorities(text))


CHAPTER = re.compile(
    r"^\s*(?:\d{1,2}[.)]?\s+[A-Z]|(?:SECTION|Section|CHAPTER|Chapter|PART|Part|APPENDIX|"
    r"Appendix)\s+\w)"
)


def is_chapter(line: Line, other: Line) -> bool:
    """Test for a heading without a number, not in capitals, before one that opens a chapter."""
    return (
        bool(CHAPTER.match(other.text)) and not LABEL.match(line.text) and not line.text.isupper()
    )
