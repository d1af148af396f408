"""
C. What a cut or a paste left of a sentence: “the of”, “Mr was seen”, “told by , who”, a paragraph
that begins in the middle, a phrase or a sentence that stands there twice.

Names are taken out by searching and deleting, and what stood beside them stays.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTH

WANTING = "A word is wanting here: was a name taken out?"
RUN_TOGETHER = "Two wordings that were run into one."
TWICE = "This stands there twice."
BEHEADED = "This paragraph begins in the middle of a sentence."
DOES = r"(?:was|were|had|has|is|said|told|rang|did|and|who|attended|reported|went|asked)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\b[Tt]he (?:of|was|were|is|had|has|and|to|by|with|which|but|from)\b(?![-’'/,])(?= "
            r"[a-z\d])"
        ),
        rf"(?<![\w.])(?:Mr|Mrs|Ms|Miss|Dr|PC|DC)\.? {DOES}\b(?! (?:Mrs|Ms|Dr)\b)",
        r"(?<=[a-z] )(?:[Bb]y|to|with|from|and|of|told|asked|the) (?=[,;](?: |$))",
        (
            r"(?<=[a-z] )’s (?=(?:mother|father|sister|brother|son|daughter|partner|home|house|GP|"
            r"family|"
            r"friend|flat|child|children|death|account|husband|wife)\b)"
        ),
        rf"\b(?:on|of) the (?:(?:st|nd|rd|th) )?of {MONTH}",
        r"(?<=[a-z]),\.(?=\s|$)|(?<=[a-z])\.\.(?=\s|$)|(?<=[a-z]),,|(?<=[a-z]);;",
    )
)
# “asked for a call to be was asked to call”
JOINED = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"(?<!claimed )(?<!supposed )(?<!meant )(?<!ought )(?<!used )(?<!wanted )(?<!believed )"
            r"\bto be (?:was|were|is|are|has|did|would|will|should|must|could)\b"
        ),
        (
            r"\b(?:had|has|have) did\b|(?<!it )\bwas (?:could|would|should|must) (?:be|have)\b|"
            r"\b(?:were was|was were)\b|\b(?:if whether|whether if)\b|"
            r"\b(?P<who>he|she|they) that (?P=who)\b"
        ),
        r"(?:^|(?<=[.!?\d] ))(?:It|This|That|He|She) (?:is was|was is|has was|had was|was has)\b",
        (
            r"\b[Tt]here (?:was|were|is|are) no (?:(?!that|which|who|and|but)\w+ ){1,3}"
            r"(?:was|were) (?:made|completed|given|taken|held|shared|sent|recorded|offered|done)\b"
        ),
        r"\b(?:should|must|might|cannot|could not|would not) (?:was|were|is|are|had|has)\b",
        r"(?<![(–-] )\b(?:a|an|every|their|our) (?:was|were|had)\b(?= [a-z]{3})",
        (
            r"\b(?:decided|tried|refused|declined|unable|able|failed|began|continued) to "
            r"(?:was|were|attended|visited|contacted|agreed|asked|refused|declined|told|said|made|went|took|"
            r"gave)\b"
        ),
    )
)
DOUBLED = re.compile(r"\b(?P<said>[A-Za-z][a-z]*(?: [a-z]+){1,5}) (?i:(?P=said))\b(?![-’'])")
# “day after day after”, “more and more and more”
MEANT = re.compile(r"(?:and|after|by|upon|or|on|to|over|in|through)$|^(?:had|that|who|and|or)\b")
NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,3})+[.)]?\s+(?P<first>[A-Za-z])")
MANY = 10  # numbered paragraphs before it is known how they begin
WELL = 0.95  # of them that begin with a capital
LONG = 8  # words of a paragraph or a sentence that says something
OF_A_PAGE = re.compile(r"(?i)^\W*(?:source|note|page|table|figure)\b")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [
        one
        for one in passages(paper)
        if one.chapter is not Chapter.SOURCES
        and not one.is_row
        and not one.lines[0].part.startswith("table")
    ]
    for passage in told:
        for pattern in PATTERNS:
            for hit in pattern.finditer(passage.text):
                yield found(passage, hit.span(), WANTING, Severity.POLICY)
        for pattern in JOINED:
            for hit in pattern.finditer(passage.text):
                yield found(passage, hit.span(), RUN_TOGETHER, Severity.POLICY)
        for hit in DOUBLED.finditer(passage.text):
            if not MEANT.search(hit["said"]):
                yield found(passage, hit.span(), TWICE, Severity.SLIP)
    yield from beheaded(told)
    yield from told_twice(told)


def beheaded(told: list[Passage]) -> Iterator[Finding]:
    """Find “4.3 and was told that”, where the other paragraphs begin with a capital."""
    begun = [(one, hit) for one in told if (hit := NUMBERED.match(one.text))]
    small = [
        (one, hit)
        for one, hit in begun
        if hit["first"].islower() and len(one.text.split()) > LONG and ")" not in one.text[:12]
    ]
    if len(begun) >= MANY and len(begun) - len(small) >= WELL * len(begun):
        for one, hit in small:
            end = len(" ".join(one.text[hit.start("first") :].split(" ")[:4]))
            span = (hit.start("first"), hit.start("first") + end)
            yield found(one, span, BEHEADED, Severity.POLICY)


def told_twice(told: list[Passage]) -> Iterator[Finding]:
    """Find a sentence that stands twice in one paragraph, or in two beside one another."""
    before: set[str] = set()
    for passage in told:
        said, before = before, {plain(one.text) for one in passage.sentences()}
        for one in passage.sentences():
            words = plain(one.text)
            if len(words.split()) > LONG and words in said and not OF_A_PAGE.match(one.text):
                yield found(
                    passage, (one.start, one.start + len(one.text)), TWICE, Severity.SLIP
                )  # fmt: skip
            said.add(words)


def plain(text: str) -> str:
    return re.sub(r"^[\d.\s]+|\W+$", "", text).casefold()


def found(passage: Passage, span: tuple[int, int], reason: str, severity: Severity) -> Finding:
    return passage.finding(span, Kind.RESIDUE, severity, reason)
