"""The words in which a message may speak of a deadline: names of rules, and nothing else."""

from collections.abc import Mapping

from reviews.deadlines.regimes import RULES_OF
from reviews.deadlines.rule import Rule

WAITS = "waits"
FOR_AGENCY = "waits_for_agency"
NEVER_NAMED = "family_read"  # a rule that opens with it is not spoken of outside the compartment


def code_of(rule: Rule, *, regime_code: str) -> str:
    """Return the code of the words for a rule; of one of the family only that it waits."""
    return WAITS if rule.reader == NEVER_NAMED else f"{regime_code}-{rule.code}"


def all_words() -> Mapping[str, str]:
    """Return every form of words by its code."""
    return {
        WAITS: "Something waits in this review",
        FOR_AGENCY: "Something waits for your organisation in this review",
        **{
            code_of(rule, regime_code=rules.regime_code): rule.name
            for rules in RULES_OF.values()
            for rule in rules.rules
            if rule.reader != NEVER_NAMED
        },
    }
