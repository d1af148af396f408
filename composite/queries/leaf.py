"""
One leaf of the story: so many entries from a given one on, whatever stands before it.

A leaf is found by the entry it begins after or ends before, so that the last costs no more than
the first. The address says which entry by its number: its place in the story would tell a day.
"""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func

from chronologies.models import ChronologyEntry
from chronologies.models.entry import ChronologyEntryQuerySet

AT_ONCE = 50


@dataclass(frozen=True)
class Leaf:
    """entries: in story order. before, after: the entries that the neighbouring leaves turn on."""

    entries: list[ChronologyEntry]
    before: int | None = None
    after: int | None = None

    @property
    def has_others(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True)
class Turn:
    """Where to open the story: after an entry, before one, or at one. At most one is given."""

    after: int | None = None
    before: int | None = None
    at: int | None = None


def leaf_of(found: ChronologyEntryQuerySet, turn: Turn, *, among: ChronologyEntryQuerySet) -> Leaf:
    """
    Return a leaf. An entry that its reader may not see, or after which nothing of what is wanted
    stands, opens the story at its beginning.

    among: everything its reader may see, of which `found` is the part that is wanted.
    """
    wanted = turn.after or turn.before or turn.at
    key = among.filter(pk=wanted).values_list("story_key", flat=True).first() if wanted else None
    if key is None:
        return forwards(found, is_first=True)
    if turn.before:
        return backwards(found.filter(story_key__lt=key))
    sought = {"story_key__gt": key} if turn.after else {"story_key__gte": key}
    rest = found.filter(**sought)
    leaf = forwards(rest, is_first=not found.exclude(**sought).exists())
    return leaf if leaf.entries else forwards(found, is_first=True)


def forwards(rest: ChronologyEntryQuerySet, *, is_first: bool) -> Leaf:
    entries = some_of(rest)
    shown = entries[:AT_ONCE]
    return Leaf(
        shown,
        before=shown[0].pk if shown and not is_first else None,
        after=shown[-1].pk if len(entries) > AT_ONCE else None,
    )


def backwards(rest: ChronologyEntryQuerySet) -> Leaf:
    """Return what stands last of the rest; of a short one the whole first leaf."""
    entries = some_of(rest.order_by("-story_key"))
    shown = entries[AT_ONCE - 1 :: -1] if len(entries) > AT_ONCE else entries[::-1]
    return Leaf(
        shown,
        before=shown[0].pk if len(entries) > AT_ONCE else None,
        after=shown[-1].pk if shown else None,
    )


def some_of(rest: ChronologyEntryQuerySet) -> list[ChronologyEntry]:
    """
    Return the entries of a leaf, and one more where there is one, with their rows.

    They are chosen before their rows are looked for: the other way round the database, which
    cannot tell how few are wanted, goes through all the rows of a long story.
    """
    chosen = Func(
        F("pk"),
        ArraySubquery(rest.values("pk")[: AT_ONCE + 1]),
        template="(%(expressions)s))",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )
    entries = ChronologyEntry.objects.filter(chosen).select_related("row")
    return list(entries.order_by(*rest.query.order_by))
