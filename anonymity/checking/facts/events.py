"""
Events that happen once in a case or in its review, and how sentences speak of them.

{dead}, {killer} and {couple} stand for whom the paper calls so; “who” is whom it happened to, where
it happens to each of them once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, Cast, any_of

KILLING = r"(?:murder|manslaughter|homicide|killing)"
REVIEW = r"(?:review|DHR|SCR|reviews)"
PARTNERSHIP = r"(?:partnership|CSP|community safety\b[^.;]{0,25})"
SPELLED = {
    "the death": (
        r"{dead}(?:’s)? (?:\w+ ){0,2}?(?:died|was (?:fatally \w+|killed|murdered|found dead))",
        r"(?:death|murder|killing|homicide) of {dead}(?!’)",
        r"{dead}[^.;]{0,60}? who (?:died|was (?:killed|murdered|found dead))",
        r"{dead}’s (?:death|murder|homicide|killing)(?= (?:in|on|occurred|took place))",
        (
            r"(?:before|after|until|of) (?:her|his) (?:own )?(?:death|murder)"
            r"(?: at the hands of [^.;]{0,50}?)?(?=,? (?:in|on) )"
        ),
        (
            r"(?:she|he) (?:later )?died (?:in|at) (?:the )?(?:[\w’]+ ){0,5}?(?:hospital|infirmary|"
            r"scene|house|flat)"
        ),
        r"the (?:death|killing|murder),? which (?:happened|occurred|took place)(?= (?:in|on) )",
        r"(?:fatal (?:incident|attack|assault)|homicide) (?:took place|occurred|happened)",
    ),
    "the notification of the partnership": (
        rf"notified\b[^.;]{{0,30}}\b{PARTNERSHIP}",
        rf"{PARTNERSHIP}\b[^.;]{{0,20}}(?:was|were) (?:formally )?notified",
        rf"{PARTNERSHIP}\b[^.;]{{0,20}}received (?:the |a )?(?:\w+ )?notification",
    ),
    "the notification of the Home Office": (
        r"(?:notified|informed) the home office",
        r"home office (?:was|were) (?:formally |duly )?(?:notified|informed)",
    ),
    "the decision to review": (
        (
            rf"(?:decision|decided|agreed|determined|resolved|confirmed)\b[^.;]{{0,60}}\b(?:hold|"
            rf"conduct|commission|undertake|carry out)\b[^.;]{{0,25}}\b{REVIEW}\b"
        ),
        r"(?:decision|decided|agreed|determined)\b[^.;]{0,60}\bcriteria\b[^.;]{0,40}\bmet\b",
    ),
    "the appointment of the chair": (
        (
            r"chair\b(?:(?!\b(?:previously|also|other)\b)[^.;]){0,60}\b(?:was|were) (?:appointed|"
            r"commissioned)"
        ),
        r"(?:appointed|commissioned)(?: as| to be)?(?: the)? (?:independent )?(?:chair|author)",
        r"{chair} was (?:appointed|commissioned)",
        r"appointment of (?:the|an) (?:independent )?(?:chair|author)",
    ),
    "the first meeting of the panel": (
        r"(?:the|its|their) first (?:review )?(?:panel )?meeting",
        r"panel (?:first met|met (?:for the first time|first))",
    ),
    "the last meeting of the panel": (
        r"(?:the|its|their) (?:final|last) (?:review )?(?:panel )?meeting",
        r"panel (?:last met|met for the (?:last|final) time)",
    ),
    "the agreement of the terms of reference": (
        r"^\W*agreed(?: by the panel)?:? (?:on )?(?=\d)",
        r"(?<=\t)agreed:? (?=\d)",
        (
            r"terms of reference (?:\w+ ){0,3}?(?:were|was) (?:\w+ )?(?:agreed|approved|settled|"
            r"signed off)"
        ),
    ),
    "the sending of the report to the Home Office": (
        r"(?:submitted|sent|forwarded) to the home office",
    ),
    "the completion of the report": (
        (
            r"(?:overview report|the report|the review|this review|this report) (?:was|"
            r"were) (?:\w+ )?(?:completed|concluded|finished)"
        ),
        r"^(?:report|review|overview report) completed",
    ),
    "the approval of the report": (
        r"(?:report|review) (?:was|were) (?:\w+ )?(?:signed off|approved|endorsed|accepted)",
    ),
    "the charge": (rf"charged with (?:\w+ |{{dead}}’s ){{0,2}}?{KILLING}",),
    "the arrest": (
        rf"arrested (?:\w+ ){{0,3}}?on suspicion of (?:\w+ |{{dead}}’s ){{0,2}}?{KILLING}",
    ),
    "the plea": (r"pleaded (?:not )?guilty", r"(?:entered|offered) (?:a|his|her) (?:guilty )?plea"),
    "the trial": (
        r"stood trial",
        (r"trial (?:\w+ ){0,5}?(?:began|started|opened|commenced|took place|was held)"),
        r"was tried (?:at|by|for)",
    ),
    "the conviction": (
        r"(?:was|were|been) (?:\w+ )?(?:convicted|found guilty)",
        r"(?:jury|court) (?:\w+ ){0,6}?(?:convicted|found (?:him|her|{killer}) guilty)",
    ),
    "the sentence": (
        r"(?:was|were|been) (?:\w+ )?sentenced",
        r"sentence was (?:passed|imposed|handed)",
        r"(?:jailed|imprisoned) for (?:life|at least|a minimum)",
        r"received a life sentence",
    ),
    "the opening of the inquest": (
        r"inquest (?:\w+ ){0,6}?(?:was )?opened",
        (r"opened (?:and adjourned )?(?:an|the) inquest"),
    ),
    "the end of the inquest": (
        r"inquest (?:\w+ ){0,4}?(?:concluded|was concluded|was held|took place|was completed)",
        r"coroner (?:\w+ ){0,3}?(?:concluded|recorded a|returned a)",
        r"concluded (?:the|an) inquest",
    ),
    "the appeal": (
        (
            r"appeal (?:\w+ ){0,4}?(?:was|were) (?:refused|dismissed|rejected|heard|withdrawn|"
            r"allowed)"
        ),
    ),
    "the beginning of the relationship": (
        (
            r"(?:{couple}|{dead}|{killer}) (?:had )?(?:first )?met (?:{dead}|{killer}|(?:on|at|"
            r"through|in|online|when|while|via|\w+ally))"
        ),
        r"(?:their|the) relationship (?:had )?(?:began|started|begun)",
        (
            r"(?:{couple}) (?:\w+ ){0,2}?(?:got together|became a couple|started (?:seeing|dating)|"
            r"began (?:seeing|dating|a relationship))"
        ),
        r"began (?:a|their|her|his) relationship(?: with {killer}| with {dead})?",
    ),
    "the marriage": (
        r"{couple} (?:had )?(?:were |got )?married",
        r"{dead} (?:and {killer} )?(?:\w+ )?(?:was |were )?married (?:to )?{killer}",
        r"{killer} (?:and {dead} )?(?:\w+ )?(?:was |were )?married (?:to )?{dead}",
        r"{killer} and {dead} (?:\w+ )?(?:were |had )?married",
        (r"{dead} and {killer} (?:\w+ )?(?:were |had )?married"),
        r"their (?:marriage|wedding)(?= (?:in|on|took place))",
    ),
    "the separation": (
        r"{couple} (?:had )?(?:finally )?(?:separated|split up|parted)",
        (r"had (?:finally )?separated(?= (?:in|on))"),
        (
            r"(?:their|the) (?:relationship|marriage) (?:had )?(?:finally )?(?:ended|broke down|"
            r"came to an end)"
        ),
        (
            r"{dead} (?:had )?(?:finally )?(?:ended the (?:relationship|marriage)|left {killer}|"
            r"separated from {killer})"
        ),
    ),
    "the divorce": (
        r"{couple} (?:were )?divorced",
        r"decree absolute (?:was )?(?:granted|made|pronounced)?",
        r"divorce (?:was )?(?:finalised|granted|completed|came through)",
    ),
    "moving in together": (
        r"(?:{couple}|{dead}|{killer}) (?:had )?moved in (?:together|with (?:{dead}|{killer}))",
        r"{couple} (?:had )?(?:set up home|began living together|started living together)",
    ),
    "the non-molestation order": (
        r"non-molestation order (?:\w+ ){0,3}?(?:was )?(?:granted|made|obtained|issued)",
        r"(?:granted|obtained|made|issued|given) (?:\w+ ){0,2}?non-molestation order",
    ),
    "the restraining order": (
        r"restraining order (?:\w+ ){0,3}?(?:was )?(?:granted|made|imposed|issued)",
        r"(?:granted|made|imposed) (?:\w+ ){0,2}?restraining order",
    ),
    "the tenancy": (
        r"tenancy (?:\w+ ){0,4}?(?:began|started|commenced|was granted)",
        (r"(?:took on|signed|granted) (?:a|the|her|his|their) tenancy"),
    ),
}
# What happens to each of them once
OF_EACH = {
    "the birth": r"(?P<who>{person}) (?:was|had been) born",
    "coming to this country": (
        r"(?P<who>{person}) (?:had )?(?:first )?(?:came|moved|arrived|emigrated|"
        r"travelled)(?: \w+)? (?:to|in) (?:the UK|England|the United Kingdom|Britain|this country)"
    ),
    "retiring": r"(?P<who>{person}) (?:had )?(?:took early retirement|retired)",
}
OTHER_OFFENCE = re.compile(
    r"(?i)\b(?:assault\w*|theft|burglary|driving|drugs?|criminal damage|harass\w+|stalking|"
    r"community order|suspended|fined?|battery|wounding|breach\w*|public order|shoplifting|rape|"
    r"ABH|GBH|weeks|previous(?:ly)?|earlier|teenager)\b"
)
DEATH = "the death"
IN_COURT = ("the plea", "the trial", "the conviction", "the sentence", "the appeal")
# Of the day on which somebody heard of it, or did something about it
HEARD = re.compile(
    r"(?i)\b(?:notif\w+|inform\w+|told|refer\w+|decid\w+|decision|considered|met|wrote|charged|"
    r"convicted|sentenced|arrested|pleaded|anniversary|concluded|inquest)\b"
)
UNREAL = re.compile(
    r"(?i)\b(?:if|would|should|could|might|may be|expected|planned|due to|intended|hoped|"
    r"asked whether|will|to be)\b[^,;]*$|\b(?:not|never|no|nor|neither|before|until|"
    r"since)\s+(?:\w+\s+)?$"
)
AGAIN = re.compile(
    r"(?i)\b(?:again|several|first time|briefly|temporarily|times|reconcil\w+|re-?opened|"
    r"reconvened|second|further|another|ex-|former|previous|earlier|adjourned until|re-?married|"
    r"extended|varied)\b"
)
LOOSE = re.compile(r"(?i)(?:\b(?:since|until|before|after|by|from|to|between|following|and)\s+)$")
LOOSELY = re.compile(r"(?i)^(?:since|until|before|after|by|from|to|around|about)\b")
BREAK = re.compile(
    r"[;:]|\b(?:who|which|when|where|after|before|until|since|but|while|although|then)\b", re.I
)
# “… in May and sentenced in the following month”
ANOTHER = re.compile(
    r"(?i)\b(?:in|during) the (?:following|next|same|previous) (?:month|year)|"
    r"\b(?:weeks?|months?|years?|days?) (?:later|afterwards|earlier|before)\b"
)
JUST_BEHIND = 30  # letters
NEAR, FAR = 60, 90  # letters between an event and its day


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and when a statement says that it was. what: “the verdict”, “the birth of Mia”."""

    what: str
    statement: Statement
    moment: Moment


