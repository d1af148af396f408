"""
The composite chronology: all agencies in one story order, as far as its reader may see.

Whoever reads agencies' files before their release reads the one of each that counts, marked where
it is not released: the last released, or else the last submitted, or else the last draft. Everybody
else reads what the chair has released, and nothing besides.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Count,
    F,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Collate
from django.db.models.lookups import IContains

from agencies.models import Actor, User
from chronologies.cycle import HAS_ROWS, SubmissionState
from chronologies.models import ChronologyEntry, ChronologySubmission
from chronologies.models.entry import ChronologyEntryQuerySet
from chronologies.rules import check_can_read_composite
from composite.models import EventTag, EventWeight
from pages.parts import Filter
from reviews import access
from reviews.access import Permission
from reviews.models import InvolvementGrant, Review

SEARCHED = (
    "what_happened", "source", "subjects", "present", "location", "action_taken", "decision",
    "disclosure", "risk_assessment", "referral", "comment",
)  # fmt: skip
# One text of each entry, to look through for names at one go
ALL_WORDS = Func(Value("\n"), *SEARCHED, function="CONCAT_WS", output_field=TextField())

A_DRAFT = " (a draft that it has not submitted yet)"


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """
    Which part of the story is wanted.

    words: searched as they are typed. names: of one person, any of which stands in an entry.
    weight, enquiry: as chair and panel marked it.
    entries: those in which the words and names were found, once they were looked for.
    """

    agency: str = ""
    earliest: date | None = None
    latest: date | None = None
    words: str = ""
    names: tuple[str, ...] = ()
    weight: str = ""
    enquiry: UUID | None = None
    entries: tuple[int, ...] | None = None

    @property
    def has_period(self) -> bool:
        return bool(self.earliest or self.latest)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """
    What one reader may see of a review's story.

    standing: the submission of each agency that counts.
    reads_all: this reader reads files before their release.
    is_whole: nothing that agencies sent is kept from this reader.
    """

    review: Review
    standing: list[ChronologySubmission]
    reads_all: bool = False
    may_name: bool = False
    is_whole: bool = False

    @property
    def unreleased(self) -> list[str]:
        """Name the agencies whose words the panel does not read yet, and whose are a draft."""
        rows = [row for row in self.by_label if not row.is_released]
        return [
            f"{row.involvement.agency.label}{'' if row.is_handed_in else A_DRAFT}" for row in rows
        ]

    @cached_property
    def by_label(self) -> list[ChronologySubmission]:
        """What counts of each agency, by the agency's label."""
        return sorted(self.standing, key=lambda row: row.involvement.agency.label)

    @property
    def entries(self) -> ChronologyEntryQuerySet:
        """Everything this reader may see, in story order."""
        return (
            ChronologyEntry.objects.filter(submission__in=[row.pk for row in self.standing])
            .select_related("row")
            .in_story_order()
        )

    def narrowed(self, wanted: Narrowing) -> ChronologyEntryQuerySet:
        found = self.entries
        if wanted.agency:
            found = found.filter(submission__in=self.of_agency(wanted.agency))
        if wanted.entries is not None:
            found = found.filter(is_any_of(wanted.entries))
        found = of_words(in_period(found, wanted), wanted.words)
        return self.marked(naming(found, wanted.names), wanted)

    def searched(self, wanted: Narrowing) -> Narrowing:
        """
        Look for words and names, once, and return a narrowing that asks for what was found.

        A page asks for its leaf, its counts and its picture, and looking is what takes long.
        """
        if not (wanted.words or wanted.names):
            return wanted
        sought = Narrowing(words=wanted.words, names=wanted.names)
        found = self.narrowed(sought).order_by().values_list("pk", flat=True)
        return replace(wanted, words="", names=(), entries=tuple(found))

    def marked(self, found: ChronologyEntryQuerySet, wanted: Narrowing) -> ChronologyEntryQuerySet:
        """Keep what chair and panel marked as is wanted."""
        if wanted.weight:
            weighed = EventWeight.objects.filter(review=self.review, weight=wanted.weight)
            found = found.filter(root__in=events_of(weighed))
        if wanted.enquiry:
            tagged = EventTag.objects.filter(review=self.review, enquiry=wanted.enquiry)
            found = found.filter(root__in=events_of(tagged))
        return found

    def counts(self, wanted: Narrowing) -> dict[int, int]:
        """Return how much each submission has of what is wanted, whichever agency is chosen."""
        found = self.narrowed(replace(wanted, agency="")).order_by()
        counted = found.values_list("submission").annotate(count=Count("pk"))
        return dict(counted.values_list("submission", "count"))

    def agencies(self, counts: Mapping[int, int]) -> list[Filter]:
        """Return the agencies of the story with the number of their entries."""
        return [
            Filter(agency.slug, agency.label, counts.get(row.pk, 0))
            for row in self.by_label
            for agency in [row.involvement.agency]
        ]

    def of_agency(self, slug: str) -> list[int]:
        """Return the submissions of one agency; of all where none is named."""
        rows = self.standing
        return [row.pk for row in rows if not slug or row.involvement.agency.slug == slug]


