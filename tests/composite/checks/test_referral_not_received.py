from dataclasses import replace

from composite.checks.options import Options
from tests.composite.checks.world import AGENCIES, REGISTER, found, sentences

SOCIAL_CARE = ("csc", "asc")

CODE = "referral_not_received"
LATE = """
* police | 1 March 2016 | Referral sent to Hearth and Harbour.
- harbour | 20 April 2016 | Referral received from police.
"""


def test_the_sentence_says_that_the_other_side_tells_of_none():
    assert sentences(CODE, LATE) == [
        (
            "Police, Submission 1, row 1 (1 March 2016) tells of a referral to Hearth and Harbour, "
            "but Hearth and Harbour tells of none in the 28 days after."
        )
    ]


def test_the_sentence_says_that_the_other_side_holds_nothing():
    assert sentences(CODE, "* gp | 1 March 2016 | Referral sent to probation.") == [
        (
            "GP, Submission 1, row 1 (1 March 2016) tells of a referral to Northmere Probation, "
            "but Northmere Probation answered that it holds nothing."
        )
    ]


def test_of_several_agencies_it_speaks_as_of_several():
    """The words can mean social care of children or of adults."""
    sent = "* police | 1 March 2016 | Referral sent to social care."
    both = "Northmere Adult Social Care and Northmere Children’s Social Care"
    agencies = (replace(one, holds_nothing=one.slug in SOCIAL_CARE) for one in AGENCIES)
    register = replace(REGISTER, agencies=tuple(agencies))
    (nothing,) = found(CODE, sent, register=register)
    assert nothing.words.endswith(f"but {both} answered that they hold nothing.")
    (none,) = found(CODE, f"{sent}\n- asc | 1 March 2014 | Visit.", register=register)
    assert none.words.endswith(f"but {both} tell of none in the 28 days after.")


def test_a_review_may_wait_longer_for_the_other_side():
    assert found(CODE, LATE, options=Options(referral_days=60)) == []


def test_an_agency_that_has_told_nothing_yet_cannot_be_held_to_it():
    assert found(CODE, "- police | 1 March 2016 | Referral sent to Hearth and Harbour.") == []


def test_words_that_nothing_came_are_no_receipt():
    text = """
* police | 1 March 2016 | Referral sent to Hearth and Harbour.
- harbour | 20 March 2016 | MARAC says we hold a police referral. None had reached us.
"""
    assert len(found(CODE, text)) == 1


def test_the_same_words_in_the_name_of_another_service_do_not_make_it_the_one_meant():
    without = replace(REGISTER, agencies=tuple(one for one in AGENCIES if one.slug != "csc"))
    text = """
- police | 1 March 2016 | Notice sent to children's social care.
- asc | 1 March 2014 | Visit.
"""
    assert found(CODE, text, register=without) == []


def test_the_other_side_may_have_the_day_before():
    text = """
- police | 3 March 2016 | Referral sent to Hearth and Harbour.
- harbour | 1 March 2016 | Referral received from police.
"""
    assert found(CODE, text) == []
