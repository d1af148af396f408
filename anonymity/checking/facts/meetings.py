"""On how many days a panel met, as the chapter on the review tells them."""

import re

from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.words.dates import MONTH, YEAR

MET = re.compile(
    r"(?i)\bpanel\b[^.]{0,60}?\b(?:met|meetings?|convened)\b|^(?:the )?(?:first|second|third|"
    r"fourth|fifth|last|final|further|subsequent|later|remaining|a (?:final|last|further|second|"
    r"third)) meetings?\b|^(?:it|they|we|members) (?:then |also |next |last )?(?:met|convened)\b"
)
OF_ELSE = re.compile(
    r"(?i)\b(?:approved|submitted|sent|published|signed|appointed|notified|including|such as|"
    r"for example|among|events?|practitioners?|subgroup|sub-group|family)\b"
)
ASIDE = re.compile(
    r"(?i)\b(?:when|where|after|following|because|since|until|before|once|instead of|originally|"
    r"which)\b[^,;.]*|\([^)]*\)"
)
A_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?=(?:\s+(?:of\s+)?{MONTH}|(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+))*"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH})\b)"
)
ONLY_MONTHS = re.compile(rf"(?<!\d )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )\b{MONTH} {YEAR}")
FEWEST = 2


def days_of_meetings(paper: Paper) -> int:
    """Return on how many days the panel met, where one paragraph lists them; otherwise 0."""
    found = (days_in(one) for one in passages(paper) if one.chapter is not Chapter.PLAN)
    return next((days for days in found if days >= FEWEST), 0)


def days_in(passage: Passage) -> int:
    days: list[str] = []
    is_of_meetings = False
    for sentence in passage.sentences():
        text = re.sub(r"^[\d.]+\s+", "", sentence.text)
        is_opened = bool(re.search(r"(?i)\bpanel\b", text) and MET.search(text))
        is_of_meetings = is_opened or (is_of_meetings and bool(MET.search(text)))
        if not is_of_meetings or OF_ELSE.search(text):
            continue
        told = ASIDE.sub("", text)
        if ONLY_MONTHS.search(told):  # a meeting of which no day is told
            return 0
        days += A_DAY.findall(told)
    return len(days)
