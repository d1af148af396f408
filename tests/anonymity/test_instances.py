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


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("There were three MARACs in the period under review.", "three MARACs"),
        ("Housing was there at all six of the MARAC meetings.", "all six of the MARAC meetings"),
        ("The first DASH had 11 ticks.", "11 ticks"),
        ("The initial assessment, with eleven positive answers, was kept.",
         "eleven positive answers"),
    ],
)  # fmt: skip
def test_other_totals_and_scores_than_the_facts_have_are_found(line, text):
    facts = [
        FACTS[0],
        "4.1 The first MARAC was in May 2017.",
        "4.2 In July 2017 the second MARAC followed, and in May 2018 a MARAC had to be put off.",
        "4.3 The fourth MARAC was in June 2018; in March 2018 it had 14 ticks.",
        "4.4 The MARAC of August 2018 was short.",
        "ANALYSIS",
    ]
    assert text in " ".join(found(instances, *facts, line))


@pytest.mark.parametrize(
    "line",
    [
        "There were four MARACs in all.",
        "There were three MARACs in 2018.",
        "The first DASH had 14 ticks.",
        "In between there had been two MARACs.",
    ],
)
def test_totals_that_agree_or_are_of_a_part_are_left(line):
    assert found(instances, *FACTS[:-1], "4.6 In May 2018 the DASH had 14 ticks.", "ANALYSIS",
                 line) == []  # fmt: skip


def test_incidents_are_counted_as_occasions_of_them():
    lines = [
        "The police recorded incidents on seven occasions in the period under review.",
        "Nine incidents were known to the police in the period under review.",
    ]
    assert found(instances, *lines) == ["seven occasions", "Nine incidents"]


HELD_ONCE = [
    "THE FACTS", "4.1 In May 2017 Maris was referred to MARAC.",
    "4.2 In June 2017 the MARAC met and agreed five actions.", "ANALYSIS", "5.1 MARAC",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("At both of the meetings at which Maris was discussed minutes were taken.",
         ["both of the meetings at which Maris was discussed"]),
        ("Nobody from housing came to all three MARAC meetings.", ["all three MARAC meetings"]),
        ("Her case was heard at MARAC twice.", ["heard at MARAC twice"]),
        ("At the meeting at which Maris was discussed minutes were taken.", []),
        ("Both of the meetings at which the team met were short.", []),
        ("Her case was heard at MARAC once.", []),
    ],
)  # fmt: skip
def test_more_hearings_than_the_facts_tell_are_found(line, texts):
    assert found(instances, *HELD_ONCE, line) == texts
    assert found(instances, HELD_ONCE[0], *HELD_ONCE[3:], line) == []
