"""Of whom a sentence speaks at some place: of the dead, of a child, or of an adult who lives on."""

import re
from dataclasses import dataclass

from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, Cast
from anonymity.checking.words.kin import KIN
from anonymity.checking.words.living import CODED_CHILD, lives_on, names_of

DEAD, CHILD, ADULT, KILLER, WORKER = "dead", "child", "adult", "killer", "worker"
WHOSE = (
    r"(?:[Tt]he\s+(?:victim|perpetrator|deceased)[’']s|[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Aa]n?|[Oo]ne|"
    r"[Bb]oth|[Tt]wo|[Tt]hree|[Aa]nother|[Ss]ome|"
    r"[A-Z][\w’'-]*[’']s)"
)
SOME = (
    r"(?:(?!(?:of|to|and|with|for|that|in|on|at|by|her|his|their|the|an?|who|when|had|has|was|were|"
    r"is|told|said|asked|saw|met|rang|as|but|or)\b)[\w’'-]+\s+){0,3}?"
)
YOUNG = (
    r"(?:step|grand)?(?:children|child|babies|baby|sons?|daughters?|toddlers?|infants?|twins|"
    r"siblings?|boys?|girls?|teenagers?|nieces?|nephews?|youngest|eldest|older|elder|younger|little\s+one|pupils?|schoolgirl|"
    r"schoolboy)"
)
GROWN = (
    r"(?:step-?|grand|half-?)?(?:mother|father|mum|mam|dad|parents?|brothers?|sisters?)|aunts?|"
    r"uncles?|cousins?|husband|wife|partner|ex-?(?:partner|husband|wife|girlfriend|boyfriend)|"
    r"girlfriend|boyfriend|fianc[eé]e?|friends?|neighbours?|colleagues?|flatmate|lodger|widow\w*|"
    r"nan|grandparents?|in-laws?|tenant|employer|landlord|pastor|imam|witness"
)
WORKERS = (
    r"(?:officers?|nurses?|doctors?|GPs?|workers?|teachers?|midwi\w+|visitors?|consultants?|"
    r"psychiatrists?|psychologists?|paramedics?|advis[eo]rs?|IDVAs?|advocates?|managers?|"
    r"counsellors?|therapists?|practitioners?|care\s+assistants?|cleaners?|au\s+pair|nann(?:y|ies)|"
    r"interpreters?|chair|panel|judge|coroner|solicitors?|police|"
    r"school|surgery|team|service|ward|hospital)"
)


ENDS = re.compile(r"[.!?][”’\")]?\s")
BEGINS = re.compile(r"(?:^|[.!?]|\d)\W*$")


@dataclass(frozen=True, slots=True)
class Subject:
    """who: DEAD, CHILD, ADULT, KILLER or WORKER. name: as it stands. start, end: of the text."""

    who: str
    name: str
    sex: str
    start: int
    end: int


class Subjects:
    """The people of one paper as the words that speak of them."""

    def __init__(self, register: Register, cast: Cast) -> None:
        self.sexes = {one.name: one.sex for one in cast.members}
        children = names_of(one for one in register.people if one.is_child)
        dead = names_of(one for one in register.people if not lives_on(one))
        killers = names_of(
            one for one in register.people if one.role == PERPETRATOR and lives_on(one)
        )
        adults = names_of(
            one
            for one in register.people
            if lives_on(one) and not one.is_child and one.role != PERPETRATOR
        )
        self.dead_sex = "".join(
            {one.sex for one in register.people if not lives_on(one) and not one.is_child}
        )
        self.killer_sex = "".join({one.sex for one in register.people if one.role == PERPETRATOR})
        self.with_the_dead = re.compile(rf"\b(?:with|to|at|by)\s+(?:{dead})\b(?![’']s)")
        self.pattern = re.compile(
            rf"(?P<child>\b(?:{children}|{CODED_CHILD})(?!\w)|\b{WHOSE}\s+{SOME}{YOUNG}\b)"
            rf"|(?P<adult>\b(?:{adults})\b|\b{WHOSE}\s+{SOME}(?:{GROWN})\b)"
            rf"|(?P<dead>\b(?:{dead})\b|\b[Tt]he\s+(?:victim|deceased)\b)"
            rf"|(?P<killer>\b(?:{killers})\b|\b[Tt]he\s+(?:perpetrator|defendant)\b)"
            rf"|(?P<worker>\b{WHOSE}\s+{SOME}{WORKERS}\b)"
            r"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]ers?|[Hh]im|[Tt]heir|[Tt]hem)\b)"
        )

    def is_over(self, text: str, hit: re.Match[str]) -> bool:
        """Whether what is told of seeing a child was with somebody who has died since."""
        return bool(self.with_the_dead.search(text, *hit.span()))

    def leading(self, before: str) -> Subject | None:
        """Return of whom the last sentence of a text speaks first."""
        last = max((hit.end() for hit in ENDS.finditer(before.rstrip())), default=0)
        hit = self.pattern.search(before, last)
        return self.of(hit) if hit else None

    def at(
        self, before: str, text: str, place: int, *, over_workers: bool = False
    ) -> Subject | None:
        """
        Return of whom a text speaks at a place. before: what was told before it. over_workers:
        not of those whom somebody tells something.

        A pronoun means whom it can mean and who was told of last.
        """
        whole, place = f"{before} {text}", len(before) + 1 + place
        found = [one for hit in self.pattern.finditer(whole, 0, place) if (one := self.of(hit))]
        if over_workers:
            found = [one for one in found if one.who != WORKER]
        if not found:
            return None
        last = found[-1]
        if last.who != "pronoun":
            return last
        earlier = [one for one in reversed(found[:-1]) if one.who not in ("pronoun", WORKER)]
        fitting = [one for one in earlier if not last.sex or one.sex in ("", last.sex)]
        # Of a child whose sex is not told a pronoun speaks only where nobody else can be meant
        certain = [one for one in fitting if one.sex or not last.sex]
        leading = [one for one in fitting if BEGINS.search(whole, 0, one.start)]
        for one in (*certain, *leading):
            return Subject(one.who, one.name, one.sex, last.start, last.end)
        return None

    def of(self, hit: re.Match[str]) -> Subject | None:
        who = str(hit.lastgroup)
        return Subject(who, hit[0], self.sex_of(who, hit[0]), hit.start(), hit.end())

    def sex_of(self, who: str, words: str) -> str:
        last = words.split()[-1].lower()
        if who == "pronoun":
            return {"h": "M", "s": "F", "t": ""}[last[0]] if last not in ("her", "hers") else "F"
        if words in self.sexes:
            return self.sexes[words]
        if who == DEAD:
            return self.dead_sex if len(self.dead_sex) == 1 else ""
        if who == KILLER:
            return self.killer_sex if len(self.killer_sex) == 1 else ""
        kin = KIN.get(last) or KIN.get(last.removesuffix("s"))
        return kin.sex if kin else ""
