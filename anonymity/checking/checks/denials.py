"""
J. What is said never to have been, and is told elsewhere: a body that had no contact, no arrest,
a case that was never at a MARAC.

What an agency answered to the first letter stands in the report still when its records have been
found. The sentence that denies is marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.bodies import Bodies
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

BEEN = r"(?:was|were|had been|has been|is)"
NO_ORDER = (
    r"\b(?:never|not) (?:applied for|sought|obtained|had) (?:a |any )?(?:<kind>) order\b|"
    r"\bno (?:<kind>) orders? (?:was|were|had been|of any kind)(?: ever)? (?:sought|made|"
    r"in place|applied|granted)"
)
NON_MOLESTATION = (
    r"\b(?:obtained|granted|made|given|held|served with) (?:\w+ ){0,2}?non-molestation "
    r"order\b|\bnon-molestation order (?:was )?(?:granted|made|obtained|served)"
)
RESTRAINING = r"\brestraining order (?:was )?(?:granted|made|imposed)"
# What is denied, and what contradicts it
MATTERS = {
    "a MARAC": (
        (
            r"(?:\b(?:(?:never|at no (?:time|point|stage)|on no occasion)\b"
            r"(?: (?!want|wish|agree|consent|need|ask)[\w’]+){0,6}|not(?: (?!want|wish|agree|"
            r"consent|need|ask)\w+){0,3}) "
            r"(?:referred (?:in)?to|(?:heard|discussed|considered|listed|presented) (?:at|by|"
            r"before|for|to)|known to|subject (?:to|of)|(?:taken|brought|put|sent|submitted) "
            r"(?:to|before|into)|went to|reached|came (?:to|before)) (?:a |the |any )?(?:MARAC|"
            r"Multi-Agency Risk Assessment Conference)|"
            r"\b(?:never|at no (?:time|point|stage))\b(?: [\w’]+){0,3} referral(?: [\w’]+){0,3} "
            r"to (?:a |the )?MARAC\b|"
            r"\bMARAC (?:had |was )?(?:never|not at any time) (?:\w+ )?(?:heard|discussed|"
            r"considered|convened|held|saw)|"
            r"\bno (?:MARAC )?referral (?:to (?:the )?MARAC )?(?:was|"
            r"had been) ever made to (?:the )?MARAC|\bno MARAC (?:\w+ )?(?:referral|meeting|"
            r"hearing) (?:was|took|had)(?: ever)?\b|\b(?:case|she|he|they) (?:did not|"
            r"never) (?:reach|come to|came to|reached|went to|go to) (?:the |a )?MARAC)"
        ),
        (
            rf"(?:{BEEN} (?:\w+ )?(?:heard|discussed|considered|presented) (?:at|by) (?:a |"
            rf"the )?MARAC|\bMARAC\W+(?:[\w’]+ ){{0,4}}?(?:heard|discussed|considered|recorded|"
            rf"met)|{BEEN} (?:\w+ )?referred to (?:a |the )?MARAC|"
            rf"\breferral to (?:the )?[^.;]{{0,50}}?MARAC\)? (?:was|"
            rf"had been) (?:made|accepted)|\bthe MARAC (?:minutes|actions?) )"
        ),
    ),
    "a conviction": (
        (
            r"\b(?:had|has|with) no (?:previous |prior |criminal |earlier )*convictions?\b|"
            r"\b(?:never|not) (?:previously )?been convicted\b|\bno criminal record\b|"
            r"\bof (?:previous )?good character\b"
        ),
        (
            r"\b(?:had|has|held) (?:\w+ )?(?:previous |earlier |prior )?convictions? for\b|"
            r"\bhad been convicted (?:in [^.;]{3,20} )?of (?!murder|manslaughter)|"
            r"\bwas convicted of (?:\w+ ){0,2}?(?:assault|battery|theft|harassment|criminal damage|"
            r"burglary|driving|drugs?|possession|affray|wounding|common)\b|"
            r"\bprevious conviction (?:was|for)\b"
        ),
    ),
    "prison": (
        (
            r"\b(?:had |has )?never (?:before |previously )?been (?:in|to|sent to) (?:prison|"
            r"custody)\b"
        ),
        (
            r"\bserved (?:\w+ ){0,3}?(?:sentences?|in prison|imprisonment)\b|\breleased (?:from "
            r"prison|on licence)\b"
        ),
    ),
    "a disclosure": (
        (
            r"\bnever (?:told|disclosed to|spoken? to|confided in) (?:any|a single) (?:\w+ )?"
            r"(?:professional|agency|one|body|service)\b[^.;]{0,40}|\bnever (?:made a disclosure|"
            r"disclosed (?:the|any|her|his))\b|"
            r"\bno disclosures? (?:of \w+ )?(?:was|were) ever made\b"
        ),
        (
            r"\bfor the first time (?:said|told|disclosed)\b|\bdisclosed (?:that|to) |\btold "
            r"(?:the |an? |her |his )?(?:GP|nurse|officers?|police|midwife|health visitor|doctor|"
            r"social worker|call handler|IDVA)\b[^.;]{0,40}\b(?:hurt|hit|pushed|violen\w+|"
            r"abus\w+|assault\w*|"
            r"kicked|controll\w+|afraid|frightened|scared|strangled|threatened)\b"
        ),
    ),
    "an arrest": (
        (
            r"\b(?:had |was |been )?(?:never|at no (?:time|point|stage) (?:was|were)"
            r"(?: [\w’]+){1,3}) (?:been )?arrested\b(?! (?:for|on) (?:murder|"
            r"suspicion of murder))|\bhad not (?:previously |ever )?been arrested\b"
        ),
        (
            r"\bwas arrested (?:for|on suspicion of) (?!(?:\w+ ){0,2}(?:murder|manslaughter))|"
            r"\bwas (?:then )?arrested (?:and (?:bailed|released|interviewed|cautioned))"
        ),
    ),
    "an assessment of risk": (
        (
            r"\bno (?:DASH|risk assessment)(?: \w+){0,3} (?:was|were) ever (?:completed|"
            r"carried out|made|done)\b|\bDASH was never (?:completed|used)\b|\bat no (?:time|"
            r"point)\b[^.;]{0,40}\bDASH\b"
        ),
        (
            r"\bDASH\b[^.;]{0,40}\b(?:was|were) (?:completed|carried out|graded|filled)\b|"
            r"\bcompleted (?:a|the) DASH\b"
        ),
    ),
    "being asked": (
        (
            r"\b(?:never|at no (?:time|point))\b[^.;]{0,30}\basked (?:\w+ )?(?:about (?:domestic "
            r")?(?:abuse|violence|her relationship|her safety)|(?:whether|if) (?:she|he) (?:was|"
            r"felt) safe)|\broutine enquiry was never (?:made|carried out|done)\b"
        ),
        (
            r"\b(?:was|been|nurse|midwife|visitor|doctor|GP) (?:\w+ )?asked (?:\w+ )?(?:about "
            r"(?:domestic )?(?:abuse|violence)|(?:whether|if) (?:she|he) (?:was|felt) safe)|"
            r"\broutine enquiry (?:was|had been) (?:made|carried out|done|asked)\b"
        ),
    ),
    "a protective order": (
        NO_ORDER.replace("<kind>", "protective|civil"),
        f"{NON_MOLESTATION}|{RESTRAINING}",
    ),
    # One of these may be refused and the other made
    "a non-molestation order": (NO_ORDER.replace("<kind>", "non-molestation"), NON_MOLESTATION),
    "a restraining order": (NO_ORDER.replace("<kind>", "restraining"), RESTRAINING),
}
COMPILED = {
    what: (re.compile(denial, re.IGNORECASE), re.compile(positive, re.IGNORECASE))
    for what, (denial, positive) in MATTERS.items()
}
ONCE = re.compile(
    r"(?i)\b(?:on (?:this|that|each|either|any of these|the) occasions?|at that (?:time|stage|"
    r"point)|then|should have|former partner|previous partner|ex-|adult [a-z]\b|as a result|"
    r"in respect of|following (?:this|that)|would|if|until|before (?:then|this|that)|yet|research|"
    r"the (?:first|second) occasion)\b"
)
NOT = re.compile(
    r"(?i)\b(?:not|never|no|nor|neither|without|should|would|could|if|whether|until)\b"
)
LAST = re.compile(r"(?i)\bbefore (?:January |[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b")
NO_IMR = re.compile(
    r"(?i:\bno (?:IMR|individual management review|report) (?:was|had been) (?:requested|sought|"
    r"asked for|required|received|obtained) (?:of|from|by) )(?:the )?(?P<who>[A-Za-z][^.;,]{2,60})|"
    r"(?P<who2>[A-Z][^.;,]{2,60}?) (?:was|were) not (?:asked (?:for|to (?:provide|complete|"
    r"submit))|required to (?:provide|complete)) an? (?:IMR|individual management review)"
)


@dataclass(frozen=True)
class Denied:
    statement: Statement
    span: tuple[int, int]


# Of somebody of the panel, who has no part in the work of an agency
OF_A_MEMBER = re.compile(
    r"(?i)\b(?:operational (?:services?|staff|responsib\w+|management)|line[- ]manag\w+|"
    r"independent of the (?:case|events))\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    for what, (denial, positive) in COMPILED.items():
        denied = [
            Denied(one, hit.span())
            for one in told
            if (hit := denial.search(one.text))
            and not ONCE.search(one.text)
            and not OF_A_MEMBER.search(one.text)
        ]
        yield from against(what, denied, [one for one in told if is_positive(one, positive)])
    bodies = Bodies(paper, register)
    for one in told:
        yield from no_contact(one, bodies)
        yield from no_report(one, bodies)
        yield from not_translated(one, told)


def is_positive(one: Statement, pattern: re.Pattern[str]) -> bool:
    hit = pattern.search(one.text)
    if not hit or ONCE.search(one.text):
        return False
    return not NOT.search(one.text[max(0, hit.start() - NEAR) : hit.end()])


NEAR = 40


def against(what: str, denied: list[Denied], positive: list[Statement]) -> Iterator[Finding]:
    for one in denied:
        other = next((each for each in positive if each is not one.statement), None)
        if other:
            yield one.statement.finding(
                one.span, f"{other.place_first} tells of {what}.",
                Severity.SLIP,
            )  # fmt: skip


def no_contact(one: Statement, bodies: Bodies) -> Iterator[Finding]:
    """Find a body that had no contact, or none before a year, and is told to have had some."""
    for hit, body in bodies.without_contact(one):
        limit = LAST.search(one.text, hit.end())
        year = int(limit["year"]) if limit else None
        other = next(
            (each for each in bodies.contacts(body) if each is not one and is_before(each, year)),
            None,
        )
        if other:
            end = limit.end() if limit else hit.end()
            yield one.finding(
                (hit.start(), end), f"{other.place_first} tells of a "
                                    f"contact.",
                Severity.SLIP,
            )  # fmt: skip


def is_before(one: Statement, year: int | None) -> bool:
    return year is None or any(each.last.year < year for each in one.moments)


NO_TRANSLATION = re.compile(
    r"\b[Nn]o (?:\w+ )?translation (?:of [^.;]{3,40} )?(?:in)?to (?P<what>[A-Z]\w+)\b|"
    r"\b(?:not|never) (?:be |been )?translated (?:in)?to (?P<what2>[A-Z]\w+)\b"
)
TRANSLATED = re.compile(r"(?i)\btranslat(?:ed|ions?)\b")


def not_translated(one: Statement, told: tuple[Statement, ...]) -> Iterator[Finding]:
    """Find a paper that was put into a language in one chapter, and was not in another."""
    hit = NO_TRANSLATION.search(one.text)
    if not hit:
        return
    into = re.compile(rf"\b(?:in)?to (?:\w+ and )?{hit['what'] or hit['what2']}\b")
    for other in told:
        if not TRANSLATED.search(other.text) or NOT.search(other.text):
            continue
        if (there := into.search(other.text)) is not None:
            for each, span, against in ((one, hit.span(), other), (other, there.span(), one)):
                yield each.finding(
                    span, f"{against.place_first} says something else.", Severity.SLIP
                )


def no_report(one: Statement, bodies: Bodies) -> Iterator[Finding]:
    for hit in NO_IMR.finditer(one.text):
        body = (hit["who"] or hit["who2"]).strip()
        other = next((each for each in bodies.reports(body) if each is not one), None)
        if other:
            yield one.finding(
                hit.span(),
                f"{other.place_first} tells of one.",
                Severity.SLIP,
            )
