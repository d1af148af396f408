"""A file with a plan, as it is read: its recommendations, with what people said of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from actionplans.models import PlanImport, Scope
from actionplans.readers.columns import PlanColumn
from actionplans.readers.days import mentions
from actionplans.readers.found import (
    CONSOLIDATED,
    ReadAction,
    ReadPlan,
    ReadRecommendation,
    from_data,
)
from actionplans.readers.meaning import DayRead, DoneRead, done_in, scope_in, steps_in, target_in
from actionplans.readers.opening import open_plan
from actionplans.readers.plan import ABOVE_HEADING, read_plan
from actionplans.readers.word import STRUCK_OUT
from actionplans.rules.plan_days import PlanDays, days_of, why_unusual
from documents.kinds import DocumentKind
from reviews.lifecycle import Stage
from reviews.models import Review

Text = tuple[str, str]
Texts = Callable[[Review], list[Text]]
AGREED = (Stage.PANEL_AGREED, Stage.CSP_SIGNED_OFF, Stage.HO_SUBMITTED)
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
STATED = re.compile(
    r"\b(?:dated?|as at|as of|as on|updated|version|agreed|approved)\b(?=([^\n]{0,50}\w*))",
    re.IGNORECASE,
)
NEAR = 24  # letters at most between "as at" and its day
NEAR_COUNT = 40  # letters shown before a count
COUNTED = re.compile(
    rf"\b({'|'.join(NUMBERS)}|\d{{1,3}})\s+(?:[a-z-]+\s+){{0,3}}?recommendations\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class UnderstoodAction:
    """An action of the file, what its words were taken to mean, and what to look at."""

    action: ReadAction
    target: DayRead
    done: DoneRead
    steps: list[tuple[str, date | None]]
    flags: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A recommendation of the file. left_out: why a person leaves it out; empty where not."""

    read: ReadRecommendation
    scope: Scope
    actions: tuple[UnderstoodAction, ...]
    flags: tuple[str, ...]
    left_out: str = ""

    @property
    def all_flags(self) -> list[str]:
        return [*self.flags, *(flag for action in self.actions for flag in action.flags)]

    @property
    def scope_words(self) -> str:
        return self.scope.label