def is_any_of(entries: tuple[int, ...]) -> Func:
    """Ask for entries in one parameter, one text: thousands of numbers take long to hand over."""
    asked = Value(f"{{{','.join(map(str, entries))}}}", output_field=TextField())
    return Func(
        F("pk"),
        asked,
        template="(%(expressions)s::bigint[]))",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


def in_period(found: ChronologyEntryQuerySet, wanted: Narrowing) -> ChronologyEntryQuerySet:
    """Keep what can have happened in a period. What has no day at all is in none."""
    if wanted.has_period:
        found = found.exclude(happened_from__isnull=True, happened_to__isnull=True)
    if wanted.earliest:
        found = found.filter(Q(happened_to__gte=wanted.earliest) | Q(happened_to__isnull=True))
    if wanted.latest:
        found = found.filter(Q(happened_from__lte=wanted.latest) | Q(happened_from__isnull=True))
    return found


def of_words(found: ChronologyEntryQuerySet, words: str) -> ChronologyEntryQuerySet:
    """
    Keep the entries in which these words stand, in any of their columns.

    Letters from a to z are found in half the time by a collation that knows no others' cases.
    """
    if not words:
        return found
    matches = Q()
    for name in SEARCHED:
        column = Collate(F(name), "C") if words.isascii() else F(name)
        matches |= Q(IContains(column, words))
    return found.filter(matches)


def naming(found: ChronologyEntryQuerySet, names: tuple[str, ...]) -> ChronologyEntryQuerySet:
    """Keep the entries in which one of these names stands as words of its own."""
    if not names:
        return found
    any_of = "|".join(as_words(name) for name in names)
    return found.alias(all_words=ALL_WORDS).filter(all_words__iregex=any_of)


def as_words(name: str) -> str:
    """Return a pattern for a name that is no part of a longer word; signs at its ends have none."""
    begin, end = (r"\m" if name[0].isalnum() else ""), (r"\M" if name[-1].isalnum() else "")
    return f"{begin}{re.escape(name)}{end}"


def events_of(marks: QuerySet[Any]) -> QuerySet[Any, Any]:
    return marks.values("event")


def scope_of(review: Review, reader: Actor) -> Scope:
    """Return what somebody may see. Raises Refused for who does not read the composite at all."""
    check_can_read_composite(reader, review)
    reads_all = access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review)
    rows = list(
        ChronologySubmission.objects.filter(involvement__review=review, state__in=HAS_ROWS)
        .select_related("involvement__agency")
        .defer("tables", "other_tables")
        .order_by("involvement", "number")
    )
    released = [row for row in rows if row.state == SubmissionState.RELEASED]
    agencies = {row.involvement_id for row in rows}
    return Scope(
        review=review,
        standing=standing_among(rows if reads_all else released),
        reads_all=reads_all,
        is_whole=reads_all or agencies == {row.involvement_id for row in released},
        may_name=may_name(review, reader),
    )


def standing_among(rows: Iterable[ChronologySubmission]) -> list[ChronologySubmission]:
    """
    Return the one of each agency that counts: the last released, or else the last submitted.

    A draft counts where its agency has submitted nothing.
    """
    return list({row.involvement_id: row for row in sorted(rows, key=how_far)}.values())


def how_far(row: ChronologySubmission) -> tuple[bool, bool, int]:
    return row.is_released, row.is_handed_in, row.number


def may_name(review: Review, reader: Actor) -> bool:
    """Test whether somebody may read true names, in the review or as one of an agency's people."""
    if access.has(reader, Permission.IDENTITIES_READ, on=review):
        return True
    held = InvolvementGrant.objects.held_by(_user(reader), Permission.IDENTITIES_READ)
    return held.filter(content_object__review=review).exists()


def _user(reader: Actor) -> User:
    assert isinstance(reader, User)  # noqa: S101 - the command line holds every permission
    return reader
