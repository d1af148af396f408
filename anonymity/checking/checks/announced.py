"""
J. How many a sentence says there are, and how many the list under it holds.

The list is kept, the sentence above it forgotten: "eight recommendations, which are:" and then
seven of them. Only lists whose end can be seen are counted.
"""

import re
from collections.abc import Iterator, Sequence

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Passage, bare_of_numbers, passages, repeated
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of
from anonymity.checking.words.dates import days_in

THINGS = (
    r"(?:recommendations|lessons|agencies|organisations|services|actions|themes|questions|"
    r"lines\s+of\s+enquiry|aims|objectives|findings|learning\s+points|meetings|opportunities|"
    r"members|people|factors|reasons|points)"
)
BEFORE_A_LIST = re.compile(
    rf"(?i)(?<![\d.])\b(?P<count>{COUNT})\s+(?:[\w’-]+\s+){{0,2}}?{THINGS}\b(?:[^.:;]{{0,60}}|[^.:;]{{0,80}}\.\s+"
    r"(?:They|These|Those)\s+(?:were|are)(?:\s+as\s+follows)?):\s*$"
)
WITH_REPORTS = re.compile(
    rf"(?i)\b(?P<count>{COUNT})\s+(?:of\s+(?:them|these)\s+|agencies\s+|organisations\s+)?"
    r"(?:provided|submitted|completed|produced|wrote|prepared)\s+(?:an?\s+)?"
    r"(?:individual\s+management\s+reviews?|IMRs?)\b"
)
LISTED_BELOW = re.compile(
    rf"(?i)\b(?P<count>{COUNT})\s+[^.:;\d]{{0,60}}?\b(?:are|were)\s+(?:listed|set\s+out|shown|"
    r"named)\s+(?:here|below|in\s+the\s+(?:following\s+)?table)(?:\s+below)?\W*$"
)
IN_ALL = re.compile(
    r"(?i)\b(?:in\s+(?:all|total)|altogether),?\s+(?:there\s+(?:were|have\s+been)|it\s+held|"
    rf"the\s+panel\s+(?:held|had))\s+(?P<count>{COUNT})\s+(?:panel\s+)?meetings\b"
)
MET = re.compile(r"(?i)\bpanel\b.*\b(?:met|meetings)\b")
BULLET = re.compile(r"^\s*(?P<mark>[·•▪*–-])\s")
NUMBERED = re.compile(r"^\s*\(?(?P<mark>\d{1,2}|[a-z])[.)]\s")
HEAD = re.compile(
    r"(?i)^(?:organisations?|agenc(?:y|ies)|names?|services?|recommendations?|rec|date|actions?)\b"
)
FEWEST = 3  # items that make a list, and days that are all meetings


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    margins = repeated(paper)
    told = [one for one in passages(paper) if bare_of_numbers(one.lines[0]) not in margins]
    lists = lists_of(told)
    places = {line: place for place, line in enumerate(paper.lines)}
    for at, passage in enumerate(told):
        for pattern in (BEFORE_A_LIST, LISTED_BELOW):
            hit = pattern.search(passage.text)
            if hit and not is_its_number(passage, hit):
                count = (
                    len(items(told[at + 1 :]))
                    or plain(passage, told[at + 1 :])
                    or cells(paper, passage, places)
                )
                yield from unlike(passage, hit, count)
        yield from unlike_all(passage, lists)
        reports = WITH_REPORTS.search(passage.text)
        if reports and passage.text.rstrip().endswith(":"):
            listed = [one for one in items(told[at + 1 :]) if "IMR" in one.text]
            yield from unlike(passage, reports, len(listed))
        yield from other_than_the_days(passage)


def unlike_all(passage: Passage, lists: dict[str, set[int]]) -> Iterator[Finding]:
    """Find "all six agencies", where the paper's only list of agencies has five."""
    for hit in ALL_OF_THEM.finditer(passage.text):
        counted = lists.get(hit["thing"].lower(), set())
        if len(counted) == 1 and number_of(hit["count"]) not in counted:
            yield told(passage, hit.span(), f"{max(counted)} are listed.")


def lists_of(told: Sequence[Passage]) -> dict[str, set[int]]:
    """Return how many are listed of agencies and the like, where a sentence heads the list."""
    found: dict[str, set[int]] = {}
    for at, passage in enumerate(told):
        hit = HEADS_A_LIST.search(passage.text)
        count = (len(items(told[at + 1 :])) or plain(passage, told[at + 1 :])) if hit else 0
        if hit and count >= FEWEST:
            found.setdefault(hit["thing"].lower(), set()).add(count)
    return found


