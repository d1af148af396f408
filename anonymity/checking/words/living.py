"""The people of a register who live on, as patterns that find them in a sentence."""

import re
from collections.abc import Iterable

from anonymity.checking.register import Person, Register
from anonymity.checking.words.people import named

CODED_CHILD = r"(?:Child(?:ren)?|Sibling|Baby)\s+(?:[A-Z]|\d|One|Two|Three)\b"
YOUNG = (
    r"(?:step|grand)?(?:son|daughter|child|children|baby|babies|sons|daughters|boy|girl|boys|"
    r"girls|"
    r"toddler|infant|twins|siblings)"
)


def lives_on(person: Person) -> bool:
    return person.role != "victim" and person.died_on is None


def names_of(people: Iterable[Person]) -> str:
    """Return a pattern of their pseudonyms; one that nothing matches if there are none."""
    return "|".join(re.escape(one.pseudonym) for one in people if one.pseudonym) or r"(?!)"


class Living:
    """
    child: somebody who is one, in a register or by a code such as Child A. a_child: that, or "the
    children". hidden: a child whose sex is not published. adult: others who live on. dead: who
    does not. anybody: of those the paper is about.
    """

    def __init__(self, register: Register) -> None:
        children = [one for one in register.people if one.is_child]
        self.one_child = rf"(?:{names_of(children)}|{CODED_CHILD})"
        shown = names_of(one for one in children if one.publish_sex)
        self.hidden = rf"\b(?!(?:{shown})\b){self.one_child}"
        dead = names_of(one for one in register.people if not lives_on(one))
        adults = [one for one in register.people if lives_on(one) and not one.is_child]
        self.child = re.compile(rf"\b{self.one_child}")
        self.any_child = (
            rf"(?:\b{self.one_child}|\b(?:[A-Z][a-z]+[’']s|[Tt]he|[Tt]heir|[Hh]er|[Hh]is|[Bb]oth|[Ee]ach|"
            rf"[Tt]wo|[Tt]hree|"
            rf"[Aa]|[Oo]ne)"
            rf"\s+(?:[\w’'-]+\s+){{0,2}}?{YOUNG})\b"
        )
        self.a_child = re.compile(self.any_child)
        self.adult = re.compile(rf"\b(?:{names_of(adults)})\b")
        self.dead = re.compile(rf"\b(?:{dead}|(?i:victim|deceased))\b")
        self.anybody = re.compile(rf"\b(?:{named(register)}|[Hh]e|[Ss]he|[Pp]erpetrator)\b")
