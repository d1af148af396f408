"""Choose the chapters of a review's report: their order, their titles, which are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from reports.models import ChapterChoice
from reports.operations.record import record
from reports.queries.assembly.outline import CHAPTERS
from reports.rules import chapters as rules
from reports.rules import sections
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Of one chapter. title: empty for the usual one. because: why it is left out, or empty."""

    key: str
    place: int
    title: str = ""
    because: str = ""


@transaction.atomic
def choose_chapters(
    *, review: Review, choices: Sequence[Choice], by: Actor, at: datetime
) -> list[ChapterChoice]:
    """
    Choose the chapters of drafts to come. Those that are made keep theirs.

    Raises Refused without the right, for a chapter that every report has to have, or for two
    that would be called the same.
    """
    sections.check_can_write(by, review)
    usual = {one.key: one.title for one in CHAPTERS}
    named = [one for one in choices if one.key in usual]
    for one in named:
        rules.check_may_be_left_out(one.key, usual[one.key], one.because)
    rules.check_titles_differ(titles_of(named, usual))
    _replace(review, named, usual, by=by, at=at)
    record("report.chapters_chosen", review, by=by, at=at)
    return list(review.chapter_choices.all())


@transaction.atomic
def reset_chapters(*, review: Review, by: Actor, at: datetime) -> None:
    """Go back to the usual chapters. Raises Refused without the right."""
    sections.check_can_write(by, review)
    review.chapter_choices.all().delete()
    record("report.chapters_reset", review, by=by, at=at)


def titles_of(choices: Sequence[Choice], usual: Mapping[str, str]) -> list[str]:
    return [one.title or usual[one.key] for one in choices if not one.because]


def _replace(
    review: Review,
    choices: Sequence[Choice],
    usual: Mapping[str, str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    order = list(usual)
    ordered = sorted(choices, key=lambda one: (one.place, order.index(one.key)))
    review.chapter_choices.all().delete()
    ChapterChoice.objects.bulk_create(
        ChapterChoice(
            review=review,
            key=one.key,
            place=place,
            title="" if one.title == usual[one.key] else one.title,
            left_out_because=one.because,
            recorded_at=at,
            recorded_by=person_behind(by),
        )
        for place, one in enumerate(ordered, 1)
    )
