"""One event in two chapters. All is invented."""

import pytest

from anonymity.checking.checks import recounted, retold
from tests.anonymity.samples import found

FACTS = [
    "THE FACTS",
    "4.1 In May 2018 the librarian found Maris crying behind the atlases and rang the helpline.",
    "4.2 In July 2018 the case was heard at MARAC.",
    "4.3 In August 2018 Maris saw a solicitor about the boat.",
    "4.4 In October 2018 Tobin broke the kitchen window with a spade.",
    "ANALYSIS",
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("When the librarian found her by the atlases in June 2018 nobody wrote it down.",
         "June 2018"),
        ("The kitchen window that Tobin broke with a spade in October 2017 was never mended.",
         "October 2017"),
        ("The risk was plain after the MARAC in August 2018.", "August 2018"),
    ],
)  # fmt: skip
def test_another_month_of_one_event_is_found(line, text):
    assert found(retold, *FACTS, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "When the librarian found her by the atlases in May 2018 nobody wrote it down.",
        "The librarian retired in June 2018.",
        "The risk was plain after the MARAC in July 2018.",
        "The MARAC steering group met in August 2018.",
        "The kitchen window was a sign.",
        "They praised the librarian at the atlases in May 2018, the IDVA in June 2018, and me.",
        "The librarian and the atlases were due in June 2018.",
        "Between March and June 2018 the librarian found atlases.",
        "Guidance on atlases and the librarian was published in June 2018.",
    ],
)
def test_the_same_month_and_other_events_are_left(line):
    assert found(retold, *FACTS, line) == []


COUNTED = [
    "THE FACTS",
    "4.1 Between May and July 2018 Maris told the librarian four times about the broken gate.",
    "4.2 From August 2018 a carer called twice a day.",
    "4.3 Tobin rang the garage.",
    "ANALYSIS",
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("That Maris told the librarian of the broken gate seven times went unnoticed.",
         "seven times"),
        ("Carers called three times a day from the summer of 2018.", "three times a day"),
    ],
)  # fmt: skip
def test_another_number_of_one_thing_is_found(line, text):
    assert found(recounted, *COUNTED, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "That Maris told the librarian of the broken gate four times went unnoticed.",
        "In May 2011 the librarian and the broken gate were seen six times.",
        "The librarian and the broken gate were seen at least three times.",
        "She ate three times a day.",
        "Maris moved seven times.",
    ],
)
def test_the_same_number_and_other_things_are_left(line):
    assert found(recounted, *COUNTED, line) == []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("The renewal in May 2017 was by the guidance of the day.", ["May 2017"]),
        ("The renewal in May 2018 was by the guidance of the day.", []),
        ("The call of September 2018 was not passed on.", ["September 2018"]),
        ("The call of July 2018 was not passed on.", []),
    ],
)
def test_what_the_facts_tell_in_a_verb_is_compared(line, texts):
    facts = [
        "THE FACTS",
        "4.1 In May 2018 the licence of the boat was renewed.",
        "4.2 In July 2018 Maris telephoned the harbour.",
        "4.3 In October 2018 Tobin broke a spade.",
        "ANALYSIS",
    ]
    assert found(retold, *facts, line) == texts


def test_what_was_so_by_a_month_is_no_day_of_it():
    facts = [*FACTS[:-1], "4.5 By June 2018 the librarian knew of the atlases and the helpline."]
    line = "The librarian rang the helpline from behind the atlases in May 2018."
    assert found(retold, *facts, "ANALYSIS", line) == []


SHARED = ["THE FACTS", "4.1 A translator was used at one of the seven appointments.", "ANALYSIS"]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("A translator was there at two of the seven appointments.",
         ["two of the seven appointments"]),
        ("A translator was there at one of the seven antenatal appointments.", []),
        ("Tobin came to four of the seven appointments.", []),
        ("A translator was there at two of the nine appointments.", []),
    ],
)  # fmt: skip
def test_two_shares_of_one_whole_are_found(line, texts):
    assert found(recounted, *SHARED, line) == texts


def test_what_is_said_on_a_feast_has_the_month_of_the_feast():
    told = "4.2 On Burns Night 2018 Tobin broke the aquarium with a spade."
    facts = ["THE FACTS", "4.1 In November 2017 Maris moved.", told, "ANALYSIS"]
    line = "That he broke the aquarium with a spade in {} 2018 was known."
    assert found(retold, *facts, line.format("January")) == []
    assert found(retold, *facts, line.format("March")) == ["March 2018"]


def test_numbers_of_the_review_and_of_two_bodies_are_no_one_number():
    lines = ["THE FACTS", "4.1 The nurse spoke to Odette of the broken aquarium on two occasions.",
             "ANALYSIS"]  # fmt: skip
    told = "Odette spoke to the {} of the broken aquarium on four occasions."
    assert found(recounted, *lines, told.format("chair")) == []
    assert found(recounted, *lines, told.format("nurse")) == ["four occasions"]
    bodies = ["ANALYSIS", "5.1 Harbour Trust. Odette heard of the broken aquarium seven times.",
              "5.2 {}. Odette heard of the broken aquarium four times."]  # fmt: skip
    assert found(recounted, *bodies[:2], bodies[2].format("Northmoor Police")) == []
    assert found(recounted, *bodies[:2], bodies[2].format("Harbour Trust")) != []


ALL_CALLS = [
    "THE FACTS",
    "4.1 In May 2018 Odette rang the helpline. Notes of the five calls to the helpline are short.",
    "ANALYSIS",
]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        (
            "All eight of the calls to the helpline were closed with advice.",
            ["All eight of the calls"],
        ),
        ("None of the eight calls to the helpline was passed on.", ["None of the eight calls"]),
        ("All five of the calls to the helpline were closed with advice.", []),
        ("All eight of the calls to the dentist were answered.", []),
        ("In March 2016 all eight calls to the helpline were lost.", []),
    ],
)
def test_all_of_another_number_than_the_facts_have_is_found(line, texts):
    assert found(recounted, *ALL_CALLS, line) == texts


DISCHARGED = (
    "CHRONOLOGY", "In August 2018 her case was read out, and Maris was discharged to her GP.",
)  # fmt: skip


def test_a_discharge_of_somebody_in_another_month_is_found():
    lines = ("ANALYSIS", "What went most wrong was the discharge of Maris in May 2018.")
    assert found(retold, *DISCHARGED, *lines) == ["May 2018"]


def test_a_discharge_in_the_same_month_is_left():
    lines = ("ANALYSIS", "What went most wrong was the discharge of Maris in August 2018.")
    assert found(retold, *DISCHARGED, *lines) == []
