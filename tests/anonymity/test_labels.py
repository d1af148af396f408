"""What is numbered by name, and what sends to it."""

import pytest

from anonymity.checking.checks import labels, structure
from tests.anonymity.who import told

TEXT = "It was told to nobody who could have done something about it."
RUN = [part for at in ("1", "2", "3") for part in (f"Lesson {at} – What was asked", TEXT)]
ROWS = [f"{at} | Training | All agencies | May 2021" for at in range(1, 9)]


@pytest.mark.parametrize(
    "lines",
    [
        [*RUN, "Lesson 4 – Neighbours", "Recommendations", TEXT],
        [*RUN, "Lesson 4 – Neighbours"],
        [*RUN[:4], "Lesson 4 – Neighbours", *RUN[4:]],
        ["Lessons", "Lesson 4 – Neighbours", "Foreword", *RUN, "Lesson 4 – Neighbours", "Annex"],
    ],
)
def test_a_heading_of_a_run_with_nothing_under_it_is_found(lines):
    assert told(labels, *lines) == ["Lesson 4 – Neighbours"]


def test_one_numbered_in_words_is_found():
    run = [part for at in ("One", "Two", "Three") for part in (f"Theme {at}: Help", TEXT)]
    assert told(labels, *run, "Theme Four: Fear", "Conclusions") == ["Theme Four: Fear"]


@pytest.mark.parametrize(
    "lines",
    [
        RUN,
        [f"Lesson {at} – What was asked" for at in range(1, 6)],
        [*RUN, "Lesson 4 – Neighbours", "Nobody asked them."],
        [*RUN, "Lesson 4: Neighbours should be asked what they hear."],
    ],
)
def test_a_list_and_headings_with_a_text_are_left(lines):
    assert told(labels, *lines) == []


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (ROWS[:4] + ROWS[5:], ["6"]),
        ([row.replace(" | ", "\t") for row in ROWS[:2] + ROWS[3:]], ["4"]),
        (ROWS, []),
        (ROWS[:2] + ROWS[5:], []),
        (["1 | May", "2 | May", "4 | May"], []),
        (ROWS[:2] + ROWS[1:], []),
        (["1 | No", "3 | Some", "5 | Most", "7 | All", "8 | None"], []),
    ],
)
def test_a_row_left_out_of_a_table_is_found(lines, marks):
    assert told(labels, *lines) == marks


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["[1] The trust said so. See note 3 below."], ["See note 3"]),
        (["[1] The trust said so.", "[2] It did, as in footnote 2."], []),
        (["See note 3 below."], []),
        (["[1] The trust said so. See note 3 of the guidance.", "She took note 3 times."], []),
        (["It was so (see footnote 9).[1: Told by her.]"], ["see footnote 9"]),
    ],
)
def test_a_note_beyond_the_last_is_found(lines, marks):
    assert told(labels, *lines) == marks


def test_a_number_after_one_that_stands_twice_is_right():
    run = [f"Recommendation {at}. Let it be done." for at in (1, 2, 3, 4, 4, 6, 7)]
    assert told(structure, *run) == ["Recommendation 4"]
