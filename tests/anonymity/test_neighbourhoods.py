"""Names of places that say nothing of their kind."""

import pytest

from anonymity.checking.checks import neighbourhoods
from tests.anonymity.who import told

HOME = ["Calderwick Community Safety Partnership met."] * 6


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A space was held for Maris at Tŷ Celyn that night.", "Tŷ Celyn"),
        ("Maris walked home from Quenby Cross that night.", "Quenby Cross"),
        ("Tobin met her at the Plough and Stars.", "Plough and Stars"),
        ("They moved to a smallholding near Little Trevance.", "Little Trevance"),
        ("She went to the gym in Trewidden-on-the-Hill.", "Trewidden-on-the-Hill"),
    ],
)
def test_a_place_that_somebody_local_knows_is_found(line, text):
    assert told(neighbourhoods, *HOME, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Maris’s mother met an advocate from Help After Fatal Domestic Harm (HAFDH) at home.",
        "Maris’s mother was helped by a friend from Advocacy After Fatal Domestic Abuse.",
        "Maris lived in Calderwick and walked to Northmoor Police.",
        "She moved from Poland to England in spring.",
        "She was seen at Calderwick General Hospital and went home.",
        "Tobin went to work on Wednesdays and to Mass on Sundays.",
        "He met her at Deborah’s house.",
        "Maris was of African Caribbean heritage.",
        "Maris was helped by a scholar of Islamic law in the Metropolitan Borough of Calderwick.",
        "Maris’s name stood in the Police National Computer.",
        "Maris went to the College. It stood in the College’s system. The College was kind.",
        "Maris came from a family of Lusitani heritage and was of Lusitani descent.",
        "Maris was young.[4:  Trask, O. (2009). Partners in Early Love. London: Quill]",
        "Maris attended the group (Freedom) and went to Relate Counselling Service.",
    ],
)
def test_its_own_area_countries_and_agencies_are_left(line):
    assert told(neighbourhoods, *HOME, line) == []


def test_what_stands_there_often_is_the_area_or_an_agency():
    line = "Maris walked home from Quenby Cross."
    assert told(neighbourhoods, *HOME, *[line] * 3) == []


def test_where_the_review_is_told_it_counts_beside_somebody_only():
    line = "It was walked home from Quenby Cross."
    assert told(neighbourhoods, *HOME, line, heading="METHODOLOGY") == []
    beside = line.replace("It was", "Maris")
    assert told(neighbourhoods, *HOME, beside, heading="METHODOLOGY") == ["Quenby Cross"]


def test_a_learned_body_is_no_place():
    assert told(neighbourhoods, *HOME, "Maris visited the College of Psychiatrists.") == []


def test_a_programme_is_no_place():
    line = "Maris knew that the surgery took part in the Identification and Referral to Improve."
    assert told(neighbourhoods, line) == []
    assert told(neighbourhoods, "Maris waited at the Plantation.") == ["Plantation"]


@pytest.mark.parametrize(
    "line",
    [
        "Maris was told of the guidance of the National Institute for Flats.",
        "Maris’s home was spoken of to the Domestic Abuse Commissioner and her staff.",
    ],
)
def test_a_national_body_is_no_place(line):
    assert told(neighbourhoods, line) == []
