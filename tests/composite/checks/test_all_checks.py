from dataclasses import replace

import pytest

from composite.checks.all_checks import BY_CODE, CHECKS, CODES, find_all
from tests.composite.checks.world import REGISTER, case, cases

TWO = """
* gp | Mon 1 Dec 2013 | Seen.
* gp | Mon 2 Dec 2013 | Seen.
"""


def test_every_check_has_words_of_its_own():
    assert len({check.title for check in CHECKS}) == len(CODES) == len(set(CODES))
    assert all(check.explanation.endswith(".") for check in CHECKS)


def test_each_check_is_in_a_file_of_its_name():
    for code, check in BY_CODE.items():
        assert check.find.__name__ == code
        assert check.find.__module__ == f"composite.checks.{code}"


def test_only_checks_that_are_on_are_put():
    story = case(TWO.strip(), 0).story
    found = find_all(story, REGISTER, on={"outside_the_period", "of the past"})
    assert {one.check for one in found} == {"outside_the_period"}


def test_findings_stand_in_the_order_of_checks_and_of_the_story():
    story = case(TWO.strip(), 0).story
    found = find_all(reversed(story), REGISTER)
    codes = [one.check for one in found]
    assert codes == sorted(codes, key=CODES.index)
    days = [one.roots[0].int for one in found if one.check == "outside_the_period"]
    assert days == [1, 2]


def test_the_key_of_a_finding_names_nobody():
    story = case("* gp | 3 May 2016 | Ottilie Brakenshaw seen.", 0).story
    (one,) = find_all(story, REGISTER, on={"name_unlike_the_register"})
    assert set(one.key) <= set("0123456789abcdef")


@pytest.mark.parametrize("code", CODES)
def test_a_long_story_gives_the_same_whatever_comes_first(code):
    story = [told for one in cases(code, "tuning") for told in one.story]
    found = find_all(story, REGISTER)
    assert find_all(story[::-1], REGISTER) == found
    assert find_all(story[1::2] + story[::2], REGISTER) == found


def test_a_sentence_quotes_the_first_of_the_story_whatever_comes_first():
    text = "* gp | 3 May 2016 | Ms Brakenshaw seen.\n* gp | 5 May 2016 | BRAKENSHAW seen."
    story = case(text, 0).story
    found = find_all(story, REGISTER)
    assert "“Brakenshaw”" in found[0].words
    assert find_all(story[::-1], REGISTER) == found


def test_an_event_that_comes_twice_is_told_once():
    (told,) = case("* gp | 3 May 2013 | Seen.", 0).story
    other = replace(told, place="Submission 2, row 1")
    found = find_all([told, other], REGISTER)
    assert len(found) == 1
    assert find_all([other, told], REGISTER) == found
