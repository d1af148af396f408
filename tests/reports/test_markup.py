"""What is typed into a section comes out as blocks, and nothing of it is lost."""

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.published.papers import loose
from reports.published.report import Chapter
from reports.published.text import chapter_as_lines
from reports.readers.blocks import (
    Bullets,
    Footnote,
    MinorHeading,
    Paragraph,
    Quotation,
    Steps,
    SubHeading,
    Table,
)
from reports.readers.markup import read
from reports.readers.remarks import remarks


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
    "text",
    [
        "##",
        "-",
        "1.",
        "| a | b |",
        ">",
        ">50 calls",
        "**bold**",
        "2018",
        "##close",
        "-5 degrees",
        "[^1]",
        "[^1]: Never called.",
        "Table: of nothing",
        "{#alone}",
        "Said {#chapter-facts}",
        "\\home",
    ],
)
def test_what_cannot_be_read_is_a_paragraph_word_for_word(text):
    assert read(text) == (Paragraph(text),)


def test_nothing_is_nothing():
    assert read(" \n\n ") == ()


def test_a_minor_heading_a_quotation_and_words_that_look_like_a_sign():
    assert read("### Housing\n> Nobody\n> came.\n>\n> Ever.\n\n\\- Dashed.\n\\1. Counted.") == (
        MinorHeading("Housing"),
        Quotation(("Nobody came.", "Ever.")),
        Paragraph("- Dashed. 1. Counted."),
    )


def test_a_table_has_a_caption_heads_and_rows():
    text = (
        "Table: Calls {#calls}\n\n| Year | Calls |\n|:--|--:|\n| 2019 | 4 |\n| a \\| b |  |\nAfter."
    )

    table, after = read(text)

    assert table == Table(
        caption="Calls", heads=("Year", "Calls"), rows=(("2019", "4"), ("a | b", "")),
        widths=(50, 50), label="calls", is_numbered=True,
    )  # fmt: skip
    assert after == Paragraph("After.")


def test_notes_are_apart_from_those_of_other_sections():
    assert read("First[^1] and[^2] again[^1].\n\n[^1]: A\nnote.\n[^1]: Twice.", scope="facts") == (
        Paragraph("First[^facts-1] and[^2] again[^facts-1]."),
        Footnote("facts-1", "A note."),
        Paragraph("[^1]: Twice."),
    )


def test_labels_name_headings_paragraphs_and_tables():
    assert read("## Known {#known}\nWords. {#words}") == (
        SubHeading("Known", "known"),
        Paragraph("Words.", "words"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Words\n\n| a | b |\n| c | d |", "Line 3 begins like a table, but no line of dashes"),
        ("| a | b |\n|---|---|\n| c |", "Line 3 has 1 cell under 2 heads"),
        ("| a | b |\n|---|---|\n| c | d", "Line 3 does not end with a stroke."),
        ("|" + "a|" * 13 + "\n" + "|---" * 13 + "|", "Line 1 begins a table of more than 12"),
        ("Said.[^1]", "Line 1 calls footnote [^1], which has no words"),
        ("Said.\n\n[^1]: So.", "Line 3 has footnote [^1], which nothing calls"),
        ("Said.[^1]\n[^1]: So.\n[^1]: No.", "Line 3 has footnote [^1] a second time"),
        ("Said.[^1]\n[^1]: See[^1].", "Line 2 calls a footnote within a footnote"),
        ("One {#a}\n\nTwo {#a}", "Line 3 is called a like a place above"),
        ("- one {#a}", "Line 1 ends with {#a}, which names no place here"),
        ("Said {#chapter-facts}", "Line 1 ends with {#chapter-facts}"),
        ("a\n\u202eb", "Line 2 holds an unseen sign that turns the direction of writing."),
        ("word " * 1_001, "Line 1 goes on for more than 5,000 letters"),
        (("word " * 999 + "\n\n") * 41, "This section has 204,877 letters"),
        (
            "\n\n".join(f"a[^{n}]\n[^{n}]: b" for n in range(1_000)),
            "Line 601 calls a footnote, the first after 200 of 1,000",
        ),
    ],
)
def test_what_is_odd_is_told_by_its_line_and_prints(text, words):
    assert any(str(remark).startswith(words) for remark in remarks(text))
    assert set(words_of(text)) <= set(words_of(printed(text)))


@pytest.mark.parametrize("text", ["", "Words.", "مرحبا بالعالم[^1]\n\n[^1]: ملاحظة"])
def test_nothing_is_said_of_a_text_that_is_well(text):
    assert remarks(text) == []


def printed(text):
    return "\n".join(chapter_as_lines(loose(Chapter("facts", "The facts", read(text)))))


def words_of(text):
    """Return the words of a text without any of the signs."""
    return re.findall(r"[^\W\d_]+", re.sub(r"\[\^\w+\]|\{#\w+\}|^\W*Table:", " ", text, flags=re.M))


LINES = st.sampled_from(
    ["", "alpha[^1] beta", "## gamma {#here}", "### delta", "- epsilon", "1. zeta", "> eta", ">",
     "| theta | iota |", "| --- | --- |", "| kappa", "| lamda | mu | nu |", "Table: xi [^1]",
     "[^1]: omicron", "[^2]: pi[^1]", "[^2]", "\\- rho", "see [@here]", "{#alone}", "|", "\\"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=12), max_size=14))
@example(["Table: xi [^1]", "", "| theta | iota |", "| --- | --- |", "- epsilon"])
def test_no_word_is_ever_lost(lines):
    text = "\n".join(lines)

    said = printed(text)

    remarks(text)
    assert not Counter(words_of(text)) - Counter(words_of(said))
