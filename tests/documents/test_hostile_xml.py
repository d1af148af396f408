"""XML bombs and external entities: refused at the door, and harmless to readers behind it."""

import zipfile
from io import BytesIO

import docx
import openpyxl
import pytest

from chronologies.readers.opening import open_file
from documents import protection
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind
from documents.limits import PROTECTED
from publications.readers.letters import words_of
from tests.chronologies.open_documents import open_sheets, open_text
from tests.documents import samples
from tests.factories.documents import DocumentFactory

LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
BOMBS = {
    "billion laughs": (f'<!DOCTYPE d [<!ENTITY l0 "lol">{LAUGHS}]>', "&l9;"),
    "quadratic": (f'<!DOCTYPE d [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 50_000),
    "a file": ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
    "a page": ('<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:1/">]>', "&a;"),
    "a parameter": ('<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>', "words"),
    "a DTD": ('<!DOCTYPE d SYSTEM "http://127.0.0.1:1/evil.dtd">', "words"),
}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def with_part(content, name, part):
    """Return an archive in which one part is another."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            target.writestr(each, part if each == name else source.read(each))
    return made.getvalue()


def word_bomb(doctype, words):
    table = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    body = f'<w:document xmlns:w="{W}"><w:body>{table}</w:body></w:document>'
    return with_part(samples.word(), "word/document.xml", f"{doctype}{body}")


def excel_bomb(doctype, words):
    row = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{words}</t></is></c></row>'
    sheet = f'<worksheet xmlns="{S}"><sheetData>{row}</sheetData></worksheet>'
    return with_part(samples.excel(), "xl/worksheets/sheet1.xml", f"{doctype}{sheet}")


def open_bomb(make):
    """Return how to hide a declaration in the content of an OpenDocument file."""

    def wrapped(doctype, words):
        content = make([["Words"]])
        with zipfile.ZipFile(BytesIO(content)) as archive:
            plain = archive.read("content.xml").decode()
        declared = plain.replace("?>", f"?>{doctype}", 1).replace("Words", words)
        return with_part(content, "content.xml", declared)

    return wrapped


OFFICE = ((DocumentKind.DOCX, word_bomb), (DocumentKind.XLSX, excel_bomb))
OPEN = ((DocumentKind.ODT, open_bomb(open_text)), (DocumentKind.ODS, open_bomb(open_sheets)))
WRAPPED = {
    f"{name}, {kind}": (kind, wrap(*bomb))
    for kind, wrap in (*OFFICE, *OPEN)
    for name, bomb in BOMBS.items()
}


IN_OFFICE = [name for name, (kind, _content) in WRAPPED.items() if kind in PROTECTED]


@pytest.mark.parametrize("name", WRAPPED)
class TestWrapped:
    def test_it_is_refused_at_the_door(self, name):
        with pytest.raises(FileRefused) as refused:
            kind_of(WRAPPED[name][1], accept=frozenset(DocumentKind))
        assert refused.value.code == "entities"

    def test_a_chronology_reader_behind_the_door_takes_nothing_of_it(self, name):
        kind, content = WRAPPED[name]
        assert "root:" not in read(lambda: words_of_grids(open_file(content, kind=kind)))


@pytest.mark.parametrize("name", IN_OFFICE)
class TestWrappedInOffice:
    def test_behind_a_password_too(self, name):
        protected = samples.protected(WRAPPED[name][1], password="Blue-Heron 42")
        opened = protection.without(protected, password="Blue-Heron 42")

        with pytest.raises(FileRefused) as refused:
            kind_of(opened, accept=frozenset(DocumentKind))
        assert refused.value.code == "entities"

    def test_nor_do_the_libraries_themselves(self, name):
        kind, content = WRAPPED[name]
        opened = words_of_docx if kind == DocumentKind.DOCX else words_of_xlsx
        assert "root:" not in read(lambda: opened(content))

    @pytest.mark.django_db
    def test_nor_does_the_reader_of_letters(self, name):
        kind, content = WRAPPED[name]
        assert "root:" not in words_of(DocumentFactory(kind=kind, content=content))


def read(reader):
    """Return the words that a reader makes of it: few, whatever they are, or none."""
    try:
        words = reader()
    except Exception:
        return ""
    assert len(words) < 1_000_000
    return words


def words_of_grids(grids):
    return "".join(cell.text for grid in grids for row in grid.rows for cell in row.cells)


def words_of_docx(content):
    tables = docx.Document(BytesIO(content)).tables
    return "".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def words_of_xlsx(content):
    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    return "".join(str(cell.value) for sheet in book for row in sheet for cell in row)
