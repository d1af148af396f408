"""What a machine reads of a letter, and of a paper about to go out."""

from io import BytesIO

import docx
import pikepdf
import pytest

from documents import pdf_words as pdf
from documents.kinds import DocumentKind
from documents.pdf_words import properties_of_pdf, words_of_pdf
from documents.rendering import as_pdf
from publications.readers.letters import words_of
from tests.factories.documents import DocumentFactory

LONG = "The board read the report with great care and found it clear. " * 4
pytestmark = pytest.mark.django_db


def document(content, kind):
    return DocumentFactory(content=content, kind=kind)


@pytest.mark.slow
def test_a_paper_of_ours_is_read_whole_with_words_that_lines_take_apart():
    html = (
        '<html lang="en"><title>About Zoë</title><body style="hyphens: auto; width: 60mm">'
        "<h1>“Quoted” ffi – Łukasz</h1><p>Extraordinarily incomprehensible representations.</p>"
    )
    content = as_pdf(html, styles="")

    words = words_of_pdf(content)
    assert "“Quoted” ffi – Łukasz" in " ".join(words.split())
    assert "incomprehensible" in words
    assert "About Zoë" in properties_of_pdf(content)
    assert "“Quoted” ffi – Łukasz" in properties_of_pdf(content)


@pytest.mark.slow
def test_a_letter_as_pdf_comes_in_paragraphs():
    content = as_pdf(
        f"<html lang='en'><body style='hyphens: auto'><p>Dear chair,</p><p>{LONG}</p>"
        "<p>- One point that stands alone</p>",
        styles="",
    )

    lines = words_of(document(content, DocumentKind.PDF)).split("\n\n")
    assert lines[0] == "Dear chair,"
    assert lines[-1] == "- One point that stands alone"
    assert "great care and found it clear." in lines[1]


def test_a_scan_has_no_words():
    paper = pikepdf.new()
    paper.add_blank_page()
    kept = BytesIO()
    paper.save(kept)

    assert words_of(document(kept.getvalue(), DocumentKind.PDF)) == ""


def test_a_word_letter_is_read_with_its_points_and_tables():
    paper = docx.Document()
    paper.add_paragraph(LONG)
    paper.add_paragraph("Shorten it.", style="List Bullet")
    paper.add_table(rows=1, cols=1).cell(0, 0).text = "In a table"
    kept = BytesIO()
    paper.save(kept)

    words = words_of(document(kept.getvalue(), DocumentKind.DOCX))
    assert "• Shorten it." in words
    assert "In a table" in words


def test_letters_as_text_and_email_are_read():
    assert words_of(document(LONG.encode(), DocumentKind.TXT)).startswith("The board")
    assert "care’s" in words_of(document(f"care’s {LONG}".encode("cp1252"), DocumentKind.TXT))
    email = f"From: a@b.example\nSubject: x\nContent-Type: text/plain\n\n{LONG}"
    assert words_of(document(email.encode(), DocumentKind.EML)).startswith("The board")
    assert words_of(document(b"From: a@b.example\nContent-Type: image/png\n\n", "EML")) == ""


def test_what_cannot_be_read_is_nothing_and_no_mistake():
    assert words_of(document(b"\x89PNG", DocumentKind.PNG)) == ""
    assert words_of(document(b"%PDF-broken", DocumentKind.PDF)) == ""


def test_tables_of_fonts_are_read_in_all_their_forms():
    program = (
        b"2 beginbfchar <01> <0041> <02> <D83DDE00> endbfchar "
        b"3 beginbfrange <03> <05> <0061> <06> <07> [<0058> <0059>] <08> <09> <> endbfrange"
    )

    table = pdf.table_of(program)

    assert {code: table.get(code) for code in range(1, 9)} == {
        1: "A", 2: "😀", 3: "a", 4: "b", 5: "c", 6: "X", 7: "Y", 8: None,
    }  # fmt: skip


class Font(dict):
    """A font as pikepdf shows one."""


def test_fonts_without_a_table_are_read_where_their_letters_are_plain():
    plain = pdf.Letters(Font({"/Subtype": "/Type1"}))
    assert plain.read(b"caf\xe9 \x93") == "café “"
    wide = pdf.Letters(Font({"/Subtype": "/Type0"}))
    assert wide.read(b"\x00\x41") == pdf.UNKNOWN


def drawn(program, resources=True):
    paper = pikepdf.new()
    paper.add_blank_page()
    page = paper.pages[0]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    if resources:
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = paper.make_stream(program)
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def test_steps_between_letters_are_spaces_and_lines_are_lines():
    program = b"(lost) Tj BT /F1 12 Tf [(Two)-300(words)-20(together)] TJ T* (Next) Tj ET"

    assert words_of_pdf(drawn(program)).split("\n")[:2] == ["Two wordstogether", "Next"]
    assert words_of_pdf(drawn(b"BT /F1 12 Tf (x) Tj ET", resources=False)).strip() == ""
