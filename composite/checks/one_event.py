"""Puts entries of different agencies together that tell of one event."""

from collections.abc import Sequence
from uuid import UUID

from composite.checks.likeness import Gist, Gists, Likeness, pairs_of_one_event
from composite.checks.story import Register, Story, Told

MOST_APART = 360  # minutes; further apart it is another event of the same day


def events_told_by_several(
    story: Story, register: Register, *, most_apart: int
) -> list[list[Told]]:
    """
    Return the entries of each event that more than one agency tells, in the order of the story.

    The likest come together first. An event has one entry of each agency, and each of them is
    like every other.
    """
    pairs = [pair for pair in all_pairs(story, register) if (pair[0].apart or 0) <= most_apart]
    alike = {frozenset((one.told.root, other.told.root)) for _, one, other in pairs}
    event_of: dict[Told, list[Told]] = {}
    for _, one, other in sorted(
        pairs, key=lambda pair: (strength(pair[0]), pair[1].told.order, pair[2].told.order)
    ):
        first = event_of.setdefault(one.told, [one.told])
        second = event_of.setdefault(other.told, [other.told])
        if first is not second and belong_together(first, second, alike):
            first.extend(second)
            for told in second:
                event_of[told] = first
    events = {id(event): event for event in event_of.values() if len(event) > 1}
    in_order = (sorted(event, key=lambda told: told.order) for event in events.values())
    return sorted(in_order, key=lambda event: event[0].order)


def all_pairs(story: Story, register: Register) -> list[tuple[Likeness, Gist, Gist]]:
    return story.once(
        "pairs of one event",
        register,
        lambda: list(pairs_of_one_event(story, Gists(register), most_apart=MOST_APART)),
    )


def strength(found: Likeness) -> tuple[float, ...]:
    """Sorts the likest first."""
    apart = found.apart if found.apart is not None else MOST_APART
    return (-found.named, -found.meets, -found.weight, apart)


def belong_together(
    first: Sequence[Told], second: Sequence[Told], alike: set[frozenset[UUID]]
) -> bool:
    agencies = [told.agency for told in (*first, *second)]
    return len(set(agencies)) == len(agencies) and all(
        frozenset((one.root, other.root)) in alike for one in first for other in second
    )
