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
from tests.chronologies.open_documents import open_sheets, open_text

ROW = ["22/05/2016", "14:30", "Record", "Seen at home."]
KINDS = [
    DocumentKind.DOCX,
    DocumentKind.XLSX,
    DocumentKind.CSV,
    DocumentKind.ODT,
    DocumentKind.ODS,
]
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


WIDE = [["Date", "What happened", *["x"] * 254], ["22/05/2016", "Seen.", *["y"] * 254]]
WIDER = [*WIDE, ["23/05/2016", "Seen again.", *[""] * 254, "z"]]
FILES = {
    DocumentKind.DOCX: word,
    DocumentKind.XLSX: excel,
    DocumentKind.CSV: delimited,
    DocumentKind.ODT: open_text,
    DocumentKind.ODS: open_sheets,
}


@pytest.mark.parametrize("kind", FILES)
def test_any_number_of_columns_up_to_the_limit_and_no_more(kind):
    (grid,) = open_file(FILES[kind](WIDE), kind=kind)

    assert grid.width == 256
    with pytest.raises(CannotRead, match="256 columns"):
        open_file(FILES[kind](WIDER), kind=kind)


@pytest.mark.parametrize("kind", FILES)
def test_columns_in_which_nothing_stands_are_left_out(kind):
    endless = [[*row, *[""] * 300] for row in WIDE]
    (grid,) = open_file(FILES[kind](endless), kind=kind)

    assert grid.width == 256


def test_a_pdf_is_no_chronology():
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
    of=st.sampled_from(
        [
            (DocumentKind.DOCX, "word/document.xml"),
            (DocumentKind.XLSX, "xl/worksheets/sheet1.xml"),
            (DocumentKind.XLSX, "xl/workbook.xml"),
            (DocumentKind.ODT, "content.xml"),
            (DocumentKind.ODS, "content.xml"),
            (DocumentKind.ODS, "styles.xml"),
        ]
    ),
    at=st.floats(0, 1),
    junk=st.binary(max_size=12),
)
def test_a_damaged_office_file_is_read_or_refused(of, at, junk):
    kind, part = of
    whole = WHOLE[kind]
    result = BytesIO()
    with ZipFile(BytesIO(whole)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            words = source.read(name)
            cut = int(at * len(words))
            target.writestr(name, words[:cut] + junk + words[cut:] if name == part else words)

    read_or_refuse(result.getvalue(), kind)


MAKERS = {
    DocumentKind.DOCX: word,
    DocumentKind.XLSX: excel,
    DocumentKind.ODT: open_text,
    DocumentKind.ODS: open_sheets,
}
WHOLE = {kind: make([HEADINGS, ROW]) for kind, make in MAKERS.items()}


@pytest.mark.slow
@settings(max_examples=40)
@given(table=TABLE, make=st.sampled_from(sorted(MAKERS.items())))
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
    assert set(words) <= {as_kept(row[3], kind) for row in table}
    if kind in (DocumentKind.DOCX, DocumentKind.ODT):
        assert len(file.rows) + len(others) == len(table)


def as_kept(words, kind):
    """Spaces side by side are one in OpenDocument, where they are not written as elements."""
    is_open = kind in (DocumentKind.ODT, DocumentKind.ODS)
    return " ".join(words.split(" ")).strip(" ") if is_open else words
