"""What the report holds back, what it shows on the home page, and whom it asks for what."""

from datetime import UTC, date, datetime

import pytest

from panels.models import SubjectKind
from reports import gates
from reports.cards import report as card
from reports.models import DraftPurpose, SectionKind
from reports.queries import work
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.panels import MeetingFactory
from tests.factories.reports import (
    DraftCommentFactory,
    DraftFactory,
    PanelAgreementFactory,
    ReportSectionFactory,
    SignOffFactory,
)
from tests.factories.reviews import ReviewFactory, StageMoveFactory, playing
from tests.factories.terms import AgreementInviteeFactory, AgreementRoundFactory
from tests.reports.saying import page

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 16)


def says(gate, review):
    return [blocker.words for blocker in gate(review)]


class TestGates:
    def test_a_numbered_draft_that_the_panel_has(self, review):
        assert says(gates.draft_is_numbered, review) == [
            "There is no numbered draft of the report."
        ]
        DraftFactory(review=review)
        assert says(gates.draft_is_numbered, review) == ["Draft 1 is not released to the panel."]
        DraftFactory(review=review, released=True)
        assert says(gates.draft_is_numbered, review) == []

    def test_after_further_work_it_is_another_draft(self, review):
        DraftFactory(review=review, released=True)
        StageMoveFactory(
            review=review,
            from_stage=Stage.FURTHER_WORK,
            to_stage=Stage.DRAFTING,
            recorded_at=datetime(2027, 1, 5, tzinfo=UTC),
        )

        assert says(gates.draft_is_numbered, review) == [
            "There is no numbered draft of the report."
        ]

    def test_every_comment_is_settled(self, review):
        first = DraftFactory(review=review, released=True)
        second = DraftFactory(review=review, released=True)
        DraftCommentFactory(draft=first)
        DraftCommentFactory.create_batch(2, draft=second)

        found = gates.comments_are_answered(review)

        assert [one.words for one in found] == [
            "1 comment on draft 1 is not settled.",
            "2 comments on draft 2 are not settled.",
        ]
        assert found[1].href == page("comments", review.reference, 2)
        first.comments.all().update(
            disposition="ADOPTED", reason="Yes", settled_at=datetime(2026, 9, 16, tzinfo=UTC)
        )
        assert len(gates.comments_are_answered(review)) == 1

    def test_the_panel_agrees_at_a_meeting(self, review):
        waits = ["There is no draft that the panel could agree."]
        assert says(gates.panel_has_agreed, review) == waits
        draft = DraftFactory(review=review, released=True)
        assert says(gates.panel_has_agreed, review) == ["The panel has not agreed draft 1."]
        PanelAgreementFactory(draft=draft, otherwise="", meeting=MeetingFactory(review=review))
        assert says(gates.panel_has_agreed, review) == []

    def test_the_panel_agrees_in_a_round(self, review):
        draft = DraftFactory(review=review, released=True)
        about = {"review": review, "subject_kind": SubjectKind.DRAFT, "subject_key": str(draft.pk)}
        AgreementRoundFactory(**about, agreed=True, outcome="NOT_AGREED")
        assert says(gates.panel_has_agreed, review) == ["The panel has not agreed draft 1."]
        AgreementRoundFactory(**about, agreed=True)
        assert says(gates.panel_has_agreed, review) == []

    def test_a_draft_for_the_panel_that_came_later_is_agreed_again(self, review):
        PanelAgreementFactory(draft=DraftFactory(review=review, released=True))
        DraftFactory(review=review, released=True, purpose=DraftPurpose.SIGN_OFF)
        assert says(gates.panel_has_agreed, review) == []
        DraftFactory(review=review, released=True)
        assert says(gates.panel_has_agreed, review) == ["The panel has not agreed draft 3."]

    def test_the_sign_off_has_its_minute(self, review):
        waits = ["The partnership has not signed the report off."]
        assert says(gates.sign_off_is_minuted, review) == waits
        draft = DraftFactory(review=review, released=True)
        made = SignOffFactory(draft=draft, minute=None)
        (blocker,) = gates.sign_off_is_minuted(review)
        assert blocker.words == "The minute of the sign-off is not attached."
        assert blocker.href == page("attach-minute", review.reference, made.pk)
        SignOffFactory(draft=draft)
        assert says(gates.sign_off_is_minuted, review) == []
        DraftFactory(review=review, released=True)
        assert says(gates.sign_off_is_minuted, review) == ["Draft 1 was signed off, not 2."]


