"""Where a paper sends its reader, and what stands there."""

import pytest

from anonymity.checking.checks import references
from tests.anonymity.who import told

RUN = [f"Recommendation {at}: let it be done." for at in range(1, 6)]
NUMBERED = [f"4.{at} Something was done then." for at in range(1, 6)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Who receives it is in the distribution list at the end."],
         "the distribution list at the end"),
        (["Terms are explained in the list of abbreviations."],
         "explained in the list of abbreviations"),
        (["Copies will go to those listed at the end of this report."],
         "Copies will go to those listed at the end of this report"),
        (["As the table below shows, it rose each year and went on to rise for long."],
         "the table below"),
        ([*RUN, "This is the subject of Recommendation 9."], "Recommendation 9"),
        ([*NUMBERED, "4.6 It was told at paragraph 4.2 below."], "paragraph 4.2 below"),
        ([*NUMBERED, "4.6 It was told at paragraphs 4.2 to 4.9."], "paragraphs 4.2 to 4.9"),
        (["It was so.[footnoteRef:1] And so.[footnoteRef:2] [1: Told by her.]"],
         "[footnoteRef:2]"),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere_is_found(lines, text):
    assert told(references, *lines) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["Who receives it is in the distribution list at the end.", "Distribution list"],
        ["Copies will go to those listed at the end of this report.", "Dissemination list"],
        ["As the table below shows, it rose.", "Year\tCalls", "2018\t4", "2019\t6"],
        [*RUN, "This is the subject of Recommendation 4."],
        [*RUN, "This is Recommendation 9 of the national inquiry."],
        [*NUMBERED, "4.6 It was told at paragraph 4.2 above, and at paragraphs 4.1 to 4.3."],
        ["It was so.[footnoteRef:1] And so. [1: Told by her.]"],
        ["Maris laid the table below the window."],
    ],
)
def test_a_reference_that_leads_somewhere_is_left(lines):
    assert told(references, *lines) == []


def test_a_numbered_heading_with_nothing_under_it_is_found():
    lines = ["She was seen.", "6.1 Health visiting", "6.2 Housing", "It was let to her."]
    assert told(references, *lines) == ["6.1 Health visiting"]
    contents = ["6.1 Health visiting", "6.2 Housing", "6.3 Police", "It was let to her."]
    assert told(references, *contents) == []


def test_the_last_heading_of_a_chapter_with_nothing_under_it_is_found():
    lines = ["She was seen.", "6.4 Housing", "7. Lessons", "It was let to her."]
    assert told(references, *lines) == ["6.4 Housing"]
    assert told(references, "She was seen.", "7. Lessons", "7.1 Housing", "It was let.") == []


def test_parts_that_a_cover_names_are_not_empty():
    cover = ["Review of a death", "Part One: Summary", "Part Two: Report", "It was made in May."]
    assert told(references, *cover) == ["Part One: Summary"]
    assert told(references, *cover, "Part One: Summary", "It is short.") == []


MARKED = [
    "She rang on that day.1", "1 The log of calls.", "", "He came to the house.2 He left.3", "",
    "2 A note of hers.", "3 The diary.", "", "Nobody asked (in 2019).4 It was so.5", "",
    "4 Home Office guidance.", "5 The letter.", "", "It was late.6",
]  # fmt: skip


def without(*lines):
    return [line for line in MARKED if line not in lines]


def test_the_bare_mark_of_a_note_that_is_not_there_is_found():
    assert told(references, *without("4 Home Office guidance."), "6 Her diary.") == ["4"]
    assert told(references, *MARKED) == ["6"]
    assert told(references, *MARKED, "6 Her diary.") == []


def test_other_numbers_behind_a_full_stop_are_no_marks():
    assert told(references, *without("She rang on that day.1"), "6 Her diary.") == []
    assert told(references, "It is at p.12 and s.9 of para.3.", "1 She rang.", "2 He came.") == []


def test_raised_marks_are_read_as_numbers():
    notes = ["[1: A log.]", "[2: A log.]", "[4: A log.]"]
    assert told(references, "She rang.¹ He came.² They left.³ It rained.⁴", *notes) == ["³"]
