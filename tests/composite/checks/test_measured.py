"""How often each check is right, and how often it sees what there is: docs/reconciliation.md."""

import pytest

from composite.checks.all_checks import CODES
from tests.composite.checks.world import cases, measured

# Precision and recall on the cases that were looked at while the checks were written.
TUNING = {
    **dict.fromkeys(CODES, (1.0, 1.0)),
    "name_unlike_the_register": (1.0, 0.92),
    "pseudonyms_swapped": (1.0, 0.96),
}
# The same on those that nobody looked at.
HELD_OUT = {
    **dict.fromkeys(CODES, (1.0, 1.0)),
    "after_the_death": (0.83, 1.0),
    "pseudonyms_swapped": (1.0, 0.87),
}


@pytest.mark.parametrize(("half", "least"), [("tuning", TUNING), ("held_out", HELD_OUT)])
@pytest.mark.parametrize("code", CODES)
def test_a_check_is_as_often_right_and_complete_as_the_document_says(code, half, least):
    figures = measured(code, half)
    precision, recall = least[code]
    assert figures.precision >= precision, figures.at_fault
    assert figures.recall >= recall, figures.at_fault


@pytest.mark.parametrize("code", CODES)
def test_a_sample_has_enough_of_both_kinds(code):
    both = [*cases(code, "tuning"), *cases(code, "held_out")]
    wanted = sum(bool(one.wanted) for one in both)
    assert len(both) >= 40
    assert wanted >= 16
    assert len(both) - wanted >= 20
