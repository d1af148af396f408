"""Every fault of a row at once, where the person who has the file finds it."""

import pytest
from docx import Document

from chronologies.checks import verdict as module
from chronologies.checks.verdict import CHECKS, check_rows
from tests.chronologies.files import (
    HEADINGS,
    add_table,
    delimited,
    excel,
    read_csv,
    read_excel,
    read_word,
    saved,
    word,
)

GOOD = ["22/05/2016", "14:30", "Record", "Seen at home."]
WORDED = "What happened"


def errors_of(rows):
    return [(error.place, error.found, error.wanted) for error in check_rows(rows).errors]


def only_error(rows):
    errors = errors_of(rows)
    assert len(errors) == 1
    return errors[0]


def test_each_check_is_a_file_of_its_own_name():
    assert [check.__module__.rsplit(".", 1)[1] for check in CHECKS] == [
        check.__name__ for check in CHECKS
    ]
    assert [check.__name__ for check in CHECKS] == [
        "row_is_whole",
        "cells_can_be_read",
        "text_is_present",
        "date_is_possible",
    ]
    assert module.row_is_blank.__name__ == "row_is_blank"


class TestRows:
    def test_rows_read_are_entries_and_rejected_and_blank(self):
        file = read_csv(
            delimited(
                [
                    HEADINGS,
                    GOOD,
                    ["", "", " ", "\u200b"],
                    ["31/2/16", "", "", "Rang."],
                    ["", "", "", "Later."],
                    ["1/1/16", "", "", ""],
                ]
            )
        )
        verdict = check_rows(file.rows)

        assert [entry.row.own_row for entry in verdict.entries] == [2, 5]
        assert [rejected.row.own_row for rejected in verdict.rejected] == [4, 6]
        assert [row.own_row for row in verdict.blank] == [3]
        assert verdict.rows_read == len(file.rows) == 5

    def test_a_row_without_a_readable_date_is_an_entry_that_asks_for_it(self):
        rows = [GOOD, ["", "", "", "Later."], ["n/k", "", "", "Then."], ["May 2016", "", "", "X"]]
        verdict = check_rows(read_csv(delimited([HEADINGS, *rows])).rows)

        assert [entry.row.number for entry in verdict.undated] == [2, 3]
        assert not verdict.rejected

    def test_all_faults_of_a_row_are_told_at_once(self):
        content = b"Date,Source,What happened\r\n31/2/16,GP,,torn\r\n"
        verdict = check_rows(read_csv(content).rows)

        assert [error.column for error in verdict.rejected[0].errors] == ["", WORDED, "Date"]

    def test_a_blank_row_has_no_faults(self):
        assert errors_of(read_word(word([HEADINGS, GOOD, [""] * 4])).rows) == []


class TestRowIsWhole:
    def test_a_torn_row_is_told_by_its_place(self):
        content = b"Date,What happened\r\n22/05/2016,Seen, then home\r\n"

        assert only_error(read_csv(content).rows) == (
            "row 2",
            "3 cells where 2 are expected",
            "one cell for each column; words with a comma in them stand in quotation marks",
        )


class TestTextIsPresent:
    def test_a_row_without_words_is_told_by_its_place(self):
        rows = read_word(word([["Who", "Date", "Details of contact"], ["A", "1/1/16", ""]])).rows

        assert only_error(rows) == (
            "Table 1, row 2, Details of contact",
            "no words",
            "what happened, in this row",
        )

    @pytest.mark.parametrize("unseen", ["", " ", "\n\t", "\u00a0", "\u200b"])
    def test_words_that_cannot_be_seen_are_none(self, unseen):
        rows = read_csv(delimited([HEADINGS, ["1/1/16", "", "", unseen]])).rows

        assert only_error(rows)[1] == "no words"


class TestCellsCanBeRead:
    def test_a_formula_without_its_value_is_told_once(self):
        rows = read_excel(excel([HEADINGS, ["1/1/16", "", "", "=A9"]])).rows

        assert only_error(rows) == (
            "Sheet “Sheet1”, row 2, What happened",
            "a formula whose value was not saved",
            "words that can be read; in Excel, put the value in place of the formula",
        )

    def test_an_error_of_excel_in_the_date_is_told(self):
        rows = read_excel(excel([HEADINGS, ["#VALUE!", "", "", "Seen."]])).rows

        assert only_error(rows)[:2] == (
            "Sheet “Sheet1”, row 2, Date",
            "an error of Excel, #VALUE!",
        )

    def test_one_in_another_column_is_no_matter(self):
        rows = read_excel(excel([HEADINGS, ["1/1/16", "", "#REF!", "Seen."]])).rows

        assert errors_of(rows) == []


class TestDateIsPossible:
    def test_an_impossible_date_is_told_with_what_is_wanted(self):
        rows = read_csv(delimited([HEADINGS, ["31/2/16", "", "", "Rang."]])).rows

        assert only_error(rows) == (
            "row 2, Date",
            "31/2/16 (there is no 31 February)",
            (
                "a day that exists, written day, month, year, such as 22/05/2016; "
                "where the day is not known, the month or the year alone"
            ),
        )

    def test_the_first_thirteenth_is_no_month(self):
        rows = read_csv(delimited([HEADINGS, ["1/13/2019", "", "", "Rang."]])).rows

        assert only_error(rows)[1] == "1/13/2019 (there is no month 13)"


def test_words_merged_with_the_row_above_are_wanted_in_each_row():
    document = Document()
    table = add_table(document, [HEADINGS, GOOD, ["23/05/2016", "", "", ""]])
    table.cell(1, 3).merge(table.cell(2, 3)).text = "Seen twice."

    assert only_error(read_word(saved(document)).rows) == (
        "Table 1, row 3, What happened",
        "words merged with the row above",
        "what happened, in this row",
    )
