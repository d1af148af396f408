"""The deadlines of scoping and evidence follow letters, requests, versions and questions."""

from datetime import date

import pytest

from evidence.cycle import ImrState
from evidence.models import ReturnKind, Tier
from reviews.lifecycle import Stage
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ImrAcceptanceFactory,
    ImrFactory,
    ImrQueryFactory,
    ImrSignOffFactory,
    ImrVersionFactory,
    ScopingDelayFactory,
    ScopingLinkFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
    received,
)
from tests.factories.reviews import AT, AgencyInvolvementFactory, ReviewFactory
from tests.reviews.clock import begun_on_paper, clock_of, days_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    return AgencyInvolvementFactory()


@pytest.fixture
def review(part):
    return part.review


class TestRecords:
    def test_letters_are_owed_the_day_after_the_notification(self, review):
        ScopingRequestFactory()
        assert days_of(review, "D2") == (date(2026, 1, 5), date(2026, 1, 6), None)

    def test_the_first_letter_meets_it(self, review, part):
        for day in (date(2026, 1, 16), date(2026, 1, 8)):
            ScopingRequestFactory(involvement=part, sent_on=day)
        assert days_of(review, "D2")[2] == date(2026, 1, 8)

    def test_a_corrected_notification_moves_it(self, review):
        review.notified_on = date(2026, 1, 3)
        review.save()
        assert days_of(review, "D2")[:2] == (date(2026, 1, 3), date(2026, 1, 4))

    def test_letters_written_on_paper_are_not_asked_for(self):
        begun = begun_on_paper(ReviewFactory(at_stage=Stage.EVIDENCE))
        assert not clock_of(begun, "D2")
        ScopingRequestFactory(involvement__review=begun)
        assert days_of(begun, "D2")[2] == date(2026, 1, 6)


class TestScopingAnswers:
    def test_each_letter_has_the_day_it_names(self, review, part):
        letter = ScopingRequestFactory(involvement=part, due_on=date(2026, 1, 22))
        other = ScopingRequestFactory(involvement__review=review)
        ScopingReturnFactory()
        assert clock_of(review, "D3") == {
            f"scoping-{letter.pk}": (date(2026, 1, 6), date(2026, 1, 22), None),
            f"scoping-{other.pk}": (date(2026, 1, 6), date(2026, 1, 20), None),
        }
        assert review.deadlines.get(subject=f"scoping-{letter.pk}").involvement == part

    def test_whatever_came_first_meets_it(self, review, part):
        letter = ScopingRequestFactory(involvement=part)
        for day in (date(2026, 1, 30), date(2026, 1, 25)):
            ScopingReturnFactory(request=letter, answered_on=day, return_kind=ReturnKind.SUMMARY)
        assert days_of(review, "D3", f"scoping-{letter.pk}")[2] == date(2026, 1, 25)

    def test_an_agency_that_is_asked_again_owes_the_last_answer(self, review, part):
        ScopingReturnFactory(request=ScopingRequestFactory(involvement=part))
        again = ScopingRequestFactory(
            involvement=part, sent_on=date(2026, 2, 2), due_on=date(2026, 2, 16)
        )
        assert clock_of(review, "D3") == {
            f"scoping-{again.pk}": (date(2026, 2, 2), date(2026, 2, 16), None)
        }

    def test_more_time_is_an_agreed_day_and_moves_no_other(self, review, part):
        letter = ScopingRequestFactory(involvement=part)
        link = ScopingLinkFactory(request=letter)
        ScopingDelayFactory(link=link, until_on=date(2026, 2, 27))
        ScopingDelayFactory(link=link, until_on=date(2026, 2, 10))
        assert days_of(review, "D3", f"scoping-{letter.pk}")[1] == date(2026, 1, 20)
        assert review.deadlines.get(code="D3").agreed_on == date(2026, 2, 10)

    def test_a_day_before_the_letters_own_shortens_nothing(self, review, part):
        link = ScopingLinkFactory(request=ScopingRequestFactory(involvement=part))
        ScopingDelayFactory(link=link, until_on=date(2026, 1, 12))
        clock_of(review, "D3")
        assert review.deadlines.get(code="D3").agreed_on is None

    def test_letters_on_paper_are_no_letters(self):
        assert not clock_of(begun_on_paper(ReviewFactory(at_stage=Stage.EVIDENCE)), "D3")


