"""He where she is meant, where the grammar leaves no other reading."""

import pytest

from anonymity.checking.checks import pronouns
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Maris had hurt himself.", "Maris had hurt himself"),
        ("Tobin locked herself in.", "Tobin locked herself"),
        ("Maris’s capacity to decide about his treatment was not asked.", "his"),
        ("Maris attended his appointment.", "Maris attended his appointment"),
        ("Maris, in his thirties, worked hard.", "Maris, in his thirties"),
        ("Tobin lost her temper.", "Tobin lost her temper"),
        ("Maris told the nurse of his worry.", "Maris told the nurse of his worry"),
        ("An officer spoke to Tobin alone and she told it.", "spoke to Tobin alone and she"),
        ("He was pregnant at the time.", "He was pregnant"),
        ("The victim had told his GP of it.", "The victim had told his"),
        ("Maris said that he was afraid of Tobin.", "he was afraid of Tobin"),
    ],
)
def test_a_pronoun_of_the_other_is_found(line, text):
    assert any(text in one for one in told(pronouns, line))


@pytest.mark.parametrize(
    "line",
    [
        "Maris hurt herself and Tobin hurt himself.",
        "Maris attended his appointment with Tobin as his carer.".replace("attended", "went to"),
        "Maris said that she was afraid of Tobin.",
        "Maris told the officer that he was wrong about Tobin.",
        "The friend of Maris said that he was afraid of Tobin.",
        "The victim told her brother that he should not worry.",
        "Maris went back to his home with Tobin.",
        "Maris told Tobin to keep his own house in order.",
    ],
)
def test_what_may_mean_somebody_else_is_left(line):
    assert told(pronouns, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The leaflet was given. Maris said he felt alone.", "Maris said he felt alone"),
        ("June 2018\tGP\tAsked. Maris said he felt alone.\tNone", "Maris said he felt alone"),
        (
            "Tobin told the officers that she was afraid of him.",
            "Tobin told the officers that she was afraid of him",
        ),
    ],
)
def test_what_one_only_says_of_oneself_is_found(line, text):
    assert told(pronouns, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Maris said she felt alone.",
        "Tobin came late. Maris said he felt alone.",
        "June 2018\tGP\tTobin was there and Maris said he felt alone.",
        "Maris told the officers that she was afraid of him.",
        "Tobin told the officers that he was afraid of her.",
    ],
)
def test_what_one_says_of_another_is_left(line):
    assert told(pronouns, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Odette rang, worried about his brother.", "Odette rang, worried about his brother"),
        ("Mar 2018\tPolice\tOdette calls 101 about his son.\t", "Odette calls 101 about his son"),
        ("Lorne moved in with her brother in May.", "Lorne moved in with her brother"),
    ],
)  # fmt: skip
def test_ones_own_family_is_found(line, text):
    assert text in told(pronouns, line)


@pytest.mark.parametrize(
    "line",
    [
        "Odette rang the police about her brother.",
        "Tobin was low. Odette rang the police, worried about his brother.",
        "Odette rang Tobin and asked for his sister.",
        "Odette rang a friend, worried about his sister.",
        "The officer came. Odette rang him about his sister.",
    ],
)
def test_the_family_of_somebody_else_is_left(line):
    assert told(pronouns, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "No course helps if the victim lives with the perpetrator and nobody rings her.",
        "Where the perpetrator is told what the victim has said of him, nobody is safe.",
    ],
)
def test_a_pronoun_may_mean_the_other_of_the_two(line):
    assert told(pronouns, line) == []
