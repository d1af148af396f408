import pytest

from reports.anonymity.checks import counts
from tests.reports.anonymity.samples import found

THREE = [f"Recommendation {number}: train everybody who answers the door." for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The panel made four recommendations.", "made four recommendations"),
        ("The five recommendations are set out below.", "The five recommendations"),
        ("There are 7 recommendations.", "are 7 recommendations"),
    ],
)
def test_another_count_is_found(line, text):
    assert found(counts, *THREE, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The three recommendations are set out below.",
        "The panel made 3 recommendations.",
        "An earlier review had ten recommendations.",
        "Two of them are for health.",
        "There were a hundred recommendations nationally.",
    ],
)
def test_the_right_count_and_those_of_others_are_left(line):
    assert found(counts, *THREE, line) == []


def test_what_the_paper_does_not_number_is_not_counted():
    assert found(counts, "The five recommendations follow.", "Recommendation 2: train.") == []
    gap = [THREE[0], THREE[2], "The five recommendations follow."]
    assert found(counts, *gap) == []
