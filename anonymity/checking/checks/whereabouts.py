"""
G. Where somebody who lives on can be found now: the prison, the secure hospital, the home.

Families of the dead, and of the killer, look for them there; so do papers.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.living import Living
from anonymity.checking.words.localities import COUNTRIES

WHEREABOUTS = "Where somebody who lives on can be found now."
PRISON = re.compile(r"\b(?:HMP|HMYOI|YOI)\s+(?!and\b)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?")
SECURE = (
    r"(?:Hospital|Prison|Clinic|Unit|Ward|House|Lodge|Centre|Court|hospital|secure unit|clinic|"
    r"ward)"
)
DETAINED = re.compile(
    r"\b(?:is|was|been|being|remains|now|currently)\s+(?:\w+\s+){0,3}?(?:detained|held|serving|"
    r"remanded|imprisoned|"
    r"resident|living|placed|treated|a\s+patient|an\s+in-?patient)\s+(?:[\w’'-]+\s+){0,3}?(?:at|"
    r"in|to)\s+"
    rf"(?:the\s+)?(?:[A-Z][\w’'-]+\s+){{1,3}}{SECURE}\b(?:,?\s+(?:an?\s+)?[\w\s-]{{0,30}}?(?:in|"
    rf"near|at|outside)"
    r"\s+[A-Z][a-z]+)?"
)

TOWN = r"(?P<town>[A-Z][a-z][\w’'-]*)(?:\s+[A-Z][\w’'-]+)?"
LIVES_NOW = re.compile(
    r"\b(?:(?:now|currently)\s+(?:lives?|resides?)|(?:lives?|resides?)\s+now|"
    r"ha(?:s|ve)\s+(?:since\s+)?moved)\s+(?:with\s+(?:[\w’'-]+\s+){1,5}?)?"
    rf"(?:in|to|at|near)\s+{TOWN}"
)
AT_HOME = re.compile(rf"’s?\s+(?:own\s+|new\s+)?(?:home|house|flat)\s+(?:in|near)\s+{TOWN}")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living = Living(register)
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES or not living.anybody.search(passage.text):
            continue
        for hit in (*PRISON.finditer(passage.text), *DETAINED.finditer(passage.text)):
            yield passage.finding(hit.span(), Kind.LIVING, Severity.POLICY, WHEREABOUTS)
        for hit in homes_in(passage.text, living):
            yield passage.finding(hit.span(), Kind.LIVING, Severity.SERIOUS, WHEREABOUTS)


def homes_in(text: str, living: Living) -> Iterator[re.Match[str]]:
    """
    Yield where somebody grown up lives now, and the home of one who is named, by the town. Of a
    child any word of it is told by `private_life`.
    """
    young = {hit.end() for hit in living.child.finditer(text)}
    owners = {hit.end() for hit in living.adult.finditer(text)}
    at_home = (hit for hit in AT_HOME.finditer(text) if hit.start() in owners)
    lives = (hit for hit in LIVES_NOW.finditer(text) if hit.start() - 1 not in young)
    for hit in (*lives, *at_home):
        if hit["town"] not in COUNTRIES:
            yield hit
