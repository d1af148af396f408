"""A question that ends without an answer: taken back, or decided without it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent
from composite.models import FindingQuestion
from composite.operations import questions, reconciliation
from composite.queries.work import questions_to_answer
from reviews.access import Refused, Role
from tests.chronologies.world import NOW, TODAY, shown
from tests.composite.asking import ANSWERED, ASKED, answer, ask, page
from tests.dhr.test_row_policies import eyes_of
from tests.factories.composite import FindingQuestionFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


def decide(finding, by):
    with eyes_of(by):
        reconciliation.decide(finding=finding, standing="ACCEPTED", reason="Seen.", by=by, at=LATER)


def home_of(review, part):
    return reverse("evidence:agency", args=[review.reference, part.pk])


class TestTakingBack:
    def test_it_leaves_the_agencys_pages_and_the_record_says_by_whom_and_when(
        self, client, question, finding, review, part, author, chair
    ):
        client.force_login(chair)
        where = page("finding", review, finding.pk)
        back = page("take-back-question", review, finding.pk, question.pk)
        assert back in shown(client.get(where))
        with eyes_of(chair):
            text = Html(shown(client.post(back, follow=True))).text
        assert f"Taken back, {chair.full_name}, 2 February 2026" in text
        assert ASKED in text
        assert back not in shown(client.get(where))

        assert not questions_to_answer(author, TODAY)
        client.force_login(author)
        assert ASKED not in shown(client.get(page("questions", review, part.pk)))
        assert "Questions about the chronology" not in shown(client.get(home_of(review, part)))
        mailed = page("question", review, part.pk, question.pk)
        for told in (
            client.get(mailed, follow=True),
            client.post(mailed, {"words": ANSWERED}, follow=True),
        ):
            assert "This question was taken back" in shown(told)
            assert ASKED not in shown(told)
        with pytest.raises(Refused, match="taken back"):
            answer(question, author)

    def test_the_trail_says_so(self, question, part, chair):
        questions.take_back(question=question, by=chair, at=LATER)
        event = AuditEvent.objects.get(event="finding.question_taken_back")

        assert event.actor_id == chair.pk
        assert event.subjects == {
            "finding_id": question.finding_id,
            "involvement_id": part.pk,
            "question_id": question.pk,
        }

    def test_then_the_agency_can_be_asked_anew(self, question, finding, part, chair):
        questions.take_back(question=question, by=chair, at=LATER)
        assert ask(finding, part, chair, "And where?").question == "And where?"

    def test_what_is_answered_or_taken_back_is_not_taken_back(
        self, client, question, finding, review, author, chair
    ):
        answer(question, author)
        client.force_login(chair)
        back = page("take-back-question", review, finding.pk, question.pk)
        assert "answered already" in shown(client.post(back, follow=True))
        question.refresh_from_db()
        assert not question.is_taken_back
        assert back not in shown(client.get(page("finding", review, finding.pk)))
        other = FindingQuestionFactory(finding=finding, involvement=question.involvement)
        questions.take_back(question=other, by=chair, at=LATER)
        with pytest.raises(Refused, match="nobody is asked any more"):
            questions.take_back(question=other, by=chair, at=LATER)

    def test_nobody_else_takes_it_back(
        self, client, question, finding, review, author, officer, neighbour
    ):
        back = page("take-back-question", review, finding.pk, question.pk)
        for somebody in (author, officer, neighbour, playing(Role.PANEL_MEMBER, to=review)):
            with pytest.raises(Refused):
                questions.take_back(question=question, by=somebody, at=LATER)
            client.force_login(somebody)
            assert client.post(back).status_code == 404
        assert FindingQuestion.objects.open().exists()

    def test_only_a_question_about_the_finding_that_was_opened(
        self, client, question, finding, review, chair
    ):
        elsewhere = FindingQuestionFactory()
        client.force_login(chair)
        back = page("take-back-question", review, finding.pk, elsewhere.pk)
        assert client.post(back).status_code == 404


class TestDeciding:
    def test_who_has_not_answered_is_no_longer_asked(
        self, client, question, finding, review, part, author, chair
    ):
        decide(finding, chair)
        assert not questions_to_answer(author, TODAY)
        with pytest.raises(Refused, match="decided without your answer"):
            answer(question, author)
        client.force_login(author)
        where = page("question", review, part.pk, question.pk)
        page_of_it = shown(client.get(where))
        assert "This was decided without your answer, 2 February 2026" in Html(page_of_it).text
        assert "<textarea" not in page_of_it
        assert "decided without your answer" in shown(
            client.post(where, {"words": ANSWERED}, follow=True)
        )
        listed = Html(shown(client.get(page("questions", review, part.pk)))).text
        assert "Decided without an answer" in listed
        assert "To answer" not in listed
        assert "None to answer" in Html(shown(client.get(home_of(review, part)))).text
        client.force_login(chair)
        text = Html(shown(client.get(page("finding", review, finding.pk)))).text
        assert f"Decided without an answer, {chair.full_name}" in text
        assert "Not answered yet." not in text

    def test_what_was_answered_or_taken_back_before_stays_so(
        self, question, finding, other, author, chair
    ):
        answer(question, author)
        back = ask(finding, other, chair)
        questions.take_back(question=back, by=chair, at=NOW)
        decide(finding, chair)
        question.refresh_from_db()
        back.refresh_from_db()
        assert (question.answer, question.ended_at) == (ANSWERED, None)
        assert (back.is_taken_back, back.ended_at) == (True, NOW)

    def test_a_finding_opened_again_asks_nobody_until_it_is_asked_anew(
        self, question, finding, part, author, chair
    ):
        decide(finding, chair)
        reconciliation.reopen(finding=finding, by=chair, at=LATER)
        assert not questions_to_answer(author, TODAY)
        ask(finding, part, chair)
        assert len(questions_to_answer(author, TODAY)) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"ending": "DECIDED"},
        {"ended_at": NOW},
        {"ending": "TAKEN_BACK", "ended_at": NOW, "answered": True},
    ],
)
def test_the_database_holds_no_half_ending(broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        FindingQuestionFactory(**broken)
