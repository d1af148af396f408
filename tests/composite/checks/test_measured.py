"""How often each check is right, and how often it sees what there is: docs/reconciliation.md."""

import pytest

from composite.checks.all_checks import CODES
from tests.composite.checks.world import cases, measured

# Precision and recall on the half that nobody looked at while the checks were written.
HELD_OUT = {
    **dict.fromkeys(CODES, (1.0, 1.0)),
    "after_the_death": (0.92, 1.0),
    "referral_not_received": (0.92, 0.92),
    "referral_not_sent": (1.0, 0.88),
    "pseudonyms_swapped": (0.92, 0.8),
    "name_unlike_the_register": (0.92, 0.85),
    "told_by_two_agencies": (0.91, 0.84),
}


@pytest.mark.parametrize("code", CODES)
def test_a_check_finds_what_people_marked_and_nothing_else(code):
    figures = measured(code, "tuning")
    assert (figures.precision, figures.recall, figures.at_fault) == (1.0, 1.0, ())


@pytest.mark.parametrize("code", CODES)
def test_a_check_is_as_good_on_cases_that_nobody_looked_at(code):
    figures = measured(code, "held_out")
    precision, recall = HELD_OUT[code]
    assert figures.precision >= precision
    assert figures.recall >= recall


@pytest.mark.parametrize("code", CODES)
def test_a_sample_has_enough_of_both_kinds(code):
    both = [*cases(code, "tuning"), *cases(code, "held_out")]
    wanted = sum(bool(one.wanted) for one in both)
    assert len(both) >= 40
    assert wanted >= 16
    assert len(both) - wanted >= 20
