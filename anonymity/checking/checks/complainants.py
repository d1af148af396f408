"""
G. Who reported a sexual offence: anonymous for life, whether or not anybody was tried.

Source: Sexual Offences (Amendment) Act 1992, section 1. It protects the living; what a victim of a
homicide had reported is told in most reviews, and rightly.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.given_names import GIVEN
from anonymity.checking.words.health import SEXUAL_ABUSE
from anonymity.checking.words.living import YOUNG, Living, lives_on, names_of

COMPLAINANT = "Who reported a sexual offence: anonymous for life."
REPORTED = (
    r"(?:report(?:ed|s|ing)?|disclos(?:ed?|ing|ures?)|alleg(?:ed|ations?|ing)|told|complain(?:ed|"
    r"t|ants?)|"
    r"accus(?:ed|ation)|victim\s+of|had\s+been|was\s+being|was)"
)
FORMER = (
    r"(?:(?:an?|his|her|[A-Z]\w+[’']s)\s+)?(?:(?:former|previous|first)\s+|ex-\s?)(?:partner|wife|"
    r"girlfriend|husband|"
    r"boyfriend)|(?:his|her)\s+(?:(?:step|half)-?)?(?:sister|niece|cousin)|"
    r"(?:an?|another)\s+(?:young\s+|\d+-year-old\s+)?(?:woman|girl|boy|teenager|relative)"
)
NEAR = 300
OTHER = re.compile(rf"\b(?:{FORMER}|(?:Ms|Mrs|Miss) [A-Z]\b)")
FAR = r"[^.;:()]{0,80}?"
WITHDREW = (
    r"(?:\s*,?\s+(?:but\s+)?(?:later\s+|then\s+)?(?:withdrew|retracted|"
    r"did\s+not\s+wish\s+to\s+support)[^.;]{0,60})?"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    people = Complainants(register)
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for sentence in passage.sentences():
            before = passage.text[max(0, sentence.start - NEAR) : sentence.start]
            for hit in people.reported_before(before, sentence.text):
                span = (sentence.start + hit.start("abuse"), sentence.start + hit.end())
                yield passage.finding(span, Kind.LIVING, Severity.STOP, COMPLAINANT)
            for pattern, severity in people.patterns:
                for hit in pattern.finditer(sentence.text):
                    if not people.may_have(hit):
                        continue
                    span = (sentence.start + hit.start(), sentence.start + hit.end())
                    yield passage.finding(span, Kind.LIVING, severity, COMPLAINANT)


def outside_the_family(register: Register) -> str:
    """Return a pattern of the women who live on and whom only their own story brings in."""
    return names_of(
        one
        for one in register.people
        if lives_on(one) and one.role in ("other", "witness", "") and one.sex != "M"
    )


class Complainants:
    """Who may have reported an offence and lives on: a child, somebody named, a former partner."""

    def __init__(self, register: Register) -> None:
        living = Living(register)
        others = names_of(
            one
            for one in register.people
            if lives_on(one) and not one.is_child and one.role != "perpetrator"
        )
        self.told_anyway = {
            word
            for one in register.people
            if not lives_on(one) or one.role == "perpetrator"
            for word in one.pseudonym.split()
        }
        told = rf"\b{FAR}\b{REPORTED}\b{FAR}\b{SEXUAL_ABUSE}{WITHDREW}"
        somebody = rf"(?:{FORMER}|(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w-]+\s+)??{YOUNG})"
        self.dead = living.dead
        self.other = re.compile(rf"{OTHER.pattern}|\b(?:{outside_the_family(register)})\b")
        self.she_reported = re.compile(
            rf"\b[Ss]he\s+(?:had\s+)?(?:[\w-]+\s+){{0,3}}?(?:reported|accused|alleged|disclosed|"
            rf"told)\b{FAR}"
            rf"\b(?P<abuse>{SEXUAL_ABUSE}(?:[^.]{{0,100}}))"
        )
        self.patterns = (
            (re.compile(rf"\b{living.one_child}{told}"), Severity.STOP),
            (re.compile(rf"\b(?:{others})(?![’'])\b{told}"), Severity.STOP),
            (re.compile(rf"\b(?P<given>[A-Z][a-z]+)(?![’'-])\b{told}"), Severity.STOP),
            (re.compile(rf"\b{somebody}{told}"), Severity.SERIOUS),
            (
                re.compile(
                    rf"\b{REPORTED}\b{FAR}\b{SEXUAL_ABUSE}\s+(?:of|against|by|towards)?\s*"
                    rf"(?:{FORMER}|{living.any_child})"
                ),
                Severity.SERIOUS,
            ),
        )

    def reported_before(self, before: str, text: str) -> Iterator[re.Match[str]]:
        """Find "She had reported him for rape", told after somebody else than the one who died."""
        for hit in self.she_reported.finditer(text):
            told_of = before + text[: hit.start()]
            other = [*self.other.finditer(told_of)][-1:]
            dead = [*self.dead.finditer(told_of)][-1:]
            if other and (not dead or dead[0].start() < other[0].start()):
                yield hit

    def may_have(self, hit: re.Match[str]) -> bool:
        """Test that a first name is one, and of nobody whose report is told anyway."""
        given = hit.groupdict().get("given")
        return not given or (given.lower() in GIVEN and given not in self.told_anyway)
