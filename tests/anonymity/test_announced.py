"""A sentence that counts a list, and the list under it."""

import pytest

from anonymity.checking.checks import announced
from tests.anonymity.samples import found

POINTS = ["(1) The police to train.", "(2) The trust to write.", "(3) The council to ask."]
BULLETS = [
    "• Northmoor Police (IMR)",
    "• Housing (IMR)",
    "• A clinic (IMR)",
    "• Probation (letter)",
]
DAYS = "The Panel met on 4 May 2020, 6 June 2020 and 7 July 2020."
ROWS = ["Agency\tWhat it gave", "Northmoor Police\tReport", "Housing\tReport", "A clinic\tLetter"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["From this come four recommendations:", *POINTS], "four recommendations:"),
        (["There are two lessons, which are:", *POINTS], "two lessons, which are:"),
        (
            ["Four provided an individual management review and others less:", *BULLETS],
            "Four provided an individual management review",
        ),
        (["Four knew them and are listed here.", *ROWS], "Four knew them and are listed here."),
        (
            [f"{DAYS} In all there were five meetings."],
            "In all there were five meetings",
        ),
    ],
)  # fmt: skip
def test_a_list_of_another_length_is_found(lines, text):
    assert found(announced, *lines) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["From this come three recommendations:", *POINTS],
        ["3. The recommendations are:", *POINTS],
        ["2. Lessons were:", *POINTS],
        ["Three provided an individual management review and one a letter:", *BULLETS],
        ["Three had met them and are listed here.", *ROWS],
        ["Four are listed below.", "Those who wrote are thanked.", *ROWS],
        ["There were four themes:", "Control", "Debt", "Fear", "Housing"],
        ["Three lessons follow:", POINTS[0], "It should be soon.", *POINTS[1:]],
        [f"{DAYS} In all there were three meetings."],
        ["The police held five meetings. In all there were five meetings of theirs."],
    ],
)
def test_a_list_of_that_length_or_none_is_left(lines):
    assert found(announced, *lines) == []


def test_a_table_whose_cells_stand_in_lines_of_their_own_is_counted():
    people = ["Imelda Trask", "Rowan Pell", "Ivo Marsh", "Dr Una Field", "Sol Wray"]
    cells = [f"\t\n{name}\n\n\t\nNorthmoor Police, lead officer\n" for name in people]
    table = "\n".join((*cells, "5.3 Nobody else sat."))
    line = "The {} members of the panel knew nobody in the case. They were:"
    assert found(announced, line.format("six"), table) == [
        "six members of the panel knew nobody in the case. They were:"
    ]
    assert found(announced, line.format("five"), table) == []
