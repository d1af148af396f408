"""A report keeps its words and its numbers in every form."""

from dataclasses import replace

from reports.published.numbering import lettered, numbered
from reports.published.report import Chapter, as_data, from_data
from reports.published.text import as_text, text_hash, texts_of
from tests.factories.reports import REPORT


def test_a_report_comes_back_from_data_as_it_was():
    assert from_data(as_data(REPORT)) == REPORT


def test_paragraphs_are_numbered_by_chapter_and_empty_chapters_do_not_print():
    chapters = numbered(REPORT.chapters)

    assert [one.title for one in chapters] == ["1. Introduction", "2. Methodology"]
    assert chapters[1].numbers == ["2.1", "2.2"]
    assert chapters[1].lines[0].is_heading
    assert chapters[0].anchor == "chapter-introduction"


def test_appendices_have_letters():
    (terms,) = lettered(REPORT.appendices)

    assert (terms.title, terms.numbers) == ("Appendix A. Terms of reference", ["A.1"])


def test_the_plain_text_has_everything_under_its_number():
    text = as_text(REPORT)

    assert "Report into the death of Maris" in text
    assert "2.1 Eleven agencies were asked.\n- Police\n- Housing\n1. Letters" in text
    assert "Agencies\nAgency | Sent\nPolice | Letter" in text
    assert text.index("OVERVIEW REPORT") < text.index("EXECUTIVE SUMMARY")


def test_the_hash_is_that_of_the_words_whatever_the_draft_is_called():
    assert text_hash(replace(REPORT, version="Draft 2")) == text_hash(REPORT)
    assert text_hash(replace(REPORT, chapters=(Chapter("x", "X", ()),))) != text_hash(REPORT)


def test_every_text_has_a_place():
    texts = texts_of(REPORT)

    assert texts["Overview report, paragraph 2.1"] == "Eleven agencies were asked."
    assert "Housing" in texts["Overview report, 2. Methodology"]
    assert texts["Overview report, paragraph A.1"] == "What was asked."
    assert texts["Executive summary, paragraph 1.1"] == "The panel met six times."
    assert "Maris" in texts["Title page"]
