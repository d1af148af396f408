"""When a thing is due, and on whose authority. Pure arithmetic over a table of rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta


class Basis(StrEnum):
    STATUTE = "Statute"
    GUIDANCE = "Statutory guidance"
    HOME_OFFICE = "Home Office letter"
    LOCAL = "Local practice"
    DEFAULT = "Product default"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    One deadline.

    months, days: calendar months and days from the start, both added.
    starts_from: the event that starts the clock, in words.
    source: where the rule comes from, shown beside the date.
    """

    code: str
    name: str
    starts_from: str
    owner: str
    basis: Basis
    source: str
    months: int = 0
    days: int = 0


_RULES = (
    Rule(
        code="D3",
        name="Answer the scoping letter",
        starts_from="sending of the letter",
        days=14,
        owner="Each agency",
        basis=Basis.DEFAULT,
        source="Product default; set in each letter",
    ),
    Rule(
        code="D4",
        name="Decide whether to review",
        starts_from="notification of the death",
        months=1,
        owner="CSP chair",
        basis=Basis.GUIDANCE,
        source="2016 guidance (paragraph not verified)",
    ),
    Rule(
        code="D9",
        name="Send the IMR, the report or the chronology",
        starts_from="agreement of the terms of reference",
        days=42,
        owner="Each agency",
        basis=Basis.DEFAULT,
        source="Product default; set in each request",
    ),
    Rule(
        code="D10",
        name="Ask questions, or answer them",
        starts_from="receipt of the IMR, or of the questions",
        days=10,
        owner="Independent chair, then the agency",
        basis=Basis.DEFAULT,
        source="Product default; set with the questions",
    ),
    Rule(
        code="D11",
        name="Complete the overview report",
        starts_from="decision to review",
        months=6,
        owner="Independent chair and CSP officer",
        basis=Basis.GUIDANCE,
        source="2016 guidance (paragraph not verified)",
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _RULES}


def due_on(code: str, *, started_on: date) -> date:
    """
    Return the last day on which the work counts as in time.

    Months are calendar months. When the target month has no such day the due date is that
    month's last day: one month from 31 January is 28 February, or 29 February in a leap year.

    code: a key of RULES, such as "D4".
    started_on: the day the clock started, as a date in Europe/London.

    Raises KeyError for an unknown code.

    Source: see `RULES[code].source`; shown to the user beside the date.
    """
    rule = RULES[code]
    return started_on + relativedelta(months=rule.months, days=rule.days)
