"""What only one person ever was, and how somebody took their life."""

import pytest

from anonymity.checking.checks import distinctions
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Maris was the only blacksmith in the county.", "the only blacksmith in the county"),
        ("Tobin drove for the town’s only baker.", "the town’s only baker"),
        ("At nineteen she was crowned the Harvest Queen.", "crowned the Harvest Queen"),
        ("He was captain of the second eleven.", "captain of the second eleven"),
        ("She was awarded the MBE.", "MBE"),
        ("She had been stabbed more than 47 times.", "stabbed more than 47 times"),
        ("There were eleven stab wounds.", "eleven stab wounds"),
        ("She had been on a television quiz show.", "on a television quiz show"),
        ("Tobin had won Grocer of the Year.", "Grocer of the Year"),
        ("There was a petition signed by many.", "petition signed"),
        ("Odette is a county councillor for the ward.", "county councillor"),
    ],
)
def test_what_a_search_has_one_answer_to_is_found(line, text):
    assert any(text in one for one in told(distinctions, line))


@pytest.mark.parametrize(
    "line",
    [
        "It was the first contact of the police in the area.",
        "The panel was the only one in the county.",
        "She was the only person he told.",
        "She was seen 47 times and was hit by him.",
        "The first lockdown began in the country in March.",
        "Maris worked in the town and liked it.",
    ],
)
def test_what_many_are_is_left(line):
    assert told(distinctions, line) == []


def test_the_honours_of_those_who_reviewed_are_left():
    assert told(distinctions, "By Rowan Pell OBE", heading="REVIEW PANEL MEMBERS") == []


def test_how_somebody_took_their_life_is_found_where_one_was_taken():
    line = "She died that night. She had used the belt of the dressing gown."
    assert told(distinctions, line, "The inquest found suicide.") == [
        "used the belt of the dressing gown"
    ]
    assert told(distinctions, line) == []
    assert told(distinctions, "She wore a belt and died of cold.", "suicide") == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("In May she took an overdose of thirty paracetamol.", 1),
        ("She had taken 24 tablets that night.", 1),
        ("An overdose of twelve codeine was treated.", 1),
        ("She took two paracetamol for a headache.", 0),
        ("She took an overdose of tablets.", 0),
        ("In 2019 she took part in ten meetings.", 0),
    ],
)
def test_how_much_was_taken_is_found(line, count):
    assert len(told(distinctions, line)) == count
