"""What quality assurance and publication say on a review's home page and on My work."""

from datetime import date

import pytest
from django.utils import timezone

from publications import cards
from publications.gates import home_office as qa
from publications.gates import publication as gates
from publications.models import Choice, ItemKind, Published, QaOutcome
from publications.published.public import the_report
from publications.queries import work
from reports.published.report import as_data
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.panels import PanelMemberFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicationFactory,
    PublishedItemFactory,
    QaAnswerFactory,
    QaLetterFactory,
    QaPointFactory,
    QaReceiptFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reviews import ReviewFactory, StageMoveFactory, playing
from tests.publications.publishing import TODAY, decided, saying

pytestmark = pytest.mark.django_db


def words(blockers):
    return [blocker.words for blocker in blockers]


def test_a_report_is_sent_once_a_whole_pack_is(client):
    review = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
    assert words(qa.submission_is_complete(review)) == [
        "Nothing is put together for the Home Office."
    ]
    pack = QaSubmissionFactory(review=review)
    for kind in (ItemKind.OVERVIEW_REPORT, ItemKind.EXECUTIVE_SUMMARY):
        SubmissionItemFactory(submission=pack, kind=kind)
    assert words(qa.submission_is_complete(review)) == [
        "Round 1 is not recorded as sent.",
        "Round 1 lacks: action plan.",
    ]
    SubmissionItemFactory(submission=pack, kind=ItemKind.ACTION_PLAN)
    pack.submitted_on, pack.submitted_at, pack.sent_by = TODAY, pack.recorded_at, "EMAIL"
    pack.save()
    assert qa.submission_is_complete(review) == []
    QaLetterFactory(submission=pack)
    assert words(qa.submission_is_complete(review)) == ["Round 2 is not put together."]


def test_a_report_is_with_the_home_office_once_it_says_so(review):
    assert words(qa.submission_is_received(review)) == ["Nothing was sent to the Home Office."]
    pack = QaSubmissionFactory(review=review, sent=True)
    assert words(qa.submission_is_received(review)) == [
        "It is not recorded that the Home Office has it."
    ]
    QaReceiptFactory(submission=pack)
    assert qa.submission_is_received(review) == []


GATES = {
    QaOutcome.CLEARED: qa.qa_outcome_is_cleared,
    QaOutcome.CLEARED_WITH_CHANGES: qa.qa_outcome_is_changes,
    QaOutcome.FURTHER_WORK: qa.qa_outcome_is_further_work,
}


@pytest.mark.parametrize("outcome", QaOutcome)
def test_the_letter_opens_one_way_and_no_other(review, outcome):
    for gate in GATES.values():
        assert words(gate(review)) == ["Nothing was sent to the Home Office."]
    pack = QaSubmissionFactory(review=review, sent=True)
    for gate in GATES.values():
        assert words(gate(review)) == ["The letter of the Home Office is not recorded."]
    QaLetterFactory(submission=pack, outcome=outcome)
    for opens, gate in GATES.items():
        said = f"The letter about round 1 says: {outcome.label.lower()}."
        assert words(gate(review)) == ([] if opens == outcome else [said])


def test_every_point_is_answered_before_a_report_goes_back(review):
    assert words(qa.qa_points_are_answered(review)) == ["No letter of the Home Office is recorded."]
    letter = QaLetterFactory(submission__review=review)
    assert words(qa.qa_points_are_answered(review)) == ["The points of the letter are not entered."]
    first, second = (QaPointFactory(submission=letter.submission) for _ in range(2))
    assert words(qa.qa_points_are_answered(review)) == ["2 points of the letter are not answered."]
    QaAnswerFactory(point=first)
    assert words(qa.qa_points_are_answered(review)) == ["1 point of the letter is not answered."]
    QaAnswerFactory(point=second)
    assert qa.qa_points_are_answered(review) == []


def test_a_confirmed_decision_opens_its_own_way(review):
    assert words(gates.publication_is_decided(review)) == [
        "It is not decided whether the report is published."
    ]
    PublicationDecisionFactory(review=review, standing="PROVISIONAL")
    assert words(gates.publication_is_decided(review)) == [
        "The decision about publication is provisional."
    ]
    PublicationDecisionFactory(review=review)
    assert gates.publication_is_decided(review) == []
    assert words(gates.withholding_is_decided(review)) == ["It is decided to publish."]

    PublicationDecisionFactory(
        review=review, choice=Choice.WITHHOLD, compelling=["CHILD"], items=[Published.SUMMARY]
    )
    assert words(gates.publication_is_decided(review)) == ["It is decided not to publish."]
    assert words(gates.withholding_is_decided(review)) == [
        "The executive summary is to be published, and is not."
    ]


def test_the_text_is_safe_only_as_a_frozen_set(review):
    decided(review)
    assert words(gates.text_is_safe_to_publish(review)) == [
        "What will be public is checked and published on a page of its own. That is not done."
    ]
    publication = PublicationFactory(review=review)
    assert gates.text_is_safe_to_publish(review) == []
    PublishedItemFactory(
        publication=publication, content=as_data(the_report(saying("Oriel Vantongren")))
    )
    assert words(gates.text_is_safe_to_publish(review)) == [
        "“Overview report, paragraph 1.1” holds the true name of Maris."
    ]


