"""Versions of before the review was recorded here become drafts that say what their files say."""

from datetime import date, timedelta
from io import BytesIO
from unittest.mock import ANY

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from docx import Document as WordFile

from documents.kinds import DocumentKind
from documents.reading import CannotReadWord, Line, LineKind, ReadWord
from documents.rendering import as_pdf
from reports.models import Draft
from reports.published.papers import report_chapters
from reports.published.report import Bullets, Footnote, Paragraph, Steps, SubHeading, Table
from reports.queries.drafts import report_of
from reports.queries.elsewhere.chapters import version_of
from reports.queries.elsewhere.whole import read_elsewhere
from reviews.access import Role
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.reports.saying import day, page, text

LONG = (
    "The surgery was asked twice and answered once, in writing, and nobody read what it wrote. " * 3
)


def word(*, known="It knew of four visits."):
    file = WordFile()
    file.add_heading("Overview report", 0)
    file.add_paragraph("For the panel only.")
    file.add_heading("1. Introduction", 1)
    file.add_paragraph("1.1 This report is about Maris.")
    file.add_paragraph("It was begun on paper.")
    file.add_heading("4. What agencies knew", 1)
    file.add_heading("Health", 2)
    file.add_paragraph(f"4.7 {known}")
    file.add_paragraph("A visit", style="List Bullet")
    file.add_paragraph("A call", style="List Bullet")
    file.add_paragraph("Table of calls", style="Caption")
    table = file.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("When", "Who", "June", "Housing"), strict=True):
        cell.text = words
    file.add_heading("Executive summary", 1)
    file.add_paragraph("In short.")
    file.add_heading("Appendix B: Terms of reference", 1)
    file.add_paragraph("What was asked.")
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def parts_of(report):
    return {one.title: list(one.chapter.blocks) for one in report_chapters(report)}


def pdf(html):
    return as_pdf(f"<html lang=en><title>A</title><body>{html}", styles="")


@pytest.fixture
def running(review):
    """A review that was begun on paper and recorded here today."""
    review.adopted_reason = "Begun on paper."
    review.save()
    return review


class TestReading:
    def test_numbers_titles_lists_tables_and_captions_of_a_word_file_are_its_authors(self):
        read = read_elsewhere(word(), DocumentKind.DOCX)

        first, introduction, known = read.version.chapters
        assert first.blocks == (Paragraph("Overview report"), Paragraph("For the panel only."))
        assert (introduction.number, introduction.title) == ("1", "Introduction")
        assert introduction.blocks == (
            Paragraph("This report is about Maris.", number="1.1"),
            Paragraph("It was begun on paper."),
        )
        assert known.number == "4"
        assert known.blocks == (
            SubHeading("Health"),
            Paragraph("It knew of four visits.", number="4.7"),
            Bullets(("A visit", "A call")),
            Table("Table of calls", ("When", "Who"), (("June", "Housing"),), ANY),
        )
        assert [one.title for one in read.version.summary] == ["Executive summary"]
        (terms,) = read.version.appendices
        assert (terms.number, terms.title) == ("B", "Terms of reference")
        assert read.summary == "5 chapters and 1 table were read."

    def test_a_footnote_keeps_its_calls_and_a_long_step_is_a_paragraph(self):
        lines = (
            Line(LineKind.STEP, "Short."),
            Line(LineKind.STEP, LONG),
            Line(LineKind.TEXT, "A call\ue000footnote-1\ue001 was made."),
            Line(LineKind.TEXT, "Again\ue000footnote-1\ue001."),
        )
        (chapter,) = version_of(ReadWord(lines, {"footnote-1": "Record of it."})).chapters
        assert chapter.blocks == (
            Steps(("Short.",)),
            Paragraph(LONG.strip()),
            Paragraph("A call[^before-the-first-heading-1] was made."),
            Paragraph("Again[^before-the-first-heading-1]."),
            Footnote("before-the-first-heading-1", "Record of it."),
        )

    def test_a_number_that_two_paragraphs_have_names_neither(self):
        lines = [
            line
            for title in ("1 Facts", "2 Lessons")
            for line in (Line(LineKind.HEADING, title, level=1), Line(LineKind.TEXT, "1. Once."))
        ]
        facts, lessons = version_of(ReadWord(tuple(lines), {})).chapters
        assert facts.blocks == lessons.blocks == (Paragraph("1. Once."),)

    def test_a_pdf_is_read_by_its_looks_and_contents_are_left_out(self):
        words = "<p>".join(
            (
                "",
                "1. Introduction ........ 3",
                "1. Introduction",
                f"1.1 {LONG}",
                "1.2 What was known",
                "• One call",
                "WHAT AGENCIES KNEW",
                LONG,
                "Appendix A – Glossary",
                "A word.",
            )
        )
        version = read_elsewhere(pdf(words), DocumentKind.PDF).version

        introduction, known = version.chapters
        assert introduction.blocks == (
            Paragraph(LONG.strip(), number="1.1"),
            SubHeading("1.2 What was known"),
            Bullets(("One call",)),
        )
        assert known.title == "WHAT AGENCIES KNEW"
        assert [(one.number, one.title) for one in version.appendices] == [("A", "Glossary")]

    def test_headings_that_were_made_by_hand_are_told_by_their_looks(self):
        file = WordFile()
        for words in ("1. Introduction", "1.1 The review", f"1.2 {LONG}", "ANALYSIS", LONG):
            file.add_paragraph(words)
        made = BytesIO()
        file.save(made)
        introduction, analysis = read_elsewhere(made.getvalue(), DocumentKind.DOCX).version.chapters
        assert introduction.title == "Introduction"
        assert introduction.blocks == (
            SubHeading("1.1 The review"),
            Paragraph(LONG.strip(), number="1.2"),
        )
        assert (analysis.title, len(analysis.blocks)) == ("ANALYSIS", 1)

    @pytest.mark.parametrize(
        ("content", "why"),
        [(b"%PDF-1.7 nothing of it", "damaged"), (pdf("<div></div>"), "No words were found")],
    )
    def test_what_cannot_be_read_is_refused_in_words(self, content, why):
        with pytest.raises(CannotReadWord, match=why):
            read_elsewhere(content, DocumentKind.PDF)


