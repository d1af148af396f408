from bisect import bisect_right
from collections.abc import Iterator, Sequence

from composite.checks.found import Found, roots_of, when, who_and_where
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told, grouped

CODE = "out_of_order"
FEWEST = 3  # two rows that disagree may be a file that begins with the latest
MOST_OUT_OF_ORDER = 0.25  # a file with more than this is not kept by date


def out_of_order(story: Story, _register: Register, _options: Options) -> list[Found]:
    """
    Find the rows that stand in the wrong place of a file that is kept by date.

    A file may run forwards or backwards. Only days that are known count, not times, nor days that
    are in doubt. What is handed back is the row and the one that it disagrees with.
    """
    files = grouped(
        ((one.agency, one.table), one) for one in story.told if one.day and not one.doubt
    )
    return [found for file in files.values() for found in in_file(file)]


def in_file(rows: Sequence[Told]) -> Iterator[Found]:
    """Look at the rows of one table in the order in which they stand there."""
    forwards = sorted(rows, key=lambda one: (one.row, one.order))
    backwards = forwards[::-1]
    order, kept = min(
        ((way, longest_run(way)) for way in (forwards, backwards)),
        key=lambda pair: len(pair[0]) - len(pair[1]),
    )
    out = len(order) - len(kept)
    if len(order) < FEWEST or out > max(1, len(order) * MOST_OUT_OF_ORDER):
        return
    for at in sorted(set(range(len(order))) - set(kept)):
        yield disagreeing(order[at], neighbour(order, kept, at))


def longest_run(rows: Sequence[Told]) -> list[int]:
    """Return the places of the most rows that follow each other in time."""
    ends: list[int] = []
    before: list[int | None] = []
    days = [row.day or row.earliest for row in rows]
    tails: list[object] = []
    for at, day in enumerate(days):
        length = bisect_right(tails, day)  # type: ignore[type-var]
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [at]
        tails[length : length + 1] = [day]
    run: list[int] = []
    last: int | None = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]


def neighbour(order: Sequence[Told], kept: Sequence[int], at: int) -> Told:
    """Return the nearest row in its place that this one disagrees with."""
    behind = [k for k in kept if k < at and order[k].order[0] > order[at].order[0]]
    ahead = [k for k in kept if k > at and order[k].order[0] < order[at].order[0]]
    return order[behind[-1] if behind else ahead[0]]


def disagreeing(one: Told, other: Told) -> Found:
    first, second = sorted((one, other), key=lambda told: told.row)
    detail = (who_and_where(first), when(first), second.place, when(second))
    words = (
        f"Two rows of {first.agency_label} are not in the order of the rest of the file: "
        f"{first.place} is of {when(first)}, {second.place} of {when(second)}."
    )
    return Found(CODE, roots_of((one, other)), words, detail)
