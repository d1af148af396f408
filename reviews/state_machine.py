"""
A reader of state tables. The tables themselves are `lifecycle.py` and each app's `cycle.py`.

Why a table of our own: docs/adr/0005-state-table.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


class TransitionRefused(Exception):
    """There is no such move. Its words are fit to show."""


@dataclass(frozen=True, kw_only=True)
class Transition:
    """
    One row of a state table: all that happens on one move, with no hidden effects.

    verb: the words on the button.
    permission: the code of `reviews.access.Permission` that its actor needs.
    gates: names of what must be true first, answered by the functions of `REVIEW_GATES`.
    """

    from_: str
    to: str
    verb: str
    permission: str
    gates: tuple[str, ...] = ()


class StateTable:
    """All moves between the states of one thing, and questions about them."""

    def __init__(self, transitions: Iterable[Transition]) -> None:
        self.transitions = tuple(transitions)
        self._by_ends = {(row.from_, row.to): row for row in self.transitions}
        if len(self._by_ends) != len(self.transitions):
            raise ValueError("A state table names the same move twice")

    def __iter__(self) -> Iterator[Transition]:
        return iter(self.transitions)

    def moves_from(self, state: str) -> tuple[Transition, ...]:
        """Return the moves open from a state, the usual one first."""
        return tuple(row for row in self.transitions if row.from_ == state)

    def find(self, from_: str, to: str) -> Transition:
        """Return one move. Raises TransitionRefused when the table has no such row."""
        try:
            return self._by_ends[from_, to]
        except KeyError:
            raise TransitionRefused("This cannot follow from where things stand now.") from None

    def path_to(self, state: str) -> tuple[Transition, ...]:
        """
        Return the shortest run of moves from the first row's start to a state.

        Where two are equally short the one written first wins: the usual road.
        Raises TransitionRefused for a state that no move reaches.
        """
        paths: dict[str, tuple[Transition, ...]] = {self.transitions[0].from_: ()}
        waiting = list(paths)
        while waiting:
            here = waiting.pop(0)
            for row in self.moves_from(here):
                if row.to not in paths:
                    paths[row.to] = (*paths[here], row)
                    waiting.append(row.to)
        if state not in paths:
            raise TransitionRefused("No run of steps leads to this stage.")
        return paths[state]
