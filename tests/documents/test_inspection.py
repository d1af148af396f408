import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from documents.inspection import FileRefused, kind_of, office, text
from documents.kinds import DocumentKind
from tests.documents import samples

EVERY_KIND = frozenset(DocumentKind)
TABLES = frozenset({DocumentKind.DOCX, DocumentKind.XLSX, DocumentKind.CSV})


def refusal(content, *, accept=EVERY_KIND):
    with pytest.raises(FileRefused) as refused:
        kind_of(content, accept=accept)
    return refused.value


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.word(), DocumentKind.DOCX),
        (samples.excel(), DocumentKind.XLSX),
        (samples.pdf(), DocumentKind.PDF),
        (b"junk before it\n" + samples.pdf(), DocumentKind.PDF),
        (samples.email_with(samples.word()), DocumentKind.EML),
        (samples.pdf_with(samples.TXT), DocumentKind.PDF),
        (samples.ole("__properties_version1.0", "__substg1.0_0037001F"), DocumentKind.MSG),
        (samples.PNG, DocumentKind.PNG),
        (samples.JPEG, DocumentKind.JPEG),
        (samples.ICS, DocumentKind.ICS),
        (samples.EML, DocumentKind.EML),
        (b"\xef\xbb\xbf" + samples.EML, DocumentKind.EML),
        (samples.CSV, DocumentKind.CSV),
        (samples.CSV.replace(b",", b";"), DocumentKind.CSV),
        (samples.CSV.replace(b",", b"\t"), DocumentKind.CSV),
        (samples.CSV.decode().encode("utf-16"), DocumentKind.CSV),
        ("Date,Café\n1,é\n".encode("cp1252"), DocumentKind.CSV),
        (b"Date,Source,What happened", DocumentKind.CSV),
        (b'Date,"two\nlines"\n1,2\n\n', DocumentKind.CSV),
        (samples.TXT, DocumentKind.TXT),
        (b"Date: not an email, only words\n", DocumentKind.TXT),
        (b"<script>alert(1)</script>", DocumentKind.TXT),
    ],
)
def test_a_file_is_what_it_holds(content, kind):
    assert kind_of(content, accept=EVERY_KIND) == kind


class TestReadings:
    @pytest.mark.parametrize("content", [samples.EML, samples.ICS, samples.CSV])
    def test_any_text_will_do_where_text_is_asked_for(self, content):
        assert kind_of(content, accept=frozenset({DocumentKind.TXT})) == DocumentKind.TXT

    def test_words_are_no_table(self):
        assert refusal(samples.TXT, accept=TABLES).code == "no_columns"

    def test_a_heading_alone_is_called_that(self):
        refused = refusal(b"Date,What happened\r\n\r\n", accept=TABLES)
        assert refused.code == "no_rows"
        assert "no rows under its heading" in str(refused)

    @pytest.mark.parametrize("heading", [b"Date,What happened\r\n", b"Date;Time;Event\r\n"])
    def test_a_cell_that_is_too_long_is_called_that(self, heading):
        row = b"22/05/2016,x;y," + b"x" * 2_000_000
        refused = refusal(heading + row, accept=TABLES)
        assert refused.code == "cell_too_long"
        assert "more than 131,072 letters" in str(refused)

    def test_another_kind_is_named_and_so_is_what_would_do(self):
        refused = refusal(samples.pdf(), accept=TABLES)

        assert refused.code == "wrong_kind"
        assert str(refused) == (
            "This is a PDF. Send a Word document, an Excel workbook or a CSV file instead."
        )

    def test_one_kind_is_named_alone(self):
        refused = refusal(samples.word(), accept=frozenset({DocumentKind.PDF}))

        assert str(refused) == "This is a Word document. Send a PDF instead."

    def test_a_table_with_a_cell_too_large_to_read_is_words(self):
        field = b"x" * 200_000
        assert kind_of(b"a," + field + b"\nb," + field, accept=EVERY_KIND) == DocumentKind.TXT


