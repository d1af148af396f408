"""The rules of the clock as a partnership has them."""

from dataclasses import dataclass
from datetime import date

from agencies.models import CommunitySafetyPartnership
from reviews.deadlines import RULES, Rule
from reviews.models import LocalLength


@dataclass(frozen=True)
class LocalRule:
    """A rule, the figure that holds today, what is to hold later, and all that was ever set."""

    rule: Rule
    now: LocalLength | None
    later: list[LocalLength]


def rules_of(partnership: CommunitySafetyPartnership, *, today: date) -> list[LocalRule]:
    set_here = list(partnership.local_lengths.order_by("-from_on", "-pk"))
    return [local_rule(rule, set_here, today=today) for rule in RULES.values()]


def local_rule(rule: Rule, set_here: list[LocalLength], *, today: date) -> LocalRule:
    mine = [one for one in set_here if one.code == rule.code]
    begun = [one for one in mine if one.holds_on(today)]
    return LocalRule(rule, begun[0] if begun else None, [one for one in mine if one not in begun])
