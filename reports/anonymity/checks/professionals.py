"""
I. People named outside those who may be: officers, doctors, social workers, judges, neighbours.

They acted for an agency, or lived next door, and the report speaks of what was done. A name leads
to the place and the case. A first name beside a surname is looked for where the lives are told;
panel, authors and books have chapters of their own.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper
from reports.anonymity.passages import Chapter, passages
from reports.anonymity.register import Register
from reports.anonymity.words.given_names import GIVEN
from reports.anonymity.words.names import NAME, bare, known_words

REASON = "Somebody is named who is not among those that may be."
RANKS = (
    "PC|PCSO|DC|TDC|DS|PS|DI|DCI|DSU|DCS|Sgt|Sergeant|Inspector|Superintendent|"
    "Detective(?: \\w+)?|Constable|WPC"
)
CALLINGS = (
    "Dr|Doctor|Nurse|CPN|Midwife|Matron|Sister|Professor|Judge|(?:Mr|Mrs|Ms|Lord|Lady) Justice|"
    "Social Worker|Health Visitor|Reverend|Rev|Father|Imam|Councillor|Cllr|Mr|Mrs|Ms|Miss"
)
CALLED = rf"(?P<name>{NAME}(?:(?: [A-Z]\.?)? {NAME})?)\b"
TITLED = re.compile(rf"\b(?:(?:{CALLINGS})\.?|{RANKS})(?: \d{{2,6}})? {CALLED}")
FULL = re.compile(rf"\b(?P<given>{NAME}) (?:[A-Z]\.? )?(?P<family>{NAME})\b")
CITED = re.compile(r"\((?:19|20)\d\d[a-z]?\)|\bet al\b|https?://|\bwww\.|\bISBN\b|\bdoi\b")
NO_NAME = known_words(
    [
        "Review Panel Service Services Team Unit Act Court Report Sergeant Inspector Constable",
        "House Hospital Centre Trust Road Street School Law Hotel Ward Day Foundation College Bank",
        "Board Justice Chair Society Charity Project Office Care Lane Avenue Close Park Institute",
        "Fund",
    ]
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = known_words((*register.may_be_named, *register.pseudonyms, *register.agency_names))
    allowed |= NO_NAME
    lives = {
        line
        for passage in passages(paper)
        if passage.chapter is Chapter.LIFE
        for line in passage.lines
    }
    for line in paper.filled():
        if CITED.search(line.text):
            continue
        for hit in TITLED.finditer(line.text):
            if not {bare(word) for word in hit["name"].split()} & allowed:
                yield marked(line, hit, Kind.PROFESSIONAL, Severity.SERIOUS, REASON)
        for hit in FULL.finditer(line.text) if line in lives else ():
            names = {bare(hit["given"]), bare(hit["family"])}
            if bare(hit["given"]) in GIVEN and not names & allowed:
                yield marked(line, hit, Kind.PROFESSIONAL, Severity.SERIOUS, REASON)
