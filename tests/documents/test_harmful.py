"""What could harm whoever opens a file, hidden in files that are otherwise sound."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pikepdf
import pytest

from documents.inspection import FileRefused, kind_of, office
from documents.kinds import DocumentKind
from tests.documents import samples

EVERY_KIND = frozenset(DocumentKind)


def refusal(content):
    with pytest.raises(FileRefused) as refused:
        kind_of(content, accept=EVERY_KIND)
    return refused.value


class TestForeign:
    @pytest.mark.parametrize(
        "content",
        [
            b"MZ\x90\x00\x03\x00",
            b"\x7fELF\x02\x01",
            b"\xca\xfe\xba\xbe\x00",
            b"L\x00\x00\x00\x01\x14\x02\x00",
        ],
    )
    def test_a_program_is_refused(self, content):
        assert refusal(content).code == "program"

    @pytest.mark.parametrize(
        "content",
        [
            b"Rar!\x1a\x07\x00",
            b"7z\xbc\xaf\x27\x1c",
            b"\x1f\x8b\x08\x00",
            b"BZh91AY&SY",
            b"MSCF\x00\x00",
            b"PK\x05\x06" + bytes(18),
            b"readme".ljust(257, b"\0") + b"ustar",
            bytes(32_769) + b"CD001",
        ],
    )
    def test_an_archive_is_refused_in_words(self, content):
        refused = refusal(content)

        assert refused.code == "archive"
        assert "one by one" in str(refused)

    def test_words_that_begin_like_a_program_are_words(self):
        assert kind_of(b"MZ met AJ at the surgery.\n", accept=EVERY_KIND) == DocumentKind.TXT


class TestTwoKinds:
    @pytest.mark.parametrize(
        "content",
        [
            samples.pdf() + samples.word(),
            samples.pdf() + samples.archive(run_exe=b"MZ"),
            samples.PNG + samples.pdf(),
            samples.JPEG + samples.archive(run_exe=b"MZ"),
            b"<script>alert(1)</script>\n" + samples.pdf(),
            samples.CSV + samples.archive(run_exe=b"MZ"),
            samples.archive(**{"a__%PDF-1_7": b"%PDF-1.7"}) + samples.pdf(),
        ],
    )
    def test_they_are_refused(self, content):
        assert refusal(content).code == "two_kinds"


class TestLinks:
    @pytest.mark.parametrize(
        ("kind", "target", "code"),
        [
            ("attachedTemplate", "https://evil.example/t.dotm", "template"),
            ("attachedTemplate", "file:///\\\\evil.example\\share\\t.dotm", "template"),
            ("attachedTemplate", "\\\\10.0.0.1\\share\\t.dotm", "template"),
            ("attachedTemplate", "file://evil.example/t.dotm", "template"),
            ("attachedTemplate", "%5c%5cevil.example%5ct.dotm", "template"),
            ("image", "http://evil.example/pixel.png", "link"),
            ("oleObject", "mhtml:http://evil.example/x!x-usc:http://evil.example", "link"),
            ("externalLinkPath", "https://evil.example/book.xlsx", "link"),
            ("frame", "ftp://evil.example/a", "link"),
        ],
    )
    def test_what_fetches_from_elsewhere_is_refused(self, kind, target, code):
        content = samples.word_with(
            word___rels__settings_rels=samples.relationships((kind, target))
        )

        assert refusal(content).code == code

    @pytest.mark.parametrize(
        ("kind", "target"),
        [
            ("hyperlink", "https://council.example/policy"),
            ("hyperlink", "file:///\\\\server\\policies\\dv.docx"),
            ("attachedTemplate", "file:///C:\\Users\\sam\\Normal.dotm"),
            ("attachedTemplate", "Normal.dotm"),
            ("externalLinkPath", "C:/work/book.xlsx"),
            ("externalLinkPath", "/Users/sam/book.xlsx"),
            ("externalLinkPath", "book.xlsx"),
        ],
    )
    def test_a_link_to_click_on_and_a_place_on_ones_own_disk_are_not(self, kind, target):
        content = samples.word_with(
            word___rels__settings_rels=samples.relationships((kind, target))
        )

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX

    def test_a_target_inside_the_file_is_not(self):
        inside = samples.relationships(("image", "http://in.example/a.png"), outside=False)
        content = samples.word_with(word___rels__document_rels=inside)

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX

    def test_a_link_that_starts_another_program_is_refused(self):
        link = '<x:externalLink xmlns:x="x"><x:ddeLink ddeService="cmd"/></x:externalLink>'
        content = samples.word_with(xl__externalLinks__externalLink1_xml=link)

        assert refusal(content).code == "link"

    def test_values_of_another_workbook_are_not(self):
        link = "<externalLink><externalBook/></externalLink>"
        content = samples.word_with(xl__externalLinks__externalLink1_xml=link)

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX


class TestObjects:
    @pytest.mark.parametrize(
        "parts",
        [
            {"word__embeddings__oleObject1_bin": samples.ole("\1Ole10Native")},
            {"word__embeddings__invoice_exe": b"MZ\x90\x00"},
            {"word__media__image1_png": b"MZ\x90\x00"},
            {"word__activeX__activeX1_xml": "<ocx/>"},
            {"word__afchunk_rtf": b"{\\rtf1 words}"},
            {"word__embeddings__a_7z": b"7z\xbc\xaf\x27\x1c"},
        ],
    )
    def test_they_are_refused(self, parts):
        refused = refusal(samples.word_with(**parts))

        assert refused.code == "object"
        assert "on its own" in str(refused)

    def test_the_workbook_behind_a_chart_is_not(self):
        content = samples.word_with(word__embeddings__sheet1_xlsx=samples.excel())

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX

    def test_nor_is_a_drawing_that_word_packs(self):
        content = samples.word_with(word__media__image1_emz=b"\x1f\x8b\x08\x00")

        assert kind_of(content, accept=EVERY_KIND) == DocumentKind.DOCX

    @pytest.mark.parametrize(
        ("inside", "code"),
        [
            (samples.archive(readme_txt="words"), "archive"),
            (samples.word_with(word__vbaProject_bin=b"\xcc\x61"), "macros"),
            (
                samples.word_with(word__document_xml='<!DOCTYPE d [<!ENTITY a "b">]><d/>'),
                "entities",
            ),
            (samples.word_with(word__embeddings__a_xlsx=samples.excel()), "object"),
            (b"PK\x03\x04" + bytes(100), "broken"),
        ],
    )
    def test_what_lies_inside_is_looked_into(self, inside, code):
        assert refusal(samples.word_with(word__embeddings__a_xlsx=inside)).code == code

    def test_all_that_lies_inside_is_measured_together(self, monkeypatch):
        sheet = samples.excel()
        content = samples.word_with(word__a_xlsx=sheet, word__b_xlsx=sheet)
        monkeypatch.setattr(office, "MAX_UNPACKED", 2 * len(sheet) + 2_000)

        assert refusal(content).code == "unpacks_too_large"


class TestAttached:
    @pytest.mark.parametrize(
        "inside",
        [
            b"MZ\x90\x00",
            samples.archive(run_js="words"),
            samples.word_with(word__vbaProject_bin=b"\xcc\x61"),
            samples.ole("WordDocument", "_VBA_PROJECT"),
        ],
    )
    @pytest.mark.parametrize("around", [samples.email_with, samples.pdf_with])
    def test_a_program_an_archive_or_macros_are_refused(self, inside, around):
        assert refusal(around(inside)).code == "attached"

    @pytest.mark.parametrize("inside", [samples.ole("WordDocument"), samples.pdf(), samples.PNG])
    def test_a_document_is_not(self, inside):
        assert kind_of(samples.email_with(inside), accept=EVERY_KIND) == DocumentKind.EML

    def test_an_email_in_an_email_is_looked_into(self):
        inner = samples.email_with(b"MZ\x90\x00").decode()
        outer = f"From: a@b.example\nDate: x\nContent-Type: message/rfc822\n\n{inner}"

        assert refusal(outer.encode()).code == "attached"

    def test_an_email_nested_without_end_is_refused(self):
        head = "From: a@b.example\nDate: x\nContent-Type: message/rfc822\n\n"

        assert refusal((head * 3000).encode()).code == "broken"


class TestActivePdf:
    @pytest.mark.parametrize(
        "action",
        [
            pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
            pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"),
            pikepdf.Dictionary(S=pikepdf.Name.URI, Next=pikepdf.Dictionary(S=pikepdf.Name.Launch)),
        ],
    )
    def test_scripts_and_programs_are_refused(self, action):
        refused = refusal(samples.acting_pdf(OpenAction=action))

        assert refused.code == "active"
        assert "Print" in str(refused)

    def test_a_name_written_otherwise_is_the_same_name(self):
        content = samples.acting_pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript))
        hidden = content.replace(b"/JavaScript", b"/J#61vaScript")

        assert hidden != content
        assert refusal(hidden).code == "active"

    def test_a_link_is_none(self):
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://council.example")

        assert kind_of(samples.acting_pdf(OpenAction=action), accept=EVERY_KIND)


class TestMoreOfOffice:
    def test_two_parts_of_one_name_are_refused(self):
        made = BytesIO(samples.word_with())
        with ZipFile(made, "a") as archive:
            archive.writestr("WORD/document.xml", "<other/>")

        assert refusal(made.getvalue()).code == "broken"

    def test_a_rare_way_to_pack_is_refused(self):
        made = BytesIO(samples.word_with())
        with ZipFile(made, "a", ZIP_BZIP2) as archive:
            archive.writestr("word/other.xml", "<other/>")

        assert refusal(made.getvalue()).code == "broken"

    def test_a_part_that_cannot_be_unpacked_is_refused(self):
        content = bytearray(samples.word())
        start = content.index(b"word/document.xml") + 40
        content[start : start + 60] = bytes(60)

        assert refusal(bytes(content)).code == "broken"
