"""
D. Somebody of the family in the place of the one who killed, or of the one who died.

“To get away from Lorne she would have had to leave”, where Lorne is the brother who helped; “the
murder of Odette”, who wrote to the panel last spring. What may be true of a relative (a quarrel, an
arrest, a death of old age) is left alone.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, VICTIM, Cast, Member, any_of

KILLED = "This person lives, and is told of as the one who was killed: is it the other?"
FEARED = "Elsewhere another did this: is that one meant?"
BE = r"(?:was|were|is|been|being|be)\s+(?:\w+ly\s+)?"
# Said of whom somebody killed
OF_THE_DEAD = (
    (
        rf"\b<who>,?\s+{BE}(?:killed|murdered|pronounced\s+dead|found\s+dead|(?:stabbed|beaten|"
        rf"strangled|shot)\s+to"
        r"\s+death)\b"
    ),
    (
        r"(?<!attempted )\b(?:murder|killing|homicide|manslaughter|"
        r"post[\s-]mortem(?:\s+examination)?)\s+of\s+<alone>"
    ),
    r"\b<whose>\s+(?:murder|killing|homicide|body|killer|murderer|post[\s-]mortem)\b",
    r"\b(?:[Hh]e|[Ss]he|<killer>)\s+(?:had\s+|then\s+)?(?:killed|murdered|strangled)\s+<alone>",
    r"\b(?:murdering|killing)\s+<alone>",
    r"\b[Tt]he\s+victim,?\s+<alone>(?=[,.;]|\s+(?:was|had|is|did|told|said)\b)",
    r"\b<who>\s+(?:is|was)\s+the\s+victim\b(?!\s+of\b|[’'])",
)
# Said of who killed
OF_THE_KILLER = (
    (
        r"\b<who>,?\s+(?:who\s+)?(?:was|is|had\s+been|has\s+been)\s+(?:then\s+|"
        r"later\s+)?(?:charged\s+with|convicted\s+of|"
        r"found\s+guilty\s+of|arrested\s+(?:for|on\s+suspicion\s+of)|tried\s+for)\s+(?:(?:her|his|"
        r"the)\s+)?"
        r"(?:murder|manslaughter)\b"
    ),
    (
        r"\b<who>\s+(?:pleaded\s+(?:not\s+)?guilty|admitted\s+(?:the\s+)?(?:murder|manslaughter|"
        r"killing))\b"
    ),
    r"\b(?:murdered|killed|strangled|(?:stabbed|beaten)\s+to\s+death)\s+by\s+<alone>",
    (
        r"\b<who>,?\s+(?:who\s+)?(?:was|is|had\s+been|has\s+been)\s+(?:sentenced\s+to\s+(?:life|"
        r"imprisonment\s+for\s+life)|given\s+a\s+life\s+sentence|serving\s+(?:life|"
        r"a\s+life\s+sentence))"
    ),
    r"\b(?:murder\s+trial|[Tt]he\s+trial|conviction|sentencing)\s+of\s+<alone>",
    r"\b<whose>\s+(?:murder\s+trial|minimum\s+term|life\s+sentence|conviction\s+for\s+murder)\b",
    r"\b[Tt]he\s+perpetrator,?\s+<alone>(?=[,.;]|\s+(?:was|had|is|did|told|said)\b)",
    r"\b<who>\s+(?:is|was)\s+the\s+perpetrator\b(?![’'])",
    r"\bat\s+the\s+hands\s+of\s+<alone>",
    r"\b<who>\s+(?:had\s+)?(?:killed|murdered|strangled|fatally\s+\w+)\s+(?:<dead>|her\b|him\b)",
)
# Said of whom one flees
OF_THE_FEARED = (
    r"\b(?:get(?:ting)?|got|be|been)\s+(?:far\s+|further\s+|safely\s+)?away\s+from\s+<alone>",
    (r"\b(?:escap(?:e|ed|ing)|fle(?:e|eing|d)|free\s+(?:herself\s+|"
    r"himself\s+)?)\s+(?:from\s+)?<alone>"),
    (r"\b(?:[Hh]e|[Ss]he|<dead>)\s+(?:had\s+|was\s+|has\s+)?(?:also\s+|"
     r"then\s+)?(?:separated\s+from|(?:ended|end|"
     r"ending)\s+(?:the|her|his)\s+(?:relationship|marriage)\s+with)\s+<alone>"),
    (r"\b(?:[Hh]e|[Ss]he|<dead>)\s+(?:was|is|felt|became|had\s+been)\s+(?:\w+\s+)?(?:afraid|"
     r"frightened|scared|"
     r"terrified|fearful)\s+of\s+<alone>"),
    (r"\b(?:non-molestation|restraining|occupation|"
     r"stalking\s+protection)\s+order\s+(?:\w+\s+){0,2}?against\s+"
     r"<alone>"),
    (r"\b(?:abuse|controlling\s+\w+|coercive\s+\w+|coercion|stalking)\s+(?:by|from|of\s+her\s+by|"
    r"of\s+him\s+by)\s+<alone>"),
    r"\b(?:protect|safeguard|keep)(?:ed|ing)?\s+(?:<dead>|her|him)\s+(?:safe\s+)?from\s+<alone>",
    r"\brisk\s+(?:that\s+)?<who>\s+(?:posed|presented)\s+to\s+<dead>",
)  # fmt: skip
IF_ONLY = re.compile(
    r"(?i)\b(?:if|whether|would\s+(?:one\s+day|be)|could|might|may|fear(?:ed|s|ing)?|attempt\w*|"
    r"going\s+to|"
    r"wanted\s+to|threat\w*|suicid\w+|alleged|not|never)\b[^.;]{0,25}$"
)
OFTEN = 3  # times that a paper says it of somebody: then it means it
# With whom a life was shared before, and whom one may have fled long ago
CLOSE = {"spouse", "parent", "step-parent"}
PARTNER = re.compile(r"(?i)\b(?:partner|husband|wife|boyfriend|girlfriend|step\w*|fianc\w+|ex)\b")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    cast = Cast(paper, register)
    said = {one.pseudonym: f"{one.role} {one.relationship}" for one in register.people}
    for one in cast.members:
        if one.role in (VICTIM, PERPETRATOR) or not cast.victims or one.name not in said:
            continue
        if one.lives and not is_told_dead(one, paper):
            yield from told(paper, cast, one, OF_THE_DEAD, KILLED)
        yield from told(paper, cast, one, OF_THE_KILLER, FEARED)
        if not PARTNER.search(said[one.name]) and not {group for group, _ in one.kin} & CLOSE:
            yield from told(paper, cast, one, OF_THE_FEARED, FEARED)


def is_told_dead(one: Member, paper: Paper) -> bool:
    return bool(
        re.search(
            rf"{any_of([one.name])}[^.;]{{0,60}}\b(?:died|"
            rf"passed\s+away)\b",
            paper.whole,
        )
    )


def told(
    paper: Paper, cast: Cast, one: Member, words: tuple[str, ...], reason: str
) -> Iterator[Finding]:
    patterns = [filled(each, one, cast) for each in words]
    hits = [
        (passage, hit.span())
        for passage in passages(paper)
        if passage.chapter is not Chapter.SOURCES and one.name in passage.text
        for pattern in patterns
        for hit in pattern.finditer(passage.text)
        if not IF_ONLY.search(passage.text, max(0, hit.start() - BEFORE), hit.start())
    ]
    for passage, span in hits if len(hits) < OFTEN else ():
        yield passage.finding(span, Kind.PSEUDONYM, Severity.SERIOUS, reason, policy="who_is_meant")


BEFORE = 60


def filled(words: str, one: Member, cast: Cast) -> re.Pattern[str]:
    who = any_of([one.name])
    return re.compile(
        words.replace("<whose>", rf"{who}(?:[’']s|[’'])")
        .replace("<who>", who)
        .replace("<alone>", rf"{who}(?![’']s)(?![\w’])")
        .replace("<dead>", any_of(cast.victims))
        .replace("<killer>", any_of(cast.perpetrators))
    )
