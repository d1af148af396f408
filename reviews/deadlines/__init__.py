"""When a thing is due, and on whose authority: tables of rules, one for each regime."""

from reviews.deadlines.calendar import days_left, due_after, is_working_day, working_days_after
from reviews.deadlines.regimes import RULES, RULES_OF, due_on, find, has
from reviews.deadlines.rule import Basis, Length, Rule, RuleSet, Step

__all__ = [
    "RULES",
    "RULES_OF",
    "Basis",
    "Length",
    "Rule",
    "RuleSet",
    "Step",
    "days_left",
    "due_after",
    "due_on",
    "find",
    "has",
    "is_working_day",
    "working_days_after",
]