class TestText:
    @pytest.mark.parametrize("content", [b"\x00\x01\x02", b"\x81\x8d\x8f\x9d"])
    def test_what_is_no_text_is_not_known(self, content):
        assert refusal(content).code == "unknown"

    def test_broken_utf16_is_not_known(self):
        assert refusal(b"\xff\xfea").code == "unknown"

    def test_rich_text_is_refused_with_how_to_save_it_again(self):
        assert refusal(b"{\\rtf1\\ansi Words.}").code == "rich_text"

    @pytest.mark.parametrize("content", [b" \r\n\t", b"\xef\xbb\xbf"])
    def test_nothing_but_spaces_is_empty(self, content):
        assert refusal(content).code == "empty"

    def test_a_long_table_is_judged_by_its_beginning(self):
        rows = samples.CSV + b"ragged\n" * 3 + samples.CSV * text.ROWS_LOOKED_AT

        assert kind_of(rows, accept=EVERY_KIND) == DocumentKind.CSV


class TestPdf:
    def test_a_password_is_refused_with_what_to_do(self):
        refused = refusal(samples.pdf(password="secret"))

        assert refused.code == "password"
        assert "without one" in str(refused)

    @pytest.mark.parametrize("content", [b"%PDF-1.7\n", samples.pdf()[:150]])
    def test_a_damaged_one_is_refused(self, content):
        assert refusal(content).code == "broken"

    def test_one_without_pages_is_refused(self):
        assert refusal(samples.pdf(pages=0)).code == "no_pages"


class TestOldOffice:
    @pytest.mark.parametrize(
        ("names", "code", "word"),
        [
            (["EncryptionInfo", "EncryptedPackage"], "password", "type its password"),
            (["WordDocument", "1Table"], "old_word", ".docx"),
            (["Workbook"], "old_excel", ".xlsx"),
            (["Book"], "old_excel", ".xlsx"),
            (["PowerPoint Document"], "unknown", "PDF"),
            ([], "unknown", "PDF"),
        ],
    )
    def test_it_is_refused_with_how_to_save_it_again(self, names, code, word):
        refused = refusal(samples.ole(*names))

        assert refused.code == code
        assert word in str(refused)

    def test_an_email_with_an_old_document_attached_is_an_email(self):
        content = samples.ole("__properties_version1.0", "WordDocument")

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.MSG


class TestOffice:
    @pytest.mark.parametrize(
        "content",
        [
            samples.archive(readme_txt="words"),
            samples.open_document("graphics"),
            samples.word_with(types=samples.TYPES.format("application/other+xml")),
        ],
    )
    def test_another_archive_is_not_known(self, content):
        assert refusal(content).code == "unknown"

    @pytest.mark.parametrize(
        "content",
        [
            samples.word()[:1500],
            b"PK\x03\x04" + bytes(100),
            samples.word_with(types="<Types"),
            samples.word_with(types=b'<?xml version="1.0" encoding="klingon"?><Types/>'),
            samples.word_with(word__document_xml="no xml"),
            samples.word_with(word__document_xml=""),
            samples.word().replace(b"word/document.xml", b"word/dokument.xml", 1),
        ],
    )
    def test_a_damaged_one_is_refused(self, content):
        assert refusal(content).code == "broken"

    def test_an_entry_with_a_password_is_refused(self):
        content = bytearray(samples.word_with())
        start = content.rindex(b"PK\x01\x02")
        content[start + 8] |= 1

        assert refusal(bytes(content)).code == "password"


class TestMacros:
    @pytest.mark.parametrize(
        "content",
        [
            samples.word_with(word__vbaProject_bin=b"\xcc\x61"),
            samples.word_with(word__VBAPROJECT_BIN=b"\xcc\x61"),
            samples.word_with(types=samples.TYPES.format(samples.WORD_MACROS)),
            samples.word_with(xl__macrosheets__sheet1_xml="<sheet/>"),
        ],
    )
    def test_they_are_refused_with_how_to_save_it_again(self, content):
        refused = refusal(content)

        assert refused.code == "macros"
        assert "Save as" in str(refused)


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
OUTSIDE = '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'


