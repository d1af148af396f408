"""What a search shows: the words, where they stand, when, to whom, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min
from django.urls import reverse

from actionplans.models import Scope
from actionplans.queries.published_plan import state_of
from agencies.models import CommunitySafetyPartnership
from learning.models import Lesson, LessonKind, Theme
from learning.queries.asked import SOURCES, STATES, Asked
from learning.queries.search import BEGIN, END
from pages.parts import Filter


@dataclass(frozen=True)
class Piece:
    """Some words of a text; `is_found` where the search asked for them."""

    words: str
    is_found: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    One result. href: the page where it stands, ours or the world's; empty for none. plan: the page
    of the recommendation in the review, which opens to whoever reads that plan.
    """

    pk: int
    name: str
    pieces: tuple[Piece, ...]
    title: str
    href: str
    when: str
    scope: str
    addressee: str
    state: str
    themes: tuple[Theme, ...]


def lines_of(found: Iterable[Lesson]) -> list[Line]:
    """Return results as they are shown. Rows come of `search.told`."""
    return [line_of(one) for one in found]


def line_of(one: Lesson) -> Line:
    return Line(
        pk=one.pk,
        name=one.name,
        pieces=tuple(pieces_of(getattr(one, "marked", one.text))),
        title=title_of(one),
        href=href_of(one),
        when=month(one.published_on),
        scope=one.get_scope_display(),
        addressee=one.addressee,
        state=became_of(one),
        themes=tuple(one.themes.all()),
    )


def pieces_of(marked: str) -> Iterator[Piece]:
    for part in marked.split(BEGIN):
        found, end, rest = part.partition(END)
        if end:
            yield Piece(found, is_found=True)
            yield Piece(rest, is_found=False)
        else:
            yield Piece(found, is_found=False)


def title_of(one: Lesson) -> str:
    """Say in which report it stands, by the title under which that was published."""
    if one.past_review:
        return f"{one.past_review.title}, {one.past_review.published_by}"
    return one.publication.title if one.publication else ""


def href_of(one: Lesson) -> str:
    if one.past_review:
        return one.past_review.link
    return reverse("publications:library-review", args=[one.publication.review.reference])  # type: ignore[union-attr]


def became_of(one: Lesson) -> str:
    """Say what became of a recommendation, in the words of the public library."""
    if not one.is_recommendation:
        return ""
    if one.recommendation is None:
        return "What became of it is not known here" if one.is_imported else ""
    return state_of(one.recommendation)


def month(day: date) -> str:
    return f"{day:%B %Y}"


# What can be chosen


def themes_in(place: CommunitySafetyPartnership, asked: Asked) -> list[Filter]:
    """Return the themes; of many those that most is said about, and the chosen one."""
    rows = Theme.objects.standing().filter(partnership=place)
    shown = list(rows[: MOST + 1])
    if len(shown) > MOST:
        counted = rows.annotate(found=Count("lessons")).order_by("-found", "name")
        shown = list(counted[:MOST])
        if asked.theme is not None and asked.theme not in {one.pk for one in shown}:
            shown += rows.filter(pk=asked.theme)
    return [Filter("", "All themes"), *(Filter(str(one.pk), one.name) for one in shown)]


MOST = 20


def years_in(place: CommunitySafetyPartnership) -> list[Filter]:
    """Return the years from the first publication to the last, the last first."""
    ends = Lesson.objects.filter(partnership=place).aggregate(
        first=Min("published_on"), last=Max("published_on")
    )
    every = [Filter("", "All years")]
    if ends["last"] is None:
        return every
    years = range(ends["last"].year, ends["first"].year - 1, -1)
    return [*every, *(Filter(str(one), str(one)) for one in years)]


def fixed_choices() -> dict[str, list[Filter]]:
    return {
        "kinds": choices("Everything", dict(LessonKind.choices)),
        "scopes": choices("Any reach", dict(Scope.choices)),
        "sources": choices("All reports", SOURCES),
        "states": choices("Whatever became of it", STATES),
    }


def choices(every: str, others: dict[str, str]) -> list[Filter]:
    return [Filter("", every), *(Filter(value, words) for value, words in others.items())]
