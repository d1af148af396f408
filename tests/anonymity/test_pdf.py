"""A PDF is read page by page, with what stands around the words."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from anonymity.checking.checks import unread
from anonymity.checking.files.opening import CannotOpen, paper_of
from anonymity.checking.register import Register
from reports.queries.printing import as_pdf
from tests.factories.reports import REPORT


@pytest.fixture(scope="module")
def printed():
    return as_pdf(REPORT, paper="overview-report", marking="OFFICIAL-SENSITIVE")


def lines(content, part):
    return [line.text for line in paper_of(content, name="report.pdf").lines if line.part == part]


def changed(content, change):
    with pikepdf.open(BytesIO(content)) as paper:
        change(paper)
        kept = BytesIO()
        paper.save(kept)
    return kept.getvalue()


def test_its_paragraphs_stand_on_their_pages(printed):
    said = {line.text: line.part for line in paper_of(printed, name="report.pdf").lines}
    page = next(part for text, part in said.items() if "Maris died in January 2026." in text)
    assert page.startswith("page ")


def test_what_stands_above_and_below_every_page_is_read(printed):
    assert "OFFICIAL-SENSITIVE" in paper_of(printed, name="report.pdf").whole


def test_a_note_pinned_to_a_page_is_read(printed):
    def pin(paper):
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9],
            Contents="Ask Oriel Vantongren",
        )  # fmt: skip
        paper.pages[0].Annots = paper.make_indirect(pikepdf.Array([paper.make_indirect(note)]))

    assert "Ask Oriel Vantongren" in lines(changed(printed, pin), "note")


def test_descriptions_in_the_tags_and_properties_are_read(printed):
    def describe(paper):
        paper.Root.StructTreeRoot["/Alt"] = "Picture of Oriel Vantongren"
        paper.docinfo["/Author"] = "Ansel Quillmere"

    told = changed(printed, describe)
    assert "Picture of Oriel Vantongren" in lines(told, "note")
    assert any("Ansel Quillmere" in text for text in lines(told, "properties"))


def test_a_page_of_a_picture_has_no_words(tmp_path):
    paper = pikepdf.new()
    paper.add_blank_page()
    paper.save(tmp_path / "scan.pdf")
    assert not lines((tmp_path / "scan.pdf").read_bytes(), "page 1")


def test_what_is_cut_off_is_said_in_words(printed):
    with pytest.raises(CannotOpen):
        paper_of(printed[:2000], name="report.pdf")


def test_six_hundred_pages_are_read_to_the_last(printed):
    def lengthen(paper):
        once = list(paper.pages)
        while len(paper.pages) < 600:
            paper.pages.append(once[len(paper.pages) % len(once)])

    said = paper_of(changed(printed, lengthen), name="report.pdf").lines
    assert {line.part for line in said} >= {"page 1", "page 300", "page 600"}
    assert len(said) > 600


def scanned(*pages):
    """Return a PDF of pages that are pictures, as a scanner makes it."""
    first, *others = [Image.new("L", (620, 877), color) for color in pages]
    kept = BytesIO()
    first.save(kept, format="PDF", save_all=True, append_images=others)
    return kept.getvalue()


def told(content):
    found = unread.find(paper_of(content, name="scan.pdf"), Register())
    return [(one.line.part, one.reason, one.text) for one in found]


def test_a_page_that_is_a_picture_is_told_and_not_taken_for_clean():
    (one, other) = told(scanned(40, 200))

    assert one[:2] == ("page 1", unread.PICTURED)
    assert other[0] == "page 2"
    assert one[2] != other[2], "what is decided on one scan holds for no other"
    assert told(scanned(40))[0] == one


def test_a_page_of_words_with_a_picture_on_it_is_read(printed):
    def picture(paper):
        with pikepdf.open(BytesIO(scanned(40))) as scan:
            paper.pages[-1].add_overlay(scan.pages[0], pikepdf.Rectangle(0, 0, 500, 600))

    assert told(printed) == []
    assert told(changed(printed, picture)) == []


def test_a_page_that_a_scanner_stored_in_strips_is_a_picture():
    with pikepdf.open(BytesIO(scanned(40))) as paper, pikepdf.open(BytesIO(scanned(200))) as strip:
        tall = float(paper.pages[0].mediabox[3]) / 8
        paper.pages[0].Contents = paper.make_stream(b"")
        for at in range(8):
            paper.pages[0].add_overlay(
                strip.pages[0], pikepdf.Rectangle(0, at * tall, 620, (at + 1) * tall)
            )
        kept = BytesIO()
        paper.save(kept)

    assert [one[:2] for one in told(kept.getvalue())] == [("page 1", unread.PICTURED)]
