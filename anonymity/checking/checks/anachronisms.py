"""
J. What could not yet be: a law, a scheme or a body before it was there, a child before its birth.

The day, or what is said of it, is wrong. Beginnings are those of the statutes and guidance for
England and Wales, and those that the paper itself tells (“the hub was set up in 2019”).
"""

import re
from collections.abc import Iterator
from datetime import date

from anonymity.checking.facts.events import events_of, moment_beside
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

# Since when there is what. Pilots of the disclosure scheme and of protection notices began earlier
BEGAN = (
    (
        r"Clare[’']s Law|Domestic Violence Disclosure Scheme|DVDS|[Rr]ight to (?:[Kk]now|[Aa]sk)",
        date(2012, 7, 1),
    ),
    (
        (
            r"(?:offence|charge|charged|convict\w+|arrested|prosecut\w+) (?:\w+ "
            r"){0,4}?(?:controlling|coercive)"
        ),
        date(2015, 12, 29),
    ),
    (r"Domestic Violence Protection (?:Notice|Order)|DVP[NO]\b", date(2011, 6, 1)),
    (
        (
            r"(?:offence|charge|charged|convict\w+|arrested) (?:\w+ ){0,4}?(?:non-fatal|"
            r"intentional) strangulation"
        ),
        date(2022, 6, 7),
    ),
    (r"Stalking Protection Order", date(2020, 1, 20)),
    (r"[Ss]ection 42 (?:enquiry|enquiries|safeguarding)", date(2015, 4, 1)),
    (r"Integrated Care Board|\bICB\b", date(2022, 7, 1)),
    (r"Clinical Commissioning Group|\bCCG\b", date(2012, 10, 1)),
    (r"Community Rehabilitation Company|\bCRC\b", date(2014, 6, 1)),
    (r"\b(?:first|second|third|national|Covid(?:-19)?) lockdown\b", date(2020, 3, 1)),
    (r"Ask for ANI", date(2021, 1, 14)),
    (r"Universal Credit", date(2013, 4, 1)),
)
COMPILED = tuple((re.compile(rf"\b(?:{words})"), began) for words, began in BEGAN)
SET_UP = re.compile(
    r"\b(?:[Tt]he |[Aa] |[Oo]ur |[Ii]ts )?(?P<what>(?:[A-Z][\w’&-]+ ){0,5}?[A-Z][\w’&-]+|"
    r"[a-z]+ (?:scheme|hub|clinic))(?: \([A-Z]{2,8}\))? (?:was|were) (?:first |"
    r"only )?(?:introduced|launched|established|set up|created|opened|rolled out|brought in)\b"
)
NOT_YET = re.compile(
    r"(?i)\b(?:predecessor|forerunner|would (?:become|later)|not yet|did not (?:then )?exist|"
    r"before|later|since|now|pilot\w*|until|introduc\w+|launch\w*|set up|establish\w+|created|"
    r"came into|in force|Act|guidance|previously|formerly|bill|then known|today|act|murdered|named|"
    r"research|model)\b"
)
UNBORN = re.compile(
    r"(?i)\b(?:pregnan\w+|unborn|birth|born|expect\w+|due|scan|midwi\w+|antenatal|later|would|"
    r"not yet|conceiv\w+|before|since|now|until|future|father of|mother of|parents? of)\b"
)
LONGEST_WHAT, SHORTEST_WHAT = 60, 6
REVIEWED = re.compile(r"(?i)\b(?:panel|review|chair|IMR)\b")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    own = list(set_up_in(told))
    for one in told:
        if one.moments and not NOT_YET.search(one.text):
            for pattern, began in (*COMPILED, *own):
                yield from before_it_was(one, pattern, began)
    yield from before_birth(paper, register, told)


def set_up_in(told: tuple[Statement, ...]) -> Iterator[tuple[re.Pattern[str], date]]:
    """Yield what the paper says was set up, and when."""
    for one in told:
        hit = SET_UP.search(one.text) if one.moments else None
        moment = moment_beside(one, hit.span()) if hit else None
        if hit and moment and SHORTEST_WHAT <= len(hit["what"]) <= LONGEST_WHAT:
            yield re.compile(rf"\b{re.escape(hit['what'])}\b"), moment.first


def before_it_was(one: Statement, pattern: re.Pattern[str], began: date) -> Iterator[Finding]:
    hit = pattern.search(one.text)
    early = [each for each in one.moments if each.is_sure and each.last < began]
    if not hit or not early or any(each.last >= began for each in one.moments):
        return
    moment = early[-1]
    yield one.finding(
        (moment.start, moment.end),
        f"What is told of it began in {began.year}.", Severity.SLIP,
    )  # fmt: skip


def before_birth(
    paper: Paper, register: Register, told: tuple[Statement, ...]
) -> Iterator[Finding]:
    """Find “Child Z was seen” of a year before Child Z was born."""
    born = {
        one.what.removeprefix("the birth of "): one
        for one in events_of(paper, register)
        if one.what.startswith("the birth of ")
    }
    dates = list(dated_by_passage(told))
    for who, birth in born.items():
        name = re.compile(rf"(?<![\w]){re.escape(who)}(?!\w)(?!’s (?:father|mother|birth))")
        for one, dated in zip(told, dates, strict=True):
            hit = name.search(one.text) if dated else None
            if not hit or UNBORN.search(one.text) or REVIEWED.search(one.text):
                continue
            if all(each.last < birth.moment.first for each in dated):
                yield one.finding(
                    hit.span(),
                    f"{birth.statement.place_first} has the "
                    f"birth "
                    f"in {birth.moment.first.year}.", Severity.POLICY,
                )  # fmt: skip


def dated_by_passage(told: tuple[Statement, ...]) -> Iterator[list[Moment]]:
    """Yield for each sentence its own moments, or the last before it in its paragraph."""
    last: list[Moment] = []
    passage = None
    for one in told:
        if one.passage is not passage:
            passage, last = one.passage, []
        last = [each for each in one.moments if each.is_sure] or last[-1:]
        yield last
