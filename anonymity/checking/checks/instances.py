"""
J. “On three occasions”, where the chronology tells of a fourth, or a table counts eleven.

Numbers of what happened are written once and not counted again when an entry is added.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of
from anonymity.checking.words.dates import MONTH

ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
# What is counted by its ordinals: “the fourth MARAC”
NOUNS = (
    r"MARAC|DASH|arrest|referral|overdose|assault|conference|strategy meeting|suicide attempt|"
    r"attempt|pregnancy|miscarriage|marriage|separation|disclosure|notification|999 call|call|"
    r"report|visit|incident|admission|application|order|breach|assessment|sentence|conviction|"
    r"safeguarding concern"
)
NTH = re.compile(rf"(?i)\b(?P<nth>{'|'.join(ORDINALS)}) (?:\w+ )?(?P<noun>{NOUNS})\b(?!-)")
OFTEN = re.compile(
    rf"(?i)\b(?:on )?(?P<count>{COUNT}|once|twice)(?: (?:separate|different|such|"
    rf"further))? (?:occasions|times)\b|\b(?P<often>once|twice)\b"
)
LOOSELY = re.compile(
    r"(?i)\b(?:over|more than|at least|nearly|almost|about|around|a further|further|another|last|"
    r"first|of the|only|within)\s+$"
)
# What was done on days that can be counted, and how it is told how often
DONE = {
    "an arrest": (
        r"\bwas (?:again |then |also |later )?(?:re-?)?arrested\b",
        (rf"\b(?:was |been )?arrested (?:on )?(?P<count>{COUNT}|once|twice)\b"),
    ),
    "a MARAC": (
        (
            r"\b(?:heard|discussed|considered|reviewed) (?:again )?(?:at|by) (?:a |the )?MARAC\b|"
            r"\bMARAC (?:was held|took place|met|heard)\b"
        ),
        (
            rf"\b(?:heard|discussed|considered|before|at|to)\b[^.;]{{0,20}}\bMARAC (?:on "
            rf")?(?P<count>{COUNT}|once|twice)\b"
        ),
    ),
    "an overdose": (
        r"\b(?:took|taken) an(?:other)? overdose\b",
        (rf"\b(?P<count>{COUNT}) overdoses\b"),
    ),
    "an attendance": (
        (
            r"\b(?:attended|presented (?:at|to)|brought to|taken to) (?:the |"
            r"an )?(?:emergency department|A&E|accident and emergency)\b"
        ),
        (
            rf"\b(?:attended|presented (?:at|to)|seen in) (?:the |an )?(?:emergency department|"
            rf"A&E)\b(?: on)? (?P<count>{COUNT}|twice|once)\b"
        ),
    ),
}
COMPILED = {
    what: (re.compile(done, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for what, (done, told) in DONE.items()
}
PER_BODY = re.compile(
    r"(?i)\bcontacts?\b.*\bby (?:agency|service|organisation|body)\b|^(?:agency|service|"
    r"organisation|body)\b.*\b(?:contacts?|number)\b"
)
ROW = re.compile(r"^[A-Z][^\t\d]{2,60}?[\s\t].*?(?<![\d.])(?P<number>\d{1,3})\s*$")
CONTACTS = re.compile(
    rf"(?i)\b(?P<count>{COUNT}) (?:recorded )?contacts\b|\bcontact\b[^.;]{{0,40}}\bon "
    rf"(?P<count2>{COUNT}) occasions\b|\bin contact\b[^.;]{{0,30}}\b(?P<count3>{COUNT}) times\b"
)
KINDS = {
    "police": r"police|constabulary",
    "practice": r"practice|GP|surgery",
    "ambulance": r"ambulance",
    "housing": r"housing|homes",
    "probation": r"probation",
}
LONGEST_TABLE = 15


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in statements(paper) if one.region != "plan"]
    yield from fewer_than_nth(told)
    yield from fewer_in_all(told)
    yield from more_than_nth(told)
    yield from more_than_held(told)
    yield from other_scores(told)
    yield from fewer_than_days(told)
    yield from unlike_the_table(paper, told)
    yield from in_two_totals(told)
    yield from not_the_first(told)


def fewer_than_nth(told: list[Statement]) -> Iterator[Finding]:
    """Find “three occasions” of what has a fourth."""
    most = last_of_each(told)
    for one in told if most else ():
        for hit in OFTEN.finditer(one.text):
            count = number_of(hit["count"] or hit["often"]) or 0
            clause = clause_about(one.text, hit)
            if count < FEWEST or LOOSELY.search(one.text[: hit.start()]):
                continue
            for noun, (last, other) in most.items():
                if count < last and other is not one and re.search(rf"(?i)\b{noun}s?\b", clause):
                    nth = ORDINALS[last - 1]
                    yield finding(one, hit.span(), f"{other.place} tells of the {nth}.")


# “There were three referrals to social care”, said of all that there were
IN_ALL = re.compile(
    rf"(?i)\b(?:there were|a total of|in all,?|altogether,?|received|(?:made|had) only) (?:only )?"
    rf"(?P<count>{COUNT}) (?:\w+ )?(?P<noun>{NOUNS})s\b"
    r"(?! (?:by|from|in (?:19|20)\d\d|that|which)\b)"
)
ALL_OF = re.compile(
    rf"(?i)\b(?:all|each|any|none|one|either|both) (?:of (?:the |these |those )?)?"
    rf"(?P<count>{COUNT}) (?:of (?:the |these )?)?(?:\w+ )?(?P<noun>{NOUNS})"
    r"(?:s\b|\s+meetings|\s+conferences)"
)


def fewer_in_all(told: list[Statement]) -> Iterator[Finding]:
    """Find “there were three referrals” of what has a fourth."""
    most = last_of_each(told)
    for one in told if most else ():
        for hit in IN_ALL.finditer(one.text):
            noun, count = hit["noun"].lower(), number_of(hit["count"]) or 0
            last, other = most.get(noun, (0, one))
            if FEWEST <= count < last and other is not one:
                span = (hit.start("count"), hit.end())
                yield finding(one, span, f"{other.place} tells of the {ORDINALS[last - 1]}.")


def more_than_nth(told: list[Statement]) -> Iterator[Finding]:
    """Find “all three of the MARAC meetings” of what the facts tell twice, the second as such."""
    most = last_of_each(told)
    for one in told if most else ():
        for hit in ALL_OF.finditer(one.text):
            noun, count = hit["noun"].lower(), number_of(hit["count"]) or 0
            last, other = most.get(noun, (0, one))
            if last and count > last and other is not one and len(months_of(told, noun)) == last:
                yield finding(one, hit.span(), f"The facts tell of {last}, by {other.place}.")


# “At both of the meetings at which she was discussed”, “the case came to MARAC three times”
HEARINGS = re.compile(
    rf"(?i)\b(?P<both>both|all|each of the|the) (?:of )?(?:the )?(?P<count>{COUNT} )?(?:of the )?"
    r"(?:MARACs|MARAC (?:meetings|conferences|hearings)|(?:meetings|conferences|hearings) "
    r"(?:at which|where|when|that) (?:[\w’]+ ){1,4}?(?:was|were|had been) "
    r"(?:discussed|heard|considered))\b|"
    rf"\b(?:heard|discussed|considered|came|brought|taken) (?:\w+ )?(?:at|by|to|before) (?:a |the "
    rf")?MARAC (?:on )?(?P<count2>{COUNT}|twice)(?: (?:separate )?(?:occasions|times))?"
)
NEAR_TO = 6  # sentences before it that say of which meetings it speaks


def more_than_held(told: list[Statement]) -> Iterator[Finding]:
    """Find “at both meetings” of a MARAC that the facts tell once."""
    held = {
        (one.moments[0].first.year, one.moments[0].first.month): one
        for one in told
        if one.region == "facts" and "MARAC" in one.text and "refer" not in one.text
        if one.moments and one.moments[0].is_month
    }
    for at, one in enumerate(told):
        hit = HEARINGS.search(one.text) if held and one.region != "facts" else None
        count = hearings_in(hit) if hit else 0
        around = " ".join(each.text for each in told[max(0, at - NEAR_TO) : at + 1])
        if hit and count > len(held) and "MARAC" in around:
            yield finding(one, hit.span(), f"The facts tell of {len(held)}, by {one_of(held)}.")


def one_of(held: dict[tuple[int, int], Statement]) -> str:
    return next(iter(held.values())).place


def hearings_in(hit: re.Match[str]) -> int:
    said = (hit["count"] or hit["count2"] or "").strip() or hit["both"]
    return number_of(said) or 0


def months_of(told: list[Statement], noun: str) -> set[tuple[int, int]]:
    """Return the months in which the facts tell of something."""
    word = re.compile(rf"(?i)\b{noun}s?\b")
    return {
        (one.moments[0].first.year, one.moments[0].first.month)
        for one in told
        if one.region == "facts" and word.search(one.text)
        if one.moments and one.moments[0].is_month
    }


# How many questions of a checklist somebody answered with yes
SCORE = re.compile(
    rf"(?i)\b(?P<count>{COUNT}) (?:positive|yes|[‘“']yes[’”']|ticked|affirmative)\W+(?:answers?|"
    rf"responses?|ticks|boxes|indicators|questions)|\b(?:DASH|checklist|RIC|risk assessment)\b"
    r"[^.;]{0,50}?\b(?:scor(?:e|ed|ing)|total)\b(?: of| was| at)? "
    rf"(?P<count2>{COUNT})\b|\b(?P<count3>{COUNT}) ticks\b"
)
LOOKS_BACK = re.compile(
    r"(?i)\b(?:first|initial|original|earlier|previous|same|had (?:scored|been))\b[^.;]{0,50}$"
)


def other_scores(told: list[Statement]) -> Iterator[Finding]:
    """Find “the first assessment, with its 17 positive answers” of which the facts have 19."""
    scores = [(one, hit) for one in told for hit in SCORE.finditer(one.text)]
    facts = [
        (one, score_of(hit))
        for one, hit in scores
        if one.region == "facts" and not LOOKS_BACK.search(one.text[: hit.start()])
    ]
    known = {score for _, score in facts}
    for one, hit in scores if facts else ():
        is_fact = any(one is other for other, _ in facts)
        if not is_fact and score_of(hit) not in known:
            yield finding(one, hit.span(), f"In {facts[0][0].place} it is {facts[0][1]}.")


def score_of(hit: re.Match[str]) -> int | None:
    return number_of(hit["count"] or hit["count2"] or hit["count3"])


FEWEST = 2  # times: “once” is said of one of several


def last_of_each(told: list[Statement]) -> dict[str, tuple[int, Statement]]:
    """Return the highest ordinal of each noun, above the first, and where it is told."""
    most: dict[str, tuple[int, Statement]] = {}
    for one in told:
        for hit in NTH.finditer(one.text) if one.region != "process" else ():
            at, noun = ORDINALS.index(hit["nth"].lower()) + 1, hit["noun"].lower()
            if at > most.get(noun, (1, one))[0]:
                most[noun] = at, one
    return most


def clause_about(text: str, hit: re.Match[str]) -> str:
    begin = max(text.rfind(mark, 0, hit.start()) for mark in (",", ";", "("))
    end = min(
        (at for mark in (",", ";", ")") if (at := text.find(mark, hit.end())) >= 0),
        default=len(text),
    )
    return text[begin + 1 : end]


def fewer_than_days(told: list[Statement]) -> Iterator[Finding]:
    """Find “arrested twice” of who was arrested in three months of the chronology."""
    for what, (done, often) in COMPILED.items():
        days = {
            one.moments[0].first: one
            for one in told
            if one.region == "facts"
            and one.moments
            and one.moments[0].is_month
            and done.search(one.text)
        }
        months = {(day.year, day.month) for day in days}
        for one in told:
            hit = often.search(one.text) if one.region != "facts" else None
            count = number_of(hit["count"]) if hit else None
            if (
                hit
                and count
                and count < len(months)
                and not LOOSELY.search(one.text[: hit.start("count")])
            ):
                yield finding(one, hit.span(), f"The facts tell of {what} in {len(months)} months.")


def unlike_the_table(paper: Paper, told: list[Statement]) -> Iterator[Finding]:
    """Find “seven contacts” of a body for which a table has eleven."""
    tables = [
        (re.compile(rf"(?i)\b(?:{kind})\b"), numbers) for kind, numbers in contacts_by_body(paper)
    ]
    for one in told if tables else ():
        hit = CONTACTS.search(one.text)
        if not hit or LOOSELY.search(one.text[: hit.start()]):
            continue
        count = number_of(hit["count"] or hit["count2"] or hit["count3"])
        for body, numbers in tables:
            if count not in numbers and body.search(one.text[: hit.start() + NEAR]):
                listed = " and ".join(map(str, dict.fromkeys(numbers)))
                yield finding(one, hit.span(), f"A table has {listed}.")


NEAR = 40  # letters after the number in which its body may stand


def contacts_by_body(paper: Paper) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield how a body is called, and the numbers that a table of contacts has for it."""
    lines = [passage.lines[0] for passage in passages(paper)]
    at = next((at for at, line in enumerate(lines) if PER_BODY.search(line.text)), None)
    for line in lines[at + 1 : at + 1 + LONGEST_TABLE] if at is not None else ():
        row = ROW.match(line.text)
        if not row:
            continue
        numbers = [int(cell) for cell in re.findall(r"(?<=\t)\d{1,3}(?=\s*(?:\t|$))", line.text)]
        numbers = numbers or [int(row["number"])]
        who = re.split(rf"\t|\s\d|\s{MONTH}", line.text)[0].strip()
        kind = next((words for words in KINDS.values() if re.search(words, who, re.I)), "")
        yield kind or re.escape(who), (*numbers, sum(numbers))


