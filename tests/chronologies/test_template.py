"""The review's own template, as it is sent out and as it comes back."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from chronologies.checks.verdict import check_rows
from chronologies.papers.template_docx import template_docx
from chronologies.papers.template_words import WANTED
from chronologies.papers.template_xlsx import template_xlsx
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from chronologies.readers.own_template import COLUMNS
from documents.inspection import kind_of
from documents.kinds import DocumentKind
from tests.chronologies.documented import rows_of
from tests.chronologies.files import read_excel, read_word, saved

FILLED = {
    Column.DATE: "?22 May 2016",
    Column.TIME: "14.30",
    **{column: f"{column.label} words" for column in COLUMNS[2:]},
}


def filled_docx():
    document = Document(BytesIO(template_docx()))
    for cell, column in zip(document.tables[0].rows[3].cells, COLUMNS, strict=True):
        cell.text = FILLED[column]
    return read_word(saved(document))


def filled_xlsx():
    workbook = load_workbook(BytesIO(template_xlsx()))
    workbook.worksheets[0].append([FILLED[column] for column in COLUMNS])
    return read_excel(saved(workbook))


@pytest.mark.parametrize("filled", [filled_docx, filled_xlsx])
def test_what_is_filled_in_comes_back_column_by_column(filled):
    file = filled()
    entry = check_rows(file.rows).entries[0]

    assert file.tables[0].layout.columns == COLUMNS
    assert entry.row.words == FILLED
    assert (str(entry.date.earliest), f"{entry.date.time:%H:%M}") == ("2016-05-22", "14:30")


@pytest.mark.parametrize("filled", [filled_docx, filled_xlsx])
def test_the_example_left_in_is_no_entry(filled):
    file = filled()
    verdict = check_rows(file.rows)

    assert (len(verdict.entries), len(verdict.rejected)) == (1, 0)
    assert [row.why for row in file.tables[0].left_out] == [
        "the heading",
        "the template's example",
        "the template's example",
    ]


@pytest.mark.parametrize(
    ("make", "read"), [(template_docx, read_word), (template_xlsx, read_excel)]
)
def test_an_untouched_template_has_nothing_in_it(make, read):
    with pytest.raises(CannotRead, match="no rows"):
        read(make())


@pytest.mark.parametrize("make", [template_docx, template_xlsx])
def test_the_same_bytes_every_time(make):
    assert make() == make()


def test_both_are_files_that_are_taken_in():
    assert kind_of(template_docx(), accept={DocumentKind.DOCX}) is DocumentKind.DOCX
    assert kind_of(template_xlsx(), accept={DocumentKind.XLSX}) is DocumentKind.XLSX


def test_the_columns_are_those_of_the_page():
    named = rows_of("chronology-files.md", headings=["Column of the template"])

    assert named == [[column.label] for column in COLUMNS]
    assert set(WANTED) == set(COLUMNS)


def test_the_workbook_hints_and_never_forbids():
    sheet = load_workbook(BytesIO(template_xlsx())).worksheets[0]
    rules = sheet.data_validations.dataValidation

    assert [rule.prompt for rule in rules] == [WANTED[column].hint for column in COLUMNS]
    assert {rule.errorStyle for rule in rules} == {"information"}
    assert '"Routine,Relevant,Key"' in [rule.formula1 for rule in rules]


def test_nobody_in_the_example_is_real_and_it_says_so():
    texts = [cell.text for cell in Document(BytesIO(template_docx())).tables[0].columns[7].cells]

    assert [text.split(",")[0] for text in texts[1:3]] == ["EXAMPLE", "EXAMPLE"]
