"""Which rules hold in which regime, and the due day they give."""

from datetime import date

from reviews.deadlines.calendar import due_after
from reviews.deadlines.dhr_2016 import DHR_2016
from reviews.deadlines.others import DARDR, SUSR
from reviews.deadlines.rule import Length, Rule, RuleSet

RULES_OF: dict[str, RuleSet] = {rules.regime_code: rules for rules in (DHR_2016, DARDR, SUSR)}
_BY_CODE = {regime: {rule.code: rule for rule in rules.rules} for regime, rules in RULES_OF.items()}
RULES: dict[str, Rule] = _BY_CODE["DHR_2016"]


def find(code: str, *, regime_code: str = "DHR_2016") -> Rule:
    """Return one rule of a regime. Raises KeyError where the regime has none of this code."""
    return _BY_CODE[regime_code][code]


def has(code: str, *, regime_code: str) -> bool:
    """Test whether a regime has a rule of this code: who gets a copy differs, for one."""
    return code in _BY_CODE[regime_code]


def due_on(
    code: str,
    *,
    started_on: date,
    regime_code: str = "DHR_2016",
    length: Length | None = None,
) -> date:
    """
    Return the last day on which the work counts as in time.

    code: a key of RULES, such as "D4".
    started_on: the day the clock started, as a date in Europe/London.
    length: another length than the rule's: what a partnership set for itself.

    Raises KeyError for an unknown code, ValueError for a rule without a figure.

    Source: see `RULES[code].source`; shown to the user beside the date.
    """
    runs = length or find(code, regime_code=regime_code).length
    if runs is None:
        raise ValueError(f"{code} has no figure: its days are counted, and none is late.")
    return due_after(runs, started_on=started_on)