READ: WeakKeyDictionary[Paper, tuple[Register, tuple[Dated, ...]]] = WeakKeyDictionary()


def events_of(paper: Paper, register: Register) -> tuple[Dated, ...]:
    """Return the events of a paper, read once as long as it is there."""
    kept = READ.get(paper)
    if kept is None or kept[0] is not register:
        kept = READ[paper] = register, tuple(found_in(paper, register))
    return kept[1]


def found_in(paper: Paper, register: Register) -> Iterator[Dated]:
    cast = Cast(paper, register)
    patterns = list(compiled(paper, cast))
    for statement in statements(paper):
        if not statement.moments or AGAIN.search(statement.text):
            continue
        for what, pattern in patterns:
            if is_of_something_else(what, statement.text):
                continue
            for hit in pattern.finditer(statement.text):
                if hit[0].lower().startswith("they") and is_of_others(statement, hit, cast):
                    continue
                moment = moment_beside(statement, hit.span())
                if moment and not UNREAL.search(
                    statement.text[max(0, hit.start() - NEAR) : hit.start()]
                ):
                    who = hit.groupdict().get("who")
                    yield Dated(f"{what} of {who}" if who else what, statement, moment)


def is_of_something_else(what: str, text: str) -> bool:
    """Whether a court dealt with another offence there, or somebody only heard of the death."""
    is_of_another = what in IN_COURT and OTHER_OFFENCE.search(text)
    return bool(is_of_another or (what == DEATH and HEARD.search(text)))


