"""What terms and rounds add to a review's home and to everybody's first page."""

from datetime import date

import pytest

from panels.cards import agreement, terms
from panels.gates import terms_are_agreed
from panels.queries.agreeing_work import (
    objections_to_settle,
    rounds_to_close,
    terms_to_agree,
    texts_to_answer,
)
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import UserFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
    TermsOfReferenceFactory,
)
from tests.panels.saying import page

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
LONG_AFTER = date(2026, 4, 1)


class TestTheGate:
    def test_it_waits_for_a_version_that_is_agreed(self, review):
        (waits,) = terms_are_agreed(review)
        assert waits.words == "The terms of reference are not written."
        assert waits.href == page("terms", review.reference)
        TermsOfReferenceFactory(review=review)
        (waits,) = terms_are_agreed(review)
        assert waits.words == "The terms of reference are not agreed."

    def test_a_later_draft_does_not_shut_it_again(self, review):
        TermsOfReferenceFactory(review=review, agreed=True)
        TermsOfReferenceFactory(review=review)

        assert terms_are_agreed(review) == []


class TestCards:
    def test_terms(self, review, officer):
        assert terms(review, officer, TODAY).figure == "Not written yet"
        first = TermsOfReferenceFactory(review=review)
        assert terms(review, officer, TODAY).figure == "Version 1, draft"
        first.delete()
        TermsOfReferenceFactory(review=review, agreed=True)
        TermsOfReferenceFactory(review=review)

        card = terms(review, officer, TODAY)
        assert card.figure == "Version 1 agreed"
        assert card.lines == ["Agreed on 20 February 2026", "Version 2 is a draft"]

    def test_agreement(self, review, officer):
        assert agreement(review, officer, TODAY) is None
        AgreementRoundFactory(review=review, agreed=True)
        assert agreement(review, officer, TODAY).figure == "None open"
        running = AgreementRoundFactory(review=review)
        AgreementInviteeFactory(round=running)

        card = agreement(review, officer, TODAY)
        assert card.figure == "1 text out for agreement"
        assert card.lines == ["Terms of reference, version 1: 0 of 1 answered"]

    def test_a_stranger_has_neither(self, review):
        assert terms(review, UserFactory(), TODAY) is None
        assert agreement(review, UserFactory(), TODAY) is None


class TestWork:
    def test_whoever_is_asked_has_to_answer(self, review):
        member = playing(Role.PANEL_MEMBER, to=review)
        asked = AgreementInviteeFactory(round__review=review, user=member)

        (item,) = texts_to_answer(member, TODAY)
        assert item.what == "Answer whether you agree: terms of reference, version 1"
        assert item.why == "You were asked. No answer counts as agreement"
        assert item.due_on == asked.round.closing_on
        assert item.href == page("give-answer", review.reference, asked.round_id)
        AgreementAnswerFactory(invitee=asked)
        assert texts_to_answer(member, TODAY) == []

    def test_nobody_answers_a_closed_round_or_a_review_they_left(self, review):
        member = playing(Role.PANEL_MEMBER, to=review)
        AgreementInviteeFactory(
            round=AgreementRoundFactory(review=review, agreed=True), user=member
        )
        AgreementInviteeFactory(user=member)

        assert texts_to_answer(member, TODAY) == []

    def test_whoever_runs_a_round_closes_it(self, review, officer):
        asked = AgreementInviteeFactory(round__review=review)

        assert rounds_to_close(officer, TODAY) == []
        (late,) = rounds_to_close(officer, LONG_AFTER)
        assert late.why == "The last day to answer is past"
        AgreementAnswerFactory(invitee=asked)
        (done,) = rounds_to_close(officer, TODAY)
        assert done.why == "Everybody has answered"
        assert done.href == page("round", review.reference, asked.round_id)
        assert rounds_to_close(playing(Role.PANEL_MEMBER, to=review), LONG_AFTER) == []

    def test_objections_that_stand_are_settled(self, review, officer):
        asked = AgreementRoundFactory(review=review)
        AgreementDispositionFactory(answer__invitee__round=asked)
        assert objections_to_settle(officer, TODAY) == []
        objection = AgreementAnswerFactory(invitee__round=asked, objects=True)
        AgreementAnswerFactory(invitee__round=asked, objects=True)

        (item,) = objections_to_settle(officer, TODAY)
        assert item.what == "Settle what was objected to: terms of reference, version 1"
        for row in asked.invitees.filter(answers__disposition__isnull=True):
            AgreementAnswerFactory(invitee=row, recorded_at="2026-03-01T09:00Z")
        assert objections_to_settle(officer, TODAY) == []
        assert objection.waits_for_disposition

    def test_a_panel_without_terms_has_them_agreed(self):
        review = ReviewFactory(at_stage=Stage.PANEL_FORMED)
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        TermsOfReferenceFactory(review=review)

        (item,) = terms_to_agree(chair, TODAY)
        assert item.href == page("terms", review.reference)
        review.terms_of_reference.all().delete()
        TermsOfReferenceFactory(review=review, agreed=True)
        assert terms_to_agree(chair, TODAY) == []

    @pytest.mark.parametrize("rows", [3, 30])
    def test_in_two_queries_each_whatever_the_number(self, rows, django_assert_max_num_queries):
        user = UserFactory()
        for _ in range(rows):
            review = ReviewFactory(at_stage=Stage.PANEL_FORMED)
            chair = playing(Role.INDEPENDENT_CHAIR, to=review)
            AgreementInviteeFactory(round__review=review, user=chair)

        for provide in (texts_to_answer, rounds_to_close, objections_to_settle, terms_to_agree):
            with django_assert_max_num_queries(2):
                provide(user, TODAY)
            with django_assert_max_num_queries(2):
                provide(chair, LONG_AFTER)
