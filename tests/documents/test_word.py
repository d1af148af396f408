import io
from datetime import UTC, datetime
from zipfile import ZipFile

import docx
import pytest

from documents import word
from documents.inspection import kind_of
from documents.kinds import DocumentKind
from privacy.marking import OFFICIAL_SENSITIVE


def make(*, marking=OFFICIAL_SENSITIVE, created=None, rows=(("Train staff", "Housing"),)):
    paper = word.new_paper("Action plan", marking=marking, created=created)
    word.heading(paper, "Actions")
    word.heading(paper, "By agency", level=2)
    word.paragraph(paper, "Words\x00 that stay.")
    word.paragraph(paper, "A point", style="List Bullet")
    word.table(paper, heads=["Action", "Lead"], rows=rows, widths=[12, 5])
    return paper


@pytest.fixture
def opened():
    return docx.Document(io.BytesIO(word.as_bytes(make())))


class TestPaper:
    def test_headings_are_headings(self, opened):
        styles = {line.text: line.style.name for line in opened.paragraphs}

        assert styles["Action plan"] == "Title"
        assert styles["Actions"] == "Heading 1"
        assert styles["By agency"] == "Heading 2"
        assert styles["A point"] == "List Bullet"

    def test_the_first_row_of_a_table_is_its_heads_on_every_page(self, opened):
        (table,) = opened.tables

        first, second = (row._tr.xml for row in table.rows)
        assert [cell.text for cell in table.rows[0].cells] == ["Action", "Lead"]
        assert "w:tblHeader" in first
        assert "w:tblHeader" not in second
        assert "w:cantSplit" in second

    def test_words_are_as_large_as_clear_print_asks(self, opened):
        (line, *_) = [one for one in opened.paragraphs if one.style.name == "Normal"]
        assert line.style.font.size.pt == 12
        assert {run.font.size for run in line.runs} == {None}
        (cell, *_) = opened.tables[0].rows[1].cells
        assert cell.paragraphs[0].style.font.size.pt == 10.5

    def test_columns_are_as_wide_as_asked(self, opened):
        assert [round(column.width.cm) for column in opened.tables[0].columns] == [12, 5]

    def test_a_row_of_another_length_is_an_error(self):
        with pytest.raises(ValueError, match="zip"):
            make(rows=[["only one"]])

    def test_the_marking_and_page_number_are_on_every_page(self, opened):
        (section,) = opened.sections

        assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
        assert section.footer.paragraphs[0].text == "OFFICIAL-SENSITIVE"
        assert "NUMPAGES" in section.footer._element.xml

    def test_a_published_paper_carries_no_marking(self):
        assert make(marking="").sections[0].header.paragraphs[0].text == ""

    def test_language_and_title_are_in_its_properties(self, opened):
        assert opened.core_properties.title == "Action plan"
        assert opened.core_properties.language == "en-GB"
        assert opened.core_properties.author == ""
        assert 'w:lang w:val="en-GB"' in opened.styles["Normal"].element.xml

    def test_what_word_cannot_hold_is_left_out(self, opened):
        assert "Words that stay." in [line.text for line in opened.paragraphs]
        assert word.clean("a\tb\nc\u00a0d\u200f\ufffe\ud800") == "a\tb\nc\u00a0d\u200f"

    def test_it_can_lie_on_its_side(self):
        paper = make()

        word.turn_landscape(paper)

        assert paper.sections[0].page_width > paper.sections[0].page_height


class TestSameness:
    def test_the_same_data_give_the_same_bytes(self):
        assert word.as_bytes(make()) == word.as_bytes(make())

    def test_no_time_of_day_is_in_it_but_the_one_given(self):
        content = word.as_bytes(make(created=datetime(2026, 3, 2, 9, 0, tzinfo=UTC)))

        assert docx.Document(io.BytesIO(content)).core_properties.created.year == 2026
        with ZipFile(io.BytesIO(content)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {word.EARLIEST_IN_ZIP}


def test_what_is_written_here_may_come_back():
    assert kind_of(word.as_bytes(make()), accept={DocumentKind.DOCX}) == DocumentKind.DOCX
