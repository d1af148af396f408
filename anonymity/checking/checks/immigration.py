"""
G. How and when somebody who lives on came to this country, and by what leave they stay.

The dead left nothing to remain for; of the living, each step is told to whoever reads. That their
status played a part may be said.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast
from anonymity.checking.words.dates import MONTH, YEAR
from anonymity.checking.words.living import Living
from anonymity.checking.words.subjects import ADULT, CHILD, WORKER, Subjects

IMMIGRATION = "How and when somebody who lives on came to this country, and by what leave."
ENTERED = re.compile(
    rf"\b(?:entered|arriv(?:ed|ing)\s+in|came\s+to|come\s+to|moved\s+to|travelled\s+to|"
    rf"emigrated\s+to|settled\s+in|been\s+in)\s+(?:the\s+)?(?:UK|U\.K\.|United\s+Kingdom|England|"
    rf"Britain|"
    rf"Great\s+Britain|country|this\s+country)\b(?:\s+(?!in\b|on\b|as\b|with\b|"
    rf"using\b)[\w’'-]+){{0,6}}?"
    rf"\s+(?:in\s+(?:the\s+\w+\s+of\s+)?(?:early\s+|late\s+|mid[\s-])?(?:{MONTH}\s+)?{YEAR}|"
    r"(?:on|with|using|as)\s+(?:an?|his|her)\s+(?:[\w’'‘-]+\s+){0,4}?(?:visa|asylum\s+seeker|"
    r"refugee|"
    r"student|dependant|spouse))"
    r"(?:\s+(?:on|with|using|as)\s+(?:an?|his|her)\s+(?:[\w’'‘-]+\s+){0,4}?(?:visa|"
    r"asylum\s+seeker|"
    r"refugee|student|dependant|spouse))?"
)
LEAVE = re.compile(
    r"(?i)\b(?:(?:had\s+)?(?:been\s+)?(?:applied\s+for|appl(?:y|ying|ication)\s+for|appeal(?:ed|"
    r"ing)?|"
    r"grant(?:ed)?|refused|given|awarded|extend(?:ed)?|held|has|had|obtained|seeking|sought|"
    r"claimed|"
    r"against)\s+(?:[\w’'‘-]+\s+){0,6}?(?:(?:indefinite\s+|limited\s+|"
    r"discretionary\s+)?leave\s+to\s+"
    r"(?:remain|enter)|asylum|(?:\w+\s+)?[‘’']?(?:spous(?:e|al)|student|visitor|visit|work|"
    r"tourist|"
    r"family|fianc[eé]e?)\s+visa|a\s+visa|british\s+citizenship|(?:pre-)?settled\s+status|"
    r"refugee\s+status|"
    r"ILR)[’']?|overstay(?:ed|er|ing)(?:\s+(?:his|her|their|a)\s+(?:\w+\s+)?visa)?|"
    r"(?:his|her)\s+(?:[\w’']+\s+){0,2}?visa\s+(?:had\s+)?(?:expired|ran\s+out|was\s+refused|"
    r"was\s+revoked)|(?:was\s+)?(?:in\s+the\s+(?:uk|country)\s+|entered\s+[\w\s]{0,20})illegally|"
    r"(?:failed\s+)asylum\s+seeker|(?:was\s+|been\s+)?deported)"
)


# Any word of it, of somebody who only stood by
STATUS = re.compile(
    r"(?i)\b(?:(?:[\w-]+\s+)?visas?|sponsorship|leave\s+to\s+(?:remain|enter)|asylum|refugees?|"
    r"immigration\s+(?:status|case|application|appeal)|(?:right|permission)\s+to\s+work|work\s+permit|"
    r"no\s+recourse\s+to\s+public\s+funds|(?:pre-)?settled\s+status|undocumented|deport\w+|overstay\w*|"
    r"(?:no|without)\s+papers|naturalis\w+|(?:british\s+)?citizenship|trafficked|smuggled)\b"
)
ASKS = re.compile(
    r"(?i)\b(?:whether|polic(?:y|ies)|training|guidance|advice|services?\s+for|recommend\w*|should|"
    r"women|people|those|anyone|victims)\b"
)
BEGINS = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)\b"
)
OF_WHO_IS_NAMED = re.compile(r"\b[A-Z]\w+,\s+who(?:se)?\b[^.;]*$")
HEAD = 40  # letters in which a sentence says of whom it is


def of_bystanders(passage: Passage, subjects: Subjects) -> Iterator[tuple[int, int]]:
    """Find the visa of a carer, a colleague or a neighbour, also as “she” in the next sentence."""
    leads = ""
    for sentence in passage.sentences():
        first = next(subjects.pattern.finditer(sentence.text[:HEAD]), None)
        if not BEGINS.match(sentence.text):
            leads = str(first.lastgroup) if first else ""
        hit = STATUS.search(sentence.text)
        is_hers = hit and OF_WHO_IS_NAMED.search(sentence.text, 0, hit.start())
        if (
            hit
            and leads in (WORKER, ADULT, CHILD)
            and not is_hers
            and not ASKS.search(sentence.text)
        ):
            yield sentence.start + hit.start(), sentence.start + hit.end()


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living = Living(register)
    subjects = Subjects(register, Cast(paper, register))
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        spans = list(of_the_paper(passage, living))
        if STATUS.search(passage.text):
            spans += of_bystanders(passage, subjects)
        for span in spans:
            yield passage.finding(span, Kind.LIVING, Severity.POLICY, IMMIGRATION)


def of_the_paper(passage: Passage, living: Living) -> Iterator[tuple[int, int]]:
    """Find how one of those came here whom the paper is about."""
    for sentence in passage.sentences():
        text = sentence.text
        is_of_the_dead = living.dead.search(text) and not living.adult.search(text)
        if living.anybody.search(text) and not is_of_the_dead:
            for pattern in (ENTERED, LEAVE):
                for hit in pattern.finditer(text):
                    yield sentence.start + hit.start(), sentence.start + hit.end()