def is_of_others(statement: Statement, hit: re.Match[str], cast: Cast) -> bool:
    """Whether “they” are the victim and somebody else: the perpetrator is not yet spoken of."""
    before = statement.passage.text[: statement.start + hit.start()]
    killers = [one.name for one in cast.of_role(PERPETRATOR)]
    others = [one.name for one in cast.members if one.name not in (*cast.victims, *killers)]
    is_of_another = re.search(rf"\b{any_of(others)}\b", before)
    return bool(is_of_another and not re.search(rf"\b{any_of(killers)}\b", before))


def compiled(paper: Paper, cast: Cast) -> Iterator[tuple[str, re.Pattern[str]]]:
    dead, killer = any_of(cast.victims), any_of(one.name for one in cast.of_role(PERPETRATOR))
    chair = CHAIR.search(paper.whole)
    names = {
        "{dead}": rf"(?:{dead}|\bthe (?:victim|deceased))", "{killer}": rf"(?:{killer}|\bthe "
                                                                        rf"perpetrator)",
        "{couple}": rf"(?:the couple|they|(?:{dead}|{killer}) and (?:{dead}|{killer}))",
        "{person}": any_of(one.name for one in cast.members),
        "{chair}": re.escape(chair["who"] or chair["who2"]) if chair else r"(?!)",
    }  # fmt: skip
    for what, spelled in SPELLED.items():
        yield what, re.compile(filled("|".join(spelled), names), re.IGNORECASE)
    for what, words in OF_EACH.items():
        yield what, re.compile(filled(words, names))


