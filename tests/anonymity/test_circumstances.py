"""Two circumstances of a life that nothing else in a paper knows of."""

import pytest

from anonymity.checking.checks import circumstances
from tests.anonymity.who import told

LONG = [
    f"Her doctor saw her again in the spring of 20{at:02} and wrote to nobody." for at in range(80)
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Her limited English, and the use of her brother-in-law to interpret, kept her silent.",
         "limited English, and the use of her brother-in-law"),
        ("The district nurses came to dress her leg ulcers and the twins were there.",
         "district nurses came to dress her leg ulcers and the twins"),
        ("He was seen by his tutor when the bailiffs came.", "tutor when the bailiff"),
    ],
)  # fmt: skip
def test_two_that_no_other_line_knows_are_found(line, text):
    assert told(circumstances, *LONG, line, heading="ANALYSIS") == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["Her tutor rang."],
        ["Her tutor rang her when the bailiffs came.", "The bailiffs had come twice."],
        ["Her tutor should have rung her when the bailiffs came."],
        ["Research has found that a tutor is told of a bailiff."],
        ["No interpreter was needed, and her mother-in-law rang."],
    ],
)
def test_one_alone_and_what_speaks_of_no_case_are_left(lines):
    assert told(circumstances, *LONG, *lines, heading="ANALYSIS") == []


def test_a_short_paper_tells_everything_once():
    line = "Her tutor rang her when the bailiffs came."
    assert told(circumstances, line, heading="ANALYSIS") == []
