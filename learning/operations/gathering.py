"""Gather what a review published, so that it can be searched beside everything else."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from learning.models import Lesson
from learning.operations.themes import themes_meant
from learning.queries.published_words import Said, said_in
from learning.rules.themes import names_somebody
from messaging import queue
from privacy.row_locks import lifted
from publications.models import Publication
from reviews.models import Review

CHANGES_OPEN_DATA = frozenset(
    {
        "publication.published",
        "publication.taken_down",
        "past_review.brought_in",
        "past_review.removed",
        "theme.named",
        "theme.confirmed",
        "theme.brought_together",
        "review.stepped_back",
    }
)

GATHERED = (
    "kind",
    "number",
    "text",
    "scope",
    "addressee",
    "is_addressee_public",
    "published_on",
    "recommendation",
    "actions",
)


def after(event: str, review_ref: str) -> None:
    """Have what was published gathered, and the open data made anew: see TRAIL_FOLLOWERS."""
    if event == "publication.published":
        queue.later("learning.gather", review_ref=review_ref)
    if event in CHANGES_OPEN_DATA:
        queue.later("learning.make_open_data")


@transaction.atomic
def gather(*, publication: Publication, at: datetime) -> int:
    """
    Keep what a published set recommends and teaches; return how many lessons that makes.

    Done twice it leaves the same rows. Themes that an officer gave to the same words stay given. It
    reads more than anybody's eyes may; what it keeps is published.
    """
    with lifted():
        Review.objects.select_for_update(of=("self",), no_key=True).get(pk=publication.review_id)
        said = list(said_in(publication))
        earlier = Lesson.objects.filter(publication__review=publication.review_id)
        given = {
            (one.kind, one.text): list(one.themes.all())
            for one in earlier.prefetch_related("themes")
        }
        made = kept(publication, said)
        meant = themes_meant(publication.review.partnership, worded(said, publication), at=at)
        for lesson, one in zip(made, said, strict=True):
            own = [meant[words] for words in one.theme_words if words in meant]
            lesson.themes.set(given.get((lesson.kind, lesson.text)) or own)
        return len(made)


def kept(publication: Publication, said: list[Said]) -> list[Lesson]:
    """Keep what a set says, in its order; what was gathered before keeps its address."""
    rows = Lesson.objects.filter(publication=publication)
    known = {one.place: one.pk for one in rows}
    wanted = [lesson_of(one, publication, place) for place, one in enumerate(said, start=1)]
    for lesson in wanted:
        lesson.pk = known.pop(lesson.place, None)
    rows.filter(place__in=known).delete()
    Lesson.objects.bulk_update([one for one in wanted if one.pk], GATHERED)
    Lesson.objects.bulk_create([one for one in wanted if not one.pk])
    return wanted


def worded(said: Iterable[Said], publication: Publication) -> list[str]:
    """Return the words for themes, but for those that name somebody."""
    words = {one for row in said for one in row.theme_words}
    return [one for one in sorted(words) if not names_somebody([publication.review], one)]


def lesson_of(one: Said, publication: Publication, place: int) -> Lesson:
    return Lesson(
        partnership=publication.review.partnership,
        publication=publication,
        kind=one.kind,
        place=place,
        number=one.number,
        text=one.text,
        scope=one.scope,
        addressee=one.addressee,
        is_addressee_public=one.is_addressee_public,
        published_on=publication.published_on,
        recommendation_id=one.recommendation_id,
        actions=one.actions,
    )


def gather_review(*, review_ref: str, at: datetime) -> int:
    """Gather the set of one review that stands; nothing where none does."""
    rows = Publication.objects.not_taken_down().select_related("review__partnership")
    found = rows.filter(review__reference=review_ref).first()
    return gather(publication=found, at=at) if found else 0


def gather_missing(*, at: datetime) -> int:
    """Gather every set that stands and was not gathered yet; return how many lessons that makes."""
    rows = Publication.objects.not_taken_down().filter(lessons=None).exclude(recommendations=[])
    return sum(gather(publication=one, at=at) for one in rows.select_related("review__partnership"))
