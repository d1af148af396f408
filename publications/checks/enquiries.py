"""Every line of enquiry of the terms of reference is answered in the analysis."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import Chapter, Enquiry, Rehearsed, Remark, telling_words
from publications.models import PointCategory as Theme

SHARED = 0.6  # of the enquiry's own words close together: it is spoken of there
ASKED = 0.75  # of a heading's words: it is the enquiry in short
NEAR = 3  # lines: a heading and what follows it
SECTION = "analysis-enquiries"


def check(paper: Rehearsed) -> Iterator[Remark]:
    analysis = paper.chapter(SECTION)
    for enquiry in paper.enquiries:
        if not is_spoken_of(enquiry, analysis):
            words = f"The analysis does not answer line of enquiry {enquiry.number}."
            yield Remark(Theme.STRUCTURE, words, ("section", SECTION), enquiry.text)
        elif not enquiry.has_finding:
            words = f"Line of enquiry {enquiry.number} has no finding."
            yield Remark(Theme.STRUCTURE, words, ("findings", ""), enquiry.text)
        elif enquiry.is_left_open:
            words = f"The panel has written no answer to line of enquiry {enquiry.number}."
            yield Remark(Theme.STRUCTURE, words, ("answers", ""), enquiry.text)


def is_spoken_of(enquiry: Enquiry, analysis: Chapter) -> bool:
    named = re.compile(
        rf"\b(?:enquir(?:y|ies)|inquir(?:y|ies)|kloes?|terms?(?: of reference)?|question)\s*"
        rf"(?:no\.?\s*|number\s*)?{enquiry.number}\b(?!\.\d)", re.I,
    )  # fmt: skip
    if named.search(analysis.text):
        return True
    wanted = telling_words(enquiry.text)
    lines = analysis.text.splitlines()
    near = ["\n".join(lines[place : place + NEAR]) for place in range(len(lines))]
    return any(is_asked_in(line, wanted) for line in lines) or any(
        len(wanted & telling_words(text)) >= max(2, SHARED * len(wanted)) for text in near
    )


def is_asked_in(line: str, wanted: set[str]) -> bool:
    """Test whether a line, such as a heading, asks the same in fewer words."""
    own = telling_words(line)
    return len(own) >= 3 and len(own & wanted) >= ASKED * len(own)
