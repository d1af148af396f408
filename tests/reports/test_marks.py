"""Footnotes and references say the same on a page, on paper and as plain text, and lose nothing."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import page
import pytest

from publications.published.public import the_report, the_summary
from reports.published.comparison import compare
from reports.published.papers import excerpt, report_chapters
from reports.published.report import Chapter, Paragraph, PublishedReport, as_data, from_data
from reports.published.text import as_text, text_hash, texts_of
from reports.queries.printing import as_pdf, as_word
from reports.queries.to_check import paper_of
from reports.readers.markup import read
from tests.factories.reports import REPORT

FACTS = """### Before

Called often[^1]: see [@calls], [@known], [@chapter-analysis], [@recommendation-1], [@nothing].

## What was known {#known}

Again[^1], and more[^2]. {#again}

> He said “no”.

Table: Calls {#calls}
| Year | Calls |
| --- | --- |
| 2019 | four[^3] |

[^1]: Letter; see [@again].
[^2]: The second.
[^3]: In a cell.
"""
ANALYSIS = "See [@calls] and [@sum].[^1]\n\n[^1]: Another first note."
SUMMARY = "In short. {#sum}\n\nAs in [@again].[^1]\n\n[^1]: Of the summary."


def chapter(key, text):
    return Chapter(key, key.capitalize(), read(text, scope=key))


MARKED = PublishedReport(
    title="Report into the death of Maris",
    label="Domestic homicide review",
    partnership="Northstead",
    month="January 2026",
    version="Draft 1",
    chapters=(
        chapter("facts", FACTS),
        chapter("analysis", ANALYSIS),
        Chapter("recommendations", "All", (Paragraph("Ask.", "recommendation-1"),)),
    ),
    summary=(chapter("process", SUMMARY),),
    appendices=(),
    has_marks=True,
)


def test_they_come_back_from_data():
    assert from_data(as_data(MARKED)) == MARKED


def test_an_old_draft_reads_as_it_was_and_keeps_its_hash():
    data = as_data(replace(REPORT, chapters=(*REPORT.chapters, old_chapter())))
    del data["has_marks"]
    for part in ("chapters", "summary", "appendices"):
        for one in data[part]:
            for block in one["blocks"]:
                block.pop("label", None)
                block.pop("is_numbered", None)

    report = from_data(data)

    assert "Said [^1] of [@chapter-methodology]. {#here}" in as_text(report)
    assert text_hash(REPORT) == "30adf9a6e5dd78bcb2d8d45e9ebb2e28867a9b7dd5947c8980801056edc21eb1"


def old_chapter():
    return Chapter("old", "Old", (Paragraph("Said [^1] of [@chapter-methodology]. {#here}"),))


def test_the_plain_text_says_what_each_mark_stands_for():
    said = as_text(MARKED)

    assert (
        "1.1 Called often[1]: see table 1, “What was known” in chapter 1, chapter 2, "
        "recommendation 1, [@nothing]." in said
    )
    assert "1.2 Again[1], and more[2].\n> He said “no”.\nTable 1. Calls\nYear | Calls" in said
    assert "2019 | four[3]\nFootnote 1: Letter; see paragraph 1.2.\nFootnote 2" in said
    assert "2.1 See table 1 and paragraph 1.1 of the executive summary.[4]" in said
    assert "Footnote 4: Another first note." in said
    assert "1.2 As in paragraph 1.2 of the overview report.[1]\nFootnote 1: Of the" in said


def test_every_footnote_is_a_place_where_names_are_looked_for():
    texts = texts_of(MARKED)

    assert texts["Overview report, footnote 3"] == "In a cell."
    assert texts["Executive summary, footnote 1"] == "Of the summary."


def test_a_part_that_goes_out_alone_still_says_where():
    assert "As in paragraph 1.2 of the overview report." in as_text(the_summary(MARKED))
    assert "paragraph 1.1 of the executive summary" in as_text(the_report(MARKED))


def test_a_new_footnote_changes_its_paragraph_and_not_those_after_it():
    text = FACTS.replace("Called often", "Called[^new] often") + "[^new]: New."
    after = replace(MARKED, chapters=(chapter("facts", text), *MARKED.chapters[1:]))

    (changes,) = compare(MARKED, after)

    assert [change.what for change in changes.changes] == ["Changed", "Added"]


def test_links_lead_to_places_that_are_there():
    lines = [line for one in report_chapters(MARKED) for line in one.lines]
    pieces = [piece for line in lines for text in line.texts for piece in text]
    there = {line.anchor for line in lines} | {one.anchor for one in report_chapters(MARKED)}

    led = {piece.place.anchor for piece in pieces if piece.place and piece.place.anchor}

    assert led == {"at-calls", "at-known", "chapter-analysis", "at-recommendation-1"}
    assert led <= there
    assert [piece.text for piece in pieces if piece.is_first] == ["1", "2", "3", "4"]


def test_chosen_chapters_lead_to_no_place_that_is_left_out():
    (facts,) = excerpt(report_chapters(MARKED), ["chapter-facts"])
    pieces = [piece for line in facts.lines for text in line.texts for piece in text]

    led = {piece.place.anchor for piece in pieces if piece.place and piece.place.anchor}

    assert led == {"at-calls", "at-known"}
    assert "chapter 2" in "".join(piece.text for piece in pieces)


@pytest.fixture(scope="module")
def pdf():
    return as_pdf(MARKED, paper="overview-report", marking="OFFICIAL-SENSITIVE")


class TestOnPaper:
    def test_notes_stand_at_the_foot_of_the_page_that_calls_them(self, pdf):
        *_, last = words_of(pdf).strip("\f").split("\f")

        notes = last.index("1. Letter; see paragraph 1.2.")
        assert last.index("4. Another first note.") > notes > last.index("2.1")
        assert last.count("The second.") == 1

    def test_it_can_be_read_aloud(self, pdf):
        report = page.validate_pdf_bytes(pdf, profile="ua1")

        assert [(fault.rule_id, fault.message) for fault in report.failures] == []

    def test_contents_have_page_numbers_beside_footnotes(self, pdf):
        assert re.search(r"1\. Facts[ .]+3\n", words_of(pdf))

    def test_many_notes_and_long_ones_lose_no_word(self):
        long = " ".join(f"long{n}word" for n in range(700))
        calls = "\n\n".join(f"Said {n}.[^{n}] " + "and " * 60 for n in range(40))
        notes = "\n".join(f"[^{n}]: note{n}word " + "more " * n for n in range(40))
        many = chapter("facts", f"Long.[^long]\n\n{calls}\n\n{notes}\n[^long]: {long}")

        report = replace(MARKED, chapters=(many,))
        words = words_of(as_pdf(report, paper="overview-report", marking=""))

        assert set(re.findall(r"(?:note|long)\d+word", f"{notes} {long}")) <= set(words.split())

    def test_the_word_file_has_them_all(self):
        content = as_word(MARKED, paper="overview-report", marking="")
        file = docx.Document(BytesIO(content))
        words = "\n".join(line.text for line in file.paragraphs)

        styles = {line.style.name for line in file.paragraphs}
        body = file.element.body.xml

        assert "Letter; see paragraph 1.2." in notes_of(content)
        assert styles >= {"Heading 1", "Heading 2", "Quote", "Caption"}
        assert "<w:tblHeader/>" in body
        linked = set(re.findall(r'w:anchor="(\w+)"', body))
        assert linked
        assert linked <= set(re.findall(r'<w:bookmarkStart w:name="(\w+)"', body))
        assert "NOTEREF" in body
        assert "He said “no”." in words
        assert file.tables[0].cell(1, 0).text == "2019"


def notes_of(content):
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("word/footnotes.xml").decode()


def words_of(pdf):
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def test_the_check_of_identifiers_reads_every_footnote_and_cell_as_it_prints():
    paper, places = paper_of(MARKED)

    said = {(line.part, line.text): places[line.part, line.number] for line in paper.lines}

    assert said["footnote 3", "In a cell."] == "Overview report, footnote 3"
    assert said["table 1", "four[3]"] == "Overview report, paragraph 1.2, table “Table 1. Calls”"
    assert ("footnote 1", "Of the summary.") in said
