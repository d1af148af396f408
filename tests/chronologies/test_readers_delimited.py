"""Text with commas, or something like commas, from any program of the last decades."""

import pytest

from chronologies.readers import delimited as module
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from tests.chronologies.files import HEADINGS, delimited, read_csv

WORDS = "Café bill £4, “paid” – O’Neill’s; then\nhome"
ROW = ["22/05/2016", "14:30", "Record", WORDS]


def words_of(content):
    return [row.text(Column.WHAT_HAPPENED) for row in read_csv(content).rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_come_through_whole(delimiter, encoding):
    rows = [HEADINGS, *[ROW] * 9]

    assert words_of(delimited(rows, delimiter=delimiter, encoding=encoding)) == [WORDS] * 9


@pytest.mark.parametrize("encoding", ["mac_roman", "utf-16-le", "utf-16-be"])
def test_encodings_that_do_not_say_so_are_told_by_their_letters(encoding):
    rows = [HEADINGS, *[["22/05/2016", "14:30", "Café", "Rent of £40 “late” – naïve O’Neill"]] * 30]

    assert words_of(delimited(rows, encoding=encoding))[0] == rows[1][3]


def test_other_spaces_and_line_ends_do_not_tear_a_row():
    odd = "one\x0btwo\u2028three\x85four"
    content = delimited([HEADINGS, ["May 2016", "", "", odd]] * 2, line_end="\n")

    assert words_of(content) == [odd] * 2


def test_the_delimiter_that_excel_states_is_taken_and_counts_as_a_row():
    content = b"sep=;\r\n" + delimited([HEADINGS, ["May 2016", "", "a,b,c,d", "x"]], delimiter=";")
    row = read_csv(content).rows[0]

    assert (row.own_row, row.text(Column.SOURCE)) == (3, "a,b,c,d")


def test_empty_lines_are_rows_and_those_at_the_end_are_not():
    content = delimited([HEADINGS, ROW, [], ["", "", "", ""], ROW]) + b"\r\n\r\n"

    assert [(row.own_row, row.is_blank) for row in read_csv(content).rows] == [
        (2, False),
        (3, True),
        (4, True),
        (5, False),
    ]


class TestTornRows:
    def test_a_cell_too_many_is_a_fault(self):
        content = b"Date,Event\r\n22/05/2016,Seen, then home\r\n23/05/2016,Rang,\r\n"

        assert [row.fault for row in read_csv(content).rows] == [
            "3 cells where 2 are expected",
            "",
        ]

    def test_without_a_heading_most_rows_say_how_many_cells_there_are(self):
        rows = [["22/05/2016", "Seen at home by the nurse."]] * 3
        content = delimited([*rows, ["22/05/2016", "Seen at home", "and rang."]])

        assert [row.fault for row in read_csv(content).rows] == [
            "",
            "",
            "",
            "3 cells where 2 are expected",
        ]

    def test_a_quotation_mark_that_is_never_closed_is_a_fault(self):
        content = b'Date,Event\r\n22/05/2016,Seen\r\n23/05/2016,"Rang\r\n24/05/2016,Moved\r\n'

        assert [row.fault for row in read_csv(content).rows] == [
            "",
            "a quotation mark that is opened and never closed",
        ]

    def test_a_cell_that_swallows_the_file_is_refused(self):
        content = b'Date,Event\r\n22/05/2016,Seen\r\n23/05/2016,"' + b"x" * 140_000

        with pytest.raises(CannotRead, match="Row 3 cannot be told from the next"):
            read_csv(content)

    def test_it_is_refused_even_if_no_delimiter_can_be_told(self):
        with pytest.raises(CannotRead, match="No columns"):
            read_csv(b'"' + b"x" * 140_000)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "No columns"),
        (b"One line of words\r\nAnother\r\n", "No columns"),
        (b"\x00\x01\x02,\x03\r\n" * 9, "not text"),
        (b"\xff\xfe\x00", "not text"),
        (b"\x81\x8d,\x8f\n", "not text"),
        (delimited([HEADINGS]), "no rows"),
        (delimited([["Name", "Age"], ["A", "3"]]), "No chronology"),
    ],
)
def test_what_cannot_be_read_says_so(content, words, monkeypatch):
    monkeypatch.setattr(module, "ENCODINGS", ["cp1252"])

    with pytest.raises(CannotRead, match=words):
        read_csv(content)
