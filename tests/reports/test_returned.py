"""A Word file that came back: what differs is shown, chosen sections are taken, nothing else is."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from audit.models import AuditEvent
from documents.models import Document, ScanState
from reports.models import ReportSection, ReturnedText, SectionKind
from reports.operations.returned import take_sections
from reports.rules.sections import Overtaken
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.documents import samples
from tests.factories.reports import (
    AT,
    ChapterChoiceFactory,
    ReportSectionFactory,
    ReturnedTextFactory,
)
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.reports.saying import page, text
from tests.reports.test_in_word import line, saved

pytestmark = pytest.mark.django_db
FACTS, TRIBUTE = SectionKind.FACTS, SectionKind.TRIBUTE


def section(review, kind, words, **given):
    return ReportSectionFactory(review=review, kind=kind, text=words, **given)


def taken_along(browser, review):
    """Return the file as its author opens it."""
    answer = browser.get(page("file-to-write-in", review.reference))
    return docx.Document(BytesIO(answer.content))


def bring_back(browser, review, content, *, name="report.docx"):
    if not isinstance(content, bytes):
        content = saved(content)
    given = {"file": SimpleUploadedFile(name, content)}
    return browser.post(page("in-word", review.reference), given, follow=True)


def take(browser, review, *kinds, number=1, **more):
    """Press the button of the page, with these sections chosen and nothing else changed."""
    where = page("returned-text", review.reference, number)
    shown = Html(browser.get(where).content.decode())
    given = {one["name"]: one["value"] for one in shown.all("input", type="hidden")}
    given = {name: value for name, value in given.items() if name.startswith("standing")}
    return browser.post(where, {**given, "sections": [k.slug for k in kinds], **more}, follow=True)


def chosen(browser, review, number=1):
    shown = Html(browser.get(page("returned-text", review.reference, number)).content.decode())
    boxes = shown.all("input", type="checkbox", name="sections")
    return {one["value"]: "checked" in one.attrs for one in boxes}


def standing(review, kind):
    return review.report_sections.standing().get(kind=kind).text


class TestThereAndBack:
    def test_what_differs_is_shown_word_by_word_and_taken_when_chosen(self, writing, review):
        section(review, FACTS, "They lived by the sea.")
        section(review, TRIBUTE, "She sang.")
        file = taken_along(writing, review)
        line(file, "They lived").runs[0].text = "They lived near the sea."

        said = text(bring_back(writing, review, file))

        assert "1 section differs from the report" in said
        assert "taken out: </span>by" in said
        assert "added: </span>near" in said
        assert "She sang." not in said
        assert standing(review, FACTS) == "They lived by the sea."
        assert chosen(writing, review) == {"facts": True}

        said = text(take(writing, review, FACTS))

        assert "1 section is taken from the file." in said
        assert "Nothing in this file is to be taken" in said
        assert standing(review, FACTS) == "They lived near the sea."
        assert AuditEvent.objects.filter(event="report.text_taken").count() == 1

    def test_a_section_written_for_the_first_time_is_new(self, writing, review):
        file = taken_along(writing, review)
        line(file, "The household").runs[0].text = "They lived by the sea."

        assert "New in the file" in text(bring_back(writing, review, file))
        take(writing, review, FACTS)
        assert standing(review, FACTS) == "They lived by the sea."

    def test_an_unchanged_file_changes_nothing(self, writing, review):
        section(review, FACTS, "They lived by the sea.\n\n- one\n\n- two")

        said = text(bring_back(writing, review, taken_along(writing, review)))

        assert "Nothing in this file is to be taken" in said
        assert "Where the file disagrees" not in said
        assert "What found no place" not in said

    def test_what_was_read_is_kept_and_found_again(self, writing, review):
        bring_back(writing, review, taken_along(writing, review))

        said = text(writing.get(page("in-word", review.reference)))

        assert page("returned-text", review.reference, 1) in said
        assert "report.docx" in said


class TestConflicts:
    def test_what_was_recorded_since_is_not_overwritten_unasked(self, writing, review):
        section(review, FACTS, "They lived by the sea.")
        file = taken_along(writing, review)
        line(file, "They lived").runs[0].text = "They lived near the sea."
        section(review, FACTS, "They lived in the hills.")

        said = text(bring_back(writing, review, file))

        assert "Changed in the file, and here since" in said
        assert "version 2 was recorded here since" in said
        assert chosen(writing, review) == {"facts": False}

    def test_what_the_file_left_alone_stays_as_it_stands_now(self, writing, review):
        section(review, FACTS, "They lived by the sea.")
        file = taken_along(writing, review)
        section(review, FACTS, "They lived in the hills.")

        said = text(bring_back(writing, review, file))

        assert "not changed in the file; version 2 was recorded here since and stands" in said
        assert chosen(writing, review) == {}

    def test_what_is_recorded_while_the_page_is_open_stops_all_of_it(self, chair, review):
        section(review, FACTS, "Old.")
        returned = ReturnedTextFactory(review=review, sections={"TRIBUTE": "New.", "FACTS": "New."})
        section(review, FACTS, "Newer.")

        with pytest.raises(Overtaken):
            take_sections(returned=returned, sections={TRIBUTE: 0, FACTS: 1}, by=chair, at=AT)

        assert not review.report_sections.filter(kind=TRIBUTE).exists()

    def test_a_file_that_does_not_say_what_it_was_made_from_is_read_with_care(
        self, writing, review
    ):
        section(review, FACTS, "They lived by the sea.")
        own = docx.Document()
        own.add_heading("Background information (the facts)")
        own.add_paragraph("They lived near the sea.")

        said = text(bring_back(writing, review, own))

        assert "does not say from which version" in said
        assert chosen(writing, review) == {"facts": False}


class TestTheChairsChapters:
    def test_a_chapter_moved_and_renamed_since_is_found_and_one_left_out_is_kept_in_words(
        self, writing, review
    ):
        section(review, FACTS, "They lived by the sea.")
        section(review, TRIBUTE, "She sang.")
        file = taken_along(writing, review)
        line(file, "They lived").runs[0].text = "They lived near the sea."
        ChapterChoiceFactory(review=review, key="facts", place=1, title="What happened")
        ChapterChoiceFactory(review=review, key="tribute", place=2, left_out_because="Not wished.")

        said = text(bring_back(writing, review, file))

        assert chosen(writing, review) == {"facts": True}
        assert "does not have: “Tribute”" in said
        assert "She sang." in said
        take(writing, review, FACTS)
        assert standing(review, FACTS) == "They lived near the sea."
        assert standing(review, TRIBUTE) == "She sang."


class TestTheRecord:
    def test_a_file_that_disagrees_says_where_and_is_not_followed(self, writing, review):
        file = taken_along(writing, review)
        line(file, "This domestic homicide review").runs[0].text = "This review was odd."

        said = text(bring_back(writing, review, file))

        assert "Where the file disagrees with the record" in said
        assert "The file was changed here." in said
        assert "This review was odd." in said
        assert "This review was odd." not in text(writing.get(page("report", review.reference)))

    def test_what_changed_in_the_record_since_is_told_apart(self, writing, review):
        file = taken_along(writing, review)
        review.people.update(pseudonym="Marta")

        said = text(bring_back(writing, review, file))

        assert "the record has moved on since it was made" in said
        assert "The file was changed here." not in said

    def test_true_names_in_the_file_are_warned_of(self, writing, review):
        file = taken_along(writing, review)
        line(file, "The household").runs[0].text = "Oriel Vantongren lived by the sea."

        assert "Oriel Vantongren" in text(bring_back(writing, review, file))
        assert Html(writing.get(page("returned-text", review.reference, 1)).content.decode()).all(
            "div", **{"class": "govuk-warning-text"}
        )


class TestBadFiles:
    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (samples.pdf(), "This is a PDF"),
            (b"", "empty"),
            (samples.archive(types=samples.TYPES.format(samples.WORD_MACROS)), "macros"),
            (samples.word()[:-200], "damaged"),
        ],
    )
    def test_each_is_refused_in_words(self, writing, review, content, why):
        assert why in text(bring_back(writing, review, content))
        assert not ReturnedText.objects.exists()

    def test_a_table_that_is_not_closed_is_refused_in_words(self, writing, review):
        broken = BytesIO()
        source = ZipFile(BytesIO(saved(taken_along(writing, review))))
        with source, ZipFile(broken, "w") as target:
            for name in source.namelist():
                target.writestr(name, source.read(name).replace(b"</w:tbl>", b"", 1))

        assert "damaged or not closed" in text(bring_back(writing, review, broken.getvalue()))

    def test_the_same_file_twice_and_that_of_another_review_are_refused(
        self, writing, review, chair
    ):
        file = saved(taken_along(writing, review))
        bring_back(writing, review, file)
        assert "This very file came back on 16 September 2026" in text(
            bring_back(writing, review, file)
        )
        other = ReviewFactory(at_stage=Stage.DRAFTING)
        writing.force_login(playing(Role.INDEPENDENT_CHAIR, to=other))
        assert "report of another review" in text(bring_back(writing, other, file))

    def test_a_file_without_one_of_our_headings_is_kept_word_for_word(self, writing, review):
        said = text(bring_back(writing, review, samples.word()))

        assert "What found no place" in said
        assert "Words that were sent." in said

    def test_a_file_that_waits_for_the_scanner_is_read_once_it_was_checked(
        self, writing, review, settings, tmp_path
    ):
        file = taken_along(writing, review)
        line(file, "The household").runs[0].text = "They lived by the sea."
        settings.CLAMD_ADDRESS = str(tmp_path / "nobody-answers-here")
        where = page("read-returned", review.reference, 1)

        assert "waits to be checked for malware" in text(bring_back(writing, review, file))
        assert "is being checked" in text(writing.post(where, follow=True))
        Document.objects.update(scan=ScanState.CLEAN, scanned_at=AT)
        assert "New in the file" in text(writing.post(where, follow=True))
        assert "New in the file" in text(writing.post(where, follow=True))


class TestWho:
    def test_who_does_not_write_finds_none_of_it(self, client, review, officer, member):
        returned = ReturnedTextFactory(review=review)
        for person in (officer, member):
            client.force_login(person)
            for name, more in (
                ("in-word", ()), ("file-to-write-in", ()), ("returned-text", (1,)),
                ("returned-file", (1,)),
            ):  # fmt: skip
                assert client.get(page(name, review.reference, *more)).status_code == 404
        with pytest.raises(Refused):
            take_sections(returned=returned, sections={FACTS: 0}, by=officer, at=AT)

    def test_nothing_chosen_and_sections_without_words_are_refused(self, chair, review):
        returned = ReturnedTextFactory(review=review)
        for sections in ({}, {TRIBUTE: 0}):
            with pytest.raises(Refused):
                take_sections(returned=returned, sections=sections, by=chair, at=AT)
        assert not ReportSection.objects.exists()

    def test_the_page_asks_little_of_the_database(
        self, writing, review, django_assert_max_num_queries
    ):
        for kind in SectionKind:
            section(review, kind, f"Words of {kind.label}.")
        file = taken_along(writing, review)
        line(file, "Words of Tribute").runs[0].text = "Others."
        bring_back(writing, review, file)

        with django_assert_max_num_queries(17):
            assert chosen(writing, review) == {"tribute": True}
