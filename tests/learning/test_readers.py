"""What the reader takes for a recommendation, in reports of different shapes."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Word
from openpyxl import Workbook

from documents.kinds import DocumentKind
from learning.readers.lines import CannotReadReport, Take, as_data, from_data
from learning.readers.report import read_pasted, read_report

REPORTS = Path(__file__).parent / "reports"
RECOMMENDED = Take.RECOMMENDATION


def read(name):
    return read_report((REPORTS / f"{name}.txt").read_bytes(), DocumentKind.TXT)


def taken(lines, take=RECOMMENDED):
    return [(one.number, one.addressee, one.text) for one in lines if one.take == take]


def numbers(lines, take=RECOMMENDED):
    return [one.number for one in lines if one.take == take]


def test_chapters_with_numbered_points_among_numbered_paragraphs():
    lines = read("chapters")
    assert numbers(lines) == ["1", "2", "3", "4"]
    first, _, third, _ = taken(lines)
    assert first[1] == "The Harbourside Safeguarding Board"
    assert first[2].endswith("that police were called to a child’s home.")
    assert third[2].count("\n") == 2  # its letters belong to it
    assert len(taken(lines, Take.LEARNING)) == 2
    left = [one.text for one in lines if one.take == Take.LEFT_OUT]
    assert len(left) == 2  # the two paragraphs before the points, and nothing of the glossary
    assert "stand in their reports" in left[1]


def test_labels_in_a_text_without_chapters():
    lines = read("labels")
    assert numbers(lines) == ["1", "2", "3"]
    assert taken(lines)[1][1] == "Tern Valley Police"
    assert taken(lines)[2][2].startswith("The Home Office should say")
    assert [text for _, _, text in taken(lines, Take.LEARNING)] == [
        "Nobody asked who paid for the telephone."
    ]


def test_bullets_under_the_names_of_agencies():
    assert [(whom, text.split()[0]) for _, whom, text in taken(read("agencies"))] == [
        ("Tern Valley NHS Trust", "Review"),
        ("Tern Valley NHS Trust", "Train"),
        ("Probation Service", "Check"),
        ("All agencies", "Make"),
    ]


def test_paragraph_numbers_of_which_only_some_ask_for_something():
    lines = read("paragraphs")
    assert numbers(lines) == ["16.2", "16.3", "16.5"]
    left = [one.text for one in lines if one.take == Take.LEFT_OUT]
    assert left == [
        "16.1 The panel considered what agencies have done since. It makes four recommendations.",
        "16.4 It is noted that the helpline was widely advertised.",
    ]


def test_pasted_paragraphs_without_any_sign():
    lines = read_pasted((REPORTS / "pasted.txt").read_text())
    assert numbers(lines) == ["1", "2", "3"]


def test_short_labels_with_dashes():
    lines = read("dashes")
    assert numbers(lines) == ["1", "2", "3"]
    assert taken(lines)[1][1] == "The police"


@pytest.mark.parametrize(
    ("name", "recommended", "learnt"),
    [
        ("sections", 5, 2),  # numbers in words, then bullets of agencies
        ("levels", 3, 0),  # headings that have numbers as well
        ("brackets", 3, 0),  # “What we recommend”
        ("pairs", 3, 2),  # a learning point and what comes of it, in turns
    ],
)
def test_shapes_that_the_reader_had_not_met_before(name, recommended, learnt):
    lines = read(name)
    assert len(numbers(lines)) == recommended
    assert len(numbers(lines, Take.LEARNING)) == learnt


def in_word():
    paper = Word()
    paper.add_heading("Executive summary", 1)
    paper.add_heading("Recommendations", 2)
    paper.add_paragraph("Ask about safety at every visit.", style="List Number")
    paper.add_heading("What was learnt", 1)
    paper.add_paragraph("Silence was taken for consent.", style="List Bullet")
    paper.add_heading("Recommendations", 1)
    paper.add_paragraph("These were agreed by the panel.")
    paper.add_paragraph("Ask about safety at every visit.", style="List Number")
    paper.add_paragraph("Ring back on the same day.", style="List Number")
    paper.add_heading("Action plan", 1)
    table = paper.add_table(rows=3, cols=3)
    for row, cells in enumerate(
        (
            ("Recommendation", "Lead agency", "Target date"),
            ("3. Pay for taxis to the refuge.", "Council", "May 2026"),
            ("", "", "On-going"),
        )
    ):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def test_word_with_headings_lists_and_the_plan_as_a_table():
    lines = read_report(in_word(), DocumentKind.DOCX)
    assert taken(lines) == [
        ("1", "", "Ask about safety at every visit."),  # once, though the summary has it too
        ("2", "", "Ring back on the same day."),
        ("3", "Council", "Pay for taxis to the refuge."),
    ]
    assert [text for _, _, text in taken(lines, Take.LEARNING)] == [
        "Silence was taken for consent."
    ]
    left = [one.text for one in lines if one.take == Take.LEFT_OUT]
    assert left == ["These were agreed by the panel.", "On-going"]


@pytest.mark.parametrize("kind", [DocumentKind.XLSX, DocumentKind.CSV])
def test_tables_with_one_row_for_each(kind):
    rows = [
        ["Rec no", "Recommendation", "Agency", "Theme"],
        ["1", "Ask about money.", "Tern Valley Housing", "Economic abuse; Housing"],
        ["2", "Ask about debt.", "Credit union", ""],
    ]
    if kind == DocumentKind.CSV:
        content = "\n".join(",".join(row) for row in rows).encode()
    else:
        book, kept = Workbook(), BytesIO()
        for row in rows:
            book.active.append(row)
        book.save(kept)
        content = kept.getvalue()
    first, second = read_report(content, kind)
    assert (first.number, first.addressee, first.themes) == (
        "1", "Tern Valley Housing", "Economic abuse\nHousing",
    )  # fmt: skip
    assert second.text == "Ask about debt."


@pytest.mark.parametrize(
    ("content", "kind", "why"),
    [
        (b"%PDF-1.7 broken", DocumentKind.PDF, "cannot be read to its end"),
        (b"A letter about nothing of the kind.", DocumentKind.TXT, "No recommendations were found"),
        (b"   ", DocumentKind.TXT, "No words were found"),
        (b"PK broken", DocumentKind.DOCX, "Word file cannot be read"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content, kind, why):
    with pytest.raises(CannotReadReport, match=why):
        read_report(content, kind)


def test_lines_come_back_from_data_as_they_went():
    lines = read("chapters")
    assert from_data(as_data(lines)) == lines


def test_pasted_points_before_a_label_are_not_lost():
    lines = read_pasted(
        "1. The council should train staff.\n2. The police should ask about safety.\n"
        "Recommendation 3: Health should record it.\n"
    )
    assert [(one.number, one.text) for one in lines] == [
        ("1", "The council should train staff."),
        ("2", "The police should ask about safety."),
        ("3", "Health should record it."),
    ]


TABLE = """Our plan.

No.\tRecommendation\tAction to take\tLead agency\tTarget date
1\tAsk everybody who comes alone.\tA question in the form\tTern Valley NHS\tMarch 2026
2\tTell the second practice.
And write it down.\tA letter
A template\tNorthside Council\tJune 2026
3\t{third}\tA course\tThe police\tOn-going
since 2024

Recommendation 9: Look again at how rooms are booked.
"""


@pytest.mark.parametrize(
    ("third", "read"),
    [
        ('"Train ""all"" staff.\nEvery year."', 'Train "all" staff.\nEvery year.'),
        ('"Train all staff', '"Train all staff'),  # a mark that nobody closed
    ],
)
def test_a_table_that_was_pasted_is_read_by_its_columns(third, read):
    lines = read_pasted(TABLE.format(third=third))
    assert [(one.number, one.text, one.addressee) for one in lines] == [
        ("1", "Ask everybody who comes alone.", "Tern Valley NHS"),
        ("2", "Tell the second practice.\nAnd write it down.", "Northside Council"),
        ("3", read, "The police"),
        ("9", "Look again at how rooms are booked.", ""),
    ]
