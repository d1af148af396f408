from composite.checks.story import Register
from tests.composite.checks.world import found, sentences

CODE = "outside_the_period"


def test_the_sentence_says_when_the_period_begins():
    assert sentences(CODE, "* gp | 31 Dec 2013 | Seen.") == [
        (
            "GP, Submission 1, row 1 (31 December 2013) is before the period under review, "
            "which begins on 1 January 2014."
        )
    ]


def test_nothing_is_outside_a_period_that_is_not_agreed():
    assert found(CODE, "- gp | 31 Dec 1913 | Seen.", register=Register()) == []


def test_what_is_after_the_death_is_left_to_the_other_check():
    assert found(CODE, "- gp | 31 Dec 2016 | Seen.") == []
