"""The deadlines of the Home Office and of publication follow rounds, letters, notices and moves."""

from datetime import date

import pytest

from publications.models import Choice, Compelling, FamilyView, QaOutcome
from reviews.lifecycle import Stage
from reviews.models import NoticeKind, Standing
from tests.factories.publications import (
    PublicationDecisionFactory,
    QaLetterFactory,
    QaSubmissionFactory,
)
from tests.factories.reviews import NoticeFactory, ReviewFactory
from tests.reviews.clock import begun_on_paper, clock_of, days_of, taken_back

NOTIFIED = date(2026, 1, 5)  # every stage of `at_stage` is reached on that day
FAMILY, PANEL = NoticeKind.QA_LETTER_FAMILY, NoticeKind.QA_LETTER_PANEL
WITHHELD = {"choice": Choice.WITHHOLD, "compelling": [Compelling.CHILD], "items": []}
pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.HO_SUBMITTED)


def a_round(review, sent=date(2026, 11, 2)):
    return QaSubmissionFactory(review=review, sent=True, submitted_on=sent)


def a_letter(review, **letter):
    return QaLetterFactory(submission=a_round(review), **letter)


class TestSubmission:
    def test_it_is_owed_five_days_after_the_sign_off(self, review):
        QaSubmissionFactory(review=review)
        QaSubmissionFactory(sent=True)
        assert days_of(review, "D16") == (NOTIFIED, date(2026, 1, 10), None)

    def test_the_first_round_meets_it(self, review):
        for day in (date(2026, 11, 20), date(2026, 11, 2)):
            a_round(review, sent=day)
        assert days_of(review, "D16")[2] == date(2026, 11, 2)

    def test_nothing_is_owed_once_the_sign_off_is_taken_back(self):
        signed = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
        assert clock_of(signed, "D16")
        taken_back(signed, Stage.CSP_SIGNED_OFF)
        assert not clock_of(signed, "D16")

    def test_what_was_sent_on_paper_is_not_asked_for(self, review):
        begun_on_paper(review)
        assert not clock_of(review, "D16")
        assert clock_of(begun_on_paper(ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)), "D16")


class TestLetter:
    def test_each_round_waits_for_its_own(self, review):
        a_letter(review, given_on=date(2026, 11, 9))
        a_round(review, sent=date(2026, 12, 1))
        QaLetterFactory()
        assert clock_of(review, "D17") == {
            "round-1": (date(2026, 11, 2), date(2027, 1, 31), date(2026, 11, 9)),
            "round-2": (date(2026, 12, 1), date(2027, 3, 1), None),
        }

    def test_it_came_on_the_day_it_arrived(self, review):
        a_letter(review, given_on=date(2026, 11, 9), arrived_on=date(2026, 11, 12))
        assert days_of(review, "D17", "round-1")[2] == date(2026, 11, 12)
        assert days_of(review, "D18", "round-1")[0] == date(2026, 11, 12)

    def test_a_letter_on_paper_is_not_waited_for(self):
        cleared = begun_on_paper(ReviewFactory(at_stage=Stage.CLEARED))
        a_round(cleared)
        assert not clock_of(cleared, "D17")


class TestSharing:
    def test_family_and_panel_both_have_it(self, review):
        a_letter(review)
        assert days_of(review, "D18", "round-1") == (
            date(2026, 11, 30), date(2026, 12, 10), None,
        )  # fmt: skip
        NoticeFactory(review=review, kind=FAMILY, sent_on=date(2026, 12, 8))
        NoticeFactory(kind=PANEL, sent_on=date(2026, 12, 2))
        assert days_of(review, "D18", "round-1")[2] is None
        NoticeFactory(review=review, kind=PANEL, sent_on=date(2026, 12, 2))
        assert days_of(review, "D18", "round-1")[2] == date(2026, 12, 8)

    def test_having_had_the_letter_before_is_not_having_this_one(self, review):
        a_letter(review)
        for kind in (FAMILY, PANEL):
            NoticeFactory(review=review, kind=kind, sent_on=date(2026, 12, 2))
        a_letter(review, given_on=date(2027, 3, 1))
        assert [met for *_, met in clock_of(review, "D18").values()] == [date(2026, 12, 2), None]

    def test_one_that_came_before_this_system_is_not_asked_for(self, review):
        begun_on_paper(review)
        a_letter(review, given_on=date(2026, 2, 1))  # the review is in here since 2 March 2026
        assert not clock_of(review, "D18")
        a_letter(review, given_on=date(2026, 4, 1))
        assert set(clock_of(review, "D18")) == {"round-2"}


