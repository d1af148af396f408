"""
H. A fact that is published less exactly, and given away elsewhere: by a footnote, a clinic, the
glossary, a number of guidance.

The register says what was generalised and which words give it away; families of words that every
practitioner knows are looked for as well. What the register itself prints instead may stand.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Generalised, Register
from anonymity.checking.words.families import family_of

REASON = "This gives away what is published less exactly."
HINTED = "A medicine, a clinic, a number or a calling that hints at what is published less exactly."
# A calling is told of somebody as what they are; otherwise the word is one of many others
IS_ONE = re.compile(
    r"(?i)\b(?:as|was|is|be|been|became|become|being|work\w*|train\w*|qualif\w+|student|trainee|"
    r"registered|retired|"
    r"fellow|former|practising)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$"
)
# A fact that is itself the name of an illness may not stand there either
CONDITION = re.compile(
    r"(?i)(?:[\w’'-]+\s+){0,2}(?:\w+(?:osis|itis|[ae]emia|oma|algia|pathy|plegia|phrenia|lepsy)|"
    r"(?:disease|syndrome|disorder|cancer|sclerosis|diabetes|asthma|HIV|autism|ADHD))"
)
SHORT = 4  # letters of an abbreviation, which is one in capitals only
ROLES = re.compile(
    r"(?i)^(?:nurse|doctor|teacher|midwife|social worker|police officer|solicitor)s?$"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for fact in register.generalised:
        published = fact.published_as.lower()
        told_by = (*fact.gives_away, fact.fact if CONDITION.fullmatch(fact.fact) else "")
        terms = [term for term in told_by if term and term.lower() not in published]
        for pattern in map(loosely, terms):
            for line in paper.filled():
                for hit in pattern.finditer(line.text):
                    if not (ROLES.match(hit[0]) and is_of_others(hit)):
                        yield told(line, hit, Severity.SERIOUS, REASON, fact)
        yield from hinted(paper, fact, published)


def loosely(term: str) -> re.Pattern[str]:
    """Return a pattern for a term, in any case unless it is an abbreviation, one or many."""
    parts = (
        r"[\s\u00a0-]+".join(map(re.escape, term.split())).replace("’", "[’']").replace("'", "[’']")
    )
    flags = re.NOFLAG if term.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w]){parts}(?:s|es)?(?![\w])", flags)


def hinted(paper: Paper, fact: Generalised, published: str) -> Iterator[Finding]:
    for words in family_of(" ".join((fact.fact, *fact.gives_away))):
        pattern = re.compile(rf"\b(?:{words})(?![\w-])", re.IGNORECASE)
        told_already = set()
        for passage in passages(paper):
            if passage.chapter is Chapter.PLAN:
                continue
            for hit in pattern.finditer(passage.text):
                word = hit[0].lower()
                is_short = len(word) <= SHORT and not hit[0].isupper()
                if word not in published and word not in told_already and not is_short:
                    told_already.add(word)
                    yield passage.finding(
                        hit.span(), Kind.SEARCHABLE, Severity.POLICY, HINTED, fact.published_as,
                        "generalised",
                    )  # fmt: skip


def is_of_others(hit: re.Match[str]) -> bool:
    before = hit.string[: hit.start()]
    return not IS_ONE.search(before) or bool(re.search(r"(?i)\bby\s+\w+\s+$", before))


def told(
    line: Line, hit: re.Match[str], severity: Severity, reason: str, fact: Generalised
) -> Finding:
    return marked(
        line, hit, Kind.SEARCHABLE, severity, reason, fact.published_as, policy="generalised"
    )