def test_a_set_from_before_a_step_back_opens_nothing_however_far_one_came_again(review):
    decided(review)
    PublicationFactory(review=review)
    for is_step_back in (True, False, False):
        StageMoveFactory(review=review, is_step_back=is_step_back, recorded_at=timezone.now())
    assert "published on a page of its own" in str(words(gates.text_is_safe_to_publish(review)))


def card(kind, review, role=Role.CSP_OFFICER):
    return kind(review, playing(role, to=review), TODAY)


def test_the_card_of_the_home_office_follows_the_rounds():
    review = ReviewFactory(at_stage=Stage.EVIDENCE)
    assert card(cards.home_office, review) is None
    assert card(cards.home_office, ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)).figure == (
        "Nothing sent yet"
    )
    assert card(cards.home_office, review, Role.ADVISER) is None
    pack = QaSubmissionFactory(review=review, sent=True)
    assert card(cards.home_office, review).figure == "Sent"
    QaReceiptFactory(submission=pack)
    assert card(cards.home_office, review).figure == "Received"
    QaLetterFactory(submission=pack)
    QaAnswerFactory(point=QaPointFactory(submission=pack))
    QaPointFactory(submission=pack)
    shown = card(cards.home_office, review)
    assert shown.figure == "Cleared subject to changes"
    assert shown.lines == ["Round 1 sent on 20 November 2026", "1 of 2 points answered"]


def test_the_card_of_publication_follows_the_decision(review):
    assert card(cards.publication, ReviewFactory(at_stage=Stage.DRAFTING)) is None
    assert card(cards.publication, review).figure == "Not decided yet"
    PublicationDecisionFactory(review=review, standing="PROVISIONAL", planned_on=date(2027, 1, 20))
    shown = card(cards.publication, review)
    assert shown.figure == "Publish"
    assert shown.lines == [
        "Planned for 20 January 2027 (in 48 days)",
        "The decision is provisional",
    ]
    PublicationDecisionFactory(review=review, planned_on=date(2026, 12, 2))
    assert card(cards.publication, review).lines == ["Was planned for 2 December 2026"]
    PublicationDecisionFactory(review=review)
    assert card(cards.publication, review).lines == []
    published = PublicationFactory().review
    assert card(cards.publication, published).figure == "Public"


def what(items):
    return [item.what for item in items]


def test_the_officer_is_told_to_put_together_and_to_send():
    review = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
    officer = playing(Role.CSP_OFFICER, to=review)
    (item,) = work.reports_to_send(officer, TODAY)
    assert item.what == "Put the report together for the Home Office"

    QaSubmissionFactory(review=review)
    assert work.reports_to_send(officer, TODAY) == []
    assert what(work.packs_to_send(officer, TODAY)) == ["Send round 1 to the Home Office"]


def test_a_revised_report_goes_back_once_its_points_are_answered():
    review = ReviewFactory(at_stage=Stage.REVISING)
    officer = playing(Role.CSP_OFFICER, to=review)
    letter = QaLetterFactory(submission__review=review)
    point = QaPointFactory(submission=letter.submission)
    assert work.reports_to_send(officer, TODAY) == []
    QaAnswerFactory(point=point)
    assert len(work.reports_to_send(officer, TODAY)) == 1


def test_a_letter_is_asked_for_once_the_board_has_met(review, officer):
    receipt = QaReceiptFactory(submission__review=review, board_on=TODAY)
    assert work.letters_to_record(officer, TODAY) == []
    receipt.board_on = date(2026, 12, 2)
    receipt.save()
    assert what(work.letters_to_record(officer, TODAY)) == ["Record the letter about round 1"]


def test_points_are_answered_together_or_by_whom_they_were_given_to(review, chair):
    letter = QaLetterFactory(submission__review=review)
    member = PanelMemberFactory(review=review, user=playing(Role.PANEL_MEMBER, to=review))
    writer = PanelMemberFactory(review=review, user=chair)
    QaPointFactory(submission=letter.submission, given_to=member)
    (alone,) = work.points_to_answer(chair, TODAY)
    assert alone.what == "Answer 1 point of the Home Office's letter"
    assert alone.why == "Each needs an answer of its own"

    QaPointFactory(submission=letter.submission, given_to=writer)
    (item,) = work.points_to_answer(chair, TODAY)
    assert item.what == "Answer 2 points of the Home Office's letter"
    assert item.why == "1 of them given to you"
    (given,) = work.points_to_answer(member.user, TODAY)
    assert given.what == "Say what becomes of point 1 of the Home Office's letter"


def test_the_chair_is_told_to_decide(review, csp_chair):
    assert what(work.publications_to_decide(csp_chair, TODAY)) == [
        "Decide whether and when it is published"
    ]
    PublicationDecisionFactory(review=review)
    assert work.publications_to_decide(csp_chair, TODAY) == []