# All that one body had, told in one number
ALL_OF_IT = re.compile(
    r"(?i)\b(?:in total|in all|altogether|a total of|overall|in (?:the|this) period|"
    r"period under review|during the (?:period|review|relationship|marriage)|between (?:19|"
    r"20)\d\d and (?:19|20)\d\d|over (?:the|those|these) (?:\w+ )?years|in (?:\w+ )?years)\b"
)
SEEN = re.compile(
    rf"(?i)\b(?P<count>{COUNT}) (?:\w+ )?(?P<thing>times|occasions|contacts|appointments|"
    rf"consultations|calls|reports|visits|incidents|attendances)\b"
)
SAME = {"occasions": "times", "contacts": "times", "appointments": "consultations"}


def in_two_totals(told: list[Statement]) -> Iterator[Finding]:
    """Find “nineteen times in all” of a practice of which another place says eleven."""
    found: dict[tuple[str, str], list[tuple[int, Statement, tuple[int, int]]]] = {}
    for one in told:
        hit = SEEN.search(one.text) if ALL_OF_IT.search(one.text) else None
        kinds = [
            kind for kind, words in KINDS.items() if re.search(rf"(?i)\b(?:{words})\b", one.text)
        ]
        if hit and len(kinds) == 1 and not LOOSELY.search(one.text[: hit.start()]):
            thing = SAME.get(hit["thing"].lower(), hit["thing"].lower())
            if thing == "times" and re.search(r"(?i)\bincidents\b", one.text):
                thing = "incidents"
            each = (number_of(hit["count"]) or 0, one, hit.span())
            found.setdefault((kinds[0], thing), []).append(each)
    for all_told in found.values():
        for count, one, span in all_told:
            other = next((each for each in all_told if each[0] != count), None)
            if other:
                yield finding(one, span, f"in {other[1].place} this number is {other[0]}.")


