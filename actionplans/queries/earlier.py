"""
What was recommended before in the same partnership, and what became of it.

The apps above add what they know of: EARLIER_RECOMMENDATIONS in `dhr.settings_reviews`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.urls import reverse
from django.utils.module_loading import import_string

from actionplans.checks.likeness import ALIKE, likeness, pairs_to_look_for
from actionplans.cycle import GIVEN_UP
from actionplans.models import Action, Recommendation
from agencies.models import User
from reviews.access import Permission
from reviews.lifecycle import Stage
from reviews.models import Review, ReviewGrant
from reviews.queries.facts import moved_to

LANGUAGE = "english"  # as in the index of Recommendation
FOUND_BY_WORDS = 5000
LOOKED_THROUGH = 300  # of those in the partnership, compared word by word
LOOKED_AT = 15  # of those that are alike, with what became of them
SHOWN = 5
WORDS = SearchVector("text", config=LANGUAGE)


@dataclass(frozen=True, kw_only=True)
class EarlierRecommendation:
    """
    One recommendation of an earlier review.

    where: in words, such as "Review EXAMPLE-DHR-10, recommendation 3". status: what became of it,
    in words. share_done: from 0 to 100, or None where nobody knows. href: its page, where there
    is one. of_review: the review whose readers alone may see it; None where everybody may.
    """

    text: str
    year: int
    where: str
    status: str
    share_done: int | None = None
    href: str = ""
    of_review: int | None = None

    @property
    def in_short(self) -> str:
        """Say it as people do: "recommended in 2019, 40% done"."""
        done = self.status if self.share_done is None else f"{self.share_done}% done"
        return f"recommended in {self.year}, {done[:1].lower()}{done[1:]}"


Provider = Callable[[Review, str], list[EarlierRecommendation]]


def earlier_like(review: Review, text: str, *, reader: User) -> list[EarlierRecommendation]:
    """
    Return what was recommended before in a review's partnership and is alike, most alike first.

    Of reviews that are not published only those that the reader's own roles open.
    """
    found = [one for provider in providers() for one in provider(review, text)]
    asked = {one.of_review for one in found if one.of_review is not None}
    grants = ReviewGrant.objects.held_by(reader, Permission.PLAN_READ)
    mine = grants.filter(content_object__in=asked).values_list("content_object", flat=True)
    open_to_me = {None, *(mine if asked else ())}
    seen = [one for one in found if one.of_review in open_to_me]
    return most_alike(text, seen)


@cache
def providers() -> tuple[Provider, ...]:
    return tuple(import_string(path) for path in settings.EARLIER_RECOMMENDATIONS)


def most_alike(text: str, found: Iterable[EarlierRecommendation]) -> list[EarlierRecommendation]:
    """Return those that are alike, each wording of a year once: with its page, if it has one."""
    once: dict[tuple[str, int], EarlierRecommendation] = {}
    for one in sorted(found, key=lambda one: not one.href):
        once.setdefault((one.text, one.year), one)
    measured = [(likeness(text, one.text), one) for one in once.values()]
    alike = [(measure, one) for measure, one in measured if measure >= ALIKE]
    return [one for _, one in sorted(alike, key=lambda pair: (-pair[0], -pair[1].year))][:SHOWN]


def of_our_reviews(review: Review, text: str) -> list[EarlierRecommendation]:
    """Return what other reviews of the partnership recommend that may be alike. Three queries."""
    words = looked_for(text)
    if words is None:
        return []
    # A slice keeps the database from reading every row of the partnership before the index
    by_words = Recommendation.objects.annotate(words=WORDS).filter(words=words).order_by()
    candidates = (
        Recommendation.objects.filter(pk__in=by_words.values("pk")[:FOUND_BY_WORDS])
        .filter(review__partnership=review.partnership_id)
        .exclude(review=review.pk)
        .order_by("-pk")
        .values_list("pk", "text")[:LOOKED_THROUGH]
    )
    measured = sorted(((likeness(text, said), pk) for pk, said in candidates), reverse=True)
    alike = [pk for measure, pk in measured[:LOOKED_AT] if measure >= ALIKE]
    rows = (
        Recommendation.objects.filter(pk__in=alike)
        .select_related("review")
        .annotate(agreed_on=moved_to(Stage.PANEL_AGREED, Stage.CLEARED, review="review"))
        .prefetch_related("answers", "actions__milestones")
    )
    return [told(one) for one in rows] if alike else []


def looked_for(text: str) -> SearchQuery | None:
    """Return what to ask the index for: any two telling words together."""
    pairs = pairs_to_look_for(text)
    both = (word_of(one) if one == other else word_of(one) & word_of(other) for one, other in pairs)
    return reduce(or_, both) if pairs else None


def word_of(word: str) -> SearchQuery:
    return SearchQuery(word, config=LANGUAGE)


def told(one: Recommendation) -> EarlierRecommendation:
    agreed_on = one.agreed_on  # type: ignore[attr-defined]
    share = share_done(one)
    return EarlierRecommendation(
        text=one.text,
        year=(agreed_on or one.recorded_at).year,
        where=f"Review {one.review.reference}, recommendation {one.number}",
        status=status_of(one, share),
        share_done=share,
        href=reverse("actionplans:recommendation", args=[one.review.reference, one.pk]),
        of_review=one.review_id,
    )


def share_done(one: Recommendation) -> int | None:
    """Return how much of it is done, by its actions and their milestones; None without any."""
    going = [action for action in one.actions.all() if action.status not in GIVEN_UP]
    if not going:
        return None
    return round(100 * sum(part_done(action) for action in going) / len(going))


def part_done(action: Action) -> float:
    steps = list(action.milestones.all())
    if action.is_done:
        return 1
    return len(action.reached) / len(steps) if steps else 0


def status_of(one: Recommendation, share: int | None) -> str:
    if one.is_refused:
        return "Not accepted"
    if share is None:
        return "Ended without being done" if one.actions.all() else "No action agreed"
    return f"{share}% done"
