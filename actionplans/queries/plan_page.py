"""A file with a plan as its page shows it: the words of each cell beside what was read of them."""

from collections.abc import Collection
from dataclasses import dataclass

from actionplans.models import PlanImport, Recommendation
from actionplans.queries.plan_changes import CellChange, Change, Changes, changes_of
from actionplans.queries.plan_reading import PlanReading, Understood, UnderstoodAction, short
from actionplans.readers.days import in_words
from actionplans.readers.found import CONSOLIDATED, Section, Unread
from actionplans.readers.numbers import folded
from reviews.models import AgencyInvolvement, Review

TONES = {"New": "underway", "Changed": "soon", "In the plan already": "done"}


@dataclass(frozen=True, kw_only=True)
class ShownCell:
    """One cell: its column, its words, and what was read of them in sentences."""

    column: str
    words: str
    read: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShownRecommendation:
    """says: whether it is new, changed or in the plan; empty once the file is recorded."""

    place: int
    name: str
    where: str
    cells: tuple[ShownCell, ...]
    flags: tuple[str, ...]
    says: str = ""
    changes: tuple[CellChange, ...] = ()
    gone: tuple[str, ...] = ()
    left_out: str = ""

    @property
    def tone(self) -> str:
        return TONES.get(self.says, "plain")


@dataclass(frozen=True, kw_only=True)
class ShownPart:
    """A table under one row of headings. number: of the part, as `PlanImport.columns` counts."""

    number: int
    name: str
    is_consolidated: bool
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """
    to_look_at: those in doubt. fine: the others. left_out: those that somebody leaves out.

    mark: of `Changes`; empty once the file is recorded.
    """

    counts: str
    brings: str
    remarks: tuple[str, ...]
    unread: tuple[Unread, ...]
    to_look_at: list[ShownRecommendation]
    fine: list[ShownRecommendation]
    left_out: list[ShownRecommendation]
    gone: tuple[Recommendation, ...]
    parts: tuple[ShownPart, ...]
    around: tuple[tuple[str, str], ...]
    mark: str

    @property
    def holds_any(self) -> bool:
        return bool(self.to_look_at or self.fine)


def page_of(one: PlanImport, reading: PlanReading) -> PlanPage:
    """Return what the page of a file shows. Once it is recorded it is compared with nothing."""
    changes = None if one.is_recorded else changes_of(one.review, reading)
    by_place = {each.understood.read.place: each for each in changes.all} if changes else {}
    known = names_in(one.review)
    shown = [
        shown_as(each, by_place.get(each.read.place), known) for each in reading.recommendations
    ]
    kept = [each for each in shown if not each.left_out]
    return PlanPage(
        counts=counts_of(reading),
        brings=brought(changes.tally if changes else one.tally, is_recorded=one.is_recorded),
        remarks=tuple(reading.remarks),
        unread=tuple(reading.plan.unread),
        to_look_at=[each for each in kept if each.flags],
        fine=[each for each in kept if not each.flags],
        left_out=[each for each in shown if each.left_out],
        gone=gone_of(changes),
        parts=tuple(map(part_of, range(len(reading.plan.sections)), reading.plan.sections)),
        around=tuple(reading.plan.around),
        mark=changes.mark if changes else "",
    )


def gone_of(changes: Changes | None) -> tuple[Recommendation, ...]:
    return tuple(changes.gone) if changes else ()


def names_in(review: Review) -> frozenset[str]:
    """Return what the agencies of a review are called, as names are compared."""
    parts = AgencyInvolvement.objects.filter(review=review).select_related("agency")
    return frozenset(
        folded(name)
        for part in parts
        for name in (part.agency.name, part.agency.short_name, *part.agency.aliases)
        if name
    )


def counts_of(reading: PlanReading) -> str:
    """Say how many rows and cells there are and what became of them. They add up."""
    plan, unread = reading.plan, len(reading.plan.unread)
    actions = sum(len(one.actions) for one in reading.kept)
    return (
        f"{many(len(reading.kept), 'recommendation')} with {many(actions, 'action')}, from "
        f"{many(plan.rows, 'row')}. {many(plan.cells, 'cell')} of these rows "
        f"{'holds' if plan.cells == 1 else 'hold'} words: {plan.cells - unread} read, "
        f"{unread} not."
    )


