"""How often it was, and how many agencies wrote. All is invented."""

import pytest

from anonymity.checking.checks import contributors, counts, instances
from tests.anonymity.samples import found

FACTS = [
    "THE FACTS",
    "4.1 The first MARAC was in May 2017, the second in July.",
    "4.2 The fourth MARAC was in June 2018.",
    "4.3 In June 2016 Tobin was arrested.",
    "4.4 In June 2017 Tobin was arrested again.",
    "4.5 In June 2018 Tobin was arrested.",
    "Contacts by agency",
    "Northmoor Police\t11",
    "General practice\t16",
    "ANALYSIS",
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The case was before MARAC on three occasions.", "on three occasions"),
        ("Tobin was arrested twice, and never charged.", "was arrested twice"),
        ("The police had contact with Maris on seven occasions.",
         "contact with Maris on seven occasions"),
        ("The GP practice had nine contacts with her.", "nine contacts"),
    ],
)  # fmt: skip
def test_fewer_than_there_were_is_found(line, text):
    assert found(instances, *FACTS, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The case was before MARAC on four occasions.",
        "The case was before MARAC on at least three occasions.",
        "Her mother came on three occasions.",
        "Tobin was arrested three times.",
        "The police had contact with Maris on eleven occasions.",
        "The school had seven contacts with her.",
    ],
)
def test_as_many_and_other_things_are_left(line):
    assert found(instances, *FACTS, line) == []


LIST = [
    "CONTRIBUTORS",
    "Northmoor Police\tIMR",
    "Calderwick Council\tIMR and chronology",
    "Harbour Trust\tIMR",
    "The school\tShort report",
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Five agencies provided an individual management review.",
         "Five agencies provided an individual management review"),
        ("The panel received four IMRs.", "four IMRs"),
        ("Twelve agencies were asked; five had contact and six had none.",
         "five had contact and six had none"),
    ],
)  # fmt: skip
def test_another_number_of_reports_is_found(line, text):
    assert found(contributors, *LIST, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Three agencies provided an individual management review.",
        "The panel received three IMRs.",
        "Two of the three IMRs were returned.",
        "Twelve agencies were asked; six had contact and six had none.",
    ],
)
def test_the_right_number_of_reports_is_left(line):
    assert found(contributors, *LIST, line) == []


def test_lessons_within_a_paragraph_are_counted():
    lessons = "Lesson one: ask. Lesson two: listen. Lesson three: write it down."
    assert found(counts, lessons, "There are four lessons.") == ["are four lessons"]
    assert found(counts, lessons, "There are three lessons.") == []
