"""Asking an agency about a finding: it reads the question and its own words, and nothing more."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from composite.models import FindingQuestion, FindingStanding, ReconciliationFinding
from composite.operations import reconciliation
from composite.queries.work import questions_to_answer
from messaging.models import Message
from reviews.access import Refused, Role, remove
from reviews.lifecycle import Stage
from tests.chronologies.world import NOW, TODAY, agency_of, shown
from tests.composite.asking import ANSWERED, ASKED, OURS, answer, ask, page
from tests.dhr.test_row_policies import eyes_of
from tests.factories.composite import FindingQuestionFactory
from tests.factories.reviews import admit, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


class TestAsking:
    def test_the_chair_asks_and_the_answer_stands_beside_the_finding(
        self, client, finding, review, part, author, chair
    ):
        client.force_login(chair)
        where = page("finding", review, finding.pk)
        assert "Nobody is asked yet" in shown(client.get(where))
        form = page("ask-agency", review, finding.pk)
        text = Html(shown(client.get(form))).text
        assert "Alder Trust" in text
        assert "Beech Trust" in text
        assert "Say which agency is asked" in shown(client.post(form, {"question": ASKED}))
        assert "Write your question" in shown(client.post(form, {"agency": part.pk}))
        done = client.post(form, {"agency": part.pk, "question": ASKED}, follow=True)
        text = Html(shown(done)).text
        assert ASKED in text
        assert "Not answered yet." in text
        assert f"Asked by {chair.full_name}" in text

        answer(FindingQuestion.objects.get(), author)
        text = Html(shown(client.get(where))).text
        assert ANSWERED in text
        assert f"Answered by {author.full_name}" in text
        assert "Not answered yet." not in text
        assert ReconciliationFinding.objects.get().standing == FindingStanding.OPEN

    def test_its_people_are_told_without_a_word_of_it(
        self, question, review, part, author, neighbour
    ):
        (told,) = Message.objects.filter(kind="finding_asked")

        assert told.to_address == author.email
        assert told.path == page("question", review, part.pk, question.pk)
        assert ASKED not in str(Message.objects.values().get(pk=told.pk))

    def test_the_trail_says_who_asked_whom_and_no_word_of_it(self, question, part, author, chair):
        answer(question, author)
        asked, answered = AuditEvent.objects.filter(
            event__in=["finding.asked", "finding.answered"]
        ).order_by("pk")
        ids = {
            "finding_id": question.finding_id,
            "involvement_id": part.pk,
            "question_id": question.pk,
        }

        assert (asked.actor_id, asked.subjects) == (chair.pk, ids)
        assert (answered.actor_id, answered.subjects) == (author.pk, ids)

    def test_an_agency_that_is_asked_is_not_asked_again_until_it_answers(
        self, question, finding, part, other, author, chair
    ):
        with pytest.raises(Refused, match="has not answered yet"):
            ask(finding, part, chair)
        assert ask(finding, other, chair).involvement == other
        answer(question, author)
        assert ask(finding, part, chair, "And where?").question == "And where?"

    def test_only_an_agency_whose_entry_it_is_about(self, client, finding, review, chair):
        third = agency_of(review, "Cedar Council")
        playing(Role.IMR_AUTHOR, to=third)
        with pytest.raises(Refused, match="not about an entry of this agency"):
            ask(finding, third, chair)
        client.force_login(chair)
        form = page("ask-agency", review, finding.pk)
        client.post(form, {"agency": third.pk, "question": ASKED})
        assert not FindingQuestion.objects.exists()

    def test_where_nobody_could_answer_the_chair_is_told_so(self, finding, part, author, chair):
        remove(membership=author.memberships.get(), by=chair, at=timezone.now())
        with pytest.raises(Refused, match="Nobody of this agency can answer here"):
            ask(finding, part, chair)
        assert not FindingQuestion.objects.exists()

    @pytest.mark.parametrize("words", ["", " \n"])
    def test_a_question_has_words(self, finding, part, chair, words):
        with pytest.raises(Refused, match="Write your question"):
            ask(finding, part, chair, words)

    def test_what_is_decided_or_gone_is_not_asked_about(self, client, finding, review, part, chair):
        reconciliation.decide(
            finding=finding, standing="ACCEPTED", reason="Seen.", by=chair, at=NOW
        )
        with pytest.raises(Refused, match="nothing to ask"):
            ask(finding, part, chair)
        client.force_login(chair)
        assert "Ask an agency" not in shown(client.get(page("finding", review, finding.pk)))
        reconciliation.reopen(finding=finding, by=chair, at=NOW)
        ReconciliationFinding.objects.update(gone_at=NOW)
        gone = client.post(
            page("ask-agency", review, finding.pk), {"agency": part.pk, "question": ASKED}
        )
        assert gone.status_code == 404
        assert not FindingQuestion.objects.exists()

    @pytest.mark.parametrize("how", ["sent_again", "turned_off"])
    def test_what_is_found_no_more_is_read_with_its_answer(
        self, client, sent, question, finding, review, part, author, chair, officer, how
    ):
        if how == "sent_again":
            sent(("1/1/2015", "", "Log", "Nothing of the kind.", ""))
        else:
            reconciliation.turn_off(
                review=review, code=finding.code, reason="Too many.", by=chair, at=NOW
            )
        reconciliation.reconcile(review=review, at=NOW)
        answer(question, author)
        (told,) = Message.objects.filter(kind="finding_answered")
        client.force_login(chair)
        with eyes_of(chair):
            text = Html(shown(client.get(told.path))).text
            listed = Html(shown(client.get(page("findings", review)))).text
        for said in (ASKED, ANSWERED, "Not found any more since"):
            assert said in text
        assert "Decide" not in text
        assert finding.words in listed
        assert "not found any more" in listed
        with pytest.raises(Refused, match="nothing to decide"):
            reconciliation.decide(
                finding=finding, standing="ACCEPTED", reason="Seen.", by=chair, at=NOW
            )
        client.force_login(officer)
        assert client.get(told.path).status_code == 404

    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.CSP_OFFICER, Role.EMERGENCY_READER])
    def test_nobody_else_asks_or_reads_what_was_asked(
        self, client, question, finding, review, part, author, role
    ):
        answer(question, author)
        somebody = playing(role, to=review)
        with pytest.raises(Refused):
            ask(finding, part, somebody)
        client.force_login(somebody)
        read = client.get(page("finding", review, finding.pk))
        assert ASKED not in shown(read)
        assert ANSWERED not in shown(read)
        assert client.get(page("ask-agency", review, finding.pk)).status_code == 404
        assert client.get(page("question", review, part.pk, question.pk)).status_code == 404

    def test_after_the_end_nothing_is_asked_or_answered(
        self, question, finding, other, review, author, chair
    ):
        review.stage = Stage.RETENTION
        review.save()
        for attempt in (lambda: ask(finding, other, chair), lambda: answer(question, author)):
            with pytest.raises(Refused, match="ended"):
                attempt()


class TestAnswering:
    def test_the_author_reads_the_question_beside_their_own_words_alone(
        self, client, question, finding, review, part, author
    ):
        client.force_login(author)
        where = page("question", review, part.pk, question.pk)
        text = Html(shown(client.get(where))).text
        assert ASKED in text
        assert "Ambulance called by a neighbour." in text
        for said in ("her sister", "Beech", "otherwise", "16:00", finding.words):
            assert said not in text
        assert client.get(page("finding", review, finding.pk)).status_code == 404

        assert "Write your answer" in shown(client.post(where, {}))
        done = client.post(where, {"words": f" {ANSWERED}\n"}, follow=True)
        assert "Your answer is sent to the chair." in shown(done)
        question.refresh_from_db()
        assert (question.answer, question.answered_by) == (ANSWERED, author)
        assert "<textarea" not in shown(client.get(where))

    def test_who_decides_is_told_by_email_without_a_word_of_it(
        self, question, review, finding, author, chair
    ):
        answer(question, author)
        (told,) = Message.objects.filter(kind="finding_answered")

        assert told.to_address == chair.email
        assert told.path == page("finding", review, finding.pk)
        assert ANSWERED not in str(Message.objects.values().get(pk=told.pk))

    def test_an_answer_stays_as_it_was_given(self, client, question, review, part, author):
        answer(question, author)
        with pytest.raises(Refused, match="answered already"):
            answer(question, author, "Otherwise.")
        client.force_login(author)
        again = client.post(
            page("question", review, part.pk, question.pk), {"words": "Otherwise."}, follow=True
        )
        assert "answered already" in shown(again)
        question.refresh_from_db()
        assert question.answer == ANSWERED

    @pytest.mark.parametrize("words", ["", " \n"])
    def test_an_answer_has_words(self, question, author, words):
        with pytest.raises(Refused, match="Write your answer"):
            answer(question, author, words)

    def test_another_agency_finds_nothing_of_it(
        self, client, question, review, part, other, neighbour
    ):
        with pytest.raises(Refused, match="Only somebody admitted"):
            answer(question, neighbour)
        client.force_login(neighbour)
        for where in (
            page("question", review, part.pk, question.pk),
            page("question", review, other.pk, question.pk),
            page("questions", review, part.pk),
        ):
            assert client.get(where).status_code == 404
            assert client.post(where, {"words": "Ours."}).status_code in (404, 405)
        assert ASKED not in shown(client.get(page("questions", review, other.pk)))

    def test_nor_do_the_officer_and_the_chair_answer_in_its_name(
        self, client, question, review, part, officer, chair
    ):
        for somebody in (officer, chair):
            with pytest.raises(Refused, match="Only somebody admitted"):
                answer(question, somebody)
            client.force_login(somebody)
            assert client.get(page("question", review, part.pk, question.pk)).status_code == 404
            assert client.get(page("questions", review, part.pk)).status_code == 404

    def test_who_writes_for_two_agencies_reads_each_question_on_its_own_page(
        self, client, question, review, part, other, author
    ):
        admit(author, Role.IMR_AUTHOR, to=other)
        client.force_login(author)
        assert client.get(page("question", review, part.pk, question.pk)).status_code == 200
        assert client.get(page("question", review, other.pk, question.pk)).status_code == 404

    def test_the_agencys_last_file_that_tells_it_is_shown(
        self, client, question, sent, review, part, author
    ):
        sent((*OURS[:3], "Ambulance called by a neighbour, at 14.31.", "Seen late."))
        client.force_login(author)
        where = page("question", review, part.pk, question.pk)
        text = Html(shown(client.get(where))).text
        assert "at 14.31." in text
        assert "Agency comment Seen late." in text  # what the chair reads beside the finding
        assert "Submission 2, row 2, source: Log" in text
        assert "any more" not in text
        sent(("1/1/2015", "", "Log", "Nothing of the kind.", ""))
        with eyes_of(author):
            text = Html(shown(client.get(where))).text
        assert "at 14.31." in text
        assert "Submission 2, row 2" in text
        assert "Your last file, Submission 3, does not tell this any more." in text
        assert "Nothing of the kind." not in text

    def test_where_no_file_tells_it_the_author_is_told_so(
        self, client, question, review, part, author
    ):
        question.events = [uuid4()]
        question.save()
        client.force_login(author)
        text = shown(client.get(page("question", review, part.pk, question.pk)))
        assert "None of your files tells this any more." in text


class TestWhereItIsSeen:
    def test_it_is_work_until_it_is_answered(self, question, author, chair, officer, neighbour):
        (item,) = questions_to_answer(author, TODAY)
        assert item.what == "Answer a question about the chronology of Alder Trust"
        assert item.href.endswith(f"/questions/{question.pk}/")
        for somebody in (chair, officer, neighbour):
            assert not questions_to_answer(somebody, TODAY)
        answer(question, author)
        assert not questions_to_answer(author, TODAY)

    def test_it_stands_on_the_agencys_pages(self, client, question, review, part, author, officer):
        listed = page("questions", review, part.pk)
        client.force_login(author)
        home = reverse("evidence:agency", args=[review.reference, part.pk])
        text = Html(shown(client.get(home))).text
        assert "Questions about the chronology" in text
        assert "1 to answer" in text
        chronology = reverse("chronologies:chronology", args=[review.reference, part.pk])
        assert listed in shown(client.get(chronology))
        assert "To answer" in Html(shown(client.get(listed))).text
        answer(question, author)
        assert "All answered" in Html(shown(client.get(home))).text
        assert author.full_name in Html(shown(client.get(listed))).text
        client.force_login(officer)
        assert "Questions about the chronology" not in shown(client.get(home))

    def test_an_agency_that_is_not_asked_is_told_so(
        self, client, finding, review, other, neighbour
    ):
        client.force_login(neighbour)
        assert "Nothing is asked" in shown(client.get(page("questions", review, other.pk)))
        home = reverse("evidence:agency", args=[review.reference, other.pk])
        assert "Questions about the chronology" not in shown(client.get(home))


class TestTheDatabase:
    def test_it_gives_a_question_to_its_agency_and_to_who_asks(
        self, question, review, author, neighbour, chair, member, officer
    ):
        for somebody, sees in (
            (author, True), (chair, True), (neighbour, False), (member, False), (officer, False),
        ):  # fmt: skip
            with eyes_of(somebody):
                assert FindingQuestion.objects.exists() == sees

    @pytest.mark.parametrize(
        "broken",
        [
            {"question": ""},
            {"answer": "Yes."},
            {"answered_at": NOW + timedelta(days=1)},
        ],
    )
    def test_it_holds_no_half_answer(self, broken):
        with pytest.raises(IntegrityError), transaction.atomic():
            FindingQuestionFactory(**broken)

    def test_it_holds_one_open_question(self, question):
        with pytest.raises(IntegrityError, match="one_question_at_a_time"), transaction.atomic():
            FindingQuestionFactory(finding=question.finding, involvement=question.involvement)
