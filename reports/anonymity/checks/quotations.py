"""
H. Words that a search of the press finds, and facts that were generalised and are given away.

What was said in court, in a message or to the emergency services has been printed word for word.
Quoted here, it leads to the report of the trial, and so to the names.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Line, Paper
from reports.anonymity.register import Register
from reports.anonymity.words.names import as_words

FEWEST = 6  # words of a quotation that can be searched for
LONGEST = 600  # letters
QUOTED = re.compile(
    rf"\u201c(?P<double>[^\u201c\u201d]{{12,{LONGEST}}})\u201d"
    rf"|\u2018(?P<single>(?:[^\u2018\u2019]|\u2019(?=\w)){{12,{LONGEST}}})\u2019"
    rf"|(?<!\w)\"(?P<plain>[^\"]{{12,{LONGEST}}})\"(?!\w)"
)
UNQUOTED = re.compile(
    r"(?i:\b(?:text|message|messaged|texted|voicemail|email|note|post|wrote|replied|said)\b)"
    rf"[^.:\n]{{0,60}}:\s+(?P<words>[A-Z][^\u2018\u201c\"\n.!?]{{12,{LONGEST}}}[.!?])"
)
# Somebody speaks, or is spoken to
SPOKEN = re.compile(
    r"(?i)\b(?:I|I[\u2019'](?:m|ll|ve|d)|me|my|you|your|we|us|mum|mummy|dad|daddy)\b"
)
OF_A_PAPER = re.compile(
    r"(?i)\b(?:guidance|policy|act|definition|report|survey|research|study|toolkit)\b"
)
JUST_BEFORE = 60  # letters before a quotation that say where it comes from


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for line in paper.filled():
        for hit, group in (
            *quoted(line),
            *((hit, "words") for hit in UNQUOTED.finditer(line.text)),
        ):
            if len(hit[group].split()) >= FEWEST and SPOKEN.search(hit[group]):
                yield marked(
                    line, hit, Kind.SEARCHABLE, Severity.POLICY,
                    "Words that somebody spoke or wrote can be searched for: say what they meant.",
                    group=group,
                )  # fmt: skip
        for fact in register.generalised:
            for term in fact.gives_away:
                for hit in as_words(term).finditer(line.text):
                    yield marked(
                        line, hit, Kind.SEARCHABLE, Severity.SERIOUS,
                        "This gives away what is published less exactly.", fact.published_as,
                    )  # fmt: skip


def quoted(line: Line) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what stands in quotation marks and is not taken from guidance or research."""
    for hit in QUOTED.finditer(line.text):
        before = line.text[max(0, hit.start() - JUST_BEFORE) : hit.start()]
        if not OF_A_PAPER.search(before):
            yield hit, str(hit.lastgroup)
