import pytest

from anonymity.checking.checks import truncated
from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Register
from tests.anonymity.samples import found

LONG = "The minutes of the meeting say that the housing officer who had written the letter"


@pytest.mark.parametrize("end", ["would", "had", "of the", "and that", "should consider"])
def test_a_sentence_that_ends_too_soon_is_found(end):
    (one,) = found(truncated, f"{LONG} {end}", "", "4.2 The next paragraph is whole.")
    assert one.endswith(end)


def test_a_sentence_of_which_only_the_subject_is_left_is_found():
    (one,) = found(
        truncated, "3.4 Maris told a constable she knew that she was worried. The officer"
    )
    assert one.endswith("The officer")
    assert found(truncated, "She rang. The end") == []


@pytest.mark.parametrize(
    "lines",
    [
        [f"{LONG} would ring."],
        [f"{LONG} would", "ring in the morning."],
        ["What the agencies had"],
        ["Lead agency", "Target date of"],
        [f"{LONG} rang"],
    ],
)
def test_one_that_goes_on_or_is_a_heading_is_left(lines):
    assert found(truncated, *lines) == []


def test_a_sentence_that_a_page_broke_is_whole():
    foot = ["", "Official Sensitive", "6 | P a g e", ""]
    assert found(truncated, f"{LONG} for the", *foot, "Homes Office of the county was late.") == []
    assert found(truncated, f"{LONG} for the", "", "4.2 Another paragraph.") != []


def test_a_cell_of_a_table_may_end_on_any_word():
    paper = Paper(
        (Line("table 2", 1, f"{LONG} would ask"), Line("table 2", 2, f"{LONG} beside it and"))
    )
    assert list(truncated.find(paper, Register())) == []
    assert found(truncated, f"Housing\t{LONG} would") == []


WHOLE = [
    f"{at}. She was seen by her doctor, who wrote to the nurse and asked her to ring. It was not "
    "done until the summer."
    for at in range(1, 13)
]


def test_a_paragraph_without_a_full_stop_among_those_that_have_one_is_found():
    cut = WHOLE[0].replace("the summer.", "the sum")
    assert found(truncated, "BACKGROUND", *WHOLE, "", cut) == ["was not done until the sum"]


def test_where_many_have_none_nothing_is_said():
    bare = [line.rstrip(".") for line in WHOLE]
    assert found(truncated, "BACKGROUND", *WHOLE, *bare) == []


def test_words_that_may_end_what_they_end_are_left():
    for end in ("what services he was known to", "whether abuse by a son was recognised as such"):
        assert found(truncated, f"{LONG} asked {end}", "", "4.2 The next is whole.") == []
    assert found(truncated, f"{LONG} and said that he was known to", "", "4.2 Whole.") != []


def test_the_last_but_one_of_a_list_is_left():
    assert found(truncated, f"(e) whether {LONG}; and", "(f) any good practice.") == []


NUMBERED = [
    f"4.{at} She was seen by her doctor, who wrote to the nurse and asked her to ring."
    for at in range(1, 13)
]


def test_a_numbered_sentence_without_a_full_stop_among_those_that_have_one_is_found():
    cut = "4.13 The officer did not ask her about him, and she was not offered"
    assert found(truncated, "BACKGROUND", *NUMBERED, "", cut) == ["him, and she was not offered"]
    assert found(truncated, "BACKGROUND", *NUMBERED, "", "4.13 Contact with the police") == []


LONG = (
    "The clinic wrote in June to the surgery, which had known the couple for eleven years and had "
    "not been told of the move, that if they heard from either of them again they should write to "
)


def test_a_paragraph_that_breaks_off_before_another_is_found():
    lines = (f"{LONG}the", "Maris rang the library in July, having seen its leaflet at work.")
    assert found(truncated, *lines) == ["again they should write to the"]


def test_a_line_that_is_broken_before_a_name_is_left():
    lines = ("She was seen in June, and again in the spring, by the", "Harbour Trust, for flu.")
    assert found(truncated, *lines) == []


def test_a_paper_with_broken_lines_is_left():
    lines = (f"{LONG}the", "Maris rang the library in", "july, having seen its leaflet", "at work.")
    assert found(truncated, *lines) == []
