"""
J. What somebody did after they had died: an appointment that the victim attended a month later, a
letter to a father who had been dead for years.

A year that was not corrected, or a sentence about somebody else.
"""

import re
from collections.abc import Iterator
from datetime import date

from anonymity.checking.facts.events import DEATH, events_of
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, VICTIM, Cast, any_of

DOES = (
    r"(?:then |also |again |later )?(?:(?:was|were) (?:also |again |then )?(?:seen|offered|visited|"
    r"assessed|referred|admitted|discharged|asked|told|given|prescribed|invited|spoken to|living|"
    r"staying|arrested|assaulted|contacted|moved|rehoused|registered|diagnosed|treated|advised)|"
    r"told|said|rang|called|attended|went|moved|left|visited|saw|met|asked|reported|registered|"
    r"started|began|returned|missed|disclosed|contacted|spoke|took|sent|opened|applied|agreed|"
    r"declined|presented|telephoned|phoned|texted|asked|wrote|confided|gave|made|became|ended|"
    r"separated|lost|stayed|came|denied|explained|described|cancelled|rearranged)\b"
)
TO_WHOM = (
    r"(?:(?:wrote|writes|spoke|talked|spoken) (?:again )?(?:to|with)|told|asked|saw|visited|"
    r"rang|telephoned|met|"
    r"advised|invited|interviewed|arrested|discharged|referred|assessed|admitted|rehoused|"
    r"contacted|"
    r"(?:letter|appointment|prescription|visit|call) (?:to|for|from))"
)
NOT_THEN = re.compile(
    r"(?i)\b(?:had|has|have|if|would|should|could|might|when alive|anniversary|inquest|"
    r"after (?:her|his|the) death|coroner|trial|court|panel|review|report|published|"
    r"was told that|statement)\b"
)
BESIDE = 30  # letters
NEAR = 70  # letters between the day and what was done
NOT_OF_LIVES = ("plan", "process", "appendix")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    names = [one.pseudonym for one in register.people if one.role == VICTIM and one.pseudonym]
    died = died_on(paper, register)
    told = [one for one in statements(paper) if one.region not in NOT_OF_LIVES]
    dead = [(names, died, True)] if names and died else []
    before = [(those, day, False) for those, day in relatives(paper, register, told)]
    for those, day, must_be_sure in (*dead, *before):
        did = re.compile(rf"\b{any_of(those)} {DOES}|\b{TO_WHOM} {any_of(those)}(?![’'\w])")
        for one in told:
            yield from after(one, did, day, must_be_sure=must_be_sure)


def relatives(
    paper: Paper, register: Register, told: list[Statement]
) -> Iterator[tuple[list[str], date]]:
    """
    Yield relatives who are told of as dead, with the last day on which they can have lived: that
    of the register, that of the paper, or else the first day under review, for who is called
    “late” in a list of pseudonyms died before.
    """
    known = {one.pseudonym: one.died_on for one in register.people}
    for one in Cast(paper, register).members:
        if one.lives or one.role in (VICTIM, PERPETRATOR):
            continue
        dies = re.compile(rf"\b{any_of([one.name])}[^.;]{{0,60}}\b(?:died|passed away)\b")
        days = [day.last for each in told if dies.search(each.text) for day in each.moments]
        day = known.get(one.name) or (max(days) if days else register.period_from)
        if day:
            yield [one.name], day


def died_on(paper: Paper, register: Register) -> date | None:
    """Return the last day on which the victims can have lived."""
    known = [one.died_on for one in register.people if one.role == VICTIM and one.died_on]
    if known:
        return max(known)
    told = [one.moment for one in events_of(paper, register) if one.what == DEATH]
    days = {(one.first, one.last) for one in told if one.is_month}
    return max(last for _, last in days) if days else None


def after(
    one: Statement, did: re.Pattern[str], died: date, *, must_be_sure: bool
) -> Iterator[Finding]:
    hit = did.search(one.text)
    if not hit or hit.start() < one.begins:
        return
    # Of who died long before only what stands beside it makes it unreal
    around = (0, len(one.text)) if must_be_sure else (max(0, hit.start() - BESIDE), hit.end())
    if NOT_THEN.search(one.text, *around):
        return
    for day in one.moments:
        gap = max(day.start - hit.end(), hit.start() - day.end)
        if day.is_month and (day.is_sure or not must_be_sure) and day.first > died and gap <= NEAR:
            start, end = min(max(day.start, 0), hit.start()), max(day.end, hit.end())
            yield one.finding(
                (start, end), "That is after the death.", Severity.SERIOUS, policy="events"
            )
            return
