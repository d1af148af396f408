"""OpenDocument files at the door: which are taken in, where, and what may not be in them."""

import pytest

from documents.inspection import FileRefused, kind_of
from documents.kinds import CORRESPONDENCE, DocumentKind
from tests.chronologies.open_documents import (
    MANIFEST,
    NAMESPACES,
    OASIS,
    cell,
    open_sheets,
    open_text,
    packed,
)
from tests.documents import samples

EVERY_KIND = frozenset(DocumentKind)
META = f"<office:document-meta {NAMESPACES}><office:meta>{{}}</office:meta></office:document-meta>"
ENCRYPTED = (
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry>"
)


def refusal(content, *, accept=EVERY_KIND):
    with pytest.raises(FileRefused) as refused:
        kind_of(content, accept=accept)
    return refused.value


def holding(inside):
    """Return a text in which this XML stands."""
    return packed("text", f"<office:text>{inside}</office:text>")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (open_text([["Words"]]), DocumentKind.ODT),
        (open_sheets([["Words"]]), DocumentKind.ODS),
        (samples.open_document("spreadsheet", Object_1__content_xml="<chart/>"), DocumentKind.ODS),
    ],
)
def test_what_libreoffice_saves_is_taken_in(content, kind):
    assert kind_of(content, accept=EVERY_KIND) == kind


@pytest.mark.parametrize(
    ("kind", "better"),
    [("text", "Word document (.docx)"), ("spreadsheet", "Excel workbook (.xlsx)")],
)
def test_where_no_chronology_is_asked_for_it_is_refused_with_how_to_save_it(kind, better):
    accept = CORRESPONDENCE | {DocumentKind.XLSX}
    refused = refusal(samples.open_document(kind), accept=accept)

    assert refused.code == "open_document"
    assert f"This is an OpenDocument {kind} (." in str(refused)
    assert f"choose Save as “{better}” and send the new file" in str(refused)


def test_one_with_a_password_is_refused_with_how_to_save_it_without():
    content = packed(
        "text",
        "",
        **{
            "content.xml": b"\x93\x00\xfe unreadable",
            "META-INF/manifest.xml": MANIFEST.format(ENCRYPTED),
        },
    )
    refused = refusal(content)

    assert refused.code == "password"
    assert "clear “Save with password”" in str(refused)


@pytest.mark.parametrize(
    "content",
    [
        samples.open_document("text", Basic__Standard__Module1_xml="<module/>"),
        samples.open_document("text", Scripts__python__a_py="print()"),
        samples.open_document("text", Object_1__Basic__script_xml="<module/>"),
        holding('<text:script script:language="JavaScript">alert()</text:script>'),
        holding(
            "<text:p><text:a><office:event-listeners>"
            '<script:event-listener script:language="ooo:script"/>'
            "</office:event-listeners></text:a></text:p>"
        ),
    ],
)
def test_macros_are_refused_wherever_they_are(content):
    assert refusal(content).code == "macros"


@pytest.mark.parametrize(
    "inside",
    [
        '<draw:image xlink:href="https://elsewhere.example/p.png"/>',
        '<draw:image xlink:href="//elsewhere.example/p.png"/>',
        r'<draw:object xlink:href="\\server\share\other.ods"/>',
        '<draw:floating-frame xlink:href="http://elsewhere.example/"/>',
        '<table:table><table:table-source xlink:href="file://server/other.ods"/></table:table>',
        '<form:button form:image-data="http://elsewhere.example/p.png"/>',
        '<x:image xmlns:x="urn:other" xmlns:y="http://www.w3.org/1999/xlink" y:href="http://a.b/"/>',
        '<office:dde-source office:dde-application="cmd"/>',
    ],
)
def test_what_would_be_fetched_or_started_is_refused(inside):
    assert refusal(holding(inside)).code == "link"


def test_so_it_is_in_an_object_inside():
    chart = '<c xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://a.b/"/>'

    assert refusal(samples.open_document("text", Object_1__content_xml=chart)).code == "link"


def test_a_template_on_another_computer_is_refused():
    template = '<meta:template xlink:href="http://elsewhere.example/t.ott"/>'

    assert refusal(packed("text", "", **{"meta.xml": META.format(template)})).code == "template"


@pytest.mark.parametrize(
    "inside",
    [
        '<text:p><text:a xlink:href="https://elsewhere.example/">there</text:a></text:p>',
        '<draw:image xlink:href="Pictures/1.png"/><draw:object xlink:href="./Object 1"/>',
        '<meta:template xlink:href="../../templates/letter.ott"/>',
        "<office:event-listeners/>",
    ],
)
def test_what_a_person_clicks_on_and_what_is_inside_may_stay(inside):
    assert kind_of(holding(inside), accept=EVERY_KIND) == DocumentKind.ODT


def test_a_word_document_that_says_it_is_an_open_document_is_two_kinds():
    content = samples.word_and("mimetype", b"application/vnd.oasis.opendocument.text")

    assert refusal(content).code == "two_kinds"


@pytest.mark.parametrize(
    "content",
    [
        packed("text", "", **{"content.xml": "no xml"}),
        packed("text", "", **{"content.xml": ""}),
        packed("text", "<office:text>"),
    ],
)
def test_a_damaged_one_is_refused(content):
    assert refusal(content).code == "broken"


@pytest.mark.parametrize("name", ["Object 1", "Pictures/a.bin"])
def test_another_file_inside_is_refused(name):
    inside = packed("text", "", **{name: samples.ole("WordDocument")})

    assert refusal(inside).code == "object"


def test_a_sheet_that_unpacks_a_thousandfold_is_refused():
    words = cell("a" * 5_000_000)

    assert refusal(open_sheets([[words]])).code == "unpacks_too_large"


def test_no_refusal_quotes_the_file():
    link = '<draw:image xlink:href="https://elsewhere.example/Zoe-Example.png"/>'

    assert "Zoe" not in str(refusal(holding(link)))
    assert OASIS not in str(refusal(holding(link)))
