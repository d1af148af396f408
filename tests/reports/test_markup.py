"""What is typed into a section comes out as blocks, and nothing of it is lost."""

import pytest

from reports.readers.markup import Bullets, Paragraph, Steps, SubHeading, read


def test_a_blank_line_begins_a_paragraph_and_a_line_end_does_not():
    assert read("One line\nand its end.\n\n\nAnother.") == (
        Paragraph("One line and its end."),
        Paragraph("Another."),
    )


def test_headings_and_lists():
    text = "## What was known\n- by the police\n- by\nhousing\n1. First\n2) Then\n\nAfter."

    assert read(text) == (
        SubHeading("What was known"),
        Bullets(("by the police", "by housing")),
        Steps(("First", "Then")),
        Paragraph("After."),
    )


def test_a_list_may_stand_right_under_its_paragraph():
    assert read("Three things:\r\n- one\r\n- two") == (
        Paragraph("Three things:"),
        Bullets(("one", "two")),
    )


def test_a_heading_may_stand_right_under_a_paragraph():
    assert read("Before.\n# After\nWords.") == (
        Paragraph("Before."),
        SubHeading("After"),
        Paragraph("Words."),
    )


@pytest.mark.parametrize(
    "text", ["##", "-", "1.", "| a | b |", "> said", "**bold**", "2018", "##close", "-5 degrees"]
)
def test_what_cannot_be_read_is_a_paragraph_word_for_word(text):
    assert read(text) == (Paragraph(text),)


def test_nothing_is_nothing():
    assert read(" \n\n ") == ()