class TestReports:
    def test_a_request_has_the_day_it_names(self, review, part):
        asked = EvidenceRequestFactory(involvement=part, due_on=date(2026, 3, 16))
        ImrFactory(at=ImrState.RECEIVED)
        assert clock_of(review, "D9") == {
            f"report-{asked.pk}": (date(2026, 1, 26), date(2026, 3, 16), None)
        }
        assert review.deadlines.get(code="D9").involvement == part

    def test_the_first_version_before_the_panel_meets_it(self, review, part):
        ImrFactory(involvement=part, at=ImrState.RESUBMITTED)
        assert [met for *_, met in clock_of(review, "D9").values()] == [date(2026, 1, 30)]

    @pytest.mark.parametrize("state", [ImrState.DRAFT, ImrState.AGENCY_SIGNED_OFF])
    def test_what_is_kept_back_does_not(self, review, part, state):
        ImrFactory(involvement=part, at=state)
        assert [met for *_, met in clock_of(review, "D9").values()] == [None]

    def test_the_last_request_stands(self, review, part):
        EvidenceRequestFactory(involvement=part)
        later = EvidenceRequestFactory(involvement=part, due_on=date(2026, 4, 1), reason="Leave")
        assert set(clock_of(review, "D9")) == {f"report-{later.pk}"}
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING, reason="It knew nobody.")
        assert not clock_of(review, "D9")

    def test_an_advice_is_no_report(self, review, part):
        EvidenceRequestFactory(involvement=part, tier=Tier.EXPERT)
        assert not clock_of(review, "D9")


class TestQuestions:
    def test_each_question_has_the_day_it_names(self, review, part):
        imr = ImrFactory(involvement=part, at=ImrState.RECEIVED)
        asked = ImrQueryFactory(imr=imr, due_on=date(2026, 2, 13))
        ImrQueryFactory(imr=imr, drafted=True)
        ImrQueryFactory()
        found = clock_of(review, "D10")
        assert found.pop(f"question-{asked.pk}") == (date(2026, 1, 31), date(2026, 2, 13), None)
        assert list(found) == [f"reading-{imr.versions.get().pk}"]
        assert review.deadlines.get(subject=f"question-{asked.pk}").involvement == part

    def test_its_answer_meets_it(self, review, part):
        imr = ImrFactory(involvement=part, at=ImrState.RECEIVED)
        asked = ImrQueryFactory(imr=imr, answered=True)
        assert days_of(review, "D10", f"question-{asked.pk}")[2] == date(2026, 2, 1)


class TestReading:
    @pytest.fixture
    def version(self, part):
        return ImrFactory(involvement=part, at=ImrState.RECEIVED).versions.get()

    @pytest.fixture
    def read(self, review, version):
        return lambda: days_of(review, "D10", f"reading-{version.pk}")

    def test_the_panel_owes_it_in_ten_days(self, review, version, read):
        assert read() == (date(2026, 1, 30), date(2026, 2, 9), None)
        assert review.deadlines.get(code="D10").involvement is None

    def test_questions_meet_it_once_they_are_asked(self, version, read):
        ImrQueryFactory(imr=version.imr, drafted=True)
        assert read()[2] is None
        ImrQueryFactory(imr=version.imr)
        assert read()[2] == date(2026, 1, 31)

    def test_acceptance_meets_it_until_it_is_taken_back(self, version, read):
        acceptance = ImrAcceptanceFactory(version=version)
        assert read()[2] == date(2026, 2, 1)
        acceptance.taken_back_at, acceptance.taken_back_because = AT, "A page was missing."
        acceptance.save()
        assert read()[2] is None

    def test_the_next_version_is_read_in_its_place(self, review, version, read):
        ImrSignOffFactory(version=ImrVersionFactory(imr=version.imr, number=2))
        assert read()[2] is None
        received(version.imr, on=date(2026, 2, 5))
        assert read()[2] == date(2026, 2, 5)
        newest = version.imr.versions.first()
        assert days_of(review, "D10", f"reading-{newest.pk}")[0] == date(2026, 2, 5)

    def test_what_is_no_longer_asked_for_is_not_owed_a_reading(self, review, part, version):
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING, reason="It knew nobody.")
        assert not clock_of(review, "D10")
