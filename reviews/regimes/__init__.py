"""
The legal bases of a review, as data. A review points at one; nothing else asks which.

The label a partnership uses and the legal basis are separate: councils already say "DARDR" of
reviews held under section 9 of the 2004 Act.
"""

from reviews.regimes.dardr import DARDR
from reviews.regimes.dhr_2016 import DHR_2016
from reviews.regimes.regime import Regime
from reviews.regimes.susr import SUSR

REGIMES: dict[str, Regime] = {regime.code: regime for regime in (DHR_2016, DARDR, SUSR)}

CHOICES = [(regime.code, regime.name) for regime in REGIMES.values()]

__all__ = ["CHOICES", "REGIMES", "Regime"]
