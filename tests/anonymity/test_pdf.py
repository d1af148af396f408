"""A PDF is read page by page, with what stands around the words."""

from io import BytesIO

import pikepdf
import pytest

from anonymity.checking.files.opening import CannotOpen, paper_of
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