FIRST = re.compile(
    r"(?i)\b(?:the|her|his) first (?:recorded |known |reported )?(?:call|report|contact|incident|"
    r"disclosure|attendance)\b[^.;]{0,40}\b(?:to|with|by) (?:the )?police\b|"
    r"\bpolice\b[^.;]{0,30}\bfirst (?:called|contacted|attended|had contact|became aware)\b"
)
TO_THE_POLICE = re.compile(
    r"(?i)\b(?:called|rang|telephoned|dialled|phoned) (?:the police|999|101)\b|"
    r"\bpolice (?:were called|attended|visited|arrested|took)\b|"
    r"\breported\b[^.;]{0,40}\bto (?:the )?police\b|\bofficers (?:attended|went|came)\b"
)


def not_the_first(told: list[Statement]) -> Iterator[Finding]:
    """Find “the first call to the police, in June” of what had one in March."""
    calls = [
        one
        for one in told
        if one.region == "facts" and one.moments and TO_THE_POLICE.search(one.text)
    ]
    for one in told:
        hit = FIRST.search(one.text)
        dated = [each for each in one.moments if each.is_sure and each.is_month]
        if not hit or len(dated) != 1:
            continue
        early = [each for each in calls if each.moments[0].last < dated[0].first]
        if early and early[0] is not one:
            yield finding(one, hit.span(), f"{early[0].place} tells of an earlier one.")


def finding(one: Statement, span: tuple[int, int], reason: str) -> Finding:
    return one.finding(span, reason[:1].upper() + reason[1:], Severity.POLICY, "counts")
