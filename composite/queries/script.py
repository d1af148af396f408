"""What a script is told of the checks, for one file. docs/chronology-files.md names the keys."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from agencies.models import Actor
from chronologies.models import ChronologyEntry, ChronologySubmission
from composite.checks.all_checks import BY_CODE, find_all
from composite.checks.found import Found
from composite.queries.story import checks_on, register_of, standing_in, told_in
from privacy.row_locks import lifted
from reviews import access
from reviews.access import Permission


def findings_about(submission: ChronologySubmission, reader: Actor) -> list[dict[str, Any]] | None:
    """
    Return what the checks find about the entries of a file, beside the other agencies' files.

    The story is told as if this file were the one that counts of its agency. None for a reader
    who does not read agencies' files before their release: a finding tells of several of them.
    Source: permission matrix, row "Agency raw chronology".
    """
    review = submission.involvement.review
    if not access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review):
        return None
    with lifted():
        standing = standing_with(submission)
        own = set(submission.entries.values_list("root", flat=True))
        found = find_all(told_in(review, standing), register_of(review), on=checks_on(review))
        about_it = [one for one in found if not own.isdisjoint(one.roots)]
        events = events_in(standing, about_it)
    return [as_data(one, events) for one in about_it]


def standing_with(submission: ChronologySubmission) -> list[ChronologySubmission]:
    """Return the files that count, this one in the place of its agency's other."""
    others = standing_in(submission.involvement.review)
    mine = submission.involvement_id
    return [*(row for row in others if row.involvement_id != mine), submission]


def events_in(
    standing: Iterable[ChronologySubmission], found: Iterable[Found]
) -> dict[UUID, dict[str, Any]]:
    """Return where each event of some findings stands in its agency's file."""
    roots = {root for one in found for root in one.roots}
    told = ChronologyEntry.objects.filter(submission__in=[row.pk for row in standing])
    return {
        root: {"agency": agency, "row": row, "own_row": own_row, "table": table}
        for root, agency, row, own_row, table in told.filter(root__in=roots).values_list(
            "root",
            "submission__involvement__agency__slug",
            "row__number",
            "row__own_row",
            "row__table",
        )
    }


def as_data(one: Found, events: dict[UUID, dict[str, Any]]) -> dict[str, Any]:
    return {
        "check": one.check,
        "title": BY_CODE[one.check].title,
        "words": one.words,
        "events": [events[root] for root in one.roots],
    }