@dataclass(frozen=True, kw_only=True)
class PlanReading:
    """
    A whole file. days: those it is held against. remarks: what concerns all of it.

    recommendations: in the order of the file, those left out among them.
    """

    plan: ReadPlan
    days: PlanDays
    recommendations: list[Understood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def kept(self) -> list[Understood]:
        return [one for one in self.recommendations if not one.left_out]

    @property
    def to_look_at(self) -> list[Understood]:
        return [one for one in self.kept if one.all_flags]


def reading_of(one: PlanImport, *, today: date) -> PlanReading:
    """
    Read a file anew; or return what was read of it when it was recorded.

    Raises CannotRead in words fit to show, FileNotOpen while it is to be checked for malware.
    """
    if one.reading is not None:
        plan = from_data(one.reading)
    else:
        with one.document.open() as stored:
            content = stored.read()
        grids, around = open_plan(content, kind=DocumentKind(one.document.kind))
        plan = read_plan(grids, around, chosen=chosen_columns(one))
    plan_on = one.plan_on or stated_day(titles_of(plan)) or agreed_on(one.review)
    days = days_of(one.review, plan_on=plan_on)
    texts = [*standing(plan.around), *texts_elsewhere(one.review)]
    return understood(plan, days=days, mended=one.mended, texts=texts, today=today)


def texts_elsewhere(review: Review) -> list[tuple[str, str]]:
    """Return what texts of the review say, of which this package knows nothing."""
    asked: list[Texts] = [import_string(name) for name in settings.PLAN_TEXTS]
    return [text for texts in asked for text in texts(review)]


def chosen_columns(one: PlanImport) -> dict[int, tuple[PlanColumn, ...]]:
    return {int(part): tuple(map(PlanColumn, said)) for part, said in one.columns.items()}


def agreed_on(review: Review) -> date | None:
    """Return the day the review's report, with its plan, was agreed or sent off first."""
    moves = review.moves.filter(to_stage__in=AGREED, moved_on__isnull=False)
    return moves.order_by("moved_on").values_list("moved_on", flat=True).first()


def understood(
    plan: ReadPlan, *, days: PlanDays, mended: dict[str, Any], texts: Sequence[Text], today: date
) -> PlanReading:
    """texts: where and words of what may count the plan's recommendations."""
    reading = PlanReading(plan=plan, days=days)
    for read in plan.recommendations:
        said = mended.get(str(read.place), {})
        reading.recommendations.append(understand(read, said, days=days, today=today))
    reading.remarks.extend(counts_that_disagree(reading, texts))
    return reading


def understand(
    read: ReadRecommendation, said: dict[str, Any], *, days: PlanDays, today: date
) -> Understood:
    """said: what a person said of it on the page, before the words of the file."""
    read = with_said(read, said)
    targets = said.get("targets", {})
    return Understood(
        read=read,
        scope=Scope(said["scope"]) if said.get("scope") else scope_of(read),
        actions=tuple(
            understand_action(action, targets.get(str(place)), days=days, today=today)
            for place, action in enumerate(read.actions)
        ),
        flags=tuple(flags_of(read)),
        left_out=said.get("left_out", ""),
    )


def with_said(read: ReadRecommendation, said: dict[str, Any]) -> ReadRecommendation:
    own = {name: said[name] for name in ("number", "text", "agency") if said.get(name)}
    return ReadRecommendation(**{**vars(read), **own})


def scope_of(read: ReadRecommendation) -> Scope:
    return Scope.SINGLE_AGENCY if read.layout == CONSOLIDATED else scope_in(read.scope)


def flags_of(read: ReadRecommendation) -> list[str]:
    flags = []
    if not read.number:
        flags.append("It has no number in the file.")
    if not read.text:
        flags.append("No words of a recommendation were found in this row.")
    if not read.actions:
        flags.append("No action stands beside it.")
    return flags


def understand_action(
    action: ReadAction, given: str | None, *, days: PlanDays, today: date
) -> UnderstoodAction:
    """given: the target day that a person read in its words."""
    target = DayRead(date.fromisoformat(given)) if given else target_in(action.target)
    done = done_in(action.completion, today=today)
    steps = steps_in(action.milestones)
    flags = [f"Target date “{short(action.target)}”: {doubt}" for doubt in target.doubts]
    flags += [f"Completion “{short(action.completion)}”: {doubt}" for doubt in done.doubts]
    flags += unusual("The target date", target.day, days)
    flags += unusual("The day of completion", done.day, days)
    for words, day in steps:
        flags += unusual(f"The milestone “{short(words)}”", day, days)
        if day and target.day and day > target.day:
            flags.append(f"The milestone “{short(words)}” is after the target date of its row.")
    flags += still_to_come(action.completion, done, days)
    return UnderstoodAction(
        action=action, target=target, done=done, steps=steps, flags=tuple(flags)
    )


def unusual(called: str, day: date | None, days: PlanDays) -> list[str]:
    why = why_unusual(days, day)
    if why == "after the plan" and called == "The target date":
        return []  # what a plan is for
    return [f"{called} is {why}. It is kept as it is."] if why else []


def still_to_come(words: str, done: DoneRead, days: PlanDays) -> list[str]:
    """Say which days the words of an outcome name that are after the plan itself."""
    later = {one.words.strip() for one in mentions(words) if one.day != done.day
             and why_unusual(days, one.day) == "after the plan"}  # fmt: skip
    return [f"The outcome names {named}, which is after the plan." for named in sorted(later)]


def titles_of(plan: ReadPlan) -> list[Text]:
    """Return the words outside the tables of a file, and those above their headings."""
    above = [(cell.table, cell.found) for cell in plan.unread if cell.why == ABOVE_HEADING]
    return [*standing(plan.around), *above]


def standing(around: Sequence[Text]) -> list[Text]:
    """Return the words outside the tables without those that were struck out."""
    return [(where, words) for where, words in around if where != STRUCK_OUT]


def stated_day(around: Sequence[tuple[str, str]]) -> date | None:
    """Return the day that a file says it is of: "as at 12 March 2020"; None where it says none."""
    stated = (found[1] for _where, words in around for found in STATED.finditer(words))
    named = ((words, one) for words in stated for one in mentions(words)[:1])
    return next((one.day for words, one in named if words.find(one.words) <= NEAR), None)


def counts_that_disagree(reading: PlanReading, texts: Sequence[Text]) -> list[str]:
    """Say where a text counts other recommendations than the tables of the file hold."""
    kept = [one.read for one in reading.kept]
    own = sum(read.layout == CONSOLIDATED for read in kept)
    right = {len(kept), own, len(kept) - own}
    said = [
        (where or "The text", found, words)
        for where, words in texts
        for found in COUNTED.finditer(words)
    ]
    return [
        f"{where} says “{found[0]}”, and the tables of this file hold {len(kept)}: {own} of single "
        f"agencies, {len(kept) - own} in the Home Office’s columns. “{near(words, found)}”"
        for where, found, words in said
        if as_number(found[1]) not in right
    ]


def near(words: str, found: re.Match[str]) -> str:
    """Return the words around a count, so that one can find it in a long text."""
    before, after = words[: found.start()], words[found.start() :]
    if len(before) > NEAR_COUNT:
        before = re.sub(r"^\S*\s*", "…", before[-NEAR_COUNT:])  # no word is cut
    return short(before + after, most=160)


def as_number(words: str) -> int:
    return int(words) if words.isdecimal() else NUMBERS.index(words.casefold()) + 1


def short(words: str, *, most: int = 70) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
