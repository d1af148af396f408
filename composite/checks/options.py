"""What a review may set for its checks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """
    gap_months: more than so many months of silence beside a key event are found.
    referral_days: how long the other side has to tell of a referral.
    minutes_apart: times of one event that differ by no more than this agree.
    """

    gap_months: int = 3
    referral_days: int = 28
    minutes_apart: int = 15


USUAL = Options()
