"""
When a review is likely to be complete, from its own pace and from how others went.

Pure reckoning over days. A review passes MILESTONES one after another; what is left of it is
taken from reviews that have passed them all, made longer or shorter by its own pace so far.
Where fewer than ENOUGH reviews can be learnt from, TYPICAL stands in: days between milestones in
the proportions of published reviews, which took some fifteen months from decision to sign-off.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from reviews.lifecycle import Stage

MILESTONES = (
    Stage.COMMISSIONED,
    Stage.PANEL_FORMED,
    Stage.TOR_AGREED,
    Stage.EVIDENCE,
    Stage.DRAFTING,
    Stage.FAMILY_AND_AGENCY_REVIEW,
    Stage.PANEL_AGREED,
    Stage.CSP_SIGNED_OFF,
)
TYPICAL = (60, 20, 15, 150, 110, 60, 45)  # days from each milestone to the next; product default
SPREAD = (0.7, 1.4)  # of TYPICAL: the fifth that is fastest, the fifth that is slowest
ENOUGH = 3
PACE = (0.5, 2.0)  # a review is never taken to go on faster or slower than this

Days = Mapping[Stage, date]


@dataclass(frozen=True)
class Forecast:
    """
    Expected day of sign-off, and the days between which three reviews of five would end.

    learnt_from: how many past reviews it rests on; none, and the figures of the product stand in.
    """

    expected_on: date
    early_on: date
    late_on: date
    learnt_from: int


def forecast(
    own: Days,
    *,
    past: Sequence[Days],
    today: date,
    held: Callable[[date], int] = lambda since: 0,
) -> Forecast | None:
    """
    Return when a review is likely to be signed off; None before its decision or once it is.

    own: the days on which it came to its milestones.
    past: the same of reviews that came to all of them.
    held: how many days since a day it was on hold: in these nothing of what is left was spent.
    """
    reached = [stage for stage in MILESTONES if stage in own]
    if MILESTONES[0] not in own or MILESTONES[-1] in own:
        return None
    last = reached[-1]
    used = list(past) if len(past) >= ENOUGH else []
    pace = pace_of(own, last, used)
    spent = (today - own[last]).days - held(own[last])
    left = [left_after(days * pace, spent) for days in what_was_left(last, used)]
    early, late = spread(left)
    return Forecast(
        expected_on=today + timedelta(days=round(median(left))),
        early_on=today + timedelta(days=round(early)),
        late_on=today + timedelta(days=round(late)),
        learnt_from=len(used),
    )


def what_was_left(since: Stage, past: Sequence[Days]) -> list[float]:
    """Return how many days other reviews took from a milestone to the last."""
    if past:
        return [float((days[MILESTONES[-1]] - days[since]).days) for days in past]
    typical = sum(TYPICAL[MILESTONES.index(since) :])
    return [typical * SPREAD[0], float(typical), typical * SPREAD[1]]


def pace_of(own: Days, last: Stage, past: Sequence[Days]) -> float:
    """
    Return how many times as long as others a review has taken so far, within PACE.

    Half of the difference is taken over: what comes is not all like what was.
    """
    taken = (own[last] - own[MILESTONES[0]]).days
    if past:
        usual = median((days[last] - days[MILESTONES[0]]).days for days in past)
    else:
        usual = sum(TYPICAL[: MILESTONES.index(last)])
    if not (taken and usual):
        return 1.0
    return min(max((1 + taken / usual) / 2, PACE[0]), PACE[1])


def left_after(days: float, spent: int) -> float:
    """
    Return what is left of days of which some are spent. Whoever has spent them all has a quarter
    of them yet to go: that it is not done is all one knows.
    """
    return max(days - spent, days / 4)


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the lowest and the highest fifth."""
    fifths = quantiles(values, n=5, method="inclusive")
    return fifths[0], fifths[-1]