class TestRevision:
    @pytest.mark.parametrize("outcome", [QaOutcome.CLEARED_WITH_CHANGES, QaOutcome.FURTHER_WORK])
    def test_it_is_owed_six_weeks_after_a_letter_that_asks_for_it(self, review, outcome):
        a_letter(review, outcome=outcome)
        assert clock_of(review, "D19") == {"round-1": (date(2026, 11, 30), date(2027, 1, 11), None)}

    def test_none_after_clearance(self, review):
        a_letter(review, outcome=QaOutcome.CLEARED)
        assert not clock_of(review, "D19")

    def test_the_next_round_meets_it(self, review):
        a_letter(review)
        QaSubmissionFactory(review=review)
        assert days_of(review, "D19", "round-1")[2] is None
        review.qa_submissions.filter(round=2).delete()
        a_round(review, sent=date(2026, 12, 20))
        a_round(ReviewFactory(), sent=date(2026, 12, 1))
        assert days_of(review, "D19", "round-1")[2] == date(2026, 12, 20)

    def test_so_does_clearance_until_it_is_taken_back(self):
        cleared = ReviewFactory(at_stage=Stage.CLEARED)
        a_letter(cleared)
        cleared.moves.filter(to_stage=Stage.CLEARED).update(moved_on=date(2026, 12, 4))
        assert days_of(cleared, "D19", "round-1")[2] == date(2026, 12, 4)
        taken_back(cleared, Stage.CLEARED)
        assert days_of(cleared, "D19", "round-1")[2] is None

    def test_none_is_asked_of_a_report_that_was_cleared_on_paper(self):
        cleared = begun_on_paper(ReviewFactory(at_stage=Stage.CLEARED))
        cleared.moves.update(moved_on=None)
        a_letter(cleared)
        assert not clock_of(cleared, "D19")


class TestPublication:
    @pytest.fixture
    def review(self):
        return ReviewFactory(at_stage=Stage.PRE_PUBLICATION)

    def test_it_is_owed_thirty_days_after_clearance(self, review):
        PublicationDecisionFactory(review=review)
        PublicationDecisionFactory(**WITHHELD)
        assert days_of(review, "D20") == (NOTIFIED, date(2026, 2, 4), None)

    @pytest.mark.parametrize("stage", [Stage.PUBLISHED, Stage.WITHHELD])
    def test_the_end_of_it_meets_it_until_that_is_taken_back(self, stage):
        out = ReviewFactory(at_stage=stage)
        assert days_of(out, "D20")[2] == NOTIFIED
        taken_back(out, stage)
        assert days_of(out, "D20")[2] is None

    def test_so_does_the_decision_not_to_that_stands(self, review):
        PublicationDecisionFactory(review=review, standing=Standing.PROVISIONAL, **WITHHELD)
        assert days_of(review, "D20")[2] is None
        PublicationDecisionFactory(review=review, **WITHHELD)
        assert days_of(review, "D20")[2] == date(2026, 12, 2)
        PublicationDecisionFactory(review=review)
        assert days_of(review, "D20")[2] is None

    @pytest.mark.parametrize(
        ("decided", "agreed"),
        [
            ({}, date(2026, 12, 10)),
            ({"family_view": FamilyView.NOT_AGREED}, None),
            ({"standing": Standing.PROVISIONAL}, None),
        ],
    )
    def test_the_familys_day_stands_beside_the_rules(self, review, decided, agreed):
        PublicationDecisionFactory(review=review, planned_on=date(2026, 12, 10), **decided)
        assert days_of(review, "D20")[1] == date(2026, 2, 4)
        assert review.deadlines.get(code="D20").agreed_on == agreed

    def test_what_was_published_on_paper_is_not_asked_for(self):
        published = begun_on_paper(ReviewFactory(at_stage=Stage.PUBLISHED))
        published.moves.filter(to_stage=Stage.PUBLISHED).update(moved_on=None)
        assert not clock_of(published, "D20")


LETTERS = [
    ("D21", Stage.PUBLISHED, NoticeKind.HOME_OFFICE_PUBLISHED),
    ("D22", Stage.CLEARED, NoticeKind.COMMISSIONER_COPY),
]


class TestLettersAfter:
    @pytest.mark.parametrize(("code", "stage", "kind"), LETTERS)
    def test_one_is_owed_the_same_day_until_it_is_written(self, code, stage, kind):
        review = ReviewFactory(at_stage=stage)
        NoticeFactory(kind=kind)
        assert days_of(review, code) == (NOTIFIED, NOTIFIED, None)
        for day in (date(2026, 2, 20), date(2026, 2, 5)):
            NoticeFactory(review=review, kind=kind, sent_on=day)
        assert days_of(review, code)[2] == date(2026, 2, 5)

    @pytest.mark.parametrize(("code", "stage", "kind"), LETTERS)
    def test_none_after_a_step_back(self, code, stage, kind):
        review = ReviewFactory(at_stage=stage)
        taken_back(review, stage)
        assert not clock_of(review, code)

    @pytest.mark.parametrize(("code", "stage", "kind"), LETTERS)
    def test_one_on_paper_is_not_asked_for(self, code, stage, kind):
        review = begun_on_paper(ReviewFactory(at_stage=stage))
        assert not clock_of(review, code)
        NoticeFactory(review=review, kind=kind, sent_on=date(2026, 2, 5))
        assert days_of(review, code)[2] == date(2026, 2, 5)

    def test_what_is_withheld_sends_no_published_report(self):
        assert not clock_of(ReviewFactory(at_stage=Stage.WITHHELD), "D21")

    @pytest.mark.parametrize(
        ("regime", "codes"), [("DHR_2016", {"D22"}), ("SUSR", {"D22"}), ("DARDR", {"D23"})]
    )
    def test_who_gets_a_copy_is_the_regimes_to_say(self, regime, codes):
        review = ReviewFactory(at_stage=Stage.CLEARED, regime_code=regime)
        assert {code for code in ("D22", "D23") if clock_of(review, code)} == codes
