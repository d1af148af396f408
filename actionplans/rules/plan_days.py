"""
What is unusual about the days of a plan. Said in words, and never refused.

Plans are honest about what was done before a review ended, and before it began: training was
changed the month after a death, or had been agreed the year before.
"""

from dataclasses import dataclass
from datetime import date

from reviews.models import Review
from reviews.rules import EARLIEST


@dataclass(frozen=True)
class PlanDays:
    """The days that those of a plan are held against. plan_on: None where nobody knows it."""

    earliest_on: date
    notified_on: date
    plan_on: date | None = None


def days_of(review: Review, *, plan_on: date | None = None) -> PlanDays:
    return PlanDays(review.earliest_possible_on, review.notified_on, plan_on)


def why_unusual(days: PlanDays, day: date | None) -> str:
    """Say what is unusual about the day of an action or milestone; empty for nothing."""
    if day is None:
        return ""
    if day < EARLIEST:
        return f"before {EARLIEST.year}"
    if day < days.earliest_on:
        return "before the death"
    if day < days.notified_on:
        return "before the review began"
    if days.plan_on and day > days.plan_on:
        return "after the plan"
    return ""


def why_unusual_for_review(review: Review, day: date | None) -> str:
    return why_unusual(days_of(review), day)
