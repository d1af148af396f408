"""The whole set of what was recommended and learnt, as it leaves for anybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse

from actionplans.cycle import DONE, ActionStatus
from actionplans.models import Action, Recommendation
from actionplans.queries.published_plan import state_of
from learning.models import Lesson, PastReview, Theme
from learning.published.open_data import VERSION, OpenAction, OpenLesson, OpenReview, TrackerRecord
from learning.queries.published_words import month_of
from publications.models import (
    Dissemination,
    LibraryRecord,
    Publication,
    RecipientKind,
)
from publications.published.library_record import PublishedRecord
from publications.queries.library_records import published_record

MOST_THEMES = 3  # of abuse and vulnerability, in the tracker
# Whom it was sent to is told of bodies; never of a family, and of nobody whom we cannot tell
BODIES = (
    RecipientKind.HOME_OFFICE,
    RecipientKind.COMMISSIONER,
    RecipientKind.AGENCY,
    RecipientKind.BOARD,
    RecipientKind.POLICE_COMMISSIONER,
)
NOT_KNOWN = "Not known"


def open_reviews() -> Iterator[OpenReview]:
    """
    Yield every review of which something stands published, ours first, and then those brought in.

    Its caller lifts the row locks: what is read here is public.
    """
    lessons = every_lesson()
    own = Publication.objects.standing().select_related("review__partnership")
    own = own.defer("recommendations").order_by("review__reference")
    records, sent = public_records(), sent_to()
    for publication in own:
        mine = lessons.get((publication.pk, None), [])
        yield own_review(
            publication,
            mine,
            record=records.get(publication.review_id),
            dissemination=sent.get(publication.review_id, ()),
        )
    for past in PastReview.objects.select_related("partnership").order_by("pk"):
        yield past_review(past, lessons.get((None, past.pk), []))


def every_lesson() -> Mapping[tuple[int | None, int | None], list[Lesson]]:
    """Return what stands published, by the set or the past review it is from."""
    plans = Recommendation.objects.only("review", "number").prefetch_related(
        "answers", Prefetch("actions", Action.objects.only("status", "recommendation"))
    )
    rows = (
        Lesson.objects.standing()
        .defer("words")
        .order_by("publication", "past_review", "place")
        .prefetch_related(
            Prefetch("recommendation", plans),
            Prefetch("themes", Theme.objects.standing().filter(confirmed_at__isnull=False)),
        )
    )
    grouped = groupby(rows, key=lambda one: (one.publication_id, one.past_review_id))
    return {source: list(lessons) for source, lessons in grouped}


def public_records() -> Mapping[int, LibraryRecord]:
    """Return the records for the Home Office's library that the world may search by."""
    rows = LibraryRecord.objects.filter(is_public=True).select_related("review__partnership")
    return {one.review_id: one for one in rows.prefetch_related("people")}


def sent_to() -> Mapping[int, tuple[str, ...]]:
    rows = Dissemination.objects.filter(kind__in=BODIES).values_list("review", "kind").distinct()
    found: dict[int, set[str]] = defaultdict(set)
    for review, kind in rows:
        found[review].add(RecipientKind(kind).label)
    return {review: tuple(sorted(kinds)) for review, kinds in found.items()}


def own_review(
    publication: Publication,
    lessons: Sequence[Lesson],
    *,
    record: LibraryRecord | None,
    dissemination: tuple[str, ...],
) -> OpenReview:
    review, place = publication.review, publication.review.partnership
    recommended, learnt = told(lessons)
    address = reverse("publications:library-review", args=[review.reference])
    link = f"{settings.BASE_URL}{address}"
    known = published_record(record, publication) if record else None
    tracker = TrackerRecord(
        local_reference=review.reference,
        date_added=month_of(publication.recorded_at.date()),
        partnership_board=place.name,
        case_information=publication.about,
        abuse_themes=abuse_themes(known),
        review_type=review.display_label,
        stage=review.get_stage_display(),
        locality=place.region,
        publication_date=month_of(publication.published_on),
        publication_link=link,
        recommendations=len(recommended),
        themes=named(recommended + learnt),
        actions_total=sum(one.actions_total or 0 for one in recommended),
        actions_reported_done=sum(one.actions_reported_done or 0 for one in recommended),
        actions_verified=sum(one.actions_verified or 0 for one in recommended),
        dissemination=dissemination,
    )
    return OpenReview(
        id=review.reference,
        source="own",
        title=publication.title,
        partnership=place.name,
        region=place.region,
        published=month_of(publication.published_on),
        link=link,
        library_record=known,
        case_review_tracker=tracker,
        recommendations=recommended,
        learning_points=learnt,
    )


def past_review(past: PastReview, lessons: Sequence[Lesson]) -> OpenReview:
    recommended, learnt = told(lessons)
    return OpenReview(
        id=f"past-{past.pk}",
        source="imported",
        title=past.title,
        partnership=past.published_by,
        region="",
        published=month_of(past.published_in),
        link=past.link,
        library_record=None,
        case_review_tracker=None,
        recommendations=recommended,
        learning_points=learnt,
    )


def abuse_themes(known: PublishedRecord | None) -> tuple[str, ...]:
    """Return up to three of what was part of it, and of what made the person vulnerable."""
    if known is None:
        return ()
    return (*known.features, *known.victim.vulnerability)[:MOST_THEMES]


def named(lessons: Iterable[OpenLesson]) -> tuple[str, ...]:
    return tuple(sorted({theme for one in lessons for theme in one.themes}))


def told(lessons: Sequence[Lesson]) -> tuple[tuple[OpenLesson, ...], tuple[OpenLesson, ...]]:
    """Return the recommendations and the learning points."""
    recommended = tuple(recommendation(one) for one in lessons if one.is_recommendation)
    learnt = tuple(
        OpenLesson(number=one.number, text=one.text, themes=themes_of(one))
        for one in lessons
        if not one.is_recommendation
    )
    return recommended, learnt


def recommendation(one: Lesson) -> OpenLesson:
    plan = one.recommendation
    actions = list(plan.actions.all()) if plan else []
    return OpenLesson(
        number=one.number,
        text=one.text,
        themes=themes_of(one),
        scope=one.get_scope_display(),
        addressee=one.addressee if one.is_addressee_public else "",
        state=state_of(plan) if plan else NOT_KNOWN,
        actions_total=len(actions) if plan else None,
        actions_reported_done=sum(one.status in DONE for one in actions) if plan else None,
        actions_verified=sum(one.status == ActionStatus.DONE_VERIFIED for one in actions)
        if plan
        else None,
        actions=tuple(OpenAction(**action) for action in one.actions),
    )


def themes_of(one: Lesson) -> tuple[str, ...]:
    return tuple(theme.name for theme in one.themes.all())


def fingerprint() -> str:
    """
    Return a hash of which reviews stand in the set and how their themes are called: another one
    says that something was published, taken down or named since. Three queries.
    """
    standing = Publication.objects.standing().order_by("pk").values_list("pk", flat=True)
    past = PastReview.objects.order_by("pk").values_list("pk", flat=True)
    themes = Theme.objects.standing().filter(confirmed_at__isnull=False).order_by("pk")
    said = [VERSION, list(standing), list(past), list(themes.values_list("pk", "name"))]
    return sha256(repr(said).encode()).hexdigest()