@pytest.mark.django_db
class TestTakingIn:
    def take(self, browser, review, content=None, *, on=None, **said):
        file = SimpleUploadedFile(said.pop("name", "v07.docx"), content or word())
        on = on or localdate(review.recorded_at) - timedelta(days=30)
        told = {"purpose": "PANEL", "called": "Version 0.7", "note": "", **day("made_on", on)}
        where = page("take-in-draft", review.reference)
        return browser.post(where, {"file": file, **told, **said}, follow=True)

    def test_it_is_a_draft_under_its_authors_numbers_with_its_file(self, writing, running):
        said = text(self.take(writing, running))

        assert "5 chapters and 1 table were read." in said
        assert "its author called it “Version 0.7”" in said
        assert 'id="paragraph-4.7"' in said
        draft = running.drafts.get()
        assert [*parts_of(report_of(draft))] == [
            "Before the first heading",
            "1. Introduction",
            "4. What agencies knew",
            "Appendix B. Terms of reference",
        ]
        assert "Version 0.7" in text(writing.get(page("drafts", running.reference)))
        original = writing.get(page("draft-original", running.reference, draft.number))
        assert b"".join(original.streaming_content) == word()

    def test_two_versions_are_compared_by_what_they_say(self, writing, running):
        self.take(writing, running)
        self.take(writing, running, word(known="It knew of five visits."))

        said = text(writing.get(page("compare-drafts", running.reference, 1, 2)))
        assert "five" in said
        assert "This report is about Maris" not in said

    def test_its_file_is_for_those_who_read_drafts_before_release(self, client, writing, running):
        self.take(writing, running)
        Draft.objects.update(released_on=date(2026, 9, 15), released_at=running.recorded_at)
        member = playing(Role.PANEL_MEMBER, to=running)

        client.force_login(member)
        said = text(client.get(page("draft", running.reference, 1)))
        assert "It knew of four visits." in said
        assert "Open the file" not in said
        assert client.get(page("draft-original", running.reference, 1)).status_code == 404

    def test_a_draft_made_here_has_no_such_file(self, writing, running):
        running.drafts.all().delete()
        writing.post(
            page("make-draft", running.reference),
            {"purpose": "PANEL", **day("made_on", localdate())},
        )
        assert writing.get(page("draft-original", running.reference, 1)).status_code == 404

    def test_the_same_file_twice_is_refused_and_what_was_typed_stays(self, writing, running):
        self.take(writing, running)
        refused = self.take(writing, running, called="Version 0.8")

        assert "This very file is draft 1 already" in text(refused)
        shown = Html(refused.content.decode())
        assert shown.find("input", name="called")["value"] == "Version 0.8"
        assert "v07.docx" in shown.text
        assert running.drafts.count() == 1

    def test_a_day_since_it_is_recorded_here_is_refused(self, writing, running):
        said = text(self.take(writing, running, on=localdate(running.recorded_at)))
        assert "Only a version of before this review was recorded here" in said

    def test_a_review_of_here_has_none_and_offers_none(self, writing, review):
        assert "made elsewhere" not in text(writing.get(page("drafts", review.reference)))
        assert "Only a version of before" in text(self.take(writing, review))
        assert not review.drafts.exists()

    def test_a_file_that_waits_to_be_checked_is_not_read(self, writing, running, monkeypatch):
        waiting = DocumentFactory(pending=True)
        monkeypatch.setattr("reports.views.elsewhere.take_file", lambda *args, **kw: waiting)
        assert "being checked for malware" in text(self.take(writing, running))
        assert not running.drafts.exists()

    def test_an_unreadable_one_is_refused_beside_the_file(self, writing, running):
        said = text(self.take(writing, running, pdf("<div></div>"), name="scan.pdf"))
        assert "No words were found in this file" in said
        assert not running.drafts.exists()
