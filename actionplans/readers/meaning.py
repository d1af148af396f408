"""What the words of a plan's cells say: a scope, a day promised, steps, whether a thing is done."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from actionplans.models import Scope
from actionplans.readers.days import Mention, beyond, in_words, mentions

SCOPES = (
    (Scope.NATIONAL, re.compile(r"\bnational", re.I)),
    (Scope.REGIONAL, re.compile(r"\bregion", re.I)),
    (
        Scope.SINGLE_AGENCY,
        re.compile(r"\b(single|internal|own|individual)[ -]?(agency|agencies)?\b", re.I),
    ),
)
NOT_DONE = re.compile(
    r"^\W*(on-?going|in progress|continu)|\b(postponed|delayed|will be|to be|scheduled|awaiting|"
    r"expected|partial|partly|outstanding|not (yet )?(been )?(complet|start|done|achiev))",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(complete|completed|done|achieved|implemented|finished|delivered|embedded)\b", re.I
)
BEGUN = "Read as in progress."
NO_DAY = "No day could be read. The words are kept."


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day that was read, or None. notes: how it was read. doubts: what to look at."""

    day: date | None
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoneRead:
    """is_done: the words say so and name a day. is_begun: they say anything at all."""

    is_done: bool
    is_begun: bool
    day: date | None
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def scope_in(words: str) -> Scope:
    """Return the widest scope named; local where none is, as most plans write a place there."""
    return next((scope for scope, named in SCOPES if named.search(words)), Scope.LOCAL)


def target_in(words: str) -> DayRead:
    """Return the day promised: the last one named, since plans write a new day beside the old."""
    found = mentions(words)
    if not found:
        return DayRead(None, doubts=(NO_DAY,) if words else ())
    last = max(found, key=lambda one: one.day)
    doubts = of_several(found, noun="target")
    if rest := beyond(words, found):
        doubts.append(f"Beside the day stands: “{rest}”.")
    return DayRead(last.day, tuple(rough(last)), tuple(doubts))


def of_several(found: list[Mention], *, noun: str) -> list[str]:
    days = {one.day for one in found}
    if len(days) < 2:
        return []
    return [f"{len(days)} days are named; the last is taken as the {noun}."]


def rough(mention: Mention) -> list[str]:
    if mention.is_exact:
        return []
    return [f"“{mention.words.strip()}” is read as its last day, {in_words(mention.day)}."]


def done_in(words: str, *, today: date) -> DoneRead:
    """Tell whether words say that an action is complete. A day to come completes nothing."""
    if not words.strip():
        return DoneRead(is_done=False, is_begun=False, day=None)
    found = mentions(words)
    past = [one for one in found if one.day <= today]
    says_done = bool(DONE.search(words)) or not beyond(words, found)
    if not says_done or NOT_DONE.search(words) or not past:
        return not_done(words, says_done=says_done, has_day=bool(found))
    last = max(past, key=lambda one: one.day)
    doubts = tuple(of_several(past, noun="day of completion"))
    return DoneRead(
        is_done=True, is_begun=True, day=last.day, notes=tuple(rough(last)), doubts=doubts
    )


def not_done(words: str, *, says_done: bool, has_day: bool) -> DoneRead:
    """Return that an action is in progress; in doubt where its words say that it is done."""
    read = partial(DoneRead, is_done=False, is_begun=True, day=None)
    if says_done and NOT_DONE.search(words):
        return read(doubts=(f"The words say that it is done and that more is to come. {BEGUN}",))
    if says_done and has_day:
        return read(doubts=(f"The day it names is still to come. {BEGUN}",))
    if says_done:
        return read(doubts=(f"It says that it is done and not when. {BEGUN}",))
    return read(notes=(f"It does not say that it is done. {BEGUN}",))


def steps_in(words: str) -> list[tuple[str, date | None]]:
    """Return the milestones of a cell, a line each, with the last day that each names."""
    lines = [line.strip() for line in words.splitlines()]
    return [
        (line, max((one.day for one in mentions(line)), default=None)) for line in lines if line
    ]
