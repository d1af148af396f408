"""
K. What the paper says it has and has not: appendices, a glossary, numbered paragraphs.

A reference that leads nowhere is often what is left of a part that was taken out, and the part may
be what gave somebody away.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

APPENDIX = re.compile(r"(?i)\b(?:appendix|annexe?) (?P<number>\d{1,2}|[A-HJ-Z])\b")
GLOSSARY = re.compile(r"(?i)\b(?:in|see|after|at) (?:a|the) glossary\b(?: at the end of the \w+)?")
PARAGRAPH = re.compile(
    r"(?i)\b(?:(?:paragraph|para\.?) (?P<number>\d{1,3}(?:\.\d{1,3})*)"
    r"|(?:paragraphs|paras\.?) (?P<first>\d{1,3}(?:\.\d{1,3})+)(?:\s?(?:to|and|,|-|–)\s?"
    r"\d{1,3}(?:\.\d{1,3})+)*"
    r"|section (?P<section>\d{1,3}\.\d{1,3}))\b"
)
NUMBERED = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S")
HEADED = re.compile(
    r"(?i)^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:(?:appendix|annexe?) (?P<number>\d{1,2}|[A-HJ-Z])\b|"
    r"glossary\b)"
)
IN_CONTENTS = re.compile(r"(?:\t|\.{3,}|\s{2,})\s*\d{1,3}\s*$")  # with the number of a page
STEP = re.compile(
    r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?:[.)]|\t|(?<=\.\d)\s|"
    r"(?<=\.\d\d)\s)\s*\S"
)
MANY = 20  # numbered paragraphs before their order means something
REGULAR = 0.9  # of them that follow one another
LONGEST_HEADING = 12  # words
FEW = 5  # numbered paragraphs: below, the paper has none worth the name


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from missing_appendices(paper)
    yield from missing_glossary(paper)
    yield from missing_paragraphs(paper)
    yield from misnumbered(paper)
    yield from empty_headings(paper)
    yield from mislabelled(paper)
    yield from missing_figures(paper)
    yield from missing_sections(paper)
    yield from missing_chapters(paper)


def missing_appendices(paper: Paper) -> Iterator[Finding]:
    headed = {str(hit["number"]).upper() for hit in headings(paper) if hit["number"]}
    if not headed:  # a paper without any has them in files of their own
        return
    for line in paper.filled():
        for hit in APPENDIX.finditer(line.text):
            is_own = hit[0].lower().startswith("app") or not is_of_elsewhere(line.text[hit.end() :])
            if hit["number"].upper() not in headed and is_own:
                yield told(line, hit, "This appendix is not there.")


def missing_glossary(paper: Paper) -> Iterator[Finding]:
    if any(not hit["number"] for hit in headings(paper)):
        return
    for line in paper.filled():
        for hit in GLOSSARY.finditer(line.text):
            yield told(line, hit, "There is no glossary.")


def missing_paragraphs(paper: Paper) -> Iterator[Finding]:
    numbers = {hit["number"] for line in paper.filled() if (hit := NUMBERED.match(line.text))}
    for line in paper.filled():
        for hit in PARAGRAPH.finditer(line.text):
            number = hit["number"] or hit["first"] or hit["section"]
            is_known = number in numbers or (len(numbers) < FEW and "." not in number)
            is_cited = CITED.search(line.text, 0, hit.start())
            if not is_known and not is_cited and not is_of_elsewhere(line.text[hit.end() :]):
                yield told(line, hit, "There is no such paragraph.")


CITED = re.compile(r"[(;,]\s*(?:19|20)\d\d,?\s*$")


def misnumbered(paper: Paper) -> Iterator[Finding]:
    """
    Find a paragraph whose number is wanting or stands twice, in a paper that numbers them well.

    Numbers are compared with those beside them at the same depth: 4.2, 4.4, 4.5 misses one.
    """
    numbered = [(line, hit["number"]) for line in paper.filled() if (hit := STEP.match(line.text))]
    steps = [(one, other) for (_, one), (_, other) in pairwise(numbered)]
    if len(steps) < MANY or sum(follows(*step) for step in steps) < len(steps) * REGULAR:
        return
    times = Counter(number for _, number in numbered)
    for (_, before), (line, number), (_, after) in zip(
        numbered, numbered[1:], numbered[2:], strict=False
    ):
        gap, then = step_of(before, number), step_of(number, after)
        # After a number that stands twice the next is wanting, and right
        is_made_up_for = gap == 2 and times[before] > 1
        is_last = gap == 2 and then is None and closes(number, after)
        is_first = opens_late(before, number) and then == 1
        is_slip = (gap, then) in ((0, 1), (0, 2), (2, 1)) or is_last or is_first
        if is_slip and not is_made_up_for:
            start = line.text.index(number)
            reason = "This number stands twice." if gap == 0 else "The number before it is wanting."
            yield Finding(line, start, start + len(number), Kind.STRUCTURE, Severity.SLIP, reason)


def closes(number: str, after: str) -> bool:
    """Whether a number is the last of its part, and the next one begins the part behind it."""
    own, other = [[int(each) for each in one.split(".")] for one in (number, after)]
    at = next((at for at, (a, b) in enumerate(zip(own, other, strict=False)) if a != b), None)
    if at is None or at >= len(own) - 1:
        return False
    return other[at] == own[at] + 1 and all(each <= 1 for each in other[at + 1 :])


def opens_late(before: str, number: str) -> bool:
    """Whether 4.7.2 follows at once on the heading 4.7."""
    return number == f"{before}.2" and "." in before


def mislabelled(paper: Paper) -> Iterator[Finding]:
    """Find a gap or a double in what is numbered by name: learning points, recommendations."""
    for label in LABELS:
        run = [(line, hit) for line in paper.filled() if (hit := label.match(line.text))]
        times = Counter(int(hit["number"]) for _, hit in run)
        for (_, before), (line, hit) in pairwise(run):
            gap = int(hit["number"]) - int(before["number"])
            # Listed by what they are about, the number before it stands in another group
            is_elsewhere = gap == 2 and int(hit["number"]) - 1 in times
            # After a number that stands twice the next one is right
            is_made_up_for = gap == 2 and times[int(before["number"])] > 1
            if is_elsewhere or is_made_up_for:
                continue
            if gap in (0, 2) and int(hit["number"]) > 1 and len(run) >= FEWEST_LABELS:
                reason = (
                    "This number stands twice." if gap == 0 else "The number before it is wanting."
                )
                yield Finding(line, *hit.span("label"), Kind.STRUCTURE, Severity.SLIP, reason)


LABELS = (
    re.compile(
        r"^\W*(?P<label>(?:Learning [Pp]oint|Lesson|Key [Ff]inding|Finding|Theme) "
        r"(?P<number>\d{1,2}))\b(?=\W)"
    ),
    re.compile(
        r"^\s*(?P<label>(?:SECTION|Section|CHAPTER|Chapter|PART|Part) (?P<number>\d{1,2}))"
        r"(?=\s*(?:[:–-]|$))"
    ),
    re.compile(r"^\W*(?P<label>Recommendation (?P<number>\d{1,2}))\s*[:.–-]"),
    re.compile(r"^\s*(?P<label>L(?P<number>\d{1,2}))[\s.:]"),
    re.compile(r"^\s*(?P<label>R(?P<number>\d{1,2}))[\s.:]"),
)
FEWEST_LABELS = 4


def missing_figures(paper: Paper) -> Iterator[Finding]:
    shown = {hit[0].lower() for line in paper.filled() if (hit := FIGURE.match(unnumbered(line)))}
    for line in paper.filled():
        for hit in FIGURE.finditer(line.text):
            if hit[0].lower() not in shown and not is_of_elsewhere(line.text[hit.end() :]):
                yield told(line, hit, "This figure or table is not there.")


def unnumbered(line: Line) -> str:
    return re.sub(r"^[\W\d]+", "", line.text)


FIGURE = re.compile(r"\b(?:Figure|Table|Chart|Diagram|Map)\s\d{1,2}\b")


def missing_sections(paper: Paper) -> Iterator[Finding]:
    """Find "Section Nineteen" of a paper whose last section is the eighteenth."""
    headed = {
        number
        for line in paper.filled()
        if (hit := SECTION.match(line.text.strip()))
        and len(line.text.split()) <= LONGEST_HEADING
        and (number := number_of(hit["number"]))
    }
    if len(headed) < FEW:
        return
    for line in paper.filled():
        for hit in SECTION.finditer(line.text):
            number = number_of(hit["number"])
            if number and number > max(headed) and not is_of_elsewhere(line.text[hit.end() :]):
                yield told(line, hit, "There is no such section.")


SECTION = re.compile(
    rf"\b(?:Section|Chapter|Part|SECTION|CHAPTER|"
    rf"PART)\s(?P<number>(?i:{COUNT}))\b(?!\.\d)"
)


def missing_chapters(paper: Paper) -> Iterator[Finding]:
    """Find “described in section 19” of a paper whose headings go up to 16."""
    headed = {
        int(hit["number"])
        for line in paper.filled()
        if (hit := CHAPTER.match(line.text)) and len(line.text.split()) <= LONGEST_HEADING
    }
    last = max(headed, default=0)
    if len(headed) < FEW or len(headed) < last - 1:
        return
    for line in paper.filled():
        for hit in SENT_TO_ONE.finditer(line.text):
            # beyond that it is a section of an Act
            is_beyond = last < int(hit["number"]) <= last + MOST_BEYOND
            if is_beyond and not OF_AN_ACT.match(line.text, hit.end()):
                yield told(line, hit, "There is no such section.")


CHAPTER = re.compile(r"^\s*(?P<number>\d{1,2})\.?\s+[A-Z][A-Za-z’ ,&:-]+$")
SENT_TO_ONE = re.compile(
    r"(?i)\b(?:described|set out|discussed|considered|dealt with|examined|shown|explained|"
    r"summarised|analysed|covered|told|given|listed|see|addressed)(?: \w+){0,2}? "
    r"(?:(?:in|at|under) )?(?:section|chapter|part) (?P<number>\d{1,2})\b(?!\.\d)"
)
OF_AN_ACT = re.compile(
    r"(?i)\W{0,3}(?:(?:of|in) (?:the|that|its) (?!report|review)|enquir|notice|leave|assess|"
    r"meeting|agree|after|\(\d)"
)
MOST_BEYOND = 8


def step_of(one: str, other: str) -> int | None:
    """Return how far two numbers of the same depth lie apart, nothing for those of two depths."""
    *above, last = one.split(".")
    *other_above, other_last = other.split(".")
    return int(other_last) - int(last) if above == other_above else None


def follows(one: str, other: str) -> bool:
    return step_of(one, other) == 1 or step_of(one, other) is None


def empty_headings(paper: Paper) -> Iterator[Finding]:
    """Find an appendix with nothing under it, before the next or at the end."""
    filled = list(paper.filled())
    again = Counter(label_of(line) for line in filled)
    for at, line in enumerate(filled):
        hit = HEADED.match(line.text)
        is_heading = hit and len(line.text.split()) <= LONGEST_HEADING
        again[label_of(line)] -= 1
        if again[label_of(line)]:
            continue  # it stands in the list of contents, and again at its place
        if not is_heading or IN_CONTENTS.search(line.text) or line.text.rstrip().endswith("."):
            continue
        is_last = at == len(filled) - 1 and at > 0
        before_it = at > 0 and bool(HEADED.match(filled[at - 1].text))
        after_it = at + 1 < len(filled) and bool(HEADED.match(filled[at + 1].text))
        after_it = after_it and not is_titled_by(line, filled[at + 1])
        if is_last or (after_it and not before_it and not is_list_of(filled, at)):
            yield Finding(
                line, 0, len(line.text), Kind.STRUCTURE, Severity.SLIP,
                "Nothing stands under this heading.",
            )  # fmt: skip


def is_titled_by(line: Line, following: Line) -> bool:
    """Whether “Glossary” is the title of the “Appendix D” above it."""
    hit = HEADED.match(following.text)
    return bool(BARE.match(line.text) and hit and not hit["number"])


BARE = re.compile(r"(?i)^\W*(?:appendix|annexe?) \w{1,2}\W*$")


def label_of(line: Line) -> str:
    """Return “appendix 1” of what heads one, with or without its title."""
    hit = HEADED.match(line.text)
    is_heading = hit and hit["number"] and len(line.text.split()) <= LONGEST_HEADING
    return f"appendix {hit['number']}" if hit and is_heading else line.text.strip().casefold()


def is_list_of(filled: list[Line], at: int) -> bool:
    """Whether more than two such lines follow one another: then they are a list of contents."""
    return all(HEADED.match(one.text) for one in filled[at : at + 3])


def is_of_elsewhere(after: str) -> bool:
    """Test whether a paragraph is one of guidance, an act or another paper."""
    return bool(re.match(r"(?i)\W{0,3}(?:of|in) (?:the |its |their )?\w", after))


def headings(paper: Paper) -> Iterator[re.Match[str]]:
    """Yield what heads an appendix or a glossary."""
    for line in paper.filled():
        hit = HEADED.match(line.text)
        is_short = len(line.text.split()) <= LONGEST_HEADING
        if hit and is_short and not IN_CONTENTS.search(line.text):
            yield hit


def told(line: Line, hit: re.Match[str], reason: str) -> Finding:
    return marked(line, hit, Kind.STRUCTURE, Severity.SLIP, reason)
