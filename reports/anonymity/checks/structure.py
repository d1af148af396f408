"""
K. What the paper says it has and has not: appendices, a glossary, numbered paragraphs.

A reference that leads nowhere is often what is left of a part that was taken out, and the part may
be what gave somebody away.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Line, Paper
from reports.anonymity.register import Register

APPENDIX = re.compile(r"(?i)\bappendix (?P<number>\d{1,2}|[A-H])\b")
GLOSSARY = re.compile(r"(?i)\b(?:in|see|after|at) (?:a|the) glossary\b(?: at the end of the \w+)?")
PARAGRAPH = re.compile(
    r"(?i)\b(?:(?:paragraph|para\.?) (?P<number>\d{1,3}(?:\.\d{1,3})*)"
    r"|section (?P<section>\d{1,3}\.\d{1,3}))\b"
)
NUMBERED = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S")
HEADED = re.compile(
    r"(?i)^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:appendix (?P<number>\d{1,2}|[A-H])\b|glossary\b)"
)
IN_CONTENTS = re.compile(r"(?:\t|\.{3,}|\s{2,})\s*\d{1,3}\s*$")  # with the number of a page
LONGEST_HEADING = 12  # words
FEW = 5  # numbered paragraphs: below, the paper has none worth the name


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from missing_appendices(paper)
    yield from missing_glossary(paper)
    yield from missing_paragraphs(paper)


def missing_appendices(paper: Paper) -> Iterator[Finding]:
    headed = {str(hit["number"]).upper() for hit in headings(paper) if hit["number"]}
    if not headed:  # a paper without any has them in files of their own
        return
    for line in paper.filled():
        for hit in APPENDIX.finditer(line.text):
            if hit["number"].upper() not in headed:
                yield told(line, hit, "This appendix is not there.")


def missing_glossary(paper: Paper) -> Iterator[Finding]:
    if any(not hit["number"] for hit in headings(paper)):
        return
    for line in paper.filled():
        for hit in GLOSSARY.finditer(line.text):
            yield told(line, hit, "There is no glossary.")


def missing_paragraphs(paper: Paper) -> Iterator[Finding]:
    numbers = {hit["number"] for line in paper.filled() if (hit := NUMBERED.match(line.text))}
    if len(numbers) < FEW:
        return
    for line in paper.filled():
        for hit in PARAGRAPH.finditer(line.text):
            number = hit["number"] or hit["section"]
            if number not in numbers and not is_of_elsewhere(line.text[hit.end() :]):
                yield told(line, hit, "There is no such paragraph.")


def is_of_elsewhere(after: str) -> bool:
    """Test whether a paragraph is one of guidance, an act or another paper."""
    return bool(re.match(r"(?i)\W{0,3}(?:of|in) (?:the |its |their )?\w", after))


def headings(paper: Paper) -> Iterator[re.Match[str]]:
    """Yield what heads an appendix or a glossary."""
    for line in paper.filled():
        hit = HEADED.match(line.text)
        is_short = len(line.text.split()) <= LONGEST_HEADING
        if hit and is_short and not IN_CONTENTS.search(line.text):
            yield hit


def told(line: Line, hit: re.Match[str], reason: str) -> Finding:
    return marked(line, hit, Kind.STRUCTURE, Severity.SLIP, reason)
