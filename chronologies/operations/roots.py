"""Find the event that each entry tells of among those that the agency told in its other files."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from uuid import UUID

from django.db.models import Exists, OuterRef

from chronologies.cycle import HAS_ROWS
from chronologies.models import ChronologyEntry, ChronologySubmission
from chronologies.models.entry import ChronologyEntryQuerySet
from chronologies.queries.wordings import FIELDS, date_now, further
from chronologies.survival import Told, survivors
from reviews.models import AgencyInvolvement

READ = ("root", "submission", "happened_from", "happened_to", "story_key", *FIELDS)


def give_roots(
    submission: ChronologySubmission,
    entries: Sequence[ChronologyEntry],
    *,
    held: Iterable[UUID] | None = None,
) -> None:
    """
    Give entries of one file, not yet saved, the roots of the events they tell of.

    held: the roots that they had before, if that is known; all others are new.

    A root that another file tells of stays. Every other entry is looked for in the file before
    this one, then in the rest; one that is in none of them keeps the root it came with.
    """
    AgencyInvolvement.objects.select_for_update(of=("self",), no_key=True).get(
        pk=submission.involvement_id
    )  # two files of one agency find their roots after each other
    others = told_elsewhere(submission)
    roots = [entry.root for entry in entries] if held is None else list(held)
    taken = set(others.filter(root__in=roots).values_list("root", flat=True))
    wanting = [entry for entry in entries if entry.root not in taken]
    for told in groups(submission, others):
        wanting = list(settled(told, wanting, taken))


def told_elsewhere(submission: ChronologySubmission) -> ChronologyEntryQuerySet:
    """Return the entries of the agency's other files in this review, in the order of each file."""
    return ChronologyEntry.objects.filter(
        submission__involvement=submission.involvement_id, submission__state__in=HAS_ROWS
    ).exclude(submission=submission)


def groups(
    submission: ChronologySubmission, others: ChronologyEntryQuerySet
) -> Iterator[list[ChronologyEntry]]:
    """Yield what the file before this one tells, then what only the rest do, as told last."""
    mine = ChronologyEntry.objects.filter(submission=submission, root=OuterRef("root"))
    free = others.filter(~Exists(mine)).only(*READ)
    before = submission.earlier().last()
    if before:
        yield list(free.filter(submission=before).order_by("row__number"))
        there = ChronologyEntry.objects.filter(submission=before, root=OuterRef("root"))
        free = free.filter(~Exists(there))
    latest = free.order_by("root", "-submission__number").distinct("root")
    yield sorted(latest, key=attrgetter("story_key"))


def settled(
    told: Iterable[ChronologyEntry], wanting: Sequence[ChronologyEntry], taken: set[UUID]
) -> Iterator[ChronologyEntry]:
    """Give entries the roots of those they go on from, and yield the ones that are left."""
    free = [entry for entry in told if entry.root not in taken]
    if not free:
        yield from wanting
        return
    pairs = survivors([as_told(entry) for entry in free], [as_told(entry) for entry in wanting])
    for place, entry in enumerate(wanting):
        if place in pairs:
            entry.root = free[pairs[place]].root
            taken.add(entry.root)
        else:
            yield entry


def as_told(entry: ChronologyEntry) -> Told:
    noted = (words for _heading, words in entry.notes)
    return Told(
        days=(entry.happened_from, entry.happened_to),
        date=plain(f"{date_now(entry)} {entry.raw_time}"),
        what=plain(entry.what_happened),
        others=tuple(map(plain, [*further(entry), *noted])),
    )


def plain(words: str) -> str:
    return " ".join(words.split()) if words else ""