def brought(tally: dict[str, int], *, is_recorded: bool) -> str:
    verb = "It brought" if is_recorded else "It brings"
    same = f"{tally.get('same', 0)} {'was' if is_recorded else 'is'} in the plan already"
    if tally.get("same", 0) != 1:
        same = f"{tally.get('same', 0)} {'were' if is_recorded else 'are'} in the plan already"
    gone = tally.get("gone", 0)
    missing = (
        f" {many(gone, 'recommendation')} of the plan not in the file: left alone." if gone else ""
    )
    return (
        f"{verb} {tally.get('new', 0)} new and {tally.get('changed', 0)} changed; {same}.{missing}"
    )


def many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def shown_as(one: Understood, change: Change | None, known: Collection[str]) -> ShownRecommendation:
    read = one.read
    named = f"Recommendation {read.number}" if read.number else "Recommendation without a number"
    own = "agencies’ own" if read.layout == CONSOLIDATED else "multi-agency"
    return ShownRecommendation(
        place=read.place,
        name=f"{named} ({own})",
        where=", ".join(filter(None, (read.table, f"row {read.row}"))),
        cells=tuple(cells_of(one, known)),
        flags=tuple(one.all_flags),
        says=change.says if change else "",
        changes=tuple(change.all_cells) if change and change.is_changed else (),
        gone=tuple(short(action.text) for action in change.gone) if change else (),
        left_out=one.left_out,
    )


def cells_of(one: Understood, known: Collection[str]) -> list[ShownCell]:
    """Return the cells of a recommendation and of its actions that hold words."""
    read = one.read
    cells = [
        ShownCell(column="Stands under", words=read.heading),
        ShownCell(column="Recommendation", words=read.text, read=(numbered(read.number),)),
        ShownCell(column="Agency", words=read.agency, read=(agency(read.agency, known),)),
    ]
    if read.layout != CONSOLIDATED:
        cells.append(ShownCell(column="Scope", words=read.scope, read=(one.scope.label,)))
    for place, action in enumerate(one.actions, 1):
        count = f" {place}" if len(one.actions) > 1 else ""
        cells += cells_of_action(action, known, count, is_own=read.layout == CONSOLIDATED)
    return [cell for cell in cells if cell.words]


def cells_of_action(
    one: UnderstoodAction, known: Collection[str], count: str, *, is_own: bool
) -> list[ShownCell]:
    read = one.action
    target = (f"{in_words(one.target.day)}.",) if one.target.day else ()
    cells = [
        ShownCell(column=f"Milestones{count}", words=read.milestones, read=steps_of(one)),
        ShownCell(
            column=f"Target date{count}",
            words=read.target,
            read=(*target, *one.target.notes, *one.target.doubts),
        ),
        ShownCell(
            column=f"Completion and outcome{count}",
            words=read.completion,
            read=(*done_of(one), *one.done.notes, *one.done.doubts),
        ),
        *(
            ShownCell(column=f"{heading}{count}", words=words, read=("Kept beside the action.",))
            for heading, words in read.others
        ),
    ]
    if is_own:
        return cells
    lead = ShownCell(column=f"Lead{count}", words=read.lead, read=(agency(read.lead, known),))
    return [ShownCell(column=f"Action{count}", words=read.action), lead, *cells]


def numbered(number: str) -> str:
    return f"Number {number}." if number else "No number."


def agency(words: str, known: Collection[str]) -> str:
    if folded(words) in known:
        return "An agency of this review."
    return "No agency of this review has this name: kept as words."


def steps_of(one: UnderstoodAction) -> tuple[str, ...]:
    dated = [f"{in_words(day)}: {short(words)}" for words, day in one.steps if day]
    return (f"{many(len(one.steps), 'milestone')}.", *dated)


def done_of(one: UnderstoodAction) -> tuple[str, ...]:
    if one.done.is_done and one.done.day:
        return (f"Done, {in_words(one.done.day)}. Still to be checked by somebody else.",)
    return ()


def part_of(number: int, section: Section) -> ShownPart:
    return ShownPart(
        number=number,
        name=section.table or "The table",
        is_consolidated=section.layout == CONSOLIDATED,
        columns=tuple(
            (section.heading(place), column.label) for place, column in enumerate(section.columns)
        ),
    )
