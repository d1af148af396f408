"""The bodies a paper speaks of: by which names, and what contacts it tells of each."""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

NAME = r"(?:[A-Z][\w’&-]{0,40}(?:’s)?(?: (?:and |of |for |the |& )?[A-Z][\w’&-]{0,40}){0,6})"
COMMON = (
    r"(?:[Tt]he (?:police|practice|GP practice|GP|school|hospital|ambulance service|council|"
    r"housing association|housing provider|probation service|trust|local authority|refuge|midwife|"
    r"health visitor|social services|IDVA service))"
)
NO_CONTACT = re.compile(
    rf"(?:\b[Tt]he )?(?P<who>{NAME}|{COMMON})(?: \([A-Z][A-Za-z]+\))? (?:had|has|held|"
    rf"have) (?:had )?no (?:previous |prior |direct |recorded |relevant |known )*(?:contact|"
    rf"involvement|dealings|records?|information|knowledge|trace)(?! of (?:the|any|this|that|an?) "
    rf"(?!family|couple|household|two|victim|perpetrator))(?: (?:with|of|about|on|"
    rf"for) (?:the (?:family|couple)|either(?: of them)?|any of them|both|them|[A-Z]\w+(?: (?:or|"
    rf"and) [A-Z]\w+)?))?"
)
UNKNOWN = re.compile(
    rf"\b(?:[Nn]either|not|never|unknown)\b[^.;]{{0,25}}?\bknown to (?P<who>{COMMON}|"
    rf"{NAME})(?: before (?:that|this|then|the (?:death|homicide|murder)))?(?=[.,;]| before\b|"
    rf" at any)"
)
SHORT = re.compile(rf"(?P<full>{NAME}) \((?P<short>[A-Z][A-Za-z&]{{1,7}})\)")
ACTED = re.compile(
    r"(?i)\b(?:attended|visited|saw|spoke|received|referred|assessed|closed|opened|contacted|"
    r"wrote|met|offered|recorded|telephoned|called|treated|admitted|discharged|arrested|took|made|"
    r"was seen|were seen|was referred|registered|home visit|appointment|referral)\b"
)
ABOUT_THE_REVIEW = re.compile(
    r"(?i)\b(?:panel|review|IMR|author|training|policy|since|now|recommend\w*|chair|learning|"
    r"audit\w*|not|no|never|should|would|could|declined|if)\b"
)
REPORTED = r"(?:\(IMRs?\)|\bIMRs?\b|[Ii]ndividual [Mm]anagement [Rr]eviews?)"
SOMEBODY = ("He", "She", "They", "It", "Neither", "Both", "We", "I", "Who", "Which", "There")
# What many bodies of one paper are
OF_A_KIND = (
    "Service", "Agency", "Organisation", "Trust", "Board", "Alliance", "Charity", "Department",
    "Association", "Partnership", "Team", "Company", "Provider", "Force", "Foundation", "Centre",
    "trust",
)  # fmt: skip
FULL_NAME = re.compile(r"[A-Z][\w’&-]+(?: (?:and |of |for |the |& )?[A-Z][\w’&-]*)+")
LEADING = re.compile(r"^(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Tt]heir)\s+")
NEAR = 40


class Bodies:
    def __init__(self, paper: Paper, register: Register) -> None:
        self.told = statements(paper)
        self.short: dict[str, set[str]] = {}
        for hit in SHORT.finditer(paper.whole):
            self.join(LEADING.sub("", hit["full"]), hit["short"])
        for one in register.agencies:
            for alias in one.aliases:
                self.join(one.name, alias)

    def join(self, full: str, short: str) -> None:
        self.short.setdefault(full, set()).add(short)
        self.short.setdefault(short, set()).add(full)

    def names(self, body: str) -> re.Pattern[str]:
        bare = LEADING.sub("", body).strip()
        every = {bare, *self.short.get(bare, ())}
        either = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
        return re.compile(rf"(?<![\w’-])(?:{either})(?![\w’-])")

    def without_contact(self, one: Statement) -> Iterator[tuple[re.Match[str], str]]:
        """Yield where a statement says that a body had no contact, and its name."""
        for pattern in (NO_CONTACT, UNKNOWN):
            for hit in pattern.finditer(one.text):
                who = self.meant(hit["who"], one, hit.start())
                if who:
                    yield hit, who

    def meant(self, who: str, one: Statement, at: int) -> str:
        """Return whom “the Service” means: the body that its paragraph named last, or nobody."""
        bare = LEADING.sub("", who).strip()
        if bare in SOMEBODY:
            return ""
        if bare not in OF_A_KIND:
            return who
        before = one.passage.text[: one.start + at]
        named = [hit[0] for hit in FULL_NAME.finditer(before)]
        return named[-1] if named else ""

    def contacts(self, body: str) -> Iterator[Statement]:
        """Yield the statements on the facts in which a body did something on a day."""
        name = self.names(body)
        for one in self.told:
            hit = name.search(one.text)
            if not hit or one.region != "facts" or not one.moments:
                continue
            rest = one.text[hit.end() : hit.end() + NEAR]
            is_row = one.passage.is_row and bool(re.match(r"\s*\t|$", rest))
            if is_row or (ACTED.search(rest) and not ABOUT_THE_REVIEW.search(one.text)):
                yield one

    def reports(self, body: str) -> Iterator[Statement]:
        """Yield the statements that tell of a body’s own report."""
        bare = re.escape(LEADING.sub("", body).strip())
        pattern = re.compile(
            rf"(?i)\b{bare}\b[^.;]{{0,30}}{REPORTED}|{REPORTED} (?:\w+ ){{0,2}}?(?:of|from|by|"
            rf"for) (?:the )?{bare}\b"
        )
        return (
            one
            for one in self.told
            if pattern.search(one.text) and not re.search(r"\b(?:no|not)\b", one.text)
        )