class TestCard:
    def test_its_writers_see_what_is_to_write(self, review, chair):
        shown = card(review, chair, TODAY)
        assert (shown.figure, shown.lines) == ("No draft yet", ["25 sections to write"])
        assert shown.href == page("report", review.reference)

    def test_it_shows_the_last_draft_and_open_comments(self, review, chair):
        for kind in list(SectionKind)[1:]:
            ReportSectionFactory(review=review, kind=kind)
        DraftCommentFactory(draft=DraftFactory(review=review, released=True))
        DraftFactory(review=review)

        shown = card(review, chair, TODAY)

        assert shown.figure == "Draft 2"
        assert shown.lines == ["Not released", "1 comment open", "1 section to write"]

    def test_the_panel_sees_what_is_released(self, review, member):
        DraftFactory(review=review, released=True)
        DraftFactory(review=review)

        shown = card(review, member, TODAY)

        assert (shown.figure, shown.lines) == ("Draft 1", [])
        assert shown.href == page("drafts", review.reference)

    def test_others_see_no_card(self, review):
        assert card(review, playing(Role.NEIGHBOURING_OFFICER, to=review), TODAY) is None


class TestWork:
    def test_the_writer_is_asked_for_the_sections(self, review, chair):
        ReportSectionFactory(review=review)
        (item,) = work.sections_to_write(chair, TODAY)
        assert (item.what, item.why) == ("Write the report", "24 of 25 sections are to be written")

    def test_not_once_all_are_written(self, review, chair):
        for kind in SectionKind:
            ReportSectionFactory(review=review, kind=kind)

        assert work.sections_to_write(chair, TODAY) == []

    def test_the_writer_is_asked_to_settle_comments(self, review, chair, member):
        draft = DraftFactory(review=review, released=True)
        DraftCommentFactory.create_batch(2, draft=draft)
        DraftCommentFactory(draft=DraftFactory(review=review, released=True))

        items = work.comments_to_settle(chair, TODAY)

        assert sorted(item.what for item in items) == [
            "Settle 1 comment on draft 2",
            "Settle 2 comments on draft 1",
        ]
        assert work.comments_to_settle(member, TODAY) == []

    def test_a_member_is_asked_to_read_the_last_draft(self, review, chair, member):
        DraftFactory(review=review, released=True)
        DraftFactory(review=review, released=True)
        DraftFactory(review=review)

        (item,) = work.drafts_to_read(member, TODAY)

        assert item.what == "Read draft 2 of the report and comment on it"
        assert item.href == page("draft", review.reference, 2)
        assert work.drafts_to_read(chair, TODAY) == []

    def test_not_once_they_commented(self, review, member):
        DraftCommentFactory(draft=DraftFactory(review=review, released=True), recorded_by=member)

        assert work.drafts_to_read(member, TODAY) == []

    def test_not_once_they_are_asked_to_agree_it(self, review, member):
        draft = DraftFactory(review=review, released=True)
        asked = AgreementRoundFactory(
            review=review,
            subject_kind=SubjectKind.DRAFT,
            subject_key=str(draft.pk),
            version=str(draft.number),
        )
        AgreementInviteeFactory(round=asked, user=member)

        assert work.drafts_to_read(member, TODAY) == []

    def test_not_once_the_panel_agreed_it(self, review, member):
        PanelAgreementFactory(draft=DraftFactory(review=review, released=True))

        assert work.drafts_to_read(member, TODAY) == []

    def test_the_officer_is_asked_for_the_sign_off(self):
        review = ReviewFactory(at_stage=Stage.PANEL_AGREED)
        officer = playing(Role.CSP_OFFICER, to=review)
        draft = DraftFactory(review=review, released=True)

        (item,) = work.sign_offs_to_record(officer, TODAY)

        assert item.what == "Record the partnership’s sign-off of the report"
        assert item.href == page("sign-off", review.reference, 1)
        SignOffFactory(draft=draft)
        assert work.sign_offs_to_record(officer, TODAY) == []

    def test_without_a_draft_it_leads_to_the_drafts(self):
        review = ReviewFactory(at_stage=Stage.PANEL_AGREED)

        (item,) = work.sign_offs_to_record(playing(Role.CSP_CHAIR, to=review), TODAY)

        assert item.href == page("drafts", review.reference)
