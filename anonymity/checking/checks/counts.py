"""
J. How many there are: told twice in two numbers, or told and then listed.

Recommendations are taken out, put together and split until the last day, meetings are added; the
sentence that counts them stays. What the paper itself lists (numbers, dates, rows with a total) is
counted, and what it says twice is compared.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from anonymity.checking.facts.meetings import days_of_meetings
from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, UNITS, number_of
from anonymity.checking.words.dates import MONTH, YEAR

THINGS = ("recommendation", "learning point", "lesson", "finding", "key line of enquiry")
FEWEST = 2  # numbered ones: below, the paper numbers them otherwise
DIFFERS = "Elsewhere this number is another."
# What one paper has one number of, by how it is said
ONE_NUMBER = {
    "meetings": (
        (
            rf"\bpanel\s+(?:has\s+|had\s+)?(?:formally\s+)?(?:met|meetings\s+were\s+held|"
            rf"was\s+convened|convened)\s+"
            rf"(?:(?:on|a\s+total\s+of|in\s+total)\s+)*(?P<count>{COUNT})\s+(?:times|occasions)"
        ),
        (
            rf"\b(?:were|held|over|"
            rf"had)\s+(?P<count>{COUNT})\s+(?:meetings\s+of\s+the\s+(?:review\s+)?panel|"
            r"(?:review\s+)?panel\s+meetings)\b"
        ),
        rf"\bpanel\s+(?:held|had)\s+(?P<count>{COUNT})\s+meetings\b",
        (
            r"\b(?:at|in|over|during|across|throughout)\s+(?:(?:each|all)\s+of\s+)?(?:its|our|all|the|"
            r"the\s+panel’s|these|the\s+course\s+of(?:\s+its)?)\s+"
            rf"(?P<count>{COUNT})\s+(?:panel\s+)?meetings\b"
        ),
        rf"\ball\s+(?P<count>{COUNT})\s+(?:panel\s+)?meetings\s+(?:were|took|had)\b",
    ),
    "agencies that were asked": (
        (
            rf"(?<![\d.])\b(?P<count>{COUNT})\s+agencies\s+(?:were|had\s+been)\s+(?:contacted|"
            rf"approached|"
            rf"asked|"
            rf"written|scoped)"
        ),
        (
            rf"\b(?:contacted|approached|wrote\s+to|written\s+to|"
            rf"asked)\s+(?P<count>{COUNT})\s+agencies\b"
        ),
    ),
    "reports of agencies": (
        (
            rf"\b(?P<count>{COUNT})\s+(?:IMRs|"
            rf"[Ii]ndividual\s+[Mm]anagement\s+[Rr]eviews)\s+(?:were|"
            rf"was|are|had\s+been)\b"
        ),
    ),
    "years of the marriage": (
        rf"\bmarried\s+for\s+(?:over\s+|nearly\s+|almost\s+|about\s+)?(?P<count>{COUNT})\s+years\b",
    ),
    "wounds": (
        rf"\b(?P<count>{COUNT})\s+(?:separate\s+)?(?:stab|knife)\s+(?:wounds|injuries)\b",
        rf"\bstabbed\s+(?:\w+\s+)?(?P<count>{COUNT})\s+times\b",
    ),
    "children": (
        (
            rf"\b(?:[Cc]ouple(?:[’']s)?|[Tt]hey|[Tt]heir|[Hh]er|[Hh]is|she|he)\s+(?:had\s+|"
            rf"have\s+)?(?P<count>{COUNT})\s+"
            r"(?:young\s+|small\s+|dependent\s+|surviving\s+)?children\b(?!\s+(?:from|by|with))"
        ),
    ),
}
ONE_NUMBER["grandchildren"] = (rf"(?<![\d.])\b(?P<count>{COUNT})\s+grandchildren\b",)
SPEAKS_OF = {
    "grandchildren": ("grandchildren",),
    "meetings": ("panel", "meetings"),
    "agencies that were asked": ("agencies",),
    "reports of agencies": ("imr", "individual management"),
    "years of the marriage": ("married",),
    "wounds": ("stab", "knife"),
    "children": ("children",),
}
COMPILED = {
    what: tuple(re.compile(words, re.IGNORECASE) for words in spelled)
    for what, spelled in ONE_NUMBER.items()
}
BEFORE_DAY = (
    r"(?:(?:then|again|finally|lastly)\s+)?(?:(?:on|in)\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
)
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?{MONTH})?(?:\s+{YEAR})?"
LISTED = re.compile(
    rf"(?:(?:met|meetings?\s+(?:were|was)\s+held|convened|took\s+place)\s+)?(?:on|"
    rf":)\s+(?:on\s+)?(?P<days>"
    rf"{BEFORE_DAY}{DAY}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+){BEFORE_DAY}{DAY})+)"
)
A_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?=\s*(?:,|and\b|\s+(?:of\s+)?{MONTH}))")
COUNTED = re.compile(
    rf"\b(?P<count>{COUNT})\s+(?:times|occasions|meetings|dates|visits)\b", re.IGNORECASE
)
TOTAL = re.compile(r"(?i)^\s*(?:grand\s+)?totals?\b")
NUMBER = re.compile(r"^\s*\d[\d,]*\s*$")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for thing in THINGS:
        numbers = numbers_of(paper, thing)
        if len(numbers) > max(numbers, default=0) * MOST_OF_THEM and len(numbers) >= FEWEST:
            yield from miscounted(paper, thing, {max(numbers), len(numbers)})
    yield from told_twice(paper)
    if not any(NUMBERED_BY_NAME.match(line.text) for line in paper.filled()):
        yield from unlike_their_list(paper)
    yield from wrong_totals(paper)


MOST_OF_THEM = 0.7  # of the numbers up to the last: with fewer, most are told elsewhere


def numbers_of(paper: Paper, thing: str) -> set[int]:
    """Return the numbers that some thing has, at the head of a line or within it."""
    heads = re.compile(rf"(?i)^\W*{thing} (?P<number>\d{{1,2}})\b")
    within = re.compile(
        rf"(?i)(?:^|(?<=[.;:\t ]))\W?{thing} (?P<number>\d{{1,2}}|{'|'.join(UNITS)})(?:[.:]|"
        rf"\s[–-])\s"
    )
    return {
        number
        for line in paper.filled()
        for hit in (heads.match(line.text), *within.finditer(line.text))
        if hit and (number := number_of(hit["number"]))
    }


def miscounted(paper: Paper, thing: str, counted: set[int]) -> Iterator[Finding]:
    told = re.compile(
        rf"(?i)(?:\t[ ]?|\b(?:the|makes?|made|are|were|all) )(?:following )?"
        rf"(?P<count>{COUNT}) (?:following )?"
        rf"(?:overall |key |panel |multi-agency )?{thing}s\b"
    )
    for line in paper.filled():
        for hit in told.finditer(line.text):
            if number_of(hit["count"]) not in counted:
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.POLICY,
                    f"The paper numbers {max(counted)} of them.",
                )  # fmt: skip


Told = tuple[int, Passage, tuple[int, int]]  # the number, and where it is told


def told_twice(paper: Paper) -> Iterator[Finding]:
    """Find numbers of one thing that differ, and those that the same sentence does not list."""
    said: dict[str, list[Told]] = {}
    for passage in passages(paper):
        for sentence in passage.sentences():
            for what, told in told_in(passage, sentence):
                said.setdefault(what, []).append(told)
            yield from badly_listed(passage, sentence)
    listed = days_of_meetings(paper)
    for what, all_told in said.items():
        if what == "meetings" and listed:
            yield from (
                finding(passage, span, f"The paper lists {listed} days of them.")
                for number, passage, span in all_told
                if number != listed
            )
        elif len({number for number, _, _ in all_told}) > 1:
            yield from rarest(all_told)


def told_in(passage: Passage, sentence: Sentence) -> Iterator[tuple[str, Told]]:
    lower = sentence.text.lower()
    for what, patterns in COMPILED.items():
        if not any(word in lower for word in SPEAKS_OF[what]):
            continue
        for pattern in patterns:
            for hit in pattern.finditer(sentence.text):
                if re.search(r"\d\.$", sentence.text[: hit.start("count")]):
                    continue  # the number of a paragraph
                span = (sentence.start + hit.start(), sentence.start + hit.end())
                yield what, (number_of(hit["count"]) or 0, passage, span)


def rarest(told: list[Told]) -> Iterator[Finding]:
    """Mark what is told less often; all of it where nothing is told more often."""
    times = [number for number, _, _ in told]
    most = max(times.count(number) for number in times)
    is_even = all(times.count(number) == most for number in times)
    for number, passage, span in told:
        if is_even or times.count(number) < most:
            yield finding(passage, span, DIFFERS)


def badly_listed(passage: Passage, sentence: Sentence) -> Iterator[Finding]:
    """ "The panel met six times: on" five days."""
    for hit in COUNTED.finditer(sentence.text):
        days = LISTED.search(sentence.text, hit.end())
        if (
            days
            and days.start() - hit.end() <= NEAR
            and len(days_of(days)) != number_of(hit["count"])
        ):
            span = (sentence.start + hit.start(), sentence.start + hit.end())
            yield finding(passage, span, f"{len(days_of(days))} days are listed.")


NEAR = 40


def days_of(hit: re.Match[str]) -> list[str]:
    return A_DAY.findall(hit["days"] + " and")


def finding(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.CONTRADICTION, Severity.POLICY, reason, policy="counts")


# Recommendations, which stand in lists or in tables with a number before each

STEP = re.compile(
    r"(?i)^\W*(?:R(?:ec(?:ommendation)?)?\s*)?(?P<number>\d{1,2})(?:[.):\t ]|\s*$)(?!\d)"
)
NUMBERED_BY_NAME = re.compile(r"(?i)^\W*(?:\d[\d.]*\s+)?recommendation \d")
HEADS_THEM = re.compile(r"(?i)\brecommendations?\b|\brec\.? no\b")
COUNTS_THEM = re.compile(
    rf"(?i)(?<![\d.])\b(?P<count>{COUNT})[ ](?:(?:overall|key|panel|multi-agency|"
    r"overarching|strategic|overview|main|further|local)[ ]){0,2}recommendations\b"
)
OF_OTHERS = re.compile(
    r"(?i)\b(?:investigation|imr|inspection|inquiry|inquest|coroner|report by|trust|police|council|"
    r"service|of (?:these|them|which)|national|single|individual|own|previous|earlier|agency)\b"
)
SENTENCE = re.compile(r"[.!?;]\s")
SUBJECT = 90  # letters before a number that say whose recommendations they are
LONGEST_LIST = 40  # recommendations: a longer run is the paragraphs of the paper
LONGEST_HEADING = 9  # words


def unlike_their_list(paper: Paper) -> Iterator[Finding]:
    """Find "the ten recommendations" of a paper none of whose lists holds ten."""
    sizes = [size for size in lists_of(paper) if FEWEST < size <= LONGEST_LIST]
    sums = {sum(some) for many in (1, 2, 3) for some in combinations(sizes, many)}
    if not sizes:
        return
    for passage in passages(paper):
        for hit in COUNTS_THEM.finditer(passage.text):
            before = passage.text[max(0, hit.start() - SUBJECT) : hit.start()]
            whose = SENTENCE.split(before)[-1]
            if number_of(hit["count"]) not in sums and not OF_OTHERS.search(whose):
                yield finding(passage, hit.span(), "None of the lists in this paper holds as many.")


STEP_OF_A_PART = re.compile(r"^\W*(?P<part>\d{1,2})\.(?P<number>\d{1,2})\.?(?=[\t ])")
# What heads another list, so that those after it are no recommendations
HEADS_ELSE = re.compile(
    r"(?i)^\W*(?:(?:appendix|annexe?)\b(?!.*\b(?:action|recommend))|terms of reference|glossary|"
    r"key lines|bibliography|references|contents)"
)


def lists_of(paper: Paper) -> Iterator[int]:
    """Yield how many are numbered, of each list that stands under such a heading."""
    number = 0
    for step in steps_of(paper):
        if step == number + 1:
            number += 1
        elif step == 1:
            yield number
            number = 1
    yield number


def is_long(text: str) -> bool:
    return len(text.split()) > LONGEST_HEADING


def is_heading(text: str) -> bool:
    """Whether a chapter is headed so: “12. RECOMMENDATIONS”."""
    return bool(HEADING.match(text))


HEADING = re.compile(
    r"(?i)^\W*(?:(?:section|part|chapter)\s+)?\d{0,2}[.:]?\s*(?:[\w’-]+\s+){0,3}recommendations?"
    r"(?:\s+(?:and|of|for)\s+[\w\s]{1,30})?\s*$"
)


def steps_of(paper: Paper) -> Iterator[int]:
    """
    Yield the numbers at the heads of lines under such a heading: “3.”, “R3” or, in the chapter
    that it opens, “12.3”.
    """
    is_under, is_theirs, part = False, False, ""
    for line in paper.filled():
        step, in_part = STEP.match(line.text), STEP_OF_A_PART.match(line.text)
        if is_heading(line.text) or not (step or in_part or is_long(line.text)):
            is_theirs = bool(HEADS_THEM.search(line.text))
            is_under = is_theirs or (is_under and not HEADS_ELSE.match(line.text))
        elif in_part and is_theirs and int(in_part["number"]) == 1:
            part = in_part["part"]
        if in_part and in_part["part"] == part:
            yield int(in_part["number"])
        elif step and is_under:
            yield int(step["number"])


# Tables with a row of totals


def wrong_totals(paper: Paper) -> Iterator[Finding]:
    lines = list(paper.lines)
    for at, line in enumerate(lines):
        if "\t" in line.text and TOTAL.match(line.text):
            rows = rows_before(lines, at)
            yield from wrong_sums(line, rows)
            yield from told_otherwise(paper, line, rows)


def rows_before(lines: list[Line], at: int) -> list[list[str]]:
    """Return the cells of the rows above a row of totals, with the head of the table first."""
    cells = len(lines[at].text.split("\t"))
    rows: list[list[str]] = []
    for line in reversed(lines[:at]):
        row = line.text.split("\t")
        if len(row) != cells:
            break
        rows.insert(0, row)
    return rows


def wrong_sums(total: Line, rows: list[list[str]]) -> Iterator[Finding]:
    cells = total.text.split("\t")
    starts = [0]
    for cell in cells:
        starts.append(starts[-1] + len(cell) + 1)
    for column, cell in enumerate(cells[1:], 1):
        above = [row[column] for row in rows if NUMBER.match(row[column])]
        if NUMBER.match(cell) and len(above) >= FEWEST and summed(above) != summed([cell]):
            start = starts[column]
            yield Finding(
                total, start, start + len(cell), Kind.CONTRADICTION, Severity.SLIP,
                f"The rows above come to {summed(above)}.", policy="counts",
            )  # fmt: skip


def told_otherwise(paper: Paper, total: Line, rows: list[list[str]]) -> Iterator[Finding]:
    """Find a sentence that counts what the table counts, and comes to another number."""
    if not rows or any(NUMBER.match(cell) for cell in rows[0]):
        return
    for head, cell in zip(rows[0][1:], total.text.split("\t")[1:], strict=True):
        word = re.match(r"\W*(\w{5,}s)\b", head)
        if not word or not NUMBER.match(cell):
            continue
        told = re.compile(
            rf"\b(?:counted|identified|found|made|total\s+of|were|"
            rf"in\s+all,?)\s+(?P<count>{COUNT})\s+(?:\w+\s+)?{word[1]}\b[^.;]*",
            re.IGNORECASE,
        )
        for line in paper.filled():
            for hit in told.finditer(line.text):
                if number_of(hit["count"]) != summed([cell]):
                    yield marked(
                        line, hit, Kind.CONTRADICTION, Severity.SLIP,
                        f"A table comes to {cell.strip()}.", policy="counts",
                    )  # fmt: skip


def summed(cells: list[str]) -> int:
    return sum(int(cell.replace(",", "")) for cell in cells)
