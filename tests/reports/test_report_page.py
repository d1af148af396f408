"""The working text: who sees it, what it says of each part, writing sections and their versions."""

import pytest
from django.urls import reverse

from reports.models import ReportSection, SectionKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reports import DraftFactory, ReportSectionFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.reports.full import fill
from tests.reports.saying import page, text

pytestmark = pytest.mark.django_db
SAVEPOINTS = 2  # of the test


def write(browser, review, slug="facts", *, based_on=0, **said):
    said = {"text": "", "empty_because": "", "based_on": based_on, **said}
    return browser.post(page("write-section", review.reference, slug), said, follow=True)


class TestThePage:
    def test_its_writers_see_it_as_it_would_print_with_the_state_of_each_part(
        self, writing, review
    ):
        fill(review, unwritten={SectionKind.OVERVIEW})
        ReportSectionFactory(
            review=review, kind=SectionKind.TRIBUTE, text="", empty_because="Not wished."
        )

        said = text(writing.get(page("report", review.reference)))

        assert "1 of 25 sections are still to be written" in said
        assert "To be written" in said
        assert "Not wished." in said
        assert "Words of Background information (the facts)." in said
        assert "4. Confidentiality" in said
        assert reverse("panels:processes", args=[review.reference]) in said
        assert page("write-section", review.reference, "analysis-agencies") in said

    def test_data_is_shaded_and_linked_to_its_record(self, writing, review):
        shown = Html(writing.get(page("report", review.reference)).content.decode())

        assert shown.all("div", **{"class": "app-paper__line app-paper__line--data"})
        assert shown.all("a", href=reverse("reviews:decision", args=[review.reference]))

    def test_when_all_is_written_it_says_so(self, writing, review):
        fill(review)
        DraftFactory(review=review)

        said = text(writing.get(page("report", review.reference)))

        assert "Every section is written, or says why it is empty." in said
        assert "Draft 1" in said
        assert "not released" in said

    def test_the_officer_reads_and_does_not_write(self, client, review, officer):
        client.force_login(officer)

        said = text(client.get(page("report", review.reference)))

        assert page("write-section", review.reference, "facts") not in said
        assert page("make-draft", review.reference) not in said

    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADVISER, Role.CSP_CHAIR])
    def test_others_do_not_see_it(self, client, review, role):
        client.force_login(playing(role, to=review))

        assert client.get(page("report", review.reference)).status_code == 404

    def test_a_true_name_in_the_text_is_warned_of_by_place(self, writing, review):
        ReportSectionFactory(review=review, text="Vantongren, Oriel was seen.")

        said = text(writing.get(page("report", review.reference)))

        assert "Before anybody reads it" in said
        assert "holds the true name of Maris." in said

    def test_a_reference_to_nothing_is_warned_of_by_place(self, writing, review):
        ReportSectionFactory(review=review, text="As [@nowhere] says, and [@chapter-timescales].")

        said = text(writing.get(page("report", review.reference)))

        assert "Overview report, paragraph 4.1, refers to [@nowhere], which names no place." in said
        assert "As [@nowhere] says, and <a href=" in said

    @pytest.mark.parametrize("agencies", [3, 30])
    def test_it_costs_the_same_whatever_is_in_it(
        self, client, review, officer, agencies, django_assert_max_num_queries
    ):
        fill(review, agencies=agencies)
        client.force_login(officer)
        address = page("report", review.reference)
        with django_assert_max_num_queries(14 + SAVEPOINTS):
            assert client.get(address).status_code == 200


