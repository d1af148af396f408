"""What a paper says that it will not tell, and tells."""

import pytest

from anonymity.checking.checks import withheld
from tests.anonymity.who import told

PROMISE = "Her diagnosis is not described in this report."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("She went to the lithium clinic.", "lithium clinic"),
        ("Diabetes UK was asked for its advice.", "Diabetes UK"),
        ("He was given olanzapine.", "olanzapine"),
        ("NICE guideline CG178 says so.", "CG178"),
        ("Her epilepsy was well controlled.", "epilepsy"),
    ],
)
@pytest.mark.parametrize(
    "promise",
    [
        PROMISE,
        "The nature of her health condition has been withheld.",
        "Nowhere is the illness named in these pages.",
        "Maris had a long-term health condition.",
    ],
)
def test_what_gives_away_what_was_withheld_is_found(promise, line, text):
    assert told(withheld, promise, line) == [text]


def test_a_private_matter_is_not_told_by_its_clinic():
    promise = "Pregnancy: a private matter is left out."
    line = "Maris visited the pregnancy advisory service in town."
    assert told(withheld, promise, line) == ["pregnancy advisory service"]
    assert told(withheld, line) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["She went to the lithium clinic."],
        [PROMISE, "She was low, and talking therapies were offered."],
        [PROMISE, *["Her epilepsy was known to all."] * 3],
        [
            "He had a severe mental illness.",
            "He was given olanzapine.",
            *["Schizophrenia was diagnosed.", "He had a depot."] * 3,
        ],
        ["Her diagnosis was epilepsy.", "It was described by her GP."],
    ],
)
def test_what_is_withheld_nowhere_or_told_throughout_is_left(lines):
    assert told(withheld, *lines) == []


def test_a_paper_that_withholds_an_illness_of_the_mind_may_tell_of_the_body():
    promise = "Tobin had a severe and enduring mental illness."
    assert told(withheld, promise, "He was given olanzapine.") == ["olanzapine"]
    assert told(withheld, promise, "He was at his diabetic review.") == []


def test_what_a_paper_writes_in_its_place_may_stand():
    promise = "Maris had a long-term neurological condition."
    line = "The neurological condition was found in May. She was given co-careldopa."
    assert told(withheld, promise, line) == ["co-careldopa"]
