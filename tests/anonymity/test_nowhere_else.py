"""What belongs to another review because nothing else in this one knows of it."""

from dataclasses import replace

import pytest

from anonymity.checking.checks import nowhere_else
from anonymity.checking.register import Register
from tests.anonymity.who import PEOPLE, told

GROWN = replace(PEOPLE, people=tuple(one for one in PEOPLE.people if not one.is_child))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It did not ask how the nephew came by his key.", "the nephew"),
        ("The panel asked where he had obtained the shotgun certificate.",
         "the shotgun"),
        ("He hid the hammer and went home.", "the hammer"),
        ("She was seen alone at two of the six antenatal appointments.",
         "the six antenatal appointments"),
        ("He said so to the stepfather’s employer.", "the stepfather’s"),
        ("The manager of the nursing home was asked what she knew.", "the nursing home"),
        ("The twins were at home that day.", "The twins"),
        ("She had left her wheelchair by the door.", "her wheelchair"),
        ("He was seen at the barracks that night.", "the barracks"),
        ("She was promised an interpreter for Somali.", "interpreter for Somali"),
        ("She was told to wait with her baby in the hall.", "her baby"),
        ("The police knew that she had been placed in a hostel.", "placed in a hostel"),
    ],
)  # fmt: skip
def test_what_nothing_else_knows_of_is_found(line, text):
    assert told(nowhere_else, line, heading="ANALYSIS", register=GROWN) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["He hid the hammer.", "She was struck with a hammer."],
        ["He hid the nephew’s key.", "Her aunt rang."],
        ["The nephew said so.", "The nephew rang."],
        ["Research was told of the nephew in another review, and he said so."],
        ["Training was given on whether the pregnancy was known."],
        ["He took a hammer, and hid the hammer."],
        ["She worked in a nursing home.", "The manager of the nursing home was asked."],
        ["A Somali interpreter was there.", "She had come to England. She came to England alone."],
        ["She held her baby.", "She was pregnant then."],
        ["In 2012 he lived in a hostel."],
        ["She was disabled.", "She had left her wheelchair by the door."],
    ],
)
def test_what_is_told_elsewhere_or_of_nobody_is_left(lines):
    assert told(nowhere_else, *lines, heading="ANALYSIS", register=GROWN) == []


def test_where_nobody_is_of_school_age_a_school_nurse_is_of_another_life():
    line = "The children were seen alone by the School Nurse."
    grown = Register(people=GROWN.people[:2])
    assert told(nowhere_else, line, heading="ANALYSIS", register=grown) == ["the School Nurse"]
    assert told(nowhere_else, line, heading="ANALYSIS", register=PEOPLE) == []


def test_who_has_a_child_had_a_midwife():
    line = "She told the midwife that she was alone."
    law = "Pregnancy and maternity were not in play."
    assert told(nowhere_else, line, law, register=GROWN) == ["the midwife"]
    assert told(nowhere_else, line, register=PEOPLE) == []
    assert told(nowhere_else, "The panel met.", register=Register()) == []