def filled(words: str, names: dict[str, str]) -> str:
    for key, pattern in names.items():
        words = words.replace(key, pattern)
    return words


CHAIR = re.compile(
    r"(?P<who>[A-Z][\w’'-]+ [A-Z][\w’'-]+) (?:was appointed|is|was) (?:\w+ )?(?:the |"
    r"an? )?(?:independent )?(?:chair|author)\b|Chair(?: and [Aa]uthor)?:\s*(?P<who2>[A-Z][\w’'-]+ "
    r"[A-Z][\w’'-]+)"
)


def moment_beside(statement: Statement, span: tuple[int, int]) -> Moment | None:
    """Return when a sentence says that what it tells there was; None where it is not clear."""
    text = statement.text
    if statement.moments[0].start < 0:  # the label of an entry, before the sentence
        return statement.moments[0]
    inside = [one for one in statement.moments if span[0] <= one.start and one.end <= span[1]]
    after = [one for one in statement.moments if 0 <= one.start - span[1] <= NEAR]
    before = [one for one in statement.moments if 0 <= span[0] - one.end <= FAR]
    near = [one for one in after if not BREAK.search(text[span[1] : one.start])][:1]
    for one in (*inside, *near, *reversed(before[-1:])):
        if one.end <= span[0] and BREAK.search(text[one.end : span[0]]):
            continue
        if is_loose(text, one) or not one.is_sure:
            continue
        if one.end <= span[0] and ANOTHER.search(text[one.end : span[1] + JUST_BEHIND]):
            continue
        return trimmed(text, one)
    return None


def is_loose(text: str, moment: Moment) -> bool:
    return bool(
        LOOSE.search(text[: moment.start]) or LOOSELY.match(text[moment.start : moment.end])
    )


def trimmed(text: str, moment: Moment) -> Moment:
    """Return it without the “in” that a year alone begins with."""
    hit = re.match(r"(?:in|during|that|the)\s+", text[moment.start : moment.end], re.IGNORECASE)
    return replace(moment, start=moment.start + hit.end()) if hit else moment
