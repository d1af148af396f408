"""Search what was recommended and learnt, in one partnership's published reviews and beside."""

from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.db.models.expressions import Combinable

from actionplans.cycle import DONE, FINISHED
from actionplans.models import Action, Recommendation
from agencies.models import CommunitySafetyPartnership
from learning.models import LANGUAGE, Lesson, LessonKind, Theme
from learning.queries import asked as asking
from learning.queries.asked import Asked

BEGIN, END = "\ue000", "\ue001"  # around what was found, in a text that holds neither
CLOSED = DONE | FINISHED


def find(place: CommunitySafetyPartnership, asked: Asked) -> QuerySet[Lesson]:
    """Return what fits, the latest first."""
    found = Lesson.objects.standing().filter(partnership=place)
    if asked.words:
        found = found.filter(words=query_of(asked.words))
    if asked.body:
        found = found.filter(addressee__icontains=asked.body)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.scope:
        found = found.filter(scope=asked.scope)
    if asked.theme is not None:
        found = found.filter(themes=asked.theme)
    if asked.year is not None:
        first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
        found = found.filter(published_on__range=(first, last))
    if asked.source:
        found = found.filter(past_review__isnull=asked.source == asking.OWN)
    return in_state(found, asked.state)


def query_of(words: str) -> SearchQuery:
    """Return words as PostgreSQL searches them: "a phrase", or, -without; any ending of a word."""
    return SearchQuery(words, search_type="websearch", config=LANGUAGE)


def in_state(found: QuerySet[Lesson], state: str) -> QuerySet[Lesson]:
    """Keep the recommendations of which this has become."""
    if not state:
        return found
    found = found.filter(kind=LessonKind.RECOMMENDATION)
    if state == asking.UNKNOWN:
        return found.filter(recommendation=None)
    found = found.filter(recommendation__isnull=False)
    actions = Action.objects.filter(recommendation=OuterRef("recommendation"))
    if state == asking.WITHOUT:
        return found.filter(~Exists(actions))
    is_open = Exists(actions.exclude(status__in=sorted(CLOSED)))
    return found.filter(is_open if state == asking.GOING else Exists(actions) & ~is_open)


def in_order(found: QuerySet[Lesson]) -> QuerySet[Lesson]:
    """Put the latest first, and what one report says in its order."""
    return found.order_by("-published_on", "-publication_id", "-past_review_id", "place")


def told(found: QuerySet[Lesson], asked: Asked) -> QuerySet[Lesson]:
    """Fetch with each what its line says; `marked` has signs around the words that were found."""
    plans = Recommendation.objects.prefetch_related(
        "answers", Prefetch("actions", Action.objects.only("status", "recommendation"))
    )
    themes = Theme.objects.standing()
    return (
        found.annotate(marked=marked(asked.words))
        .select_related("publication__review", "past_review")
        .prefetch_related(Prefetch("recommendation", plans), Prefetch("themes", themes))
        .defer("words", "actions", "publication__recommendations", "publication__about")
    )


def marked(words: str) -> Combinable:
    if not words:
        return F("text")
    return SearchHeadline(
        "text",
        query_of(words),
        config=LANGUAGE,
        start_sel=BEGIN,
        stop_sel=END,
        highlight_all=True,
    )
