"""
G. How and when somebody who lives on came to this country, and by what leave they stay.

The dead left nothing to remain for; of the living, each step is told to whoever reads. That their
status played a part may be said.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTH, YEAR
from anonymity.checking.words.living import Living

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


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living = Living(register)
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for sentence in passage.sentences():
            text = sentence.text
            if not living.anybody.search(text):
                continue
            if living.dead.search(text) and not living.adult.search(text):
                continue
            for pattern in (ENTERED, LEAVE):
                for hit in pattern.finditer(text):
                    span = (sentence.start + hit.start(), sentence.start + hit.end())
                    yield passage.finding(span, Kind.LIVING, Severity.POLICY, IMMIGRATION)
