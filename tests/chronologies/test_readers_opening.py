"""The door to the readers: limits, and what holds for any bytes and any cells."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronologies.checks.verdict import check_rows
from chronologies.readers import opening
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from chronologies.readers.opening import open_file, read_file
from documents.kinds import DocumentKind
from tests.chronologies.files import HEADINGS, delimited, excel, read_csv, word

ROW = ["22/05/2016", "14:30", "Record", "Seen at home."]
KINDS = [DocumentKind.DOCX, DocumentKind.XLSX, DocumentKind.CSV]
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
DATES = st.sampled_from(["22/05/2016", "May 2016", "?2016", "31/2/2016", "", "n/k", "x"])
TABLE = st.lists(st.tuples(DATES, CELLS, CELLS, CELLS), min_size=1, max_size=8)


def test_any_number_of_rows_up_to_the_limit_and_no_more(monkeypatch):
    monkeypatch.setattr(opening, "MAX_ROWS", 3)

    assert len(read_csv(delimited([HEADINGS, *[ROW] * 3])).rows) == 3
    with pytest.raises(CannotRead, match="30,000 rows"):
        read_csv(delimited([HEADINGS, *[ROW] * 4]))


def test_a_file_of_other_rows_alone_has_its_limit_too(monkeypatch):
    monkeypatch.setattr(opening, "MAX_OTHER_ROWS", 0)
    monkeypatch.setattr(opening, "MAX_ROWS", 1)

    with pytest.raises(CannotRead, match="30,000 rows"):
        open_file(word([["A", "B"]] * 2), kind=DocumentKind.DOCX)


def test_only_three_kinds_of_file_are_chronologies():
    with pytest.raises(CannotRead, match="Word document"):
        open_file(b"%PDF-1.7", kind=DocumentKind.PDF)


def read_or_refuse(content, kind):
    """Return the file, or None if it is refused; anything else that is raised is a fault."""
    with suppress(CannotRead):
        return read_file(content, kind=kind, reference_year=2026)


@pytest.mark.slow
@given(content=st.binary(max_size=400), kind=st.sampled_from(KINDS))
def test_any_bytes_are_read_or_refused(content, kind):
    read_or_refuse(content, kind)


@pytest.mark.slow
@settings(max_examples=60)
@given(
    part=st.sampled_from(["word/document.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"]),
    at=st.floats(0, 1),
    junk=st.binary(max_size=12),
)
def test_a_damaged_office_file_is_read_or_refused(part, at, junk):
    kind, whole = OFFICE[part.split("/")[0]]
    result = BytesIO()
    with ZipFile(BytesIO(whole)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            words = source.read(name)
            cut = int(at * len(words))
            target.writestr(name, words[:cut] + junk + words[cut:] if name == part else words)

    read_or_refuse(result.getvalue(), kind)


OFFICE = {
    "word": (DocumentKind.DOCX, word([HEADINGS, ROW])),
    "xl": (DocumentKind.XLSX, excel([HEADINGS, ROW])),
}


@pytest.mark.slow
@settings(max_examples=40)
@given(table=TABLE, make=st.sampled_from([(DocumentKind.DOCX, word), (DocumentKind.XLSX, excel)]))
def test_any_cells_are_counted_once_and_keep_their_words(table, make):
    kind, paper = make
    file = read_or_refuse(paper([HEADINGS, *map(list, table)]), kind)
    if file is None:
        return
    verdict = check_rows(file.rows)
    others = [row for row in file.tables[0].left_out if row.why != "the heading"]
    words = [entry.row.text(Column.WHAT_HAPPENED) for entry in verdict.entries]

    assert verdict.rows_read == len(file.rows)
    assert [row.number for row in file.rows] == list(range(1, len(file.rows) + 1))
    assert set(words) <= {row[3] for row in table}
    if kind is DocumentKind.DOCX:
        assert len(file.rows) + len(others) == len(table)