class TestEntities:
    @pytest.mark.parametrize(
        "content",
        [
            samples.word_with(word__document_xml=BOMB),
            samples.word_with(word__document_xml=OUTSIDE),
            samples.word_with(word__document_xml=BOMB.encode("utf-16")),
            samples.word_with(word__document_xml=f"<!--{'x' * 200_000}-->{BOMB}"),
            samples.word_with(word___rels__document_rels=BOMB),
            samples.word_with(word__media__image1_svg=BOMB),
            samples.word_with(types=BOMB),
        ],
    )
    def test_they_are_refused_wherever_they_hide(self, content):
        assert refusal(content).code == "entities"

    @pytest.mark.parametrize(
        "inside",
        [
            "<p>one<br>two",
            "<!doctype html><p>",
            "<!DOCTYPE html><p>",
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg.dtd"><svg/>',
        ],
    )
    def test_a_drawing_or_page_inside_is_left_alone(self, inside):
        content = samples.word_with(word__afchunk_htm=inside)

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX


class TestBombs:
    def zipped(self, name, content, *, how=ZIP_DEFLATED):
        made = BytesIO()
        with ZipFile(made, "w", how) as archive:
            archive.writestr("[Content_Types].xml", samples.TYPES.format(samples.WORD))
            archive.writestr(name, content)
        return made.getvalue()

    def test_an_entry_that_unpacks_a_thousandfold_is_refused(self):
        content = self.zipped("word/document.xml", b"<d>" + b" " * 5_000_000)

        assert refusal(content).code == "unpacks_too_large"

    def test_a_long_table_of_the_same_words_is_not(self):
        row = "<row><c>3 March 2026</c><c>{}</c></row>"
        rows = "".join(row.format(number) for number in range(60_000))
        content = self.zipped("word/document.xml", f"<d>{rows}</d>")

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX

    def test_all_entries_together_are_measured(self, monkeypatch):
        monkeypatch.setattr(office, "MAX_UNPACKED", 1000)

        assert refusal(self.zipped("a", b"x" * 1000, how=ZIP_STORED)).code == "unpacks_too_large"

    def test_so_is_their_number(self, monkeypatch):
        monkeypatch.setattr(office, "MAX_ENTRIES", 1)

        assert refusal(samples.word_with()).code == "unpacks_too_large"

    def test_an_entry_that_lies_about_its_size_is_refused(self):
        content = bytearray(self.zipped("word/document.xml", b"<d/>" * 100))
        start = content.rindex(b"PK\x01\x02")
        content[start + 24 : start + 28] = (10).to_bytes(4, "little")

        assert refusal(bytes(content)).code == "broken"


def test_no_refusal_quotes_the_file():
    secret = b"Zoe Example was here"
    for content in (secret + b"\x00", b"%PDF-1.7 " + secret, b"PK\x03\x04" + secret):
        assert "Zoe" not in str(refusal(content))


NOT_WHOLE = {
    "unknown": bytes(range(256)),
    "csv with a null": samples.CSV + b"\x00",
    "archive": samples.archive(a__txt=b"x"),
    "program": b"MZ" + bytes(200),
    "pdf": samples.pdf(),
    "damaged pdf": b"%PDF-1.7 no more",
    "pdf and more": b"<html>" + samples.pdf(),
    "container": samples.ole("Something"),
    "rich text": rb"{\rtf1 words}",
    "old word": samples.ole("WordDocument"),
    "old excel": samples.ole("Workbook"),
    "macros": samples.word_and("word/vbaProject.bin", b"x"),
    "spreadsheet": samples.open_document("spreadsheet"),
}
CALLED = {
    DocumentKind.DOCX: "Word document",
    DocumentKind.XLSX: "Excel workbook",
    DocumentKind.CSV: "CSV",
    DocumentKind.PDF: "a PDF",
}


@pytest.mark.parametrize("name", NOT_WHOLE)
@pytest.mark.parametrize(
    "accept",
    [
        {DocumentKind.DOCX, DocumentKind.XLSX, DocumentKind.CSV},
        {DocumentKind.XLSX},
        {DocumentKind.PDF},
    ],
)
def test_what_to_do_names_only_what_is_taken_in_there(name, accept):
    if name == "pdf" and DocumentKind.PDF in accept:
        return
    told = str(refusal(NOT_WHOLE[name], accept=frozenset(accept)))
    _what, to_do = re.split(r"(?<=\.) (?=Send|Open|Choose)", told, maxsplit=1)
    assert any(CALLED[kind] in to_do for kind in accept)
    assert not any(words in to_do for kind, words in CALLED.items() if kind not in accept)
