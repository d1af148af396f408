"""
D. Pseudonyms that are misspelt, that nobody defined, or that stand for the other person.

A name that is nearly the pseudonym is often nearer to the true name; a victim who is called by the
perpetrator's pseudonym turns a report about a death upside down.
"""

import re
from collections import Counter
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper
from reports.anonymity.register import Person, Register
from reports.anonymity.words.likeness import is_slip
from reports.anonymity.words.names import NAME, QUOTES, bare, known_words

SHORTEST = 4  # letters of a pseudonym that can be misspelt
RARE = 5  # how many times more often the right form stands there
CAPITALISED = re.compile(NAME)
NUMBERED = re.compile(r"\b(Child|Adult|Sibling|Witness|Friend|Female|Male) ([A-Z]|\d{1,2})\b")
OTHERS = {"victim": "perpetrator", "perpetrator": "victim"}
CALLED = {
    "victim": r"(?:the )?(?:victim|deceased)",
    "perpetrator": r"(?:the )?(?:perpetrator|murderer|killer|offender)",
}
REFLEXIVE = {"F": "himself", "M": "herself"}


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from misspelt(paper, register)
    yield from undefined(paper, register)
    yield from swapped(paper, register)


def misspelt(paper: Paper, register: Register) -> Iterator[Finding]:
    counted = Counter(bare(hit.group()) for hit in CAPITALISED.finditer(paper.whole))
    allowed = known_words((*register.may_be_named, *register.agency_names, *register.pseudonyms))
    for person in register.people:
        word = bare(person.pseudonym)
        if len(word) < SHORTEST or " " in person.pseudonym or not counted[word]:
            continue
        slips = {
            other for other, count in counted.items()
            if other not in allowed and count * RARE <= counted[word] and is_slip(other, word)
        }  # fmt: skip
        for line in paper.filled() if slips else ():
            for hit in CAPITALISED.finditer(line.text):
                if bare(hit.group()) in slips:
                    yield marked(
                        line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                        "Nearly a pseudonym of this review.", person.pseudonym,
                    )  # fmt: skip


def undefined(paper: Paper, register: Register) -> Iterator[Finding]:
    """Find "Child C" where the register knows Child A and Child B."""
    families = {name.split()[0] for name in register.pseudonyms if NUMBERED.fullmatch(name)}
    for line in paper.filled() if families else ():
        for hit in NUMBERED.finditer(line.text):
            if hit[1] in families and hit.group() not in register.pseudonyms:
                yield marked(
                    line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                    "This pseudonym stands for nobody whom the review knows.",
                )  # fmt: skip


def swapped(paper: Paper, register: Register) -> Iterator[Finding]:
    patterns = [pattern for person in register.people for pattern in contradictions(person)]
    for line in paper.filled() if patterns else ():
        for pattern in patterns:
            for hit in pattern.finditer(line.text):
                yield marked(
                    line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                    "The pseudonym and what is said of the person do not agree: is it the other?",
                )  # fmt: skip


def contradictions(person: Person) -> Iterator[re.Pattern[str]]:
    """Return what can only be said of somebody else."""
    if not person.pseudonym or person.is_child:
        return
    name = rf"[{QUOTES}]?{re.escape(person.pseudonym)}[{QUOTES}]?"
    other = CALLED.get(OTHERS.get(person.role, ""))
    if other:
        yield re.compile(rf"(?i:\b{other}),? {name}(?![\w’'])")
        yield re.compile(rf"\b{name} \((?i:{other})\)")
        yield re.compile(rf"\b{name},? (?i:the (?:{other.removeprefix('(?:the )?')}))\b")
    if person.sex in REFLEXIVE:
        yield re.compile(rf"\b{name} (?:\w+ ){{0,2}}{REFLEXIVE[person.sex]}\b")
