"""
A. True names of the review: whole, in part, as initials or misspelt, and other names people go by.

Printed, a name is found by a search for ever. Surnames and first names alone are looked for as
well, but not where they are words of every day without a capital letter.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Line, Paper
from reports.anonymity.register import Person, Register
from reports.anonymity.words.names import NAME, as_words, bare, known_words

SHORTEST = 3  # letters of a part of a name that is looked for alone
LIKE = 0.84  # of a misspelt name and the name
LONG = 6  # letters that a name has before a likeness means anything
CAPITALISED = re.compile(NAME)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = known_words((*register.may_be_named, *register.pseudonyms, *register.agency_names))
    for person in register.people:
        patterns = list(patterns_of(person, allowed))
        words = misspellable(person, allowed)
        for line in paper.filled():
            for pattern, reason in patterns:
                for hit in pattern.finditer(line.text):
                    yield told(line, hit, person, reason)
            for hit in CAPITALISED.finditer(line.text) if words else ():
                word = bare(hit.group())
                if word not in allowed and is_nearly(word, words):
                    yield told(line, hit, person, "A misspelt name of the review.")


def patterns_of(person: Person, allowed: set[str]) -> Iterator[tuple[re.Pattern[str], str]]:
    for name in person.names:
        yield as_words(name), "A true name of the review."
        for part in name.split():
            if len(part) >= SHORTEST and part[0].isupper() and bare(part) not in allowed:
                yield as_words(part), "Part of a true name of the review."
    for initials in person.initials:
        dotted = r"\.?".join(map(re.escape, re.sub(r"\W", "", initials)))
        yield (
            re.compile(rf"(?<![\w.]){dotted}(?!\.?\w)"),
            "Initials of somebody of the review, as agencies write them.",
        )


def misspellable(person: Person, allowed: set[str]) -> set[str]:
    words = {word for word in known_words(person.names) if len(word) >= LONG}
    return words - allowed


def is_nearly(word: str, names: set[str]) -> bool:
    return word not in names and any(
        word[0] == name[0]
        and abs(len(word) - len(name)) <= 1
        and SequenceMatcher(None, word, name).ratio() >= LIKE
        for name in names
    )


def told(line: Line, hit: re.Match[str], person: Person, reason: str) -> Finding:
    instead = person.pseudonym or (f"the {person.role}" if person.role else "")
    return marked(line, hit, Kind.IDENTIFIER, Severity.STOP, reason, instead)
