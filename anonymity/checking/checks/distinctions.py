"""
H. What only one person ever was: the only farrier in the county, a carnival queen, a councillor.

Nothing is named, and a search has one answer. Prizes, offices, teams and firsts are printed by
local papers with a picture; a pen portrait is full of them. The family’s wish to have them told
is weighed with that.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.ages import SPELLED
from anonymity.checking.words.people import named, somebody
from anonymity.checking.words.renown import RENOWN

UNIQUE = "Only one person or place was this: a search finds which."
METHOD = "How somebody took their life, in detail: papers are asked not to print it."
AREA = (
    r"(?:county|town|city|village|borough|district|area|country|parish|valley|island|region|world|"
    r"street|"
    r"estate|school|force|hospital|trust|practice)"
)
DISTINCTIONS = re.compile(
    rf"\b(?:the|that|this|a|an|her|his|their)\s+(?:{AREA}[’']s\s+)?(?:only|sole|first|youngest|"
    rf"oldest|longest-serving|"
    rf"last)\s+(?:[\w’-]+\s+){{1,4}}?(?:in|of|from|to\s+be\s+\w+\s+in)\s+(?:the|that|this|our|her|"
    rf"his)\s+(?:whole\s+)?{AREA}\b"
    rf"(?:\s+to\b[^.;,]{{0,40}})?|\b(?:[Tt]he|[Tt]hat)\s+{AREA}[’']s\s+(?:only|sole|first|youngest|"
    rf"oldest)\s+[\w-]+(?:\s+\w+)?"
    r"|\b(?:was\s+|been\s+|is\s+|once\s+|twice\s+|a\s+former\s+|had\s+)*(?:crowned|voted|"
    r"named\s+as|elected|awarded|"
    r"decorated|knighted|honoured|capped|selected\s+for|signed\s+(?:to|for|by)|runner-up|winner|"
    r"captain(?:ed)?|"
    r"(?:supreme\s+|national\s+|county\s+|regional\s+|world\s+|british\s+|"
    r"welsh\s+)?champion)\s+(?:of|at|in|for|as|the|to|an?)\s+"
    r"(?:[\w’&-]+\s*){1,6}"
    r"|\b(?:MBE|OBE|BEM|British\s+Empire\s+Medal|High\s+Sheriff|Lord\s+Lieutenant|"
    r"Carnival\s+Queen|May\s+Queen|"
    r"(?:deputy\s+)?[Mm]ayor(?:ess)?\s+of\s+[A-Z]\w+|(?:county|town|borough|"
    r"parish)\s+councillor(?:\s+for\s+[\w\s]{1,30})?|"
    r"magistrate\s+for\s+\w+|played\s+(?:\w+\s+){0,3}for\s+(?:[A-Z]\w+\s?){1,3}|(?:featured|"
    r"appeared)\s+(?:in|on)\s+(?:the\s+)?"
    r"(?:[A-Z][\w’]+\s?){1,4}|(?:on|in)\s+an?\s+(?:[\w-]+\s+){0,2}?(?:television|TV|reality|"
    r"talent|quiz|"
    r"radio)\s+(?:\w+\s+)?(?:show|programme|series|documentary|competition|contest)|"
    r"former\s+Miss\s+[A-Z]\w+|"
    r"petition\s+(?:signed|of|with)[^.;]{0,30}|(?!(?:Clare|Sarah|Martyn|Helen|Natasha|Oliver)[’'])"
    r"[A-Z]\w+[’']s\s+Law|"
    r"[A-Z]\w+\s+of\s+the\s+Year|Olympi\w+|Commonwealth\s+Games|Young\s+\w+\s+of\s+the\s+Year)\b"
)
ABOUT = re.compile(
    r"(?i)\b(?:panel|chair|author|review|nationally|first (?:national|lockdown|time|language|"
    r"contact|meeting|"
    r"instance|hearing|report|response|point|people)|only (?:agency|service|time|way|one)|policy|"
    r"research|government|"
    r"police and crime commissioner|deputy mayor for policing)\b"
)
RENOWNED = re.compile(RENOWN)
# What bodies win, raise and are told of
OF_A_BODY = re.compile(
    r"(?i)\b(?:independent chair|panel members?|overview author|imrs?|funding|grant|commission\w*|"
    r"nationally|research|study|conference|home office|inspect\w+|recommend\w*|"
    r"(?:the|a|its|this|our|each) (?:charity|service|trust|council|force|agency|organisation|"
    r"project|partnership|college|school|company) (?:has |had |was |were )?(?:won|received|raised|"
    r"awarded|featured|presented|named|filmed|given))\b"
)
HONOURS = re.compile(r"(?:MBE|OBE|BEM|British)\b")
MANY = rf"(?:\d{{1,3}}|{SPELLED})"
METHODS = re.compile(
    r"\b(?:used|with|from|by|around\s+(?:her|his)\s+neck)\s+(?:the|a|an|her|"
    r"his)\s+(?:[\w’'-]+\s+){0,3}?(?:cord|belt|rope|scarf|ligature|"
    r"flex|cable|bed\s?sheet|lead|strap|shoelaces?|curtain\s+tie|banister|loft\s+hatch|"
    r"beam)(?:\s+of\s+(?:the|a|her|his)\s+[\w’'\s-]{2,25})?\b"
    r"|\b(?:hanged|hanging)\b[^.;]{0,40}|\b(?:taken|took|swallowed)\s+(?:\w+\s+){0,2}(?:\d{2,3}|"
    r"dozens\s+of)\s+[\w\s]{0,20}?(?:tablets|pills|"
    r"capsules)\b|\b(?:She|He)\s+(?:had\s+)?left\s+(?:an?|two|three|four|five|"
    r"\d)\s+(?:\w+\s+)?(?:notes?|letters?|envelopes?)\b[^.;]{0,80}"
)
# How much was taken, whoever took it and lived or not
DOSE = re.compile(
    rf"\b(?:[Oo]verdose\s+of\s+(?:\w+\s+)?{MANY}|(?:took|taken|swallowed|"
    rf"ingested)\s+(?:(?:about|some|around|"
    r"up\s+to|an?\s+overdose\s+of)\s+)?(?:\d{2,3}|[a-z]+teen|ten|eleven|twelve|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?))\s+(?:[\w-]+\s+){0,3}?(?:tablets|"
    r"pills|capsules|"
    r"paracetamol|co-codamol|ibuprofen|codeine|aspirin|antidepressants|painkillers)\b"
)
OWN_DEATH = re.compile(
    r"(?i)\b(?:suicide|took (?:her|his) own life|ended (?:her|his) life|inquest|found that (?:she|"
    r"he) had died|died)\b"
)


# How often somebody was stabbed is in every report of the trial
WOUNDS = re.compile(
    r"\b(?:stabbed|struck|hit|shot|punched|slashed)\s+(?:(?:her|him|[A-Z]\w+)\s+)?(?:(?:more|at|"
    r"least|over|"
    r"than|some|around|about|approximately|a|total|of|between|up|to)\s+)*"
    rf"{MANY}\s+times\b|\b{MANY}\s+(?:separate\s+|individual\s+|sharp\s+force\s+)?"
    r"(?:(?:stab|knife|incised)\s+)(?:wounds|injuries)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    is_suicide = "suicide" in paper.whole.lower()
    names = re.compile(rf"\b(?:{named(register)})\b")
    anybody = somebody(register)
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            yield from renowned(passage, names)
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN):
            continue
        yield from unique(passage)
        yield from renowned(passage, anybody if passage.chapter is Chapter.LIFE else names)
        for hit in WOUNDS.finditer(passage.text) if passage.chapter is not Chapter.PROCESS else ():
            yield passage.finding(hit.span(), Kind.SEARCHABLE, Severity.POLICY, UNIQUE)
        for hit in DOSE.finditer(passage.text):
            yield passage.finding(
                hit.span(), Kind.SEARCHABLE, Severity.POLICY, METHOD, policy="methods"
            )
        if is_suicide and passage.chapter is Chapter.LIFE and OWN_DEATH.search(passage.text):
            for hit in METHODS.finditer(passage.text):
                yield passage.finding(
                    hit.span(), Kind.SEARCHABLE, Severity.SERIOUS, METHOD, policy="methods"
                )


def renowned(passage: Passage, of_whom: re.Pattern[str]) -> Iterator[Finding]:
    """Find what papers print of somebody: outside of lives only where somebody is named."""
    for sentence in passage.sentences():
        if OF_A_BODY.search(sentence.text) or not of_whom.search(sentence.text):
            continue
        for hit in RENOWNED.finditer(sentence.text):
            span = (sentence.start + hit.start(), sentence.start + hit.end())
            yield passage.finding(span, Kind.SEARCHABLE, Severity.POLICY, UNIQUE)


def unique(passage: Passage) -> Iterator[Finding]:
    """Find what only one was. Honours count in lives: chairs and authors have them too."""
    for sentence in passage.sentences():
        if ABOUT.search(sentence.text):
            continue
        for hit in DISTINCTIONS.finditer(sentence.text):
            if passage.chapter is Chapter.LIFE or not HONOURS.match(hit[0]):
                span = (sentence.start + hit.start(), sentence.start + hit.end())
                yield passage.finding(span, Kind.SEARCHABLE, Severity.POLICY, UNIQUE)
