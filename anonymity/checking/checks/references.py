"""
K. Every place to which the paper sends its reader, looked up.

"The table below", "recommendation 9", "listed at the end", "paragraphs 40 to 44 above", "footnote
12": each is resolved against what the paper has. What leads nowhere was cut, and often in a hurry.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anonymity.checking.facts.footnotes import marks_without_notes
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

ABSENT = "The paper has no such part."
NOT_HERE = "No table, chart or list stands there."
WRONG_WAY = "It stands the other way."
NO_NOTE = "This footnote is not there."
GAP = "The number before it is wanting."
TWICE = "This number stands twice."
EMPTY = "Nothing stands under this heading."
PARTS = (
    r"(?P<part>glossary|bibliography|(?:distribution|dissemination)\s+list|list\s+of\s+"
    r"(?:abbreviations|acronyms|contributors|recipients|recommendations|documents|policies)|"
    r"genogram|family\s+tree|timeline|combined\s+chronology|integrated\s+chronology|"
    r"executive\s+summary|action\s+plan|foreword|terms\s+of\s+reference|references|"
    r"letter\s+from\s+the\s+Home\s+Office)"
)
WHERE = (
    r"(?:at\s+the\s+(?:end|back|front|beginning|start)(?:\s+of\s+(?:the|this)\s+\w+)?|overleaf|"
    r"below|above|attached|annexed|enclosed|appended|which\s+follows|that\s+follows|(?:on|at)\s+"
    r"page\s+\w+|at\s+the\s+appendix)"
)
SENT_TO = re.compile(
    rf"(?i)\b(?:the|an?|its)\s+{PARTS}\s+(?:(?:is|are|can\s+be\s+found|set\s+out|given|printed|"
    rf"included|reproduced|shown|provided)\s+)*{WHERE}|\b(?:listed|set\s+out|shown|given|explained|"
    rf"defined|spelled\s+out|named)\s+(?:in|on|after|at)\s+(?:the|a)\s+"
    rf"{PARTS.replace('part', 'other')}\b"
)
LISTED_AT_THE_END = re.compile(
    r"(?i)\b(?P<what>recipients?|copies|distribution|dissemination|abbreviations|acronyms|terms|"
    r"policies|documents|members|contributors|agencies)\b[^.]{0,120}?\b(?:listed|set\s+out|named|"
    r"explained)\s+at\s+the\s+(?:end|back)\b[^.]{0,50}"
)
SHOWN = re.compile(
    r"(?i)\b(?:the|this|following)\s+(?P<what>table|chart|graph|diagram|map|photograph|genogram|"
    r"timeline|grid|matrix)\s+(?P<way>below|above|overleaf|opposite|shows?|sets\s+out)\b"
    r"(?!\s+(?:the|an?|her|his|their|it)\b)"
    r"|\b(?:in|see)\s+the\s+(?:following\s+)?(?P<what2>table|chart|graph|diagram)\b"
)
NUMBERED = re.compile(
    r"(?i)\b(?P<what>recommendation|lesson|learning\s+point|key\s+finding|finding|theme|"
    r"key\s+line\s+of\s+enquiry|term\s+of\s+reference|footnote|annexe?|chapter)\s+"
    rf"(?:number\s+)?(?P<number>\d{{1,2}}|{COUNT})\b(?!\s*(?:%|per|of\s+the\s+(?:act|guidance)))"
)
ITEM = r"(?i)^\W*(?:{what}\s+)?(?P<number>\d{{1,2}})\s*(?:[.:)\t–-]|\s{{2,}}|$)"
DIRECTED = re.compile(
    r"(?i)\b(?:paragraphs?|paras?\.?|sections?)\s+(?P<number>\d{1,3}(?:\.\d{1,3})*)"
    r"(?:\s*(?:to|and|-|–)\s*(?P<last>\d{1,3}(?:\.\d{1,3})*))?,?\s*(?P<way>above|below)?\b"
)
OWN_NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S")
NOTE_MARK = re.compile(r"\[footnoteRef:(?P<number>\d+)\]")
NOTE_TEXT = re.compile(r"\[(?P<number>\d+):\s")
OF_ELSEWHERE = re.compile(
    r"(?i)\W{0,3}(?:of|in|from)\s+(?:the|its|their|that|an?|our)\s+(?!report|review|chapter|"
    r"recommendations|paper)\w|\W{0,3}of\s+[A-Z]"
)
LONGEST = 12  # words of a heading
NEAR = 8  # passages in which a table below may begin
FEWEST = 3  # numbered things that make a run


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    headings = " | ".join(
        line.text.lower()
        for line in paper.filled()
        if len(line.text.split()) <= LONGEST and not line.text.rstrip().endswith(".")
    )
    runs = runs_of(paper)
    own = numbers_of(paper)
    for at, passage in enumerate(told):
        yield from absent(passage, headings)
        yield from not_shown(told, at)
        yield from beyond(passage, runs)
        yield from wrong_way(passage, own)
    yield from notes(paper, told)
    yield from empty(paper)
    yield from empty_parts(paper)
    yield from told_twice(paper)


def absent(passage: Passage, headings: str) -> Iterator[Finding]:
    for hit in SENT_TO.finditer(passage.text):
        part = (hit["part"] or hit["other"]).lower()
        if part not in headings:
            yield told(passage, hit.span(), ABSENT)
    for hit in LISTED_AT_THE_END.finditer(passage.text):
        what = hit["what"].lower()[:7]
        if not any(word in headings for word in (what, "distribution", "dissemination list")):
            yield told(passage, hit.span(), ABSENT)


def not_shown(all_told: Sequence[Passage], at: int) -> Iterator[Finding]:
    """Find "the table below" with no row of a table near it."""
    for hit in SHOWN.finditer(all_told[at].text):
        what = hit["what"] or hit["what2"]
        near = all_told[max(0, at - NEAR) : at + NEAR]
        is_there = any(one.is_row or one.lines[0].part.startswith("table") for one in near)
        if what.lower() in ("map", "photograph", "chart", "graph", "diagram"):
            is_there = any(
                what.lower() in one.text.lower() for one in near if one is not all_told[at]
            )
        if not is_there and not any(is_flattened(one) for one in near):
            yield told(all_told[at], hit.span(), NOT_HERE)


def is_flattened(passage: Passage) -> bool:
    """Whether it may be a row of a table that lost its tabs."""
    line = passage.lines[0].text
    return len(line) < LONGEST_ROW and not line.rstrip().endswith(".") and len(line.split()) > 1


LONGEST_ROW = 90


def runs_of(paper: Paper) -> dict[str, int]:
    """Return the highest number of what the paper numbers by name."""
    highest: dict[str, int] = defaultdict(int)
    count: dict[str, set[int]] = defaultdict(set)
    for line in paper.filled():
        hit = HEADED.match(line.text)
        number = number_of(hit["number"]) if hit else None
        if hit and number:
            what = re.sub(r"\s+", " ", hit["what"].lower())
            count[what].add(number)
            highest[what] = max(highest[what], number)
    return {
        what: number
        for what, number in highest.items()
        if len(count[what]) >= min(FEWEST, number) and len(count[what]) >= number - 1
    }


HEADED = re.compile(
    r"(?i)^\W*(?P<what>recommendation|lesson|learning\s+point|key\s+finding|finding|theme|"
    r"key\s+line\s+of\s+enquiry|term\s+of\s+reference|annexe?|chapter)\s+"
    rf"(?P<number>\d{{1,2}}|{COUNT})\b"
)


def beyond(passage: Passage, runs: dict[str, int]) -> Iterator[Finding]:
    for hit in NUMBERED.finditer(passage.text):
        what = re.sub(r"\s+", " ", hit["what"].lower())
        number = number_of(hit["number"])
        is_beyond = number and what in runs and number > runs[what]
        if is_beyond and not OF_ELSEWHERE.match(passage.text, hit.end()):
            yield told(passage, hit.span(), ABSENT)


def numbers_of(paper: Paper) -> dict[str, int]:
    """Return the numbers of paragraphs, with their places."""
    return {
        hit["number"]: at
        for at, line in enumerate(paper.filled())
        if (hit := OWN_NUMBER.match(line.text))
    }


def wrong_way(passage: Passage, own: dict[str, int]) -> Iterator[Finding]:
    """Find "paragraph 61 below" in paragraph 70, and the second of two that is not there."""
    here = OWN_NUMBER.match(passage.lines[0].text)
    for hit in DIRECTED.finditer(passage.text):
        if OF_ELSEWHERE.match(passage.text, hit.end()):
            continue
        if hit["last"] and hit["number"] in own and hit["last"] not in own:
            yield told(passage, hit.span(), ABSENT)
        elif here and hit["way"] and hit["number"] in own and here["number"] in own:
            is_above = own[hit["number"]] < own[here["number"]]
            if (hit["way"].lower() == "above") != is_above:
                yield told(passage, hit.span(), WRONG_WAY)


def notes(paper: Paper, all_told: Sequence[Passage]) -> Iterator[Finding]:
    """Find the mark of a footnote that has no text, and a number of one that is left out."""
    for line, span in marks_without_notes(paper):
        yield Finding(line, *span, Kind.STRUCTURE, Severity.SLIP, NO_NOTE)
    texts = {hit["number"] for hit in NOTE_TEXT.finditer(paper.whole)}
    marks = [(passage, hit) for passage in all_told for hit in NOTE_MARK.finditer(passage.text)]
    if not texts:
        return
    for passage, hit in marks:
        if hit["number"] not in texts:
            yield told(passage, hit.span(), NO_NOTE)
    for (_, before), (passage, hit) in pairwise(marks):
        if int(hit["number"]) - int(before["number"]) == 2:
            yield told(passage, hit.span(), GAP)


STEP = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?P<title>[A-Z][^.!?:;]*)$")
IN_CONTENTS = re.compile(r"(?:\t|\.{3,}|\s{2,})\s*\d{1,3}\s*$")


def empty(paper: Paper) -> Iterator[Finding]:
    """Find a numbered heading that the next one, of its depth or above it, follows at once."""
    planned = {line for one in passages(paper) if one.chapter is Chapter.PLAN for line in one.lines}
    filled = [line for line in paper.filled() if line not in planned]
    headed = [STEP.match(line.text.rstrip()) for line in filled]
    for at in range(1, len(filled) - 2):
        one, other = headed[at], headed[at + 1]
        if not is_heading(filled[at], one) or not is_heading(filled[at + 1], other):
            continue
        if is_heading(filled[at - 1], headed[at - 1]) or is_heading(filled[at + 2], headed[at + 2]):
            continue  # a list of contents, or of short points
        if one and other and depth_of(one) >= depth_of(other):
            line = filled[at]
            yield Finding(line, 0, len(line.text), Kind.STRUCTURE, Severity.SLIP, EMPTY)


PART = re.compile(
    r"^\s*(?:(?:PART|SECTION|CHAPTER|Part|Section|Chapter)\s+\w+\b[\s:.–-]*[^.!?]*|"
    r"[A-Z][A-Z ,’&-]{6,})$"
)


def empty_parts(paper: Paper) -> Iterator[Finding]:
    """Find "PART 11: PARALLEL REVIEWS" over the heading of part 12."""
    filled = list(paper.filled())
    is_part = [bool(PART.match(line.text)) and len(line.text.split()) <= LONGEST for line in filled]
    times = Counter(line.text.strip().casefold() for line in filled)
    label = [re.match(r"\s*\w+", line.text) for line in filled]
    for at in range(1, len(filled) - 2):
        runs_on = is_part[at - 1] or is_part[at + 2]  # a cover, or a list of contents
        one, other = label[at], label[at + 1]
        is_numbered = one and other and one[0] == other[0]
        if times[filled[at].text.strip().casefold()] > 1:
            continue  # it stands on the cover, and again at its place
        if is_part[at] and is_part[at + 1] and is_numbered and not runs_on:
            line = filled[at]
            yield Finding(line, 0, len(line.text), Kind.STRUCTURE, Severity.SLIP, EMPTY)


def told_twice(paper: Paper) -> Iterator[Finding]:
    """Find a number such as 15.10 that two paragraphs have, where nearly all have their own."""
    numbered = [
        (hit["number"], line)
        for line in paper.filled()
        if (hit := DOTTED.match(line.text)) and not IN_CONTENTS.search(line.text)
    ]
    counted = Counter(number for number, _ in numbered)
    doubled = [number for number, count in counted.items() if count == 2]
    if len(numbered) < MANY or len(doubled) > MOST_DOUBLED or len(counted) < len(numbered) * WELL:
        return
    for number in doubled:
        line = [line for other, line in numbered if other == number][-1]
        start = line.text.index(number)
        yield Finding(line, start, start + len(number), Kind.STRUCTURE, Severity.SLIP, TWICE)


DOTTED = re.compile(r"^\s*(?P<number>\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)[.)]?\s+(?:[A-Z“‘\"(]\w*\s+\S)")
MANY = 15  # numbered paragraphs of which a double says something
MOST_DOUBLED = 2
WELL = 0.9


def depth_of(hit: re.Match[str]) -> int:
    """Return how deep a number is; 8.0 heads what 8.1 begins."""
    return str(hit["number"]).removesuffix(".0").count(".")


def is_heading(line: Line, hit: re.Match[str] | None) -> bool:
    if not hit or "\t" in line.text:
        return False
    return len(line.text.split()) <= LONGEST and not IN_CONTENTS.search(line.text)


def told(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.STRUCTURE, Severity.SLIP, reason)
