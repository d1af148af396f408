"""
J. How long it was between two days, where the days say otherwise: “from May 2018 to June 2020, five
years”, “five weeks later, on 20 June”, “three months after the burn”.

Days were corrected, what had been reckoned from them was not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from anonymity.checking.facts.events import Dated, events_of
from anonymity.checking.facts.likeness import stem, telling
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.spans import SPAN, does_not_fit, length_of
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

ABOUT = (
    r"(?:about |some |just over |just under |over |almost |nearly |around |approximately |only )?"
)
LENGTH = re.compile(rf"(?i)\b{ABOUT}{SPAN}\b")
LATER = re.compile(
    rf"(?i)\b{ABOUT}{SPAN}(?: \w+)? (?P<way>later|afterwards|after (?:this|that)|earlier|"
    r"before(?:hand)?|previously)\b"
)
AFTER = re.compile(
    rf"(?i)\b{ABOUT}{SPAN} (?P<way>after|before) (?P<what>(?:the |her |his |she |he |they |\w+ )"
    r"[^.,;:()]{2,60})"
)
# A length that is of something else than the two days beside it
OF_ELSE = re.compile(
    r"(?i)^\W*(?:old|of age|ago|later|earlier|before|after|apart|sentence|imprisonment|in prison|"
    r"suspended|custod\w+|older|younger|per|a week|each|every|olds?|licen[cs]e|tenancy|course|"
    r"order|minimum|following|in advance|pregnan\w+|and\b)"
)
BEFORE_ELSE = re.compile(
    r"(?i)\b(?:aged?|every|each|per|next|last|(?:minimum|term|sentence)(?: \w+)? of|within|"
    r"up to|sentenced to|first|previous|another|further|least|more than|less than|of the|in)\s+$"
)
RANGE = re.compile(r"(?i)\b(?:from|between)\s+(?:the\s+)?(?:\w+\s+){0,6}?$")
JOINT = re.compile(
    r"(?i)\W*(?:(?:up )?to|until|till|and|–|-|the end of)(?: (?:the|end|of|her|his|death|day|in|"
    r"on|their|when|she|he|died|was|last|first)){0,5}\W*"
)
CLAUSE = re.compile(r"[;:]|, (?:but|while|and (?:she|he|they|it|the))\b")
NEXT = 16  # letters between “later” and its day
CLOSE = 90  # letters between a length and the two days that it is of
EARLIER = ("earlier", "before", "beforehand", "previously")
RARELY = 4  # sentences that tell of a thing: in more, it happened more than once
NOT_OF_LIVES = ("plan",)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    events = events_of(paper, register)
    death = death_of(register, events)
    for before, one in zip((None, *told), told, strict=False):
        if one.region in NOT_OF_LIVES or not LENGTH.search(one.text):
            continue
        found = (
            list(over(one))
            or list(later(one, before))
            or list(after(one, told, events))
            or list(between_two(one, told, death))
        )
        yield from found[:1]


def over(one: Statement) -> Iterator[Finding]:
    """Find “five years, from May 2018 to June 2020”, before the days or after them."""
    for first, last in pairwise(one.moments):
        between = one.text[first.end : last.start] + joint_of(one.text, last)
        opens = one.text[: first.start] + first_word(one.text, first)
        if first.start < 0 or not RANGE.search(opens) or not JOINT.fullmatch(between):
            continue
        for hit in LENGTH.finditer(one.text):
            is_inside = hit.start() < last.end and hit.end() > first.start
            gap = max(first.start - hit.end(), hit.start() - last.end)
            between = one.text[min(hit.end(), last.end) : max(hit.start(), first.start)]
            if is_inside or gap > CLOSE or CLAUSE.search(between) or is_of_else(one.text, hit):
                continue
            length = length_of(hit)
            if length and does_not_fit(length, first, last):
                yield finding(one, hit, f"{first.text} and {last.text}", "the sentence")


def first_word(text: str, moment: Moment) -> str:
    """Return the “from” that a month or year without more begins with."""
    hit = re.match(r"(?i)(?:from|between)\s", text[moment.start :])
    return f" {hit[0]}" if hit else ""


def joint_of(text: str, moment: Moment) -> str:
    hit = re.match(r"(?i)(?:to|until|till|and)\s", text[moment.start :])
    return hit[0] if hit else ""


def is_of_else(text: str, hit: re.Match[str]) -> bool:
    return bool(OF_ELSE.match(text[hit.end() :]) or BEFORE_ELSE.search(text[: hit.start()]))


def later(one: Statement, told_before: Statement | None) -> Iterator[Finding]:
    """Find “On 3 March 2020 she moved. Five weeks later, on 20 June 2020, …”."""
    for hit in LATER.finditer(one.text):
        length = length_of(hit)
        fits = is_year if length and length.unit == "year" else is_month
        here = [each for each in one.moments if each.start >= 0 and fits(each)]
        before = [each for each in here if each.end <= hit.start()]
        after = [each for each in here if 0 <= each.start - hit.end() + len(" on ") <= NEXT]
        back = hit["way"].lower() in EARLIER
        if after:
            start, end = before[-1] if before else last_of(one, told_before), after[0]
        elif len(before) > 1 and not back and hit.start() - before[-1].end <= NEXT:
            start, end = before[-2], before[-1]
        else:
            continue
        if not length or not start or not fits(start) or start is end:
            continue
        one_way = (end, start) if back else (start, end)
        if does_not_fit(length, start, end) or one_way[1].last < one_way[0].first:
            yield finding(one, hit, start.text, "what stands before it", to=end)


def is_month(moment: Moment) -> bool:
    return moment.is_month


def is_year(moment: Moment) -> bool:
    """Whether it is a year, or a part of one."""
    return moment.first.year == moment.last.year


def last_of(one: Statement, told_before: Statement | None) -> Moment | None:
    """Return the day that was told last before a sentence."""
    told = told_before.moments if told_before else []
    return one.before or one.label or (told[-1] if told else None)


def after(
    one: Statement, told: tuple[Statement, ...], events: tuple[Dated, ...]
) -> Iterator[Finding]:
    """Find “in November, three months after the burn”, which another sentence has in June."""
    dated = [each for each in one.moments if each.is_month and each.is_sure]
    for hit in AFTER.finditer(one.text):
        length = length_of(hit)
        if len(dated) != 1 or not length or dated[0].start > hit.end("way"):
            continue
        start = when_of(hit["what"], one, told, events)
        if start and does_not_fit(length, start, dated[0]):
            span = one.finding((hit.start(), hit.end("what")), "", Severity.SLIP)
            yield one.finding(
                (hit.start(), hit.start() + len(span.text)),
                f"That does not fit {start.text}, of which the paper tells it.", Severity.SLIP,
            )  # fmt: skip


OF_DEATH = re.compile(
    r"(?i)(?:the|her|his|their|\w+’s) (?:deaths?|killings?|murders?|homicides?)\b|"
    r"(?:she|he|they|[A-Z]\w+) (?:died|(?:was|were) (?:killed|murdered))\b"
)
OWN_CLAUSE = re.compile(r"[,;:(]|\b(?:and|but|which|who|that|where|although|because|since)\b")
# Words that say nothing of what it was
LOOSE_WORDS = frozenset(map(stem, ("last", "final", "finally", "again", "already", "just", "took",
                                   "place", "come", "came", "happened", "occurred")))  # fmt: skip
FEWEST = 2  # words that say what it was


def between_two(
    one: Statement, told: tuple[Statement, ...], death: Moment | None
) -> Iterator[Finding]:
    """Find “it was renewed ten months before her death”, which the facts date otherwise."""
    for hit in AFTER.finditer(one.text) if not one.moments else ():
        length, what = length_of(hit), hit["what"]
        clauses = OWN_CLAUSE.split(NUMBERED.sub("", one.text[: hit.start()]))
        start = when_told(clauses[-1], one, told)
        end = death if OF_DEATH.match(what) else when_told(what, one, told)
        if start and end and length and does_not_fit(length, start, end):
            span = (hit.start(), hit.start() + len(hit[0].rstrip()))
            reason = f"That does not fit {start.text}, as the chapter on the facts has it."
            yield one.finding(span, reason, Severity.SLIP)


def death_of(register: Register, events: tuple[Dated, ...]) -> Moment | None:
    days = [one.died_on for one in register.people if one.role == "victim" and one.died_on]
    if days:
        return Moment(days[0], days[0], 0, 0)
    told = [each.moment for each in events if each.what == "the death" and each.moment.is_month]
    return told[0] if told else None


NUMBERED = re.compile(r"^\s*\d[\d.]*\s+")


def when_told(what: str, one: Statement, told: tuple[Statement, ...]) -> Moment | None:
    """Return the month of what a clause tells, where the facts tell all of it in one month."""
    roots = telling(what) - LOOSE_WORDS
    if len(roots) < FEWEST:
        return None
    others = [
        each
        for each in told
        if each is not one and each.region == "facts" and roots <= telling(each.text)
    ]
    times = [each.moments[0] for each in others if each.moments]
    if not times or len(times) < len(others) or any(each.differs(times[0]) for each in times):
        return None
    return times[0] if times[0].is_month else None


def when_of(
    what: str, one: Statement, told: tuple[Statement, ...], events: tuple[Dated, ...]
) -> Moment | None:
    """Return when it was that the words tell of, where the paper tells of one only."""
    if re.match(
        r"(?i)(?:the|her|his|\w+’s) (?:death|murder|killing|homicide)\b|(?:she|he) died", what
    ):
        days = [each.moment for each in events if each.what == "the death"]
        return days[0] if days and days[0].is_month else None
    roots = telling(what, frozenset(stem(word) for word in re.findall(r"\b[A-Z]\w+", what)))
    if not roots:
        return None
    others = [
        each
        for each in told
        if each is not one and each.region == "facts" and roots <= telling(each.text)
    ]
    times = [each.context[0] for each in others if each.context]
    if not times or len(others) > RARELY or any(each.differs(times[0]) for each in times):
        return None
    return times[0] if times[0].is_month else None


def finding(
    one: Statement, hit: re.Match[str], other: str, place: str, *, to: Moment | None = None
) -> Finding:
    end = to.end if to and to.start >= hit.end() else hit.end()
    return one.finding(
        (hit.start(), end), f"That does not fit {other}, as {place} has it.", Severity.SLIP
    )
