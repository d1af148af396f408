"""The days on which reviews came to their milestones, and what follows for one of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from django.db.models import Q, QuerySet

from reviews.lifecycle import Stage
from reviews.models import Review, StageMove
from reviews.queries.facts import standing_moves
from timescales.forecast import ENOUGH, MILESTONES, Days, Forecast, forecast
from timescales.models import Hold
from timescales.queries.agreed import days_held

LEARNT_FROM = 100  # past reviews, the last that were signed off


def milestones_of(which: Q, *, until: date) -> dict[int, Days]:
    """Return, for reviews told by `which` of moves, the days they first came to milestones."""
    found: dict[int, dict[Stage, date]] = defaultdict(dict)
    moves = standing_moves(*MILESTONES).filter(which, moved_on__lte=until)
    days = moves.exclude(moved_on=None).order_by("pk")
    for review_id, stage, day in days.values_list("review_id", "to_stage", "moved_on"):
        if day:
            found[review_id].setdefault(Stage(stage), day)
    return dict(found)


def past_of(known: Mapping[int, Days], *, until: date) -> list[Days]:
    """
    Return the milestones of past reviews: those that are known of a partnership, or of all where
    it has few.

    Only days leave the other reviews, and only in what is worked out from them.
    """
    own = whole(known)
    if len(own) >= ENOUGH:
        return own
    return whole(milestones_of(Q(review__in=latest(signed_off(until))), until=until))


def signed_off(until: date) -> QuerySet[StageMove]:
    return standing_moves(MILESTONES[-1]).filter(moved_on__lte=until).order_by("-moved_on")


def latest(done: QuerySet[StageMove]) -> QuerySet[StageMove, int]:
    """Return the reviews that were signed off last: how one went ten years ago says little."""
    return done.values_list("review", flat=True)[:LEARNT_FROM]


def whole(found: Mapping[int, Days]) -> list[Days]:
    """Keep those of which every day is known, in the order of the milestones."""
    return [days for days in found.values() if len(days) == len(MILESTONES) and in_order(days)]


def in_order(days: Days) -> bool:
    told = [days[stage] for stage in MILESTONES]
    return told == sorted(told)


def forecast_of(review: Review, *, holds: Sequence[Hold], today: date) -> Forecast | None:
    """
    Return when a review is likely to be signed off; None before its decision and afterwards.

    holds: all that the review has had.
    """
    return forecasts_of([review], holds={review.pk: holds}, today=today)[review.pk]


def forecasts_of(
    reviews: Sequence[Review], *, holds: Mapping[int, Sequence[Hold]], today: date
) -> dict[int, Forecast | None]:
    """Return the same of many reviews by their ids, in as many queries as for one of each place."""
    ids: dict[int, list[int]] = defaultdict(list)
    for review in reviews:
        ids[review.partnership_id].append(review.pk)
    found: dict[int, Forecast | None] = {}
    for place, of_it in ids.items():
        known = milestones_of(Q(review__in=of_it) | done_in(place, until=today), until=today)
        past = past_of(known, until=today)
        for pk in of_it:
            held = partial(days_held, holds.get(pk, ()), until=today)
            found[pk] = forecast(known.get(pk, {}), past=past, held=held, today=today)
    return found


def done_in(partnership: int, *, until: date) -> Q:
    """Match the moves of the reviews that a partnership signed off last."""
    return Q(review__in=latest(signed_off(until).filter(review__partnership=partnership)))
