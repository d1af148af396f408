"""
J. What the review says of its own method, and what the paper or the register disproves.

“None of the letters is an initial” of letters of which one is; “neither of her sons took part” in a
review that thanks one of them.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Person, Register
from anonymity.checking.words.cast import VICTIM, Cast, Member, any_of

OWN_INITIAL = "The register has one who is called by an initial of the own name."
TOOK_PART = "Elsewhere the paper says that one of them took part."
LETTERS = re.compile(
    r"(?i)\b(?:(?:none|neither|no\s+(?:letter|pseudonym|initial)s?|never|nor|not|nobody)\b[^.;,]{0,70}?\b"
    r"(?:initials?|first\s+letters?|same\s+letter)\b[^.;]{0,50}\b(?:names?|own|true|real|actual|persons?|"
    r"people|them|those|anyone)\b|\b(?:letters?|initials?)\b[^.;]{0,40}?\b(?:(?:are|were|is|was|do|does|did|"
    r"have|bear)\s+(?:not|no|un\w+)\b[^.;]{0,50}\b(?:names?|initials?|relation\w*|connect\w+)|"
    r"(?:chosen|picked|assigned|allocated|taken)\s+at\s+random|random\s+letters))\b"
)
LONGEST_CODE = 3  # letters of a pseudonym that is no name

WHOSE = r"(?:[A-Z]\w+[’']s|the|her|his|their|its)"
GROUPS = {
    "child": r"(?:adult\s+|grown-up\s+|surviving\s+|two\s+|three\s+)*(?:children|sons|daughters)",
    "sibling": r"(?:brothers|sisters|siblings)(?:\s+(?:and|or)\s+(?:brothers|sisters))?",
    "parent": r"parents",
    "friend": r"(?:\w+\s+)?friends?",
    "family": r"(?:wider\s+|extended\s+)?(?:family|relatives?|relations)(?:\s+members?)?",
}
NOT_INVOLVED = (
    r"[^.;]{0,50}?\b(?:t(?:ook|ake|aken)\s+(?:any\s+)?part|contribut\w+|participat\w+|engag\w+|"
    r"felt\s+able|(?:was|were|been)\s+(?:able|willing|met|interviewed|seen|involved|spoken\s+to|consulted|"
    r"shown|approached|heard)|wish(?:ed)?\s+to|(?:to\s+)?(?:meet|speak)|respond\w*|repl(?:y|ied)|saw\s+the\s+"
    r"(?:draft|report)|read\s+the\s+(?:draft|report))\b[^.;]*"
)
TOOK = (
    r"(?:\b(?:[Cc]hair|[Aa]uthor|[Rr]eviewers?|[Pp]anel)\b[^.;]{0,40}\b(?:met(?:\s+with)?|visited|"
    r"interviewed|spoke\s+(?:to|with)|heard\s+from|grateful\s+to|thanks?)\b[^.;]{0,60}?<who>"
    r"|<who>\b(?:\s+and\s+[A-Z]\w+)?(?:\s+\w+){0,4}?\s+(?:met|told|spoke\s+(?:to|with)|wrote\s+to|"
    r"asked|said\s+to|gave)\s+(?:with\s+)?(?:the|their\s+account\s+to\s+the)\s+(?:[Cc]hair|[Aa]uthor|[Rr]eview\w*|"
    r"[Pp]anel)\b|<who>\b(?:\s+and\s+[A-Z]\w+)?(?:\s+\w+){0,2}?\s+(?:read|saw|approved|commented\s+on|"
    r"w(?:as|ere)\s+(?:shown|given|sent))\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,2}?(?:draft|report)\b)"
)
DENIED = re.compile(
    r"(?i)\b(?:not|never|declin\w+|refus\w+|neither|nor|no\s+\w+|nobody|none|without)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    if any(is_own_initial(one) for one in register.people):
        for passage in told:
            for hit in LETTERS.finditer(passage.text):
                yield mark(passage, hit.span(), OWN_INITIAL)
    cast = Cast(paper, register)
    for group, words in GROUPS.items():
        denied = list(denials(told, words))
        who = [one.name for one in cast.members if is_of(one, group)] if denied else []
        if who and took_part(told, any_of(who)):
            for passage, span in denied:
                yield mark(passage, span, TOOK_PART)


def mark(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.CONTRADICTION, Severity.SERIOUS, reason)


def is_own_initial(person: Person) -> bool:
    """Whether somebody is called by a letter with which a name of theirs begins."""
    code = (person.pseudonym or "").strip()
    initials = {part[0] for name in person.true_names for part in name.split()}
    whole = {"".join(part[0] for part in name.split()) for name in person.true_names}
    is_code = code.isupper() and len(code) <= LONGEST_CODE
    return is_code and code in initials | whole


def denials(told: list[Passage], words: str) -> Iterator[tuple[Passage, tuple[int, int]]]:
    pattern = re.compile(
        rf"\b(?:[Nn]either\s+of\s+{WHOSE}|[Nn]one\s+of\s+{WHOSE}|[Nn]o(?:body|\s+one)\s+(?:in|from|of|among)\s+"
        rf"{WHOSE}|[Nn]o(?:\s+members?\s+of\s+{WHOSE})?)\s+{words}\b{NOT_INVOLVED}"
    )
    for passage in told:
        if not passage.is_row:
            yield from ((passage, hit.span()) for hit in pattern.finditer(passage.text))


def is_of(one: Member, group: str) -> bool:
    kin = {what for what, _ in one.kin}
    if one.role in (VICTIM, "perpetrator"):
        return False
    if group == "family":
        return one.role in ("family", "relative") or bool(kin - {"friend", "neighbour"})
    return group in kin or one.role == group


def took_part(told: list[Passage], who: str) -> bool:
    """Whether a sentence tells of one of them as met, heard or shown the draft."""
    pattern = re.compile(TOOK.replace("<who>", who))
    return any(
        not DENIED.search(sentence.text)
        for passage in told
        if pattern.search(passage.text)
        for sentence in passage.sentences()
        if pattern.search(sentence.text)
    )
