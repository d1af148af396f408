"""
I. Professionals named outside those who may be: officers, doctors, social workers, judges.

They acted for an agency, and the report speaks of the agency. A name also leads to the place and
the case.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper
from reports.anonymity.register import Register
from reports.anonymity.words.names import NAME, bare, known_words

RANKS = (
    "PC|PCSO|DC|TDC|DS|PS|DI|DCI|DSU|DCS|Sgt|Sergeant|Inspector|Superintendent|Detective(?: \\w+)?|"
    "Constable|WPC"
)
CALLINGS = "Dr|Doctor|Nurse|Midwife|Professor|Judge|Justice|Social Worker|Health Visitor"
TITLED = re.compile(
    rf"\b(?:(?:{CALLINGS})\.?|{RANKS})(?: \d{{2,6}})? (?P<name>{NAME}(?:(?: [A-Z]\.?)? {NAME})?)\b"
)
CITED = re.compile(r"\((?:19|20)\d\d[a-z]?\)|\bet al\b|https?://|\bwww\.|\bISBN\b|\bdoi\b")
NO_NAME = known_words(
    ["Review Panel Service Team Unit Act Court Report Sergeant Inspector Constable"]
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = known_words((*register.may_be_named, *register.pseudonyms)) | NO_NAME
    for line in paper.filled():
        if CITED.search(line.text):
            continue
        for hit in TITLED.finditer(line.text):
            if not {bare(word) for word in hit["name"].split()} & allowed:
                yield marked(
                    line, hit, Kind.PROFESSIONAL, Severity.SERIOUS,
                    "A professional is named who is not among those that may be.",
                )  # fmt: skip
