"""Drafts: made, read, released, compared, printed."""

from dataclasses import replace
from datetime import date

import pytest

from audit.models import AuditEvent
from messaging.models import Message
from reports.models import Draft, DraftPurpose
from reports.operations.drafts import make_draft, release_draft
from reports.published.report import Chapter, Paragraph
from reports.published.text import text_hash
from reports.queries.draft_standing import rounds_of
from reports.queries.drafts import report_of
from reviews.access import Refused, Role
from tests.factories.agencies import UserFactory
from tests.factories.reports import (
    AT,
    REPORT,
    DraftCommentFactory,
    DraftFactory,
    PanelAgreementFactory,
    ReportSectionFactory,
    SignOffFactory,
)
from tests.factories.reviews import playing
from tests.factories.terms import AgreementRoundFactory
from tests.pages.reading import Html
from tests.reports.conftest import NOW
from tests.reports.saying import day, page, text

pytestmark = pytest.mark.django_db

GIVES_AWAY = replace(
    REPORT, chapters=(Chapter("facts", "The facts", (Paragraph("Oriel Vantongren rang."),)),)
)


def make(browser, review, **said):
    said = {"purpose": DraftPurpose.PANEL, "note": "", **day("made_on", date(2026, 9, 16)), **said}
    return browser.post(page("make-draft", review.reference), said, follow=True)


class TestMaking:
    def test_a_draft_keeps_the_text_as_it_is_under_a_number(self, writing, review, chair):
        section = ReportSectionFactory(review=review, text="As it was.")

        said = text(make(writing, review, note="With analysis"))

        assert "Draft 1 is made. Read it, then release it to the panel." in said
        assert "As it was." in said
        assert "With analysis" in said
        ReportSectionFactory(review=review, kind=section.kind, text="Later.")
        draft = Draft.objects.get()
        assert "As it was." in text(writing.get(draft.get_absolute_url()))
        assert draft.sha256 == text_hash(report_of(draft))
        assert report_of(draft).version == "Draft 1"
        assert draft.recorded_by == chair
        assert AuditEvent.objects.filter(event="report.draft_made").exists()

    def test_the_next_has_the_next_number(self, writing, review):
        DraftFactory(review=review, number=4)

        make(writing, review)

        assert Draft.objects.first().number == 5

    def test_the_same_form_sent_twice_makes_one_draft(self, writing, review):
        make(writing, review)

        again = make(writing, review)

        assert "Draft 1 says this already, word for word" in text(again)
        assert Draft.objects.get().get_absolute_url() in again.content.decode()

    def test_the_same_words_go_to_another_purpose_and_others_to_the_same(self, writing, review):
        make(writing, review)
        make(writing, review, purpose="SIGN_OFF")
        ReportSectionFactory(review=review, text="Something **else**.")
        make(writing, review, purpose="SIGN_OFF")
        ReportSectionFactory(review=review, text="Something else.")
        make(writing, review, purpose="SIGN_OFF")

        assert Draft.objects.count() == 4

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            (day("made_on", date(2026, 9, 17)), "The day it was made must be today or in the past"),
            ({"purpose": ""}, "What is it for?"),
            ({"made_on_day": "31", "made_on_month": "2"}, "must be a real date"),
        ],
    )
    def test_bad_input_keeps_what_was_typed(self, writing, review, typed, error):
        said = text(make(writing, review, note="Typed", **typed))

        assert error in said
        assert "Typed" in said
        assert not Draft.objects.exists()

    def test_a_draft_is_for_something(self, review, chair):
        today = date(2026, 9, 16)
        with pytest.raises(Refused, match="Say what the draft is for"):
            make_draft(review=review, purpose="", made_on=today, today=today, by=chair, at=AT)

    def test_the_officer_makes_none(self, client, review, officer):
        client.force_login(officer)

        assert client.get(page("make-draft", review.reference)).status_code == 404


