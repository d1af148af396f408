"""What people have to do about evidence."""

from datetime import date

import pytest

from evidence.cycle import ImrState
from evidence.models import Tier
from evidence.queries import imr_author_work, imr_work
from messaging.models import Message
from reviews import access
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address
from tests.factories.evidence import (
    AuthorDeclarationFactory,
    EnquiryAnalysisFactory,
    EvidenceRequestFactory,
    ImrFactory,
    ImrQueryFactory,
    ImrVersionFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.messaging import MessageFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
PAST = date(2026, 2, 1)


def said(items):
    return [item.what for item in items]


class TestOfTheReview:
    def test_agencies_are_to_be_decided_once_the_terms_are_agreed(self, officer, review):
        undecided = AgencyInvolvementFactory(review=review)
        AgencyInvolvementFactory(review=review)
        nil = AgencyInvolvementFactory(review=review)
        ScopingReturnFactory(request__involvement=nil)
        EvidenceRequestFactory(involvement=AgencyInvolvementFactory(review=review))
        assert imr_work.evidence_to_ask_for(officer, TODAY) == []
        review.stage = Stage.TOR_AGREED
        review.save()
        (item,) = imr_work.evidence_to_ask_for(officer, TODAY)
        assert item.what == "Decide what 2 agencies should send"
        EvidenceRequestFactory(involvement=undecided)
        assert said(imr_work.evidence_to_ask_for(officer, TODAY)) == [
            "Decide what 1 agency should send"
        ]

    def test_late_evidence_is_reminded_of(self, officer, part, chair):
        imr = ImrFactory(involvement=part, asked__due_on=PAST)
        (item,) = imr_work.evidence_to_chase(officer, TODAY)
        assert item.what == "Remind 1 agency of evidence that is late"
        assert item.due_on == PAST
        assert imr_work.evidence_to_chase(chair, TODAY) == []
        reminder = MessageFactory(kind="evidence_late")
        Message.objects.filter(pk=reminder.pk).update(
            queued_at=imr.recorded_at.replace(month=2, day=1)
        )
        part.evidence_requests.get().messages.add(reminder)
        assert imr_work.evidence_to_chase(officer, TODAY) == []

    def test_an_agency_without_an_author(self, officer, part):
        imr = ImrFactory(involvement=part)
        assert said(imr_work.authors_to_find(officer, TODAY)) == [
            "Find an author for the evidence of 1 agency"
        ]
        ImrFactory.reach(imr, ImrState.ACCEPTED)
        assert imr_work.authors_to_find(officer, TODAY) == []

    def test_what_came_in_is_to_be_read(self, officer, chair, part):
        imr = ImrFactory(involvement=part, at=ImrState.RECEIVED)
        (item,) = imr_work.reports_to_read(chair, TODAY)
        assert item.what == "Read the IMR of Alder Trust"
        assert item.due_on == date(2026, 2, 9)  # ten days after it came
        assert imr_work.reports_to_read(officer, TODAY) == []
        imr.versions.update(received_on=None)
        assert imr_work.reports_to_read(chair, TODAY)[0].due_on is None

    def test_answers_are_to_be_read(self, chair, part):
        imr = ImrFactory(involvement=part, at=ImrState.QUERIED)
        ImrQueryFactory(imr=imr, answered=True)
        assert said(imr_work.answers_to_read(chair, TODAY)) == ["Read 1 answer of Alder Trust"]
        ImrQueryFactory(imr=imr, answered=True)
        assert said(imr_work.answers_to_read(chair, TODAY)) == ["Read 2 answers of Alder Trust"]

    def test_an_ended_review_asks_for_nothing(self, officer, chair, part):
        imr = ImrFactory(involvement=part, asked__due_on=PAST, at=ImrState.RECEIVED)
        ImrQueryFactory(imr=imr, answered=True)
        type(part.review).objects.update(stage=Stage.CONCLUDED)
        for provide in (imr_work.reports_to_read, imr_work.answers_to_read):
            assert provide(chair, TODAY) == []
        assert imr_work.evidence_to_chase(officer, TODAY) == []

    @pytest.mark.parametrize("rows", [3, 30])
    def test_it_costs_the_same_whatever_there_is(self, rows, django_assert_max_num_queries):
        review = ReviewFactory(at_stage=Stage.EVIDENCE)
        for _ in range(rows):
            part = AgencyInvolvementFactory(review=review)
            imr = ImrFactory(involvement=part, at=ImrState.RECEIVED, asked__due_on=PAST)
            ImrQueryFactory(imr=imr, answered=True)
            ImrFactory(involvement__review=review, asked__due_on=PAST)
            AgencyInvolvementFactory(review=review)
        hats = [Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR]
        for user in [playing(role, to=review) for role in hats]:
            for provide in (
                imr_work.evidence_to_ask_for, imr_work.evidence_to_chase, imr_work.reports_to_read,
                imr_work.authors_to_find, imr_work.answers_to_read,
            ):  # fmt: skip
                with django_assert_max_num_queries(2):
                    provide(user, TODAY)


class TestOfAnAuthor:
    def left(self, author):
        return said(imr_author_work.reports_to_write(author, TODAY))

    def test_first_they_confirm(self, part, author):
        ImrFactory(involvement=part)
        (item,) = imr_author_work.reports_to_write(author, TODAY)
        assert item.what == "Confirm that you can write the IMR of Alder Trust"
        assert item.due_on == date(2026, 3, 9)
        assert item.href == address(part, "declare-author")

    def test_somebody_who_may_not_write_waits_for_others(self, part, author):
        imr = ImrFactory(involvement=part)
        AuthorDeclarationFactory(imr=imr, user=author, answers={"MANAGED": True})
        assert self.left(author) == []

    def test_somebody_who_declared_for_a_summary_confirms_again(self, part, author):
        imr = ImrFactory(involvement=part)
        AuthorDeclarationFactory(imr=imr, user=author)
        assert self.left(author) == ["Confirm that you can write the IMR of Alder Trust"]

    def test_then_every_step_that_is_left(self, part, author):
        imr = ImrFactory(involvement=part, by=author)
        assert self.left(author) == [
            "Say what you found for the IMR of Alder Trust",
            "Upload the IMR of Alder Trust",
        ]
        draft = ImrVersionFactory(imr=imr)
        assert self.left(author) == ["Say what you found for the IMR of Alder Trust"]
        for enquiry in part.review.terms_of_reference.get().enquiries.all():
            EnquiryAnalysisFactory(version=draft, enquiry=enquiry)
        assert self.left(author) == ["Ask for sign-off of the IMR of Alder Trust"]
        draft.given_back_note = "Say which team."
        draft.save(update_fields=["given_back_note"])
        assert self.left(author) == ["Change the IMR as asked before sign-off of Alder Trust"]

    def test_the_lines_of_the_terms_agreed_last_count_however_they_are_worded(self, part, author):
        draft = ImrVersionFactory(imr=ImrFactory(involvement=part, by=author))
        first, _ = part.review.terms_of_reference.get().enquiries.all()
        EnquiryAnalysisFactory(version=draft, enquiry=first)
        AgencyInvolvementFactory(review=part.review)
        assert self.left(author) == ["Say what you found for the IMR of Alder Trust"]
        (line,) = agreed_terms(part.review, lines=1).enquiries.all()
        assert self.left(author) == ["Say what you found for the IMR of Alder Trust"]
        type(line).objects.filter(pk=line.pk).update(root=first.root)
        assert self.left(author) == ["Ask for sign-off of the IMR of Alder Trust"]

    def test_what_was_entered_for_them_needs_its_document_only(self, part, author):
        imr = ImrFactory(involvement=part, by=author)
        entered = {"received_via": "POST", "on_behalf_of": "Her", "given_on": PAST, "extent": ""}
        draft = ImrVersionFactory(imr=imr, document=None, **entered)
        assert self.left(author) == ["Upload the IMR of Alder Trust"]
        draft.delete()
        ImrVersionFactory(imr=imr, **entered)
        assert self.left(author) == ["Ask for sign-off of the IMR of Alder Trust"]

    def test_one_person_writes_for_two_agencies_of_a_review(self, part, author):
        other = AgencyInvolvementFactory(review=part.review, agency__name="Birch Trust")
        hat = {"role": Role.IMR_AUTHOR, "from_on": PAST}
        imr = ImrFactory(involvement=part, by=author)
        access.admit(user=author, to=other, by=author, at=imr.recorded_at, **hat)
        ImrFactory(involvement=other, asked=Tier.SHORT_REPORT, by=author)
        enquiries = part.review.terms_of_reference.get().enquiries.all()
        drafts = [ImrVersionFactory(imr=each.imr) for each in (part, other)]
        assert self.left(author) == [
            "Ask for sign-off of the short report of Birch Trust",
            "Say what you found for the IMR of Alder Trust",
        ]
        for enquiry in enquiries:
            EnquiryAnalysisFactory(version=drafts[0], enquiry=enquiry)
        assert self.left(author) == [
            "Ask for sign-off of the IMR of Alder Trust",
            "Ask for sign-off of the short report of Birch Trust",
        ]

    @pytest.mark.parametrize("frozen", [True, False])
    def test_nothing_while_it_waits_or_is_another_persons(self, part, author, frozen):
        imr = ImrFactory(involvement=part, by=author if frozen else None, at=ImrState.ACCEPTED)
        if frozen:
            ImrVersionFactory(imr=imr, frozen=True)
        assert self.left(author) == []

    def test_nothing_once_it_is_sent_or_no_longer_asked_for(self, part, author):
        ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)
        assert self.left(author) == []
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING)
        assert self.left(author) == []

    def test_questions_are_to_be_answered(self, part, author):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.QUERIED)
        (item,) = imr_author_work.questions_to_answer(author, TODAY)
        assert item.what == "Answer 1 question of the panel"
        assert item.due_on == date(2026, 2, 10)
        ImrQueryFactory(imr=imr, due_on=date(2026, 2, 5))
        (item,) = imr_author_work.questions_to_answer(author, TODAY)
        assert item.what == "Answer 2 questions of the panel"
        assert item.due_on == date(2026, 2, 5)

    def test_the_senior_person_signs_off_and_sends(self, part, author, senior):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
        assert imr_author_work.reports_to_sign_off(senior, TODAY) == []
        imr.versions.update(submitted_at=imr.recorded_at, sha256="0" * 64)
        (item,) = imr_author_work.reports_to_sign_off(senior, TODAY)
        assert item.what == "Sign off the IMR of Alder Trust"
        ImrFactory.reach(imr, ImrState.AGENCY_SIGNED_OFF)
        (item,) = imr_author_work.reports_to_sign_off(senior, TODAY)
        assert item.what == "Send the IMR of Alder Trust"
        assert item.href == address(part, "imr-send")

    def test_an_author_is_not_asked_to_sign_off_their_own(self, part, senior):
        imr = ImrFactory(involvement=part, by=senior, at=ImrState.DRAFT)
        imr.versions.update(submitted_at=imr.recorded_at, sha256="0" * 64)
        assert imr_author_work.reports_to_sign_off(senior, TODAY) == []

    @pytest.mark.parametrize("rows", [3, 30])
    def test_it_costs_the_same_whatever_there_is(self, rows, django_assert_max_num_queries):
        author = playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory())
        for _ in range(rows):
            imr = ImrFactory(by=author, at=ImrState.QUERIED)
            hats = {"user": author, "by": author, "at": imr.recorded_at, "from_on": PAST}
            for role in (Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF):
                access.admit(role=role, to=imr.involvement, **hats)
            EnquiryAnalysisFactory(version=ImrVersionFactory(imr=imr, number=2))
        with django_assert_max_num_queries(2):
            assert len(imr_author_work.reports_to_write(author, TODAY)) == rows
        with django_assert_max_num_queries(2):
            assert len(imr_author_work.questions_to_answer(author, TODAY)) == rows
        with django_assert_max_num_queries(2):
            imr_author_work.reports_to_sign_off(author, TODAY)
