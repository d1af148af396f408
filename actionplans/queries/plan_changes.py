"""What a file with a plan brings to the plan as it stands: new, changed, the same, and gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from actionplans.models import Action, Recommendation
from actionplans.published.tables import (
    CONSOLIDATED_HEADS,
    HOME_OFFICE_HEADS,
    NO_ACTION,
    rows_of,
)
from actionplans.queries.plan_reading import PlanReading, Understood, UnderstoodAction
from actionplans.queries.published_plan import printed, recommendations_of
from actionplans.readers.found import CONSOLIDATED, ReadAction, ReadRecommendation
from actionplans.readers.numbers import CONTINUED, folded, without_number
from reviews.models import Review

ALIKE = 0.6  # of two texts under one number, so that one is taken for the other reworded


@dataclass(frozen=True, kw_only=True)
class CellChange:
    """A cell that says something else: its column, what stands in the plan, what in the file."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ActionChange:
    """standing: the action of the plan it is taken for; None where it is new."""

    understood: UnderstoodAction
    standing: Action | None
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Change:
    """
    One recommendation of a file against the plan.

    standing: the one of the plan it is taken for; None where it is new. gone: actions of that one
    that the file does not have.
    """

    understood: Understood
    standing: Recommendation | None
    cells: tuple[CellChange, ...] = ()
    actions: tuple[ActionChange, ...] = ()
    gone: tuple[Action, ...] = ()

    @property
    def is_new(self) -> bool:
        return self.standing is None

    @property
    def is_changed(self) -> bool:
        parts = [self.cells, *(one.cells for one in self.actions)]
        has_new = any(one.standing is None for one in self.actions)
        return not self.is_new and (any(parts) or has_new)

    @property
    def all_cells(self) -> list[CellChange]:
        return [*self.cells, *(cell for one in self.actions for cell in one.cells)]

    @property
    def says(self) -> str:
        if self.is_new:
            return "New"
        return "Changed" if self.is_changed else "In the plan already"


@dataclass(frozen=True, kw_only=True)
class Changes:
    """gone: recommendations of the plan that stand in no row of the file. They are left alone."""

    all: list[Change]
    gone: list[Recommendation]

    @property
    def tally(self) -> dict[str, int]:
        new = sum(one.is_new for one in self.all)
        changed = sum(one.is_changed for one in self.all)
        return {
            "new": new,
            "changed": changed,
            "same": len(self.all) - new - changed,
            "gone": len(self.gone),
        }

    @property
    def mark(self) -> str:
        """What recording would do, as a mark: another once the file or the plan says other."""
        does = [
            (
                repr(one.understood),
                one.standing and one.standing.pk,
                repr(one.cells),
                [(each.standing and each.standing.pk, repr(each.cells)) for each in one.actions],
                [action.pk for action in one.gone],
            )
            for one in self.all
        ]
        return sha256(repr((does, [one.pk for one in self.gone])).encode()).hexdigest()


def changes_of(review: Review, reading: PlanReading) -> Changes:
    standing = recommendations_of(review)
    taken = paired([one.read for one in reading.kept], standing)
    changes = [change_of(one, standing=taken.get(one.read.place)) for one in reading.kept]
    matched = {one.pk for one in taken.values()}
    return Changes(all=changes, gone=[one for one in standing if one.pk not in matched])


def paired(
    reads: Sequence[ReadRecommendation], standing: Sequence[Recommendation]
) -> dict[int, Recommendation]:
    """Return the recommendation of the plan that each of a file is taken for, by its place."""
    free = list(standing)
    found: dict[int, Recommendation] = {}
    for test in (same_in_all, same_text, same_number_and_alike):
        for read in reads:
            if read.place in found:
                continue
            one = next((one for one in free if test(read, one)), None)
            if one:
                found[read.place] = one
                free.remove(one)
    return found


def same_in_all(read: ReadRecommendation, one: Recommendation) -> bool:
    return same_text(read, one) and same_number(read, one)


def same_text(read: ReadRecommendation, one: Recommendation) -> bool:
    return is_same_table(read, one) and bare(read) == folded(one.text)


def same_number_and_alike(read: ReadRecommendation, one: Recommendation) -> bool:
    if not (same_number(read, one) and is_same_table(read, one)):
        return False
    return SequenceMatcher(None, bare(read), folded(one.text)).ratio() >= ALIKE


def same_number(read: ReadRecommendation, one: Recommendation) -> bool:
    return read.number == (one.plan_number or str(one.number))


def is_same_table(read: ReadRecommendation, one: Recommendation) -> bool:
    layout = one.plan_cells.get("layout")
    return (
        layout == read.layout if layout else (read.layout == CONSOLIDATED) == one.is_single_agency
    )


def bare(read: ReadRecommendation) -> str:
    return folded(without_number(read.text, read.number))


def change_of(one: Understood, *, standing: Recommendation | None) -> Change:
    if standing is None:
        new = tuple(ActionChange(understood=each, standing=None) for each in one.actions)
        return Change(understood=one, standing=None, actions=new)
    actions = list(standing.actions.all())
    taken = paired_actions(one.actions, actions)
    heads = CONSOLIDATED_HEADS if one.read.layout == CONSOLIDATED else HOME_OFFICE_HEADS
    now, then = rows_of(printed(standing)), cells_of(one.read)
    matched = {action.pk for action in taken.values()}
    own = 3 if one.read.layout == CONSOLIDATED else 2  # columns of the recommendation itself
    first = tuple(differences(heads[:own], now[0][:own], then[0][:own]))
    if one.read.heading and folded(one.read.heading) != folded(printed(standing).heading):
        change = CellChange(
            column="Heading", before=printed(standing).heading, after=one.read.heading
        )
        first = (change, *first)
    return Change(
        understood=one,
        standing=standing,
        cells=first,
        actions=tuple(
            ActionChange(
                understood=each,
                standing=taken.get(place),
                cells=tuple(
                    differences(
                        heads[own:], now[actions.index(taken[place])][own:], then[place][own:]
                    )
                )
                if place in taken
                else (),
            )
            for place, each in enumerate(one.actions)
        ),
        gone=tuple(action for action in actions if action.pk not in matched),
    )


def paired_actions(
    reads: Sequence[UnderstoodAction], standing: Sequence[Action]
) -> dict[int, Action]:
    """Return the action of the plan that each of a file is taken for: same words, or same place."""
    free = list(standing)
    found: dict[int, Action] = {}
    for place, read in enumerate(reads):
        words = folded(read.action.action)
        one = next((one for one in free if words and folded(one.text) == words), None)
        if one:
            found[place] = one
            free.remove(one)
    for place in range(len(reads)):
        if place not in found and place < len(standing) and standing[place] in free:
            found[place] = standing[place]
            free.remove(standing[place])
    return found


def cells_of(read: ReadRecommendation) -> list[tuple[str, ...]]:
    """Return the rows of a recommendation of a file as the plan's tables would print them."""
    if read.layout == CONSOLIDATED:
        return [
            (read.number, read.agency, action.action or read.text, action.completion)
            for action in read.actions
        ] or [(read.number, read.agency, read.text, NO_ACTION)]
    actions = read.actions or [ReadAction(action=NO_ACTION, lead=read.agency)]
    return [
        (
            read.text, read.scope, action.action, action.lead, action.milestones, action.target,
            action.completion,
        )
        for action in actions
    ]  # fmt: skip


def differences(
    heads: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> list[CellChange]:
    return [
        CellChange(column=head, before=one, after=other)
        for head, one, other in zip(heads, before, after, strict=True)
        if folded(one) != folded(other) and not (CONTINUED.fullmatch(one) and other)
    ]