class TestWriting:
    def test_a_section_is_recorded_and_shown(self, writing, review, chair):
        said = text(write(writing, review, text="## The household\n\nThey lived here."))

        assert "“Background information (the facts)” is recorded." in said
        assert "They lived here." in said
        made = ReportSection.objects.get()
        assert (made.number, made.recorded_by) == (1, chair)

    def test_the_same_text_again_is_no_new_version(self, writing, review):
        write(writing, review, text="Words.")
        write(writing, review, text="Words.  \r\n", based_on=1)

        assert ReportSection.objects.count() == 1

    def test_a_reason_may_stand_in_its_place(self, writing, review):
        said = text(write(writing, review, "tribute", empty_because="The family asked for none."))

        assert "Empty because" in said
        assert "The family asked for none." in said

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            ({}, "Write the section, or say why there is nothing to write"),
            ({"text": "Words", "empty_because": "None"}, "There is text. Take it out"),
        ],
    )
    def test_neither_or_both_is_an_error_and_keeps_what_was_typed(
        self, writing, review, typed, error
    ):
        said = text(write(writing, review, **typed))

        assert error in said
        assert typed.get("text", "") in said
        assert not ReportSection.objects.exists()

    def test_a_preview_names_a_reference_that_leads_nowhere(self, writing, review):
        said = text(write(writing, review, text="As [@nowhere] says.", preview="yes"))

        assert "Line 1 refers to [@nowhere], which names no place" in said

    def test_two_people_at_once_see_both_texts_and_lose_none(self, writing, review, client):
        theirs = ReportSectionFactory(review=review, text="Their words.")

        response = write(writing, review, text="My words.", based_on=0)

        said = text(response)
        named = theirs.get_kind_display()
        assert f"{theirs.recorded_by.full_name} recorded “{named}” while you wrote." in said
        assert "Their words." in said
        assert "My words." in said
        assert ReportSection.objects.count() == 1
        shown = Html(response.content.decode())
        based_on = shown.find("input", name="based_on")["value"]
        write(writing, review, text="Their words. My words.", based_on=based_on)
        assert ReportSection.objects.first().text == "Their words. My words."

    def test_being_overtaken_by_a_reason_shows_the_reason(self, writing, review):
        ReportSectionFactory(review=review, text="", empty_because="Not wished.")

        assert "Nothing to write: Not wished." in text(write(writing, review, text="My words."))

    def test_a_preview_prints_without_recording(self, writing, review):
        said = text(write(writing, review, text="- one\n- two\n\n1. first", preview="yes"))

        assert "As it would print" in said
        assert "one</li>" in said
        assert not ReportSection.objects.exists()

    def test_a_name_is_warned_of_while_it_is_written(self, writing, review):
        said = text(write(writing, review, text="Oriel Vantongren rang.", preview="yes"))

        assert "holds the true name of Maris" in said

    def test_what_stands_is_in_the_box_with_who_and_when(self, writing, review):
        made = ReportSectionFactory(review=review)

        said = text(writing.get(page("write-section", review.reference, "facts")))

        assert made.text in said
        assert f"Version 1 stands, recorded by {made.recorded_by.full_name}" in said

    def test_there_is_no_other_section(self, writing, review):
        assert writing.get(page("write-section", review.reference, "other")).status_code == 404

    def test_the_officer_does_not_write(self, client, review, officer):
        client.force_login(officer)

        assert client.get(page("write-section", review.reference, "facts")).status_code == 404

    def test_a_review_that_has_ended_is_not_written_to(self, client):
        ended = ReviewFactory(at_stage=Stage.CONCLUDED)
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=ended))

        said = text(write(client, ended, text="Words."))

        assert "This review has ended" in said
        assert "Words." in said


class TestVersions:
    def test_every_version_is_there_and_an_earlier_one_can_be_brought_back(self, writing, review):
        for words in ("First.", "Second."):
            ReportSectionFactory(review=review, text=words)
        ReportSectionFactory(review=review, text="", empty_because="Gone.", recorded_by=None)

        said = text(writing.get(page("section-versions", review.reference, "facts")))
        assert "First." in said
        assert "Nothing to write: Gone." in said
        assert "the command line" in said
        restore = page("restore-section", review.reference, "facts", 1)
        said = text(writing.post(restore, follow=True))

        assert "Version 1 is brought back." in said
        assert "version 1 brought back" in said
        made = ReportSection.objects.first()
        assert (made.number, made.text, made.restores) == (4, "First.", 1)

    @pytest.mark.parametrize(
        ("version", "words"),
        [(1, "This version stands already."), (7, "There is no such version.")],
    )
    def test_what_cannot_be_brought_back_says_so(self, writing, review, version, words):
        ReportSectionFactory(review=review)

        response = writing.post(
            page("restore-section", review.reference, "facts", version), follow=True
        )

        assert words in text(response)

    def test_without_any_it_says_what_would_be_there(self, writing, review):
        said = text(writing.get(page("section-versions", review.reference, "facts")))

        assert "Nothing is written here yet" in said


class TestOnPaper:
    @pytest.mark.parametrize("paper", ["overview-report", "executive-summary", "action-plan"])
    @pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
    def test_the_working_text_is_handed_out(self, writing, review, paper, ending, begins):
        fill(review, agencies=1)

        response = writing.get(page("report-file", review.reference, paper, ending))

        assert response.content.startswith(begins)
        assert f"{review.reference}-working-text-{paper}" in response["Content-Disposition"]

    @pytest.mark.parametrize(("paper", "ending"), [("other", "pdf"), ("overview-report", "txt")])
    def test_there_are_no_others(self, writing, review, paper, ending):
        address = page("report-file", review.reference, paper, ending)

        assert writing.get(address).status_code == 404

    def test_a_machine_that_makes_no_pdf_says_so(self, writing, review, monkeypatch):
        from documents.rendering import UNAVAILABLE, RenderingUnavailable
        from reports.views import papers

        def unavailable(*args, **kwargs):
            raise RenderingUnavailable(UNAVAILABLE)

        monkeypatch.setitem(papers.KINDS, "pdf", (papers.KINDS["pdf"][0], unavailable))
        address = page("report-file", review.reference, "overview-report", "pdf")

        assert "Pango" in text(writing.get(address, follow=True))
