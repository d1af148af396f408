"""
J. How many agencies wrote a report of their own, and how many the list of contributors has.

Also “of fourteen agencies six sent a review, three a short report and four nothing”, which is
thirteen.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.listings import listed_under as listed_in_chapter
from anonymity.checking.facts.told import Statement, region_of, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

IMR = r"(?:IMRs?|[Ii]ndividual [Mm]anagement [Rr]eviews?)"
SHORT = r"(?:[Ss]hort|[Ss]ummary|[Ii]nformation|[Ss]coping|[Bb]rief) [Rr]eports?"
MARKS = {kind: re.compile(rf"(?:\t|\(|[–—-]\s|^\s*){kind}\b") for kind in (IMR, SHORT)}
SPELLED_OUT = re.compile(rf"^\s*{IMR}\s*\S")  # “IMR – Individual Management Review”
TOLD = {
    kind: (
        re.compile(
            rf"(?<![\d.])(?i:\b(?P<count>{COUNT})\b) (?:\w+ )?{kind}\b"
            r"(?! (?:author|panel|action|recommend))"
        ),
        re.compile(
            rf"(?<![\d.])(?i:\b(?P<count>{COUNT})\b) (?:of (?:them|these|those|the \w+) )?"
            rf"(?i:agencies |organisations |services |bodies )?"
            rf"(?:(?!{COUNT} )[\w’]+ ){{0,12}}?(?:provid\w+|submitted|"
            rf"completed|produced|wrote|written|prepared|asked for|sent|gave|contributed|"
            rf"made) (?:an? |the )?{kind}\b"
        ),
        re.compile(
            rf"\b{kind} (?:were|was|have been|had been) (?:received|requested|sought|submitted|"
            rf"commissioned|completed|provided|prepared|written|produced|required|asked for) "
            rf"(?:from|by|of) (?:all )?(?i:(?P<count>{COUNT})) (?:of (?:the|these) )?(?:\w+ )?"
            r"(?i:agencies|organisations|bodies|services)\b"
        ),
    )
    for kind in MARKS
}
NOT_ALL = re.compile(
    r"(?i)\b(?:another|further|other|additional|late|one of|two of|returned)\s+$|\b(?:of the|"
    r"all)\s+$"
)
BODIES = r"(?i:agencies|organisations|bodies|services|contributors)"
CONTRIBUTED = (
    re.compile(
        rf"(?i:(?<![\d.])\b(?P<count>{COUNT})) (?:\w+ )?{BODIES},? (?:(?:which|that|who|have|had|"
        r"each|all) )*(?:contributed|took part|made a contribution|provided (?:contributions|"
        r"reports|information to)|submitted (?:reports|contributions))\b(?! (?:IMRs?|to the "
        r"(?:meeting|event|discussion)))"
    ),
    re.compile(rf"(?i:(?<![\d.])\b(?P<count>{COUNT})) contributing {BODIES}"),
    re.compile(
        r"\b(?:[Cc]ontributions|[Rr]eports|[Ii]nformation) (?:(?:were|was) )?(?:received |"
        r"provided |submitted |supplied |given )?(?:from|by) (?:a total of )?"
        rf"(?i:(?P<count>{COUNT})) (?:\w+ )?{BODIES}"
    ),
)
SAT = (
    re.compile(
        r"(?i:\bpanel) (?:was (?:made up|composed) of|comprise[sd]|consist(?:s|ed) of|had|has) "
        rf"(?:a total of )?(?i:(?P<count>{COUNT})) (?:\w+ )?(?:members|people|professionals)\b"
    ),
    re.compile(
        rf"(?i:(?<![\d.])\b(?P<count>{COUNT})) (?:people|members|professionals|panel members) "
        r"(?:who )?(?:sat|served) on (?:the|this) (?i:(?:review )?panel)\b"
    ),
    re.compile(
        rf"\b(?:[Tt]he|[Aa]ll|[Ii]ts) (?i:(?P<count>{COUNT})) (?i:members of the (?:review )?panel|"
        r"panel members)\b"
    ),
)
CONTRIBUTORS = re.compile(
    r"(?i)^\W*+[\d.]*+\s*+(?:list of )?(?:the )?(?:contributors?(?: to the (?:review|report|dhr))?|"
    r"contributing agencies|agencies (?:that|which) contributed|agency contributions)\W*$"
)
PANEL = re.compile(
    r"(?i)^\W*+[\d.]*+\s*+(?:the )?(?:(?:domestic homicide |dhr )?review )?panel"
    r"(?: members(?:hip)?)?(?: and its members)?\W*$"
)
FEWEST = 3  # rows that make a list
LONGEST = 30  # words of a row
ASKED = re.compile(
    rf"(?i)(?<![\d.])\b(?P<all>{COUNT}) (?:local )?(?:agencies|organisations|bodies|"
    rf"services)\b[^.;]{{0,60}}[.;:,–-]"
)
GAP = r"(?:(?!\band\b)[^.;,]){0,30}"
OF_THEM = rf"\b(?P<count>{COUNT}) (?:of them |of these |of those )?"
NONE = re.compile(
    rf"(?i){OF_THEM}(?:had|held|reported|replied|said|confirmed)\b{GAP}\bno(?:ne|thing)?\b"
)
SOME = re.compile(
    rf"(?i){OF_THEM}(?:had|held|did|reported|confirmed|identified)\b(?!{GAP}\bno(?:ne|thing)?\b)"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in statements(paper) if one.region not in ("facts", "analysis", "plan")]
    for kind in MARKS:
        listed = sum(marks_in(one, kind) for one in passages(paper))
        if listed >= FEWEST:
            for one in told:
                yield from other_than(one, TOLD[kind], {listed})
    contributed = listed_in_chapter(paper, CONTRIBUTORS)
    members = listed_in_chapter(paper, PANEL)
    for one in told:
        if contributed:
            yield from other_than(one, CONTRIBUTED, {contributed})
        if members:  # the chair is counted, or not
            yield from other_than(one, SAT, {members, members - 1})
    for one in told:
        yield from parts_of(one)
    yield from read_by_the_review(paper)


def read_by_the_review(paper: Paper) -> Iterator[Finding]:
    """Find “the review has seen eleven IMRs” beside a list of ten without marks."""
    imrs, short = listed_under(paper, IMR), listed_under(paper, SHORT)
    for one in statements(paper) if imrs >= FEWEST else ():
        for hit in SEEN.finditer(one.text):
            count = number_of(hit["count"])
            counted = {imrs, imrs + short} if hit["also"] else {imrs}
            if count and count > 1 and count not in counted:
                yield one.finding(hit.span(), f"{imrs} are listed.", Severity.POLICY, "counts")


SEEN = re.compile(
    rf"\b(?:[Rr]eview|[Pp]anel|[Cc]hair|[Aa]uthor|[Ww]e|which) (?:has |have |had |also )*(?:seen|"
    rf"saw|read|received|considered|requested|drew on|drawn on|commissioned|scrutinised|studied) "
    rf"(?:all |the |a total of )*(?i:(?P<count>{COUNT})) {IMR}\b(?P<also>,? and (?:\w+ )?{SHORT})?"
)


def listed_under(paper: Paper, kind: str) -> int:
    """Return how many short lines stand under “the following provided an IMR:”."""
    found, heads = 0, re.compile(rf"\b[Ff]ollowing\b[^.;]*\b{kind}\b[^.;]*:$")
    is_under = False
    for one in passages(paper):
        if is_under and is_row(one) and not HEADS_ELSE.search(one.text) and not region_of(one):
            found += len(one.lines)
        else:
            is_under = bool(heads.search(one.text.rstrip()))
    return found


HEADS_ELSE = re.compile(r"^\s*\d|:\s*$|^[^a-z]{5,}$")


def marks_in(passage: Passage, kind: str) -> int:
    """Return how many are marked in a row, or in rows that read on: “Northmoor Police (IMR)”."""
    if any(not is_short(line.text) for line in passage.lines):
        return 0
    begins = [at for at, line in zip(passage.starts, passage.lines, strict=True) if line.text]
    glossed = {
        at
        for at, line in zip(passage.starts, passage.lines, strict=True)
        if kind == IMR and SPELLED_OUT.match(line.text)
    }
    hits = MARKS[kind].finditer(passage.text)
    return sum(max(at for at in begins if at <= hit.start()) not in glossed for hit in hits)


def is_row(passage: Passage) -> bool:
    return is_short(passage.text)


def is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST and not text.rstrip().endswith(".")


def other_than(
    one: Statement, patterns: tuple[re.Pattern[str], ...], listed: set[int]
) -> Iterator[Finding]:
    if is_row(one.passage) and one.passage.is_row:
        return
    for pattern in patterns:
        hit = pattern.search(one.text)
        if not hit or NOT_ALL.search(one.text[: hit.start()]):
            continue
        if (count := number_of(hit["count"])) and count not in listed and count > 1:
            yield one.finding(hit.span(), f"{max(listed)} are listed.", Severity.POLICY, "counts")
            return


def parts_of(one: Statement) -> Iterator[Finding]:
    """Find “fourteen agencies were asked; eight had contact and five had none”."""
    whole, none = ASKED.search(one.text), NONE.search(one.text)
    some = SOME.search(one.text, whole.end() - 1) if whole else None
    if not whole or not none or not some or none.start() < whole.end() - 1:
        return
    numbers = [number_of(each) or 0 for each in (whole["all"], some["count"], none["count"])]
    if numbers[0] > 1 and numbers[0] != numbers[1] + numbers[2]:
        start, end = min(some.start(), none.start()), max(some.end(), none.end())
        yield one.finding(
            (start, end), f"That does not come to {numbers[0]}.", Severity.POLICY, "counts"
        )
