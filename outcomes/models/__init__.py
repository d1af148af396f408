from outcomes.models.answers import ReturnAnswer, ReturnQuestion, ReturnSignOff
from outcomes.models.six_month_return import ReturnLine, SixMonthReturn

__all__ = ["ReturnAnswer", "ReturnLine", "ReturnQuestion", "ReturnSignOff", "SixMonthReturn"]
