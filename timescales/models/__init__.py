from timescales.models.cause import Cause
from timescales.models.delay import DelaySpan
from timescales.models.extension import Extension
from timescales.models.hold import Hold, HoldLook
from timescales.models.yearly import YearlyLook

__all__ = ["Cause", "DelaySpan", "Extension", "Hold", "HoldLook", "YearlyLook"]
