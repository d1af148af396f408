"""
F. What finds a place though no town is named: a firm, a university, what is called by a name, a
road, and what a home stands beside.

A firm that somebody owned has a register with an address in it. A flat above the chip shop is one
flat. The learning needs "her own business" and "a flat".
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.localities import COUNTRIES
from anonymity.checking.words.people import PROCESS
from anonymity.checking.words.settings import PART, WORD, Allowed

S = Severity
FIRM = "A business by its name: a register of companies has its owner."
CALLED = "A named place that finds those who went there."
STUDIED = "Where somebody studied."
BESIDE = "A home by what it stands beside: whoever knows the place knows the home."
ROAD = "A road by its number."
NAME = rf"{PART}(?:(?:\s+(?:and|&|of|the|on|upon|at)\s+(?:the\s+)?|[\s-]){PART}){{0,4}}"
KINDS = (
    r"(?:business|company|firm|shop|salon|restaurant|caf[eé]|takeaway|garage|pub|club|bar|gym|hotel|"
    r"nursery|school|college|church|mosque|temple|gurdwara|farm|boat|yard|studio|store|bakery|"
    r"charity|hostel|agency|hall|park|wood|estate|street|road|bakers|florists?|stables|kennels)"
)
HOMES = (
    r"(?:flat|house|home|property|maisonette|bungalow|cottage|apartment|bedsit|studio|terrace|"
    r"block|caravan|farmhouse)"
)
LANDMARKS = (
    r"(?:canal|river|sea(?:front)?|beach|harbour|marina|lake|reservoir|park|common|green|woods?|"
    r"church|mosque|temple|school|college|university|hospital|surgery|pharmacy|library|prison|"
    r"police station|fire station|(?:railway |bus |train |tube |underground )?station|"
    r"railway(?: line)?|"
    r"motorway|bypass|roundabout|bridge|viaduct|tunnel|high street|market(?: place| "
    r"square)?|square|"
    r"promenade|pier|docks?|shipyard|airport|airfield|stadium|ground|race ?course|golf course|"
    r"cricket (?:club|ground)|football (?:club|ground)|leisure centre|swimming (?:pool|baths)|"
    r"shopping (?:centre|precinct)|precinct|parade|supermarket|factory|mill|brewery|quarry|mine|"
    r"colliery|power station|gas ?works|cemetery|crematorium|war memorial|castle|abbey|cathedral|"
    r"shop|chip shop|takeaway|kebab shop|betting shop|bookmakers?|launderette|pub|restaurant|"
    r"garage|petrol station|bakery|post office|allotments?|caravan park|barracks)"
)
PATTERNS = (
    (
        re.compile(
            r"\b(?i:owned|owns|ran|runs|running|set\s+up|started|founded|bought|opened|managed|had)\s+"
            r"(?:an?|his|her|their|the)\s+(?:[\w’-]+\s+){0,4}?(?:business|company|firm|shop|salon|"
            rf"restaurant|caf[eé]|takeaway|garage|pub|studio|store)\s*,\s*(?P<name>{NAME})"
        ),
        S.SERIOUS, FIRM,
    ),
    (
        re.compile(
            rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w’-]+\s+){{0,4}}?{KINDS}\s+"
            rf"(?:called|named|known\s+as|trading\s+as)\s+[“‘\"]?(?P<name>(?:the\s+)?{NAME})"
        ),
        S.SERIOUS, CALLED,
    ),
    (
        re.compile(
            rf"\b(?P<name>{NAME}\s+(?:Ltd\.?|Limited|PLC|plc|LLP|& Sons?|and Sons?|Brothers|& "
            rf"Co\.?))(?!\w)"
        ),
        S.SERIOUS, FIRM,
    ),
    (
        re.compile(
            r"\b(?:studi\w+|read|reading|graduat\w+|degree|enrolled|lectur\w+|course|place|student|"
            r"attended|went|gained|offered)\b[^.;]{0,50}?\b(?:at|from|to|in|with|by)\s+(?:the\s+)?"
            rf"(?P<name>University\s+of\s+(?:the\s+)?{WORD}(?:\s{WORD}){{0,2}}|{WORD}(?:\s{WORD}){{0,2}}\s+"
            r"(?:Metropolitan\s+|Hope\s+)?University)\b"
        ),
        S.SERIOUS, STUDIED,
    ),
    (
        re.compile(
            rf"\b(?:(?i:an?|the|his|her|their)|[A-Z]\w+[’']s)\s+(?:[\w’-]+\s+){{0,5}}?{HOMES}\s+(?:which\s+(?:was|is)\s+)?"
            r"(?:overlook\w+|back(?:s|ed|ing)\s+on\s?to|next\s+(?:door\s+)?to|opposite|above|over|behind|"
            r"beside|close\s+to|by|near(?:\s+to)?|along|adjoining|facing|yards\s+from)\s+"
            r"(?P<name>(?:an?|the)\s+(?:(?!(?:of|to|and|with|for|that|in|on|at|by|where|who)\b)[\w’-]+\s+){0,3}?"
            rf"{LANDMARKS})\b"
        ),
        S.POLICY, BESIDE,
    ),
    (
        re.compile(
            r"\b(?:(?:off|at|near|by|on)\s+)?(?:[Jj]unction\s+\d+\s+of\s+)?the\s+(?P<name>(?:M|A|B)\d{1,4}(?:\(M\))?)\b"
            r"(?!\s+(?:form|grade|paper))"
        ),
        S.POLICY, ROAD,
    ),
)  # fmt: skip
WHOLE = (BESIDE, ROAD, CALLED)  # the whole phrase gives away, not the name alone


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = Allowed(register)
    for passage in passages(paper):
        if passage.chapter not in (Chapter.LIFE, Chapter.OPENING):
            continue
        if not allowed.somebody.search(passage.text):
            continue
        for sentence in passage.sentences():
            if not PROCESS.search(sentence.text):
                yield from told(passage, sentence, allowed)


def told(passage: Passage, sentence: Sentence, allowed: Allowed) -> Iterator[Finding]:
    for pattern, severity, reason in PATTERNS:
        for hit in pattern.finditer(sentence.text):
            if may_stand(hit["name"], allowed):
                continue
            start, end = hit.span() if reason in WHOLE else hit.span("name")
            yield passage.finding(
                (sentence.start + start, sentence.start + end),
                Kind.PLACE, severity, reason, policy="other_places",
            )  # fmt: skip


def may_stand(name: str, allowed: Allowed) -> bool:
    words = {*name.split()}
    return allowed.hold(name) or bool(words & (allowed.names | COUNTRIES))
