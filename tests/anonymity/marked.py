"""Sentences in which «the words that give away» are marked, put to one check."""

import re
from collections.abc import Callable, Iterable

from anonymity.checking.checks import (
    addresses,
    children,
    complainants,
    contact,
    health,
    immigration,
    places,
    whereabouts,
)
from anonymity.checking.finding import Finding
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

MARK = re.compile("«(.+?)»")
Find = Callable[[Paper, Register], Iterable[Finding]]


def found_in(
    find: Find, text: str, register: Register, *, heading: str = "BACKGROUND"
) -> list[Finding]:
    paper = Paper.of_text(f"{heading}\n\n12. {text.replace('«', '').replace('»', '')}")
    return sorted(find(paper, register), key=lambda one: one.start)


def missed_and_false(find: Find, text: str, register: Register) -> tuple[list[str], list[str]]:
    """Return what is marked and was not found, and what was found and is not marked."""
    found = found_in(find, text, register)
    places, shift = [], len("12. ")
    for mark in MARK.finditer(text):
        places.append((mark.start() + shift, mark.start() + shift + len(mark[1]), mark[1]))
        shift -= 2
    missed = [
        words
        for start, end, words in places
        if not any(one.start < end and start < one.end for one in found)
    ]
    false = [
        one.text
        for one in found
        if not any(one.start < end and start < one.end for start, end, _ in places)
    ]
    return missed, false


def find_living(paper: Paper, register: Register) -> Iterable[Finding]:
    """All that is told of people who live on, whichever check finds it."""
    for check in (children, complainants, contact, health, immigration, whereabouts):
        yield from check.find(paper, register)


def find_places(paper: Paper, register: Register) -> Iterable[Finding]:
    """Places and addresses, whichever check finds them."""
    for check in (places, addresses):
        yield from check.find(paper, register)
