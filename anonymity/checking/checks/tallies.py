"""
J. A number, and beside it what it counts: “four occasions, in January, February and March”, “three
factors: jealousy and debt”, “eight gave information; six wrote a report and three a letter”.

Whoever takes one out of a list does not look at the number before it.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of
from anonymity.checking.words.dates import MONTH, YEAR

OCCASIONS = re.compile(
    rf"(?i)(?<![\d.])\b(?:(?P<count>{COUNT}) (?:\w+ ){{0,2}}?(?:times|occasions|meetings|dates|"
    r"visits|calls|appointments|sessions|attendances|contacts)|(?P<twice>twice))"
    r"(?P<gap>[\s,:(–-]{0,3}(?:held |all )?)(?=(?:in|on|\()\s|\d{1,2}(?:st|nd|rd|th)?[ ,])"
)
DAYS = re.compile(
    rf"(?:[\s,(]|\((?:online|virtual|by video|remote(?:ly)?)\)|\b(?:in|on|and|the|of|"
    rf"both)\b|\b{MONTH}\b|\b{YEAR}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b)+"
)
DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)")
RANGE = re.compile(r"(?i)\b(?:to|until|between)\b|[–-]")
LISTED = re.compile(
    rf"(?i)(?<![\d.])\b(?P<count>{COUNT}) (?:of (?:the |these )?{COUNT} )?"
    r"(?P<what>(?:[\w’-]+ ){0,3}?[a-z-]+s)\b(?P<verb>[^.:;]{0,45}): (?P<items>[^.:]{8,900})(?=\.|$)"
)
NOT_A_LIST = re.compile(r"(?i)\b(?:which|because|who|where|when|that|if|was|were|is|had|has)\b")
# “Lorne on three, the others on one each”: each is a number of its own
OF_EACH = re.compile(
    rf"(?i)\b(?:on|at|by|for|had|made) {COUNT}\b|\b{COUNT} (?:by|from|each|times)\b"
)
NOT_COUNTED = re.compile(r"(?i)^(?:years|months|weeks|days|hours|minutes|pages|words|times)$")
LONGEST = 9  # words of an item of a list within a sentence
ORDINALS = {word: at for at, word in enumerate(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), 1)
}  # fmt: skip
OPENS = re.compile(rf"^(?P<at>{'|'.join(ORDINALS)})(?:ly)?\b,?", re.IGNORECASE)
POINTS = re.compile(
    rf"(?i)(?<![\d.])\b(?P<count>{COUNT}) (?:[\w-]+ )?(?:lessons|recommendations|findings|themes|"
    r"points|reasons|questions|conclusions|opportunities|factors|issues|areas|changes)\b"
)
PARTS = re.compile(
    rf"(?i)(?:^|\W)(?:of (?:these|those|them|which),? )(?P<one>{COUNT}) [\w-]+\b[^.;]{{0,70}}?"
    rf"(?:,|;|,? and|,? while|,? but) (?:the (?:other|remaining) )?(?P<two>{COUNT}) (?:[\w-]+)\b"
    rf"(?![^.;]*\b(?:and|,) {COUNT}\b)"
)
WHOLE = re.compile(
    rf"(?i)(?<![\d.])\b(?P<count>{COUNT}) (?:[\w-]+ ){{0,2}}?(?:agencies|organisations|people|"
    r"bodies|services|incidents|calls|contacts|reports|recommendations|actions|friends|relatives|visits|"
    r"appointments|occasions|members)\b"
)
FEWEST = 2


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    for before, one in zip((None, *told), told, strict=False):
        if one.passage.is_row:
            continue
        yield from occasions(one)
        yield from listed(one)
        yield from parts(one, before)
        yield from part_of(one)
    for passage in passages(paper):
        yield from points(passage)


def counted(one: Statement, span: tuple[int, int], reason: str) -> Finding:
    return one.finding(span, reason, Severity.SLIP, "counts")


def is_number_of_paragraph(text: str, start: int) -> bool:
    if not text[start].isdigit():
        return False
    return not text[:start].strip("0123456789. \t(") or bool(re.search(r"\d[.)]\s*$", text[:start]))


def occasions(one: Statement) -> Iterator[Finding]:
    """Find “on four occasions, in January, February and March”."""
    for hit in OCCASIONS.finditer(one.text):
        days = DAYS.match(one.text, hit.end())
        if not days or is_number_of_paragraph(one.text, hit.start()):
            continue
        after = one.text[days.end() : days.end() + len(" until ")]
        months = re.findall(MONTH, days[0])
        count = len(DAY.findall(days[0])) or len(months)
        if not months or count < FEWEST or RANGE.search(days[0] + after):
            continue
        said = 2 if hit["twice"] else number_of(hit["count"])
        if said != count:
            end = hit.end() + len(days[0].rstrip(" ,(and"))
            yield counted(one, (hit.start(), end), f"{count} are listed.")


def listed(one: Statement) -> Iterator[Finding]:
    """Find “four of the five markers: jealousy, isolation and threats”."""
    for hit in LISTED.finditer(one.text):
        is_counted = not NOT_COUNTED.match(hit["what"].split()[-1]) and not OF_EACH.search(
            hit["items"]
        )
        if not is_counted or is_number_of_paragraph(one.text, hit.start()):
            continue
        few, many = items_in(hit["items"])
        said = number_of(hit["count"]) or 0
        if few >= FEWEST + 1 and said > 1 and not few <= said <= many:
            end = hit.start("items") - len(": ")
            yield counted(one, (hit.start(), end), f"{many} are listed.")


def items_in(text: str) -> tuple[int, int]:
    """Return how few and how many things a list can be of; none where it is no list of names."""
    if ";" in text:
        parts = [part for part in text.split(";") if part.strip()]
        return len(parts), len(parts)
    parts = [part.strip() for part in re.sub(r"\([^)]*\)", "", text).split(",") if part.strip()]
    if any(len(part.split()) > LONGEST or NOT_A_LIST.search(part) for part in parts):
        return 0, 0
    joined = sum(len(re.findall(r"\band\b", re.sub(r"^and\b", "", part))) for part in parts)
    is_open = len(parts) > 1 and not re.search(r"\band\b", parts[-1])
    if is_open or len(parts) == 1:
        return 0, 0
    own = 0 if parts[-1].startswith("and ") else 1
    return len(parts) + min(own, joined), len(parts) + joined


def parts(one: Statement, before: Statement | None) -> Iterator[Finding]:
    """Find “eight agencies answered. Of these six wrote a report and three a letter”."""
    hit = PARTS.search(one.text)
    if not hit:
        return
    own = WHOLE.search(one.text, 0, hit.start() + 1)
    near = before if before and before.passage is one.passage else None
    whole = own or (WHOLE.search(near.text) if near else None)
    numbers = [number_of(hit["one"]), number_of(hit["two"])]
    total = number_of(whole["count"]) if whole else None
    if total and all(numbers) and sum(each or 0 for each in numbers) > total:
        yield counted(one, (hit.start("one"), hit.end()), f"That does not come to {total}.")


def part_of(one: Statement) -> Iterator[Finding]:
    """Find “at least a dozen times, on nineteen of which”."""
    for hit in OF_WHICH.finditer(one.text):
        whole = 12 if hit["dozen"] else number_of(hit["count"])
        part = number_of(hit["part"])
        if whole and part and part > whole:
            yield counted(one, hit.span(), f"That is more than {whole}.")


OF_WHICH = re.compile(
    rf"(?i)(?<![\d.])\b(?:(?P<dozen>(?:a )?dozen)|(?P<count>{COUNT})) \w+"
    rf"[^.;,\d]{{0,30}}?[,(] ?(?:on |in |of |at )?(?P<part>{COUNT}) of "
    r"(?:which|whom|them|these)\b"
)


def points(passage: Passage) -> Iterator[Finding]:
    """Find “five lessons. First, … Second, … Third, …”."""
    sentences = passage.sentences()
    order = [ORDINALS[hit["at"].lower()] for one in sentences if (hit := OPENS.match(one.text))]
    if len(order) < FEWEST or order != list(range(1, len(order) + 1)):
        return
    hit = next((hit for one in sentences[:2] if (hit := POINTS.search(one.text))), None)
    if hit and number_of(hit["count"]) not in (len(order), None):
        start = passage.text.find(hit[0])
        yield passage.finding(
            (start, start + len(hit[0])), Kind.CONTRADICTION, Severity.SLIP,
            f"{len(order)} are told.", policy="counts",
        )  # fmt: skip