ALL_OF_THEM = re.compile(
    rf"(?i)\ball (?P<count>{COUNT}) (?:\w+ )?(?P<thing>agencies|organisations|services|members)\b"
)
HEADS_A_LIST = re.compile(
    r"(?i)\b(?P<thing>agencies|organisations|services|members)\b[^.]{0,80}:\s*$"
)


def plain(passage: Passage, following: Sequence[Passage]) -> int:
    """Return how many short lines follow without a blank one between: a list without marks."""
    found = 0
    at = passage.lines[-1]
    for one in following:
        is_next = one.lines[0].part == at.part and one.lines[0].number == at.number + 1
        is_short = all(
            len(line.text.split()) <= LONGEST and not line.text.rstrip().endswith((".", ":"))
            for line in one.lines
        )
        if not is_next or not is_short:
            break
        found += sum(line.text.lstrip()[:1].isupper() for line in one.lines)
        at = one.lines[-1]
    return found


def cells(paper: Paper, passage: Passage, places: dict[Line, int]) -> int:
    """
    Return how many people a table of two columns names, where a file has each cell in a line of
    its own, with a tab before it.
    """
    found: list[str] = []
    is_cell = False
    for line in paper.lines[places[passage.lines[-1]] + 1 :]:
        if line.text.strip() and not is_cell:
            break
        if line.text.strip():
            found.append(line.text.strip())
        is_cell = line.text == "\t" or (is_cell and not line.text.strip())
    names = [cell for cell in found[::2] if A_NAME.match(cell)]
    is_table = len(found) % 2 == 0 and len(names) >= len(found) // 2 - 1
    return len(names) if is_table else 0


A_NAME = re.compile(
    r"^(?!(?:Name|Member|Title|Agency)\b)(?:[A-Z][\w’'-]*\.?\s+){1,5}[A-Z][\w’'-]+(?:\s+[A-Z]{2,3})?$"
)
LONGEST = 16  # words of a line of such a list


def is_its_number(passage: Passage, hit: re.Match[str]) -> bool:
    """Test whether what looks like a count is the number of the paragraph."""
    before = passage.text[: hit.start()].strip("0123456789. \t(")
    return hit["count"].isdecimal() and not before


def items(following: Sequence[Passage]) -> list[Passage]:
    """Return the rows or points that follow at once; none where they are no clear list."""
    if following and following[0].is_row:
        return rows(following)
    bullet = BULLET.match(following[0].text) if following else None
    if bullet:
        return points(following, bullet["mark"])
    return numbered(following)


def rows(following: Sequence[Passage]) -> list[Passage]:
    if not HEAD.match(following[0].text):
        return []
    found: list[Passage] = []
    for one in following[1:]:
        if "\t" not in one.text:
            break
        found.append(one)
    return found


def points(following: Sequence[Passage], mark: str) -> list[Passage]:
    found: list[Passage] = []
    for one in following:
        hit = BULLET.match(one.text)
        if not hit or hit["mark"] != mark:
            break
        found.append(one)
    return found


def numbered(following: Sequence[Passage]) -> list[Passage]:
    """Return the points numbered on from 1 or a; points of their own may stand between them."""
    found: list[Passage] = []
    between = 0
    for one in following:
        hit = NUMBERED.match(one.text)
        if hit and order_of(hit["mark"]) == len(found) + 1:
            found.append(one)
            between = 0
        elif not found or between >= FEWEST:
            break
        else:
            between += 1
    return found


def order_of(mark: str) -> int:
    return int(mark) if mark.isdecimal() else ord(mark) - ord("a") + 1


def unlike(passage: Passage, hit: re.Match[str], count: int) -> Iterator[Finding]:
    if count >= FEWEST and number_of(hit["count"]) != count:
        yield told(passage, hit.span(), f"{count} are listed.")


def other_than_the_days(passage: Passage) -> Iterator[Finding]:
    """Find "in all there were six meetings" beside the five days on which the panel met."""
    hit = IN_ALL.search(passage.text)
    for sentence in passage.sentences() if hit else ():
        days = {one.exact for one in days_in(sentence.text) if one.exact}
        if hit and MET.search(sentence.text):
            yield from unlike(passage, hit, len(days))


def told(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.CONTRADICTION, Severity.POLICY, reason, policy="counts")
