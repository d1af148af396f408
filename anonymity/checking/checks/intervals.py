"""
J. Lengths that do not fit the events of a life: “aged 34 in 2019” of somebody born in 1990, and
“married for ten years” of a wedding five years before the death.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.events import Dated, events_of
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.spans import SPAN, Length, does_not_fit, length_of
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, Cast, any_of
from anonymity.checking.words.counts import COUNT, number_of

BEFORE_DEATH = re.compile(
    rf"(?i)\b{SPAN} before (?:(?:her|his|the) (?:death|murder|homicide)|(?:she|he) (?:died|"
    rf"was killed))"
)
LASTING = {
    "the marriage": re.compile(
        rf"(?i)\bmarried for (?:\w+ )?{SPAN}|\bmarriage (?:of|lasted|"
        rf"had lasted) {SPAN.replace('<count>', '<count2>').replace('<unit>', '<unit2>')}"
    ),
    "the beginning of the relationship": re.compile(
        rf"(?i)\b(?:relationship (?:of|lasted|had lasted)|been together for|in a relationship for|"
        rf"seeing (?:each other )?for) (?:\w+ )?{SPAN}"
    ),
}
BORN = re.compile(
    r"\b(?P<who>{who}) (?:was|had been) born\b[^.;]{{0,60}}?\b(?P<year>(?:19|20)\d\d)\b"
)
AGED = re.compile(
    r"(?:was|aged|,) (?P<age>\d\d)(?: years? (?:old|of age))?\b|\bat the age of (?P<age2>\d\d)\b"
)
YEAR_OFF = 1


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    events = list(events_of(paper, register))
    yield from within_six_months(told, events)
    yield from apart_in_age(paper, register, told)
    death = died(register, events)
    if death:
        for one in told:
            yield from before_death(one, death)
            yield from lasting(one, events, death)
    yield from wrong_ages(paper, register, told)


SIX_MONTHS = re.compile(
    r"(?i)\b(?:completed|finished|concluded)\b[^.;]{0,30}\bwithin (?:the )?(?:\w+ )?(?:six|"
    r"6)[- ]months?\b[^.;]{0,30}"
)
NOT_SO = re.compile(
    r"(?i)\b(?:not|never|unable|should|must|to be|aim\w*|where possible|expected|requir\w+|could)\b"
)
AT_MOST = 214  # days that are still six months in a report


def within_six_months(told: tuple[Statement, ...], events: list[Dated]) -> Iterator[Finding]:
    """Find a review that says that it kept its time, and whose own days say otherwise."""
    begun = [one for one in events if one.what == "the decision to review"]
    ended = [one for one in events if one.what in ENDS]
    if not begun or not ended or not (ended[0].moment.first - begun[0].moment.last).days > AT_MOST:
        return
    for one in told:
        hit = SIX_MONTHS.search(one.text)
        if hit and not NOT_SO.search(one.text):
            yield finding(one, hit, ended[0].moment.text, ended[0].statement.place)


ENDS = (
    "the completion of the report",
    "the approval of the report",
    "the last meeting of the panel",
)
OLDER = re.compile(
    rf"(?i)\b(?P<count>{COUNT}) years (?:older|younger|(?:her|his) (?:senior|junior)|"
    rf"between them)\b"
)


def apart_in_age(
    paper: Paper, register: Register, told: tuple[Statement, ...]
) -> Iterator[Finding]:
    """Find “ten years older” of two people whose ages are told."""
    cast = Cast(paper, register)
    names = any_of([*cast.victims, *(one.name for one in cast.of_role(PERPETRATOR))])
    ages = re.compile(rf"{names} was (?P<one>\d\d) and {names} (?:was )?(?P<other>\d\d)\b")
    found = next(((one, hit) for one in told if (hit := ages.search(one.text))), None)
    if not found:
        return
    apart = abs(int(found[1]["one"]) - int(found[1]["other"]))
    for one in told:
        hit = OLDER.search(one.text)
        if hit and re.search(names, one.text) and abs((number_of(hit["count"]) or 0) - apart) > 1:
            yield finding(one, hit, f"ages {apart} years apart", found[0].place)


def died(register: Register, events: list[Dated]) -> Moment | None:
    day = next(
        (one.died_on for one in register.people if one.role == "victim" and one.died_on), None
    )
    if day:
        return Moment(day, day, 0, 0)
    told = [one.moment for one in events if one.what == "the death" and one.moment.is_month]
    return told[0] if told else None


def is_wrong(length: Length | None, one: Moment, other: Moment) -> bool:
    return length is not None and does_not_fit(length, one, other)


def before_death(one: Statement, death: Moment) -> Iterator[Finding]:
    for hit in BEFORE_DEATH.finditer(one.text):
        dated = [each for each in one.moments if each.is_month and each.is_sure]
        if (
            len(dated) == 1
            and dated[0].first <= death.first
            and is_wrong(length_of(hit), dated[0], death)
        ):
            yield finding(one, hit, dated[0].text, "the same sentence")


def lasting(one: Statement, events: list[Dated], death: Moment) -> Iterator[Finding]:
    for what, pattern in LASTING.items():
        begun = [each for each in events if each.what == what]
        ended = [each for each in events if each.what == "the separation"]
        hit = pattern.search(one.text)
        if not hit or not begun:
            continue
        length = length_of(hit) or (length_of(hit, "2") if "unit2" in hit.groupdict() else None)
        ends = [death, *(each.moment for each in ended)]
        if all(is_wrong(length, each.moment, end) for each in begun for end in ends):
            yield finding(one, hit, begun[0].moment.text, begun[0].statement.place)


def wrong_ages(paper: Paper, register: Register, told: tuple[Statement, ...]) -> Iterator[Finding]:
    """Find “she was 34 when they met in 2019” of somebody who was born in 1990."""
    names = [one.name for one in Cast(paper, register).members]
    born: dict[str, int] = {}
    pattern = re.compile(
        BORN.pattern.replace("{who}", any_of(names)).replace("{{", "{").replace("}}", "}")
    )
    for one in told:
        for hit in pattern.finditer(one.text):
            born.setdefault(hit["who"], int(hit["year"]))
    for one in told:
        yield from at_an_age(one)
        for who, year in born.items():
            dated = [each for each in one.moments if each.first.year == each.last.year]
            aged = re.search(rf"\b{re.escape(who)} (?:{AGED.pattern})", one.text)
            if not aged or len(dated) != 1 or not dated[0].is_sure:
                continue
            age = int(aged["age"] or aged["age2"])
            if not -YEAR_OFF <= dated[0].first.year - year - age <= YEAR_OFF:
                yield finding(one, aged, f"a birth in {year}", "the paper")


BORN_HERE = re.compile(r"\b(?:was |were )?born in (?:\w+ )?(?P<year>(?:19|20)\d\d)\b")
AT_AN_AGE = re.compile(
    r"\b(?:at|aged|at the age of) (?P<age>\d\d),? (?:and )?in (?:\w+ )?(?P<year>(?:19|20)\d\d)\b"
)


def at_an_age(one: Statement) -> Iterator[Finding]:
    """Find “born in 1972” and “at 24, in 1999” in one sentence."""
    born, then = BORN_HERE.search(one.text), AT_AN_AGE.search(one.text)
    if born and then:
        off = int(then["year"]) - int(born["year"]) - int(then["age"])
        if not -YEAR_OFF <= off <= YEAR_OFF:
            yield finding(one, then, f"a birth in {born['year']}", "the sentence")


def finding(one: Statement, hit: re.Match[str], other: str, place: str) -> Finding:
    return one.finding(hit.span(), f"That does not fit {other}, as {place} has it.", Severity.SLIP)
