"""The addressee decides what is asked, and the scope fits it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import fold, words_in
from actionplans.checks.remark import Remark

NATIONAL_BODIES = words_in(
    r"home office|department|ministry|ministers?|government|secretary of state|nhs england|national"
    r"|college of policing|crown prosecution service|cps|inspectorate|commission|commissioner"
    r"|ofsted"
    r"|council of|chiefs.? council|royal college|welsh government|agency|authority|hmicfrs|nice"
    r"|institute|general medical council|cabinet office|treasury|hmrc|hm \w+|uk \w+|association"
    r"|england|wales|federation|board of"
)
ALL_OVER = words_in(
    "nationally|national guidance|national policy|national framework|legislation|statutory guidance"
    "|the law|parliament|act of parliament|across the country|every police force|all police forces"
    "|primary legislation|england and wales"
)
WHY = "It goes to people who cannot do it, comes back late or never, and counts as answered."


# Of these every second recommendation speaks, to whomever it goes
CONTEXT = frozenset(
    {
        "coercive control", "stalking", "forced marriage", "honour-based abuse", "routine enquiry",
        "domestic homicide review", "domestic abuse act", "carers",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Decider:
    """
    Who decides something.

    bodies: its name first, then its short and earlier names. topics: what a text speaks of that
    is for it. decides: what it decides, in words fit to show. part_of: the body it answers to.
    """

    bodies: tuple[str, ...]
    topics: tuple[str, ...]
    decides: str = ""
    part_of: str = ""

    @property
    def name(self) -> str:
        return self.bodies[0]


def check(drafted: Drafted, deciders: Sequence[Decider]) -> Iterator[Remark]:
    if drafted.is_action or not drafted.to:
        return
    named = named_in(drafted.to, deciders)
    is_national = bool(named or NATIONAL_BODIES.search(fold(drafted.to)))
    if drafted.scope == "NATIONAL" and not is_national:
        yield Remark(
            "addressed",
            "Its scope is national; it is addressed to a local body.",
            WHY,
            "Address it to the body that decides for the country, or make its scope local.",
        )
    elif is_national or ALL_OVER.search(drafted.words):
        found = deciding(drafted.words, deciders)
        if found and not any(is_the_same(one, other) for one in named for other in found):
            yield Remark(
                "addressed",
                f"{found[0].name} decides this, not {drafted.to}, as far as the words tell.",
                WHY,
                f"Address it to {found[0].name}, or say what the addressee is to do about it. "
                f"What {found[0].name} decides: {found[0].decides}",
                drafted.to,
            )


def named_in(to: str, deciders: Sequence[Decider]) -> list[Decider]:
    """Return the bodies that an address names."""
    read = fold(to)
    return [one for one in deciders if any(says(read, body) for body in one.bodies)]


def deciding(words: str, deciders: Sequence[Decider]) -> list[Decider]:
    """Return whose topics the words speak of: those with most in them first."""
    weight = {
        place: sum(
            len(topic) for topic in one.topics if topic not in CONTEXT and says(words, topic)
        )
        for place, one in enumerate(deciders)
    }
    found = [place for place, letters in weight.items() if letters]
    return [deciders[place] for place in sorted(found, key=lambda place: -weight[place])]


def is_the_same(one: Decider, other: Decider) -> bool:
    """Test whether two bodies are one, or one of them answers to the other."""
    return one.name in (other.name, other.part_of) or one.part_of == other.name


def says(read: str, words: str) -> bool:
    said = fold(words)
    return said in read and re.search(rf"\b{re.escape(said)}(?:e?s)?\b", read) is not None
