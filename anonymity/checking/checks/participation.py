"""
J. Who took part in the review: one place says that somebody declined, another that they were met.

Also "both sons" of a family that has one son and one daughter.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, Cast, any_of

MET = "Elsewhere the paper says that this person was met, or declined."
SIBLINGS = "The paper’s own list has other children."
DECLINED = (
    r"<who>(?:\s+(?:himself|herself))?\s+(?:has\s+|had\s+|was\s+)?(?:declined|refused|chose\s+not|"
    r"(?:was\s+)?(?:invited|written\s+to|asked)\b[^.;]{0,50}?\bdid\s+not|"
    r"(?:was\s+)(?:invited|written\s+to|asked|approached)\b[^.;]{0,80}\.\s+(?:He|She)\s+(?:declined|refused)|"
    r"did\s+not\s+(?:wish|want|respond|reply)|"
    r"unwilling|not\s+(?:interviewed|invited|approached))\s*(?:to\s+(?:take\s+part|contribute|"
    r"be\s+(?:interviewed|involved|seen)|"
    r"meet|participate|engage|speak)|reply|respond|answer|$|[.,;]|for\s+this|by\s+the\s+(?:chair|author|panel))"
)
TOOK_PART = (
    r"(?:\b(?:[Cc]hair|[Aa]uthor|[Rr]eviewer)s?\b[^.;]{0,60}\b(?:met(?:\s+with)?|visited|"
    r"interviewed|spoke\s+(?:to|with)|saw)\s+(?:with\s+)?<who>"
    r"|\b(?:[Cc]hair|[Aa]uthor|[Rr]eviewer|[Pp]anel)\s+(?:is|are|was|were)\s+(?:very\s+)?grateful\s+to\s+<who>"
    r"|<who>\s+(?:met|was\s+(?:seen|interviewed|visited|met)\s+by|spoke\s+(?:to|with)|"
    r"told)\s+(?:with\s+)?the\s+(?:[Cc]hair|[Aa]uthor|[Rr]eviewer)"
    r"|\b[Ii]nterview(?:ed)?\s+(?:with|by)\s+the\s+(?:[Cc]hair|[Aa]uthor|[Rr]eviewer)\b[^.;]{0,40}?"
    r"<who>\s+(?:said|told|described|explained))"
)

NOT_SEEN = ("declin", "refus", "not", "unwilling")
SEEN = ("hair", "uthor", "eviewer", "anel")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    cast = Cast(paper, register)
    not_seen, seen = among(paper, NOT_SEEN), among(paper, SEEN)
    for one in cast.members:
        who = any_of([one.name])
        if one.role == PERPETRATOR:
            who = rf"(?:{who}|\b[Tt]he\s+perpetrator)"
        declined = list(said(not_seen, DECLINED.replace("<who>", who)))
        if declined and any(said(seen, TOOK_PART.replace("<who>", who))):
            for passage, span in declined:
                yield told(passage, span, MET)
    yield from siblings(paper, cast)


def siblings(paper: Paper, cast: Cast) -> Iterator[Finding]:
    """Find "both sons" of one son and one daughter."""
    sexes = [
        one.sex
        for one in cast.members
        if any(("child", victim) in one.kin for victim in cast.victims) and one.sex
    ]
    for word, sex in (("sons", "M"), ("daughters", "F")):
        if len(sexes) > 1 and sexes.count(sex) == 1:
            for passage, span in said(
                among(paper, (word,)),
                rf"\b(?:[Bb]oth|[Tt]wo|"
                rf"[Tt]heir)\s+(?:of\s+\w+\s+)?{word}\b",
            ):
                yield told(passage, span, SIBLINGS)


def among(paper: Paper, words: tuple[str, ...]) -> list[Passage]:
    """Return the passages in which one of some words stands."""
    return [
        one
        for one in passages(paper)
        if any(word in one.text for word in words)
        if one.chapter is not Chapter.SOURCES and not one.is_row
    ]


def said(told: list[Passage], words: str) -> Iterator[tuple[Passage, tuple[int, int]]]:
    pattern = re.compile(words)
    for passage in told:
        yield from ((passage, hit.span()) for hit in pattern.finditer(passage.text))


def told(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.CONTRADICTION, Severity.SLIP, reason)
