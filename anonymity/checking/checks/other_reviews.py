"""
B. Text of another review: reports are written over earlier ones, and footers stay behind.

What stays behind names people whom that review had promised not to name. So a line that is nothing
but the title of another authority is a finding; so is a full name beside a killing.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Register
from anonymity.checking.words.names import NAME, OF_A_LAW, as_words, bare, known_words

NAMES = rf"{NAME}(?:(?: and| upon| on| of| the)? {NAME}){{0,3}}"
COUNCIL = "(?:(?:City|County|Borough|District|Metropolitan) )?Council"
AUTHORITY = re.compile(
    rf"(?:(?:London|Royal|Metropolitan) )?Borough of (?:the )?(?P<borough>{NAMES})"
    rf"|\bLB (?:of )?(?P<london>{NAME}(?: {NAME})?)"
    rf"|(?P<council>{NAMES}) {COUNCIL}\b"
    rf"|(?P<safety>{NAMES}) (?:Community Safety Partnership|CSP\b)"
    rf"|\bSafer (?P<safer>{NAME}(?: {NAME})?) Partnership"
)
MOST_WORDS = 14  # of a line that is a title or a footer
MOST_OUTSIDE = 10  # words of it beside the name of the authority
OF_A_REVIEW = re.compile(r"(?i)\b(?:homicide review|DHR|overview report|executive summary)\b")
OFTEN = 3  # an authority named a third as often as the first is the review's as well
VERB = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|should|can|been|be|provides?|received|attended|"
    r"contacted|commissioned|appointed|chaired|worked|retired|wrote)\b"
)
FULL = 2  # names that somebody has at least
FULL_NAME = rf"(?P<who>{NAME} (?:{NAME} )?{NAME})"
DONE = r"(?:murdered|killed|stabbed|strangled|beaten)(?: to death)?"
BY = rf"(?: by (?:her |his )?(?:\w+ )?{NAME}(?: {NAME})?)?"
KILLED = (
    re.compile(rf"{FULL_NAME},? (?:aged \d+,? )?(?:(?:who )?was )?{DONE}{BY}"),
    re.compile(rf"(?:murder|killing|homicide|manslaughter|death) of {FULL_NAME}\b"),
    re.compile(rf"{DONE} by {FULL_NAME}\b"),
)
NO_PERSON = known_words(
    [
        "Domestic Homicide Review Violence Abuse Act Panel Adult Child Children Victim Perpetrator",
        "Home Office Police Crime Crown Court Learning Report Overview Chair The Mr Mrs Ms Her His",
        "Adults January February March April May June July August September October November",
        "December Women Girls National England Wales",
    ]
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    home, whose = homes_of(paper, register, 1), homes_of(paper, register, 2)
    known = known_words((*register.pseudonyms, *register.agency_names)) | NO_PERSON
    others = [as_words(name) for name in register.other_reviews]
    people = list(true_names(register))
    for line in paper.filled():
        for pattern in people:
            for hit in pattern.finditer(line.text):
                yield told(line, hit, Severity.STOP, "A true name of another review.")
        for pattern in others:
            for hit in pattern.finditer(line.text):
                yield told(line, hit, Severity.SERIOUS, "Another review is named.")
        if is_title(line):
            yield from foreign_authorities(line, whose if OF_A_REVIEW.search(line.text) else home)
        yield from foreign_people(line, known)


def true_names(register: Register) -> Iterator[re.Pattern[str]]:
    """
    Yield the names of people of other reviews, whole or as "Ms Fallowdene".

    Their first names and surnames alone are those of too many others.
    """
    named = known_words((*register.may_be_named, *register.pseudonyms))
    for name in register.people_of_other_reviews:
        words = name.split()
        if len(words) < FULL or name in register.may_be_named:
            continue
        yield as_words(name)
        yield as_words(f"{words[0]} {words[-1]}")
        yield as_words(f"{words[-1]}, {words[0]}")
        if bare(words[-1]) not in named:
            yield re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.? {re.escape(words[-1])}\b")


def homes_of(paper: Paper, register: Register, fewest: int) -> set[str]:
    """
    Return the authorities that this paper may head its pages with: those it names most.

    fewest: times that one stands there, where another stands more often.
    """
    counted = Counter(name for line in paper.filled() for _, name in authorities(line))
    most = max(counted.values(), default=0)
    named = {
        name for name, count in counted.items()
        if count * OFTEN >= most and count >= min(fewest, most)
    }  # fmt: skip
    return named | known_words(register.agency_names)


def authorities(line: Line) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each authority with the first word of its name."""
    for hit in AUTHORITY.finditer(line.text):
        name = next(filter(None, hit.groups()))
        yield hit, bare(name.split()[0])


def is_title(line: Line) -> bool:
    return len(re.findall(r"[\w’-]*\w", line.text)) <= MOST_WORDS and not VERB.search(line.text)


def foreign_authorities(line: Line, home: set[str]) -> Iterator[Finding]:
    for hit, name in authorities(line):
        outside = line.text[: hit.start()] + line.text[hit.end() :]
        if name not in home and len(re.findall(r"\w+", outside)) <= MOST_OUTSIDE:
            yield told(
                line, hit, Severity.STOP, "The heading or footer of another authority’s review."
            )


def foreign_people(line: Line, known: set[str]) -> Iterator[Finding]:
    for pattern in KILLED:
        for hit in pattern.finditer(line.text):
            is_of_a_law = OF_A_LAW.search(line.text, 0, hit.start("who"))
            if not is_of_a_law and not {bare(word) for word in hit["who"].split()} & known:
                yield told(
                    line,
                    hit,
                    Severity.STOP,
                    "A full name beside a killing that is none of this review.",
                )


def told(line: Line, hit: re.Match[str], severity: Severity, reason: str) -> Finding:
    return marked(line, hit, Kind.ANOTHER_REVIEW, severity, reason)
