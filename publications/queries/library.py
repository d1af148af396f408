"""
What the public library shows: published sets that stand, and nothing of the reviews behind them.

Whatever leaves here is a published type.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.utils.module_loading import import_string

from actionplans.queries.published_plan import public_progress
from agencies.models import CommunitySafetyPartnership
from documents.models import Document
from pages.parts import Filter
from publications.models import Publication, Published, PublishedItem
from publications.models.publication import OPEN_TO_THE_WORLD
from publications.published.letter import PublishedLetter
from publications.published.public import (
    Content,
    PublicEntry,
    PublicItem,
    PublicRecommendation,
    PublicReview,
    PublicWithdrawal,
)
from publications.queries.behind import rows_behind
from publications.queries.library_filters import Choice, choices_of, narrowed
from publications.rules.candidate import content_from
from reports.published.numbering import NumberedChapter
from reports.published.papers import every_chapter
from reviews.models import ReviewKind

YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True)
class Asked:
    """What the address of the library asks for."""

    words: str = ""
    year: str = ""
    partnership: str = ""
    kind: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_narrow(self) -> bool:
        return any(vars(self).values())

    @property
    def is_narrow_by_record(self) -> bool:
        return any(self.more.values())


@dataclass(frozen=True)
class Shown:
    """One thing to read as a page shows it: chapters with numbers, or the blocks of a letter."""

    title: str
    chapters: Sequence[NumberedChapter] = ()
    letter: PublishedLetter | None = None


def standing() -> QuerySet[Publication]:
    return Publication.objects.standing().select_related("review__partnership")


def entries(asked: Asked) -> QuerySet[Publication]:
    """Return what stands in the library and is asked for, latest first."""
    found = standing()
    if YEAR.fullmatch(asked.year):
        found = found.filter(published_on__year=int(asked.year))
    if asked.partnership:
        found = found.filter(review__partnership__slug=asked.partnership)
    if asked.kind:
        found = found.filter(review__kind=asked.kind)
    if asked.words:
        found = found.filter(title__icontains=asked.words) | found.filter(
            about__icontains=asked.words
        )
    return narrowed(found, asked.more)


def more_choices(asked: Asked) -> list[Choice]:
    return choices_of(standing(), asked.more)


def entry_of(publication: Publication) -> PublicEntry:
    review = publication.review
    return PublicEntry(
        reference=review.reference,
        title=publication.title,
        about=publication.about,
        label=review.display_label,
        partnership=review.partnership.name,
        kind=review.get_kind_display(),
        published_on=publication.published_on,
    )


def years() -> list[Filter]:
    found = standing().order_by().values_list("published_on__year", flat=True).distinct()
    return [Filter("", "All years"), *(Filter(str(one), str(one)) for one in sorted(found)[::-1])]


def partnerships() -> list[Filter]:
    there = CommunitySafetyPartnership.objects.filter(
        pk__in=standing().order_by().values("review__partnership")
    ).order_by("name")
    return [Filter("", "All partnerships"), *(Filter(one.slug, one.name) for one in there)]


def kinds() -> list[Filter]:
    there = set(standing().order_by().values_list("review__kind", flat=True))
    found = [Filter(kind.value, kind.label) for kind in ReviewKind if kind in there]
    return [Filter("", "All kinds"), *found]


def published_or_404(reference: str) -> Publication:
    """Return what stands in the library of one review. Raises Http404 where nothing does."""
    found = standing().filter(review__reference=reference).first()
    if found is None:
        raise Http404
    return found


def withdrawn(reference: str) -> PublicWithdrawal | None:
    """Return the note that stays of what was public and was taken down; None of anything else."""
    last = (
        Publication.objects.filter(review__reference=reference, review__stage__in=OPEN_TO_THE_WORLD)
        .select_related("review__partnership")
        .order_by("-published_on", "-pk")
        .first()
    )
    if last is None or last.taken_down_on is None:
        return None
    return PublicWithdrawal(
        reference=reference,
        partnership=last.review.partnership.name,
        published_on=last.published_on,
        withdrawn_on=last.taken_down_on,
    )


def public_review(publication: Publication) -> PublicReview:
    """Return the public page of one review."""
    items = publication.items.select_related("document")
    return PublicReview(
        entry=entry_of(publication),
        items=tuple(
            PublicItem(slug=item.kind, name=Published(item.kind).label, size=item.document.size)
            for item in items
        ),
        recommendations=recommendations_of(publication),
    )


def recommendations_of(publication: Publication) -> tuple[PublicRecommendation, ...]:
    """
    Return the recommendations in their published words, with how far each is today.

    By its row in the plan: words and numbers there may change, and it stays the same.
    """
    if not publication.recommendations:
        return ()
    progress = public_progress(publication.review)
    states = {one.row: one.state for one in progress}
    rows = rows_behind(
        publication.recommendations, [(one.row, one.number, one.text) for one in progress]
    )
    replies = import_string(settings.PUBLIC_REPLIES)(publication.review)
    return tuple(
        PublicRecommendation(
            number=row["number"],
            text=row["text"],
            state=states[behind] if behind else "",
            replies=tuple(replies.get(row["text"], ())),
        )
        for row, behind in zip(publication.recommendations, rows, strict=True)
    )


def item_or_404(publication: Publication, slug: str) -> PublishedItem:
    found = publication.items.filter(kind=slug).select_related("document").first()
    if found is None:
        raise Http404
    return found


def document_of(publication: Publication, slug: str) -> Document:
    return item_or_404(publication, slug).document


def page_of(publication: Publication, slug: str) -> Shown:
    """Return one thing to read, out of what was frozen. Raises Http404 where it is not public."""
    item = item_or_404(publication, slug)
    return shown(Published(item.kind), content_from(item.kind, item.content))


def shown(kind: Published, content: Content) -> Shown:
    if isinstance(content, PublishedLetter):
        return Shown(kind.label, letter=content)
    return Shown(kind.label, [one for _, one in every_chapter(content)])
