"""A number beside what it counts. All is invented."""

import pytest

from anonymity.checking.checks import announced, counts, tallies
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["He was rung on four occasions, in January, March and May 2018."],
         "on four occasions, in January, March and May 2018"),
        (["The panel met six times: in May and July 2019, and in March, June and August 2020."],
         "six times: in May and July 2019, and in March, June and August 2020"),
        (["She saw her twice (on 3, 9 and 12 June 2018)."], "twice (on 3, 9 and 12 June 2018"),
        (["It had four of the five markers: jealousy, threats and debt."],
         "four of the five markers"),
        (["Six agencies sent a chronology: the police, the council, the surgery and the trust."],
         "Six agencies sent a chronology"),
        (["Eight agencies answered. Of these six wrote a review and three wrote a letter."],
         "six wrote a review and three wrote"),
        (["He came a dozen times, on nineteen of which he was seen."],
         "a dozen times, on nineteen of which"),
        (["There are five lessons. First, ask. Second, listen. Third, act. Fourth, tell."],
         "five lessons"),
    ],
)  # fmt: skip
def test_a_number_that_is_not_what_stands_beside_it_is_found(lines, text):
    assert [one.removeprefix("on ") for one in found(tallies, *lines)] == [text.removeprefix("on ")]


@pytest.mark.parametrize(
    "lines",
    [
        ["He was rung on three occasions, in January, March and May 2018."],
        ["The panel met five times: in May and July 2019, and in March, June and August 2020."],
        ["She was seen four times between January and May 2018."],
        ["4.2 In January, March and May 2018 she was seen."],
        ["It had three of the five markers: jealousy, threats and debt."],
        ["Three agencies answered: the police, Devon and Cornwall Probation, and the trust."],
        ["Four agencies answered: police, health and housing, probation and the trust."],
        ["Two things mattered: he was out of work, and she knew, because he said so, and left."],
        ["Eight agencies answered. Of these five wrote a review and three wrote a letter."],
        ["Eight agencies answered. Of these five wrote a review and one had nothing."],
        ["He came a dozen times, on nine of which he was seen."],
        ["There are three lessons. First, ask. Second, listen. Third, act."],
        ["First, she rang. Second, she wrote. She had five children."],
    ],
)  # fmt: skip
def test_a_number_that_fits_is_left(lines):
    assert found(tallies, *lines) == []


ASKED = ("These agencies were asked:", "- the police", "- the council", "- the surgery", "")


@pytest.mark.parametrize(
    ("check", "lines", "texts"),
    [
        (announced, [*ASKED, "All four agencies answered."], ["All four agencies"]),
        (announced, [*ASKED, "All three agencies answered."], []),
        (announced, ["All four agencies answered."], []),
        (announced, ["The panel had four members:", "Rowan Pell, police", "Ana Li, council",
                     "Imelda Trask, chair", ""], ["four members:"]),
        (announced, ["The panel had three members:", "Rowan Pell, police", "Ana Li, council",
                     "Imelda Trask, chair", ""], []),
        (counts, ["It makes six recommendations.", "Recommendation 1: Ask.",
                  "Recommendation 2: Tell.", "Recommendation 4: Act."],
         ["makes six recommendations"]),
        (counts, ["It makes three recommendations.", "Recommendation 1: Ask.",
                  "Recommendation 2: Tell.", "Recommendation 4: Act."], []),
        (counts, ["She had three grandchildren.", "Of her four grandchildren one spoke."],
         ["three grandchildren", "four grandchildren"]),
    ],
)  # fmt: skip
def test_lists_of_the_paper_are_counted(check, lines, texts):
    assert found(check, *lines) == texts


def test_numbers_of_each_are_no_list():
    line = "They rang on five occasions: Lorne on three, Odette and Garth on one each."
    assert found(tallies, line) == []