class TestReading:
    def test_before_release_only_its_writers_and_the_officer_see_it(
        self, client, review, chair, officer, member
    ):
        draft = DraftFactory(review=review)
        seen = {}
        for person in (chair, officer, member):
            client.force_login(person)
            seen[person] = client.get(draft.get_absolute_url()).status_code
        assert seen == {chair: 200, officer: 200, member: 404}
        client.force_login(member)
        said = text(client.get(page("drafts", review.reference)))
        assert "There is no draft to read yet" in said
        assert "once it is released to the panel" in said

    def test_after_release_the_panel_reads_it(self, client, review, member):
        draft = DraftFactory(review=review, released=True, note="New: analysis")
        client.force_login(member)

        said = text(client.get(draft.get_absolute_url()))

        assert "2.1" in said
        assert "Eleven agencies were asked." in said
        assert "Released on 15 September 2026." in said
        assert "New: analysis" in said
        assert "Appendix A. Terms of reference" in said
        assert page("settle-comment", review.reference, 1, 1) not in said

    def test_the_summary_has_a_page_of_its_own(self, writing, review):
        draft = DraftFactory(review=review)

        said = text(writing.get(page("draft-summary", review.reference, draft.number)))

        assert "The panel met six times." in said
        assert "Eleven agencies" not in said

    def test_the_officer_is_told_that_it_is_not_released(self, client, review, officer):
        client.force_login(officer)

        said = text(client.get(DraftFactory(review=review).get_absolute_url()))

        assert "It is not released: only those who write the report" in said

    def test_comments_stand_beside_their_paragraphs(self, writing, review):
        draft = DraftFactory(review=review, released=True)
        DraftCommentFactory(draft=draft, words="Twelve, not eleven.")
        DraftCommentFactory(draft=draft, paragraph="", words="Well told.")
        DraftCommentFactory(draft=draft, part="SUMMARY", paragraph="1.1", words="Seven times.")

        shown = text(writing.get(draft.get_absolute_url()))

        assert "3 of 3 comments open." in shown
        assert "Twelve, not eleven." in shown
        assert "Well told." in shown
        assert "Seven times." not in shown
        summary = page("draft-summary", review.reference, draft.number)
        assert "Seven times." in text(writing.get(summary))

    def test_it_says_where_it_stands(self, writing, review):
        draft = DraftFactory(review=review, released=True)
        PanelAgreementFactory(draft=draft)
        SignOffFactory(draft=draft, conditions="Mend 4.2", dissent="None", unusual_reason="Early")
        AgreementRoundFactory(review=review, subject_kind="DRAFT", subject_key=str(draft.pk))

        said = text(writing.get(draft.get_absolute_url()))

        assert "Agreed by the panel on 1 October 2026: By email, before this system." in said
        assert "Signed off on 3 November 2026 by Community safety partnership board" in said
        assert "Conditions: Mend 4.2" in said
        assert "Dissent: None" in said
        assert "opened" in said
        assert page("agree-draft", review.reference, 1) not in said

    def test_who_reads_no_papers_of_the_panel_sees_no_rounds(self, review):
        draft = DraftFactory(review=review, released=True)
        AgreementRoundFactory(review=review, subject_kind="DRAFT", subject_key=str(draft.pk))

        assert rounds_of(draft, UserFactory()) == []

    def test_a_neighbouring_officer_reads_no_draft(self, client, review):
        client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))

        draft = DraftFactory(review=review, released=True)
        assert client.get(draft.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("count", [3, 30])
    def test_it_costs_the_same_whatever_was_said(
        self, client, review, member, count, django_assert_max_num_queries
    ):
        draft = DraftFactory(review=review, released=True)
        DraftCommentFactory.create_batch(count, draft=draft)
        client.force_login(member)
        with django_assert_max_num_queries(15):
            client.get(draft.get_absolute_url())

    @pytest.mark.parametrize("count", [3, 30])
    def test_the_list_costs_the_same_whatever_is_in_it(
        self, client, review, member, count, django_assert_max_num_queries
    ):
        for _ in range(count):
            DraftCommentFactory(draft=DraftFactory(review=review, released=True))
        client.force_login(member)
        with django_assert_max_num_queries(12):
            client.get(page("drafts", review.reference))

    def test_the_list_says_how_each_stands(self, writing, review):
        DraftFactory(review=review)
        DraftCommentFactory(draft=DraftFactory(review=review, released=True))
        PanelAgreementFactory(draft=DraftFactory(review=review, released=True))
        SignOffFactory(draft=DraftFactory(review=review, released=True))

        said = text(writing.get(page("drafts", review.reference)))

        for words in ("Not released", "Released", "Agreed by the panel", "Signed off", "1 open"):
            assert words in said
        assert page("compare-drafts", review.reference, 3, 4) in said


class TestReleasing:
    def test_its_readers_are_told_and_it_cannot_be_done_twice(self, writing, review, member):
        draft = DraftFactory(review=review)
        release = page("release-draft", review.reference, draft.number)
        assert "This cannot be undone" in text(writing.get(release))

        said = text(writing.post(release, follow=True))

        assert "Draft 1 is released. Its readers are being emailed." in said
        told = set(
            Message.objects.filter(kind="draft_released").values_list("to_address", flat=True)
        )
        assert member.email in told
        assert "This draft is released already." in text(writing.post(release))

    def test_one_that_holds_a_true_name_is_refused_and_says_where(self, writing, review):
        draft = DraftFactory(review=review, report=GIVES_AWAY)
        release = page("release-draft", review.reference, draft.number)

        for said in (text(writing.get(draft.get_absolute_url())), text(writing.post(release))):
            assert "“Overview report, paragraph 1.1” holds the true name of Maris." in said
        draft.refresh_from_db()
        assert not draft.is_released

    def test_a_single_word_of_a_name_is_looked_at_first(self, writing, review):
        report = replace(
            REPORT, chapters=(Chapter("facts", "The facts", (Paragraph("An oriel window."),)),)
        )
        draft = DraftFactory(review=review, report=report)
        release = page("release-draft", review.reference, draft.number)

        assert "Read it again, or say that you have." in text(writing.post(release))
        said = text(writing.post(release, {"names_looked_at": "on"}, follow=True))

        assert "is released" in said

    def test_a_past_draft_is_released_on_its_day_and_nobody_is_emailed(self, review, chair, member):
        draft = DraftFactory(review=review, made_on=date(2026, 5, 1))

        release_draft(
            draft=draft,
            released_on=date(2026, 5, 1),
            tell=False,
            today=date(2026, 9, 16),
            by=chair,
            at=AT,
        )

        assert Draft.objects.get().released_on == date(2026, 5, 1)
        assert not Message.objects.exists()

    def test_what_the_panel_had_before_the_review_was_here_emails_nobody(
        self, writing, review, member
    ):
        review.recorded_at, review.adopted_reason = NOW, "Begun on paper."
        review.save()
        draft = DraftFactory(review=review, made_on=date(2026, 5, 1))
        release = page("release-draft", review.reference, draft.number)
        assert "When did the panel have it?" in text(writing.get(release))
        early = writing.post(release, day("released_on", date(2026, 4, 30)))
        assert "on or after the day it was made" in text(early)
        said = writing.post(release, day("released_on", date(2026, 5, 2)), follow=True)
        assert "Nobody was emailed." in text(said)
        assert Draft.objects.get().released_on == date(2026, 5, 2)
        assert not Message.objects.exists()

    def test_the_panel_does_not_release(self, review, member):
        with pytest.raises(Refused):
            release_draft(
                draft=DraftFactory(review=review), today=date(2026, 9, 16), by=member, at=AT
            )


class TestComparing:
    def test_what_changed_stands_side_by_side(self, writing, review):
        later = replace(
            REPORT,
            chapters=(*REPORT.chapters[:1], Chapter("facts", "The facts", (Paragraph("New."),))),
        )
        DraftFactory(review=review)
        DraftFactory(review=review, report=later)

        said = text(writing.get(page("compare-drafts", review.reference, 1, 2)))

        assert "2 chapters differ." in said
        assert "<ins>New.</ins>" in said
        assert "<del>Eleven agencies were asked.</del>" in said

    def test_the_same_text_says_so(self, writing, review):
        DraftFactory(review=review)
        DraftFactory(review=review)

        said = text(writing.get(page("compare-drafts", review.reference, 1, 2)))

        assert "Nothing differs but the number." in said

    def test_nobody_compares_what_they_may_not_read(self, client, review, member):
        DraftFactory(review=review, released=True)
        DraftFactory(review=review)
        client.force_login(member)

        address = page("compare-drafts", review.reference, 1, 2)
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_draft_is_handed_out_on_paper(writing, review, ending, begins):
    draft = DraftFactory(review=review)

    response = writing.get(
        page("draft-file", review.reference, draft.number, "overview-report", ending)
    )

    assert response.content.startswith(begins)
    assert f"{review.reference}-draft-1-overview-report" in response["Content-Disposition"]


def test_paragraphs_have_addresses(writing, review):
    shown = Html(writing.get(DraftFactory(review=review).get_absolute_url()).content.decode())

    assert shown.find("div", id="paragraph-2.1")
