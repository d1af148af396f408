"""
What a file says otherwise than an earlier one of its agency. The caller has asked access before.

An entry is in both where the root is the same; which words of it differ is asked of the database,
so that 30,000 rows are one page like any other.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value

from chronologies.models import ChronologyEntry, ChronologySubmission
from chronologies.models.submission import counted
from chronologies.queries.differences import Difference, details_of, differences
from chronologies.queries.submissions import in_words
from chronologies.queries.wordings import DATE_NOW, FURTHER

ADDED, CHANGED, REMOVED = KINDS = ("added", "changed", "removed")
COMPARED = ("date_now", "raw_time", "what_happened", *map(str, FURTHER))


@dataclass(frozen=True)
class Change:
    """
    What became of one event: as told before, as told now, and how the two differ.

    file is the one in which it stands, or stood last. before is None for what is added, now for
    what is removed.
    """

    kind: str
    file: ChronologySubmission
    before: ChronologyEntry | None
    now: ChronologyEntry | None
    differences: list[Difference]

    @property
    def is_added(self) -> bool:
        return self.kind == ADDED

    @property
    def is_changed(self) -> bool:
        return self.kind == CHANGED

    @property
    def is_removed(self) -> bool:
        return self.kind == REMOVED

    @property
    def entry(self) -> ChronologyEntry:
        """The entry as it stands, or stood last."""
        found = self.now or self.before
        assert found is not None  # noqa: S101 - one of the two is always there
        return found

    @property
    def when(self) -> str:
        return in_words(self.entry)

    @property
    def details(self) -> list[tuple[str, str]]:
        """What stands in the row beside its day and what happened."""
        return [(label, words) for label, words in details_of(self.entry) if words]


class Changes:
    """
    Everything that is added, changed or removed between two files of one agency, in this order,
    each in the order of the story. Only what is asked for is fetched.

    only: one of the three; empty for all.
    """

    def __init__(
        self, before: ChronologySubmission, now: ChronologySubmission, *, only: str = ""
    ) -> None:
        self.before, self.now, self.only = before, now, only
        self.found = {
            ADDED: entries_of(now).filter(~in_other(before)),
            CHANGED: entries_of(now).filter(in_other(before, differs=True)),
            REMOVED: entries_of(before).filter(~in_other(now)),
        }

    @cached_property
    def counts(self) -> dict[str, int]:
        """Count each kind; what is removed is what has not survived, and need not be counted."""
        counting = [
            self.found[kind].annotate(kind=Value(kind)).values("kind").annotate(Count("pk"))
            for kind in (ADDED, CHANGED)
        ]
        rows = counting[0].union(counting[1], all=True).values_list("kind", "pk__count")
        found: dict[str, int] = dict(rows)
        added, changed = found.get(ADDED, 0), found.get(CHANGED, 0)
        survived = self.now.rows_imported - added
        return {ADDED: added, CHANGED: changed, REMOVED: self.before.rows_imported - survived}

    @property
    def unchanged(self) -> int:
        return self.now.rows_imported - self.counts[ADDED] - self.counts[CHANGED]

    @property
    def are_none(self) -> bool:
        return not any(self.counts.values())

    @property
    def sentence(self) -> str:
        """Say in one sentence what is otherwise."""
        added, changed, removed = self.counts.values()
        return (
            f"{counted(added, 'entry', 'entries')} added, {changed:,} changed, "
            f"{removed:,} removed; {self.unchanged:,} as before."
        )

    # What a paginator asks

    def __len__(self) -> int:
        return sum(self.counts[kind] for kind in self.wanted)

    def __getitem__(self, wanted: slice) -> list[Change]:
        """Return a part of them, as often as it is asked for in two questions."""
        places = list(self.in_order()[wanted])
        both = ChronologyEntry.objects.filter(
            Q(pk__in=[pk for _, _, pk, _ in places])
            | Q(submission=self.before, root__in=[root for *_, root in places])
        ).select_related("row")
        by_key = {entry.pk: entry for entry in both}
        before = {one.root: one for one in both if one.submission_id == self.before.pk}
        return [
            self.change(KINDS[nth], by_key[pk], before.get(root)) for nth, _, pk, root in places
        ]

    @property
    def wanted(self) -> tuple[str, ...]:
        return (self.only,) if self.only else KINDS

    def in_order(self) -> Any:
        """Return the kind, the place in the story, the key and the root of each."""
        each: list[Any] = [
            self.found[kind]
            .annotate(nth=Value(KINDS.index(kind)))
            .values_list("nth", "story_key", "pk", "root")
            for kind in self.wanted
        ]
        return each[0].union(*each[1:], all=True).order_by("nth", "story_key")

    def change(self, kind: str, entry: ChronologyEntry, before: ChronologyEntry | None) -> Change:
        if kind == REMOVED:
            return Change(kind, self.before, entry, None, [])
        if before is None:
            return Change(kind, self.now, None, entry, [])
        return Change(kind, self.now, before, entry, differences(before, entry))


def entries_of(submission: ChronologySubmission) -> QuerySet[ChronologyEntry]:
    return ChronologyEntry.objects.filter(submission=submission).alias(date_now=DATE_NOW).order_by()


def in_other(submission: ChronologySubmission, *, differs: bool = False) -> Exists:
    """Test whether another file tells of the same event, or tells of it in other words."""
    same = entries_of(submission).filter(root=OuterRef("root"))
    if not differs:
        return Exists(same)
    otherwise = ~Q(notes=OuterRef("notes"))
    for name in COMPARED:
        otherwise |= ~Q(**{name: OuterRef(name)}) & ~Q(**{f"{name}_plain": plain(OuterRef(name))})
    spaced = {f"{name}_plain": plain(F(name)) for name in COMPARED}
    return Exists(same.alias(**spaced).filter(otherwise))


def plain(words: F | OuterRef) -> Func:
    """Return words with one space between them: how a program breaks its lines is no change."""
    return Func(
        words, Value(r"\s+"), Value(" "), Value("g"),
        function="regexp_replace", output_field=TextField(),
    )  # fmt: skip
