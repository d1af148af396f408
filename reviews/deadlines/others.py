"""
The clocks of the regimes whose own figures are not confirmed: those of 2016 stand in for them,
and every page that shows one of their dates says so.
"""

from dataclasses import replace

from reviews.deadlines.dhr_2016 import DHR_2016
from reviews.deadlines.rule import Basis, Rule, RuleSet

UNCONFIRMED = "not confirmed for this regime"


def _standing_in(rule: Rule, source: str = "") -> Rule:
    return replace(rule, source=f"{source or rule.source}; {UNCONFIRMED}")


def _copy_to_both(rule: Rule) -> Rule:
    return replace(
        rule,
        code="D23",
        name="Copy the report to the Secretary of State and the Commissioner",
        basis=Basis.STATUTE,
        source=f"Section 19 of the Victims and Prisoners Act 2024; {UNCONFIRMED} to be in force",
    )


def _in_wales(rule: Rule) -> Rule:
    return _standing_in(replace(rule, owner="Chair of the regional safeguarding board"))


DARDR = RuleSet(
    regime_code="DARDR",
    as_of="November 2026",
    unconfirmed="Whether section 19 is in force, and its time limits, are not confirmed. Twelve "
    "months for the report were proposed in 2024. The figures of 2016 stand here until then.",
    rules=tuple(
        _copy_to_both(rule) if rule.code == "D22" else _standing_in(rule) for rule in DHR_2016.rules
    ),
)

SUSR = RuleSet(
    regime_code="SUSR",
    as_of="November 2026",
    unconfirmed="The time limits of a single unified safeguarding review, and the Home Office’s "
    "part in it, are not confirmed. The figures of 2016 stand here until then.",
    rules=tuple(
        _in_wales(rule) if rule.code == "D4" else _standing_in(rule) for rule in DHR_2016.rules
    ),
)
