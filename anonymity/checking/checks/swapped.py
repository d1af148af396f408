"""
J. “The suspended sentence that followed”, where the facts tell of a community order.

What a court, a council or a doctor can decide has a few names, and one is easily written for the
other. Marked is what the analysis or the summary speaks of as known and the facts never name, where
they name another of its kind.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

KINDS = {
    "how a court dealt with it": (
        r"community (?:order|sentence)",
        r"suspended (?:\w+ )?sentence",
        r"conditional discharge",
        (r"(?:custodial|prison) sentence(?! of life)"),
        r"(?:police |conditional )?caution\b",
        r"community resolution",
        r"absolute discharge",
    ),
    "the order": (
        r"non-molestation order",
        r"occupation order",
        r"restraining order",
        r"domestic violence protection (?:notice|order)|DVP[NO]",
        r"stalking protection order",
        (r"prohibited steps order"),
    ),
    "the plan for the children": (
        r"child(?:ren)? protection plan",
        r"child(?:ren)? in need plan|child in need",
        (r"early help (?:plan|assessment)"),
        r"care order",
        (r"supervision order"),
    ),
    "the enquiry": (r"section 47", r"section 17"),
    "the weapon": (
        r"(?:kitchen )?knife|knives",
        r"hammer",
        r"axe|hatchet",
        r"shotgun|gun|rifle",
        r"machete",
        r"screwdriver",
        (r"(?:baseball |cricket )?bat\b"),
        r"scissors",
        r"ligature",
    ),
    "the detention": (
        r"section 2 of the Mental Health Act|section 2\b",
        (r"section 3 of the Mental Health Act|section 3\b"),
        (r"section 136"),
    ),
    "the defence": (
        r"diminished responsibility",
        r"loss of control",
        r"self-defence",
        r"insanity",
        r"provocation",
    ),
    "the tenancy": (
        r"council (?:tenancy|house|flat)",
        r"housing association",
        (r"privately rented|private (?:landlord|tenancy)"),
        (r"(?:owned|bought) (?:the|their|a) (?:house|home|flat)|mortgage"),
    ),
    "the kind of help": (r"refuge", r"sanctuary scheme", r"target hardening"),
}
COMPILED = {
    what: tuple(re.compile(rf"(?i)\b(?:{words})") for words in kinds)
    for what, kinds in KINDS.items()
}
KNOWN = re.compile(
    r"(?i)\b(?:the|his|her|that|this)\s+(?:\w+\s+)?$|\bby reason of\s+$|\b(?:was|were|"
    r"been) (?:given|under|subject to|made subject to) (?:an? )?(?:\w+\s+)?$|\btaken a\s+$"
)
ELSEWHERE = re.compile(
    r"(?i)\b(?:would|should|could|if|national\w*|policy|guidance|act|research|such as|or|any|"
    r"training|recommend\w*|power|when(?:ever)?|where|cases|alternative\w*|instead|rather than|not|"
    r"no|never|scheme)\b"
)
LIVES = ("analysis", "summary")
GENERAL = ("the weapon",)  # which must be told of the killing
KILLING = re.compile(
    r"(?i)\b(?:kill\w*|murder\w*|stab\w*|attack\w*|died|death|wounds?|brought|taken|took|carried)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in statements(paper) if one.region != "plan"]
    facts = "\n".join(one.text for one in told if one.region == "facts")
    for what, kinds in COMPILED.items():
        of_facts = [bool(kind.search(facts)) for kind in kinds]
        if any(of_facts):
            for kind, is_told in zip(kinds, of_facts, strict=True):
                if not is_told and kind.search(paper.whole):
                    yield from spoken_of(what, kind, told)


def spoken_of(what: str, kind: re.Pattern[str], told: list[Statement]) -> Iterator[Finding]:
    """Find what is spoken of as known in one sentence, and is nowhere else."""
    hits = [(one, hit) for one in told for hit in kind.finditer(one.text)]
    if len({id(one) for one, _ in hits}) > 1:
        return
    for one, hit in hits:
        is_known = KNOWN.search(one.text[: hit.start()])
        if not is_known or one.region not in LIVES or ELSEWHERE.search(one.text):
            continue
        if what in GENERAL and not KILLING.search(one.text):
            continue
        yield one.finding(hit.span(), f"Of {what}, the facts tell of another.", Severity.POLICY)
