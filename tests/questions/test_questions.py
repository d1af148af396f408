"""Questions to any body at any time: noted, asked together, answered, handed on, interviews."""

from datetime import UTC, date, datetime

import pytest
from django.http import Http404
from django.urls import reverse

from agencies.models.agency import AgencyKind
from documents.models import Route
from messaging.models import Message
from questions import access as doors
from questions.models import PoliceAnswer, Question, QuestionKind
from questions.operations import answering, asking, delegating, interviews
from questions.operations.asking import ask_questions
from questions.queries.interviews import interviews_of
from questions.rules import Asking, Said
from reviews.access import Refused, Role
from tests.evidence.saying import day
from tests.factories.evidence import ImrFactory
from tests.factories.questions import QuestionFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
DUE = date(2026, 2, 12)
WHEN = {"today": TODAY, "at": AT}
ASKED = Asking(question="Who closed it?", where="4.12", quoted="The referral was closed.")
BY_PHONE = {
    "received_via": Route.PHONE,
    "on_behalf_of": "Ada Moss",
    "given_on": TODAY,
    "original": None,
}


@pytest.fixture
def part():
    """A body that was asked for nothing but what it knows: no report, no author."""
    return AgencyInvolvementFactory()


@pytest.fixture
def chair(part):
    return playing(Role.INDEPENDENT_CHAIR, to=part.review)


@pytest.fixture
def contact(part):
    return playing(Role.AGENCY_CONTACT, to=part)


@pytest.fixture
def officer(part):
    return playing(Role.CSP_OFFICER, to=part.review)


def told(kind):
    return list(Message.objects.filter(kind=kind).values_list("to_address", flat=True))


def page(part, name="part", *more):
    return reverse(f"questions:{name}", args=[part.review.reference, part.pk, *more])


class TestAsking:
    def test_questions_go_out_together_with_one_day_and_one_email(self, part, chair, contact):
        for asked in (ASKED, Asking(question="Who opened it again?")):
            asking.add_question(part=part, asked=asked, by=chair, at=AT)
        assert not told("questions_asked")
        ask_questions(part=part, due_on=DUE, by=chair, **WHEN)
        assert told("questions_asked") == [contact.email]
        assert set(Question.objects.values_list("due_on", flat=True)) == {DUE}
        with pytest.raises(Refused, match="There is no question"):
            ask_questions(part=part, due_on=DUE, by=chair, **WHEN)

    def test_a_past_day_and_a_change_afterwards_are_refused(self, part, chair):
        question = asking.add_question(part=part, asked=ASKED, by=chair, at=AT)
        with pytest.raises(Refused, match="today or later"):
            ask_questions(part=part, due_on=date(2026, 2, 1), by=chair, **WHEN)
        asking.change_question(question=question, asked=Asking(question="Why?"), by=chair, at=AT)
        ask_questions(part=part, due_on=DUE, by=chair, **WHEN)
        for change in (asking.change_question, asking.drop_question):
            more = {"asked": ASKED} if change is asking.change_question else {}
            with pytest.raises(Refused, match="has been asked"):
                change(question=question, by=chair, at=AT, **more)

    def test_the_body_reads_only_what_is_asked(self, part, chair, contact, client):
        asking.add_question(part=part, asked=ASKED, by=chair, at=AT)
        client.force_login(contact)
        assert "Who closed it?" not in client.get(page(part)).content.decode()
        assert client.get(page(part, "change", 1)).status_code == 404
        ask_questions(part=part, due_on=DUE, by=chair, **WHEN)
        shown = client.get(page(part)).content.decode()
        assert "Who closed it?" in shown
        assert "The referral was closed." in shown

    def test_another_body_of_the_review_finds_nothing(self, part, client):
        QuestionFactory(involvement=part)
        other = AgencyInvolvementFactory(review=part.review)
        client.force_login(playing(Role.IMR_AUTHOR, to=other))
        assert client.get(page(part)).status_code == 404
        assert client.get(page(part, "answer", 1)).status_code == 404

    def test_a_chair_writes_and_asks_on_the_pages(self, part, chair, client):
        client.force_login(chair)
        answer = client.post(page(part, "add"), {"question": "Why?", "another": "yes"})
        assert answer.url == page(part, "add")
        client.post(page(part, "change", 1), {"question": "Why then?"})
        client.post(page(part, "ask"), day("due_on", date(2999, 3, 1)))
        asked = Question.objects.get()
        assert (asked.question, asked.is_asked) == ("Why then?", True)
        QuestionFactory(involvement=part, drafted=True)
        client.post(page(part, "drop", 2))
        assert Question.objects.count() == 1


class TestAnswering:
    def answer(self, question, by, provenance=None, **said):
        answering.answer_question(
            question=question,
            said=Said(**{"answer": " The duty manager. ", **said}),
            answered_on=TODAY,
            provenance=provenance or {},
            by=by,
            **WHEN,
        )

    def test_the_panel_hears_once_all_are_answered(self, part, chair, contact):
        one, two = QuestionFactory(involvement=part), QuestionFactory(involvement=part)
        self.answer(one, contact)
        assert not told("queries_answered")
        self.answer(two, contact)
        assert told("queries_answered") == [chair.email]
        with pytest.raises(Refused, match="answered already"):
            self.answer(one, contact)
        assert answering.mark_read(part=part, by=chair, at=AT) == 2

    def test_it_is_entered_with_where_it_came_from(self, part, officer, chair):
        question = QuestionFactory(involvement=part)
        with pytest.raises(Refused, match="does not let you"):
            self.answer(question, chair, BY_PHONE)
        with pytest.raises(Refused, match="admitted for this agency"):
            self.answer(question, officer)
        self.answer(question, officer, BY_PHONE)
        question.refresh_from_db()
        assert question.provenance.startswith("Entered for Ada Moss from a telephone call")

    def test_not_before_it_is_asked_nor_empty(self, part, contact):
        with pytest.raises(Refused, match="not been asked yet"):
            self.answer(QuestionFactory(involvement=part, drafted=True), contact)
        with pytest.raises(Refused, match="Enter the answer"):
            self.answer(QuestionFactory(involvement=part), contact, answer="  ")
        late = QuestionFactory(involvement=part, asked_on=date(2026, 2, 3))
        with pytest.raises(Refused, match="on or after the day of the question"):
            self.answer(late, contact)

    def test_the_contact_answers_on_the_page(self, part, contact, client):
        QuestionFactory(involvement=part)
        client.force_login(contact)
        assert "Answer" in client.get(page(part)).content.decode()
        client.post(page(part, "answer", 1), {"answer": "Nobody."})
        assert Question.objects.get().answered_by == contact

    def test_it_is_on_the_list_of_what_there_is_to_do(self, part, chair, contact):
        from questions.queries.work import answers_to_read, questions_to_answer

        question = QuestionFactory(involvement=part)
        found = questions_to_answer(contact, TODAY)
        assert [(item.what, item.due_on) for item in found] == [
            ("Answer 1 question of the panel", question.due_on)
        ]
        self.answer(question, contact)
        assert not questions_to_answer(contact, TODAY)
        assert "Read 1 answer" in answers_to_read(chair, TODAY)[0].what


class TestInterviews:
    @pytest.fixture
    def police(self, part):
        return AgencyInvolvementFactory(review=part.review, agency__kind=AgencyKind.POLICE)

    def asked(self, part, **changed):
        about = {"kind": QuestionKind.INTERVIEW, "staff_of": part, "staff_post": "Midwife"}
        return Asking(question="May we?", **{**about, **changed})

    @pytest.fixture
    def question(self, part, police, chair):
        made = asking.add_question(part=police, asked=self.asked(part), by=chair, at=AT)
        ask_questions(part=police, due_on=DUE, by=chair, **WHEN)
        return made

    def decide(self, question, decision, not_before_on=None):
        said = Said(answer="See above.", decision=decision, not_before_on=not_before_on)
        answering.answer_question(
            question=question,
            said=said,
            answered_on=TODAY,
            provenance={},
            by=playing(Role.AGENCY_CONTACT, to=question.involvement),
            **WHEN,
        )

    def hold(self, question, part, on=TODAY):
        author = playing(Role.IMR_AUTHOR, to=part)
        interviews.note_interview(
            question=question, held_on=on, by=author, today=date(2026, 3, 31), at=AT
        )

    def test_only_the_police_are_asked_and_about_somebody(self, part, police, chair):
        for to, asked, words in (
            (part, self.asked(part), "Only the police"),
            (police, self.asked(None), "whose member of staff"),
            (police, self.asked(AgencyInvolvementFactory()), "whose member of staff"),
            (police, self.asked(part, staff_post=" "), "the post"),
        ):
            with pytest.raises(Refused, match=words):
                asking.add_question(part=to, asked=asked, by=chair, at=AT)

    def test_nobody_is_interviewed_before_the_police_agree(self, part, question):
        with pytest.raises(Refused, match="have not answered yet"):
            self.hold(question, part)
        self.decide(question, PoliceAnswer.NOT_BEFORE, date(2026, 3, 9))
        with pytest.raises(Refused, match="a later day"):
            self.hold(question, part, date(2026, 3, 8))
        self.hold(question, part, date(2026, 3, 9))
        with pytest.raises(Refused, match="recorded already"):
            self.hold(question, part, date(2026, 3, 10))

    def test_a_no_stands(self, part, question):
        self.decide(question, PoliceAnswer.NO)
        with pytest.raises(Refused, match="is not interviewed"):
            self.hold(question, part)
        words = QuestionFactory(involvement=part)
        with pytest.raises(Refused, match="not about an interview"):
            self.hold(words, part)

    def test_the_police_decide_one_of_three(self, question):
        with pytest.raises(Refused, match="Choose what the police say"):
            self.decide(question, "")
        with pytest.raises(Refused, match="first day"):
            self.decide(question, PoliceAnswer.NOT_BEFORE)
        with pytest.raises(Refused, match="first day"):
            self.decide(question, PoliceAnswer.YES, TODAY)

    def test_the_day_they_name_is_still_to_come(self, part, question):
        with pytest.raises(Refused, match="must not be before this answer"):
            self.decide(question, PoliceAnswer.NOT_BEFORE, date(2020, 2, 1))
        question.refresh_from_db()
        assert not question.is_answered
        assert "wait" in interviews_of(part, today=TODAY)[0].standing

    def test_the_body_reads_the_answer_and_no_word_of_the_police(self, part, question, client):
        self.decide(question, PoliceAnswer.YES)
        author = playing(Role.IMR_AUTHOR, to=part)
        client.force_login(author)
        shown = client.get(page(part)).content.decode()
        assert "Midwife" in shown
        assert "The police agree" in shown
        assert "See above" not in shown
        where = page(part, "note-interview", question.pk)
        assert client.get(where).status_code == 200
        client.post(where, day("held_on", TODAY))
        assert "Held on" in client.get(page(part)).content.decode()
        other = AgencyInvolvementFactory(review=part.review)
        client.force_login(playing(Role.IMR_AUTHOR, to=other))
        assert client.get(page(other, "note-interview", question.pk)).status_code == 404

    def test_the_chair_asks_and_changes_on_the_page(self, part, police, chair, client):
        client.force_login(chair)
        said = {"staff_of": part.pk, "staff_post": "Nurse", "question": "May we?"}
        client.post(page(police, "add-interview"), said)
        client.post(page(police, "change", 1), {**said, "staff_post": "Health visitor"})
        assert Question.objects.get().staff_post == "Health visitor"


class TestOnce:
    """A form that is sent twice asks once; another place or another nurse is another question."""

    def test_the_same_words_wait_once(self, part, chair, client):
        client.force_login(chair)
        said = {"question": "Who closed it?", "where": "4.12"}
        client.post(page(part, "add"), said)
        again = client.post(page(part, "add"), said).content.decode()
        assert "Question 1 to this body says exactly this and waits to be asked" in again
        client.post(page(part, "add"), {**said, "where": "5.3"})
        client.post(page(part, "change", 2), said)
        assert [row.where for row in Question.objects.all()] == ["4.12", "5.3"]
        client.post(page(part, "change", 1), said)  # its own words are no second question

    def test_what_was_asked_may_be_asked_again(self, part, chair):
        asking.add_question(part=part, asked=ASKED, by=chair, at=AT)
        ask_questions(part=part, due_on=DUE, by=chair, **WHEN)
        assert asking.add_question(part=part, asked=ASKED, by=chair, at=AT).number == 2

    def test_the_usual_words_go_for_every_member_of_staff(self, part, chair):
        police = AgencyInvolvementFactory(review=part.review, agency__kind=AgencyKind.POLICE)
        for post in ("Midwife", "Nurse"):
            asked = Asking(
                question="May we?", kind=QuestionKind.INTERVIEW, staff_of=part, staff_post=post
            )
            asking.add_question(part=police, asked=asked, by=chair, at=AT)
        with pytest.raises(Refused, match="Question 2 to this body says exactly this"):
            asking.add_question(part=police, asked=asked, by=chair, at=AT)


class TestTwoRegisters:
    """What is asked beside a report and about it stand apart, and each page leads to the other."""

    @pytest.fixture
    def about_report(self, part):
        ImrFactory(involvement=part)
        return reverse("evidence:imr-queries", args=[part.review.reference, part.pk])

    def test_each_leads_to_the_other(self, part, chair, client, about_report):
        client.force_login(chair)
        general = client.get(page(part)).content.decode()
        report = client.get(about_report).content.decode()
        assert f'href="{about_report}"' in general
        assert f'href="{page(part)}"' in report
        assert f"General questions to {part.agency.name}" in general
        assert f"Questions to {part.agency.name} about its report" in report

    def test_an_author_is_led_to_no_closed_page(self, part, client, about_report):
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        report = client.get(about_report).content.decode()
        is_open = client.get(page(part)).status_code == 200
        assert (f'href="{page(part)}"' in report) is is_open

    def test_a_body_without_a_report_has_one_register(self, part, chair, client):
        client.force_login(chair)
        assert "about its report" not in client.get(page(part)).content.decode()


class TestHandingOn:
    def test_the_body_hands_it_on_and_takes_it_back(self, part, contact, client):
        question = QuestionFactory(involvement=part, due_on=date(2999, 1, 1))
        client.force_login(contact)
        client.post(page(part, "delegate", 1), {"to": "kit@ward.example"})
        client.post(page(part, "delegate", 1), {"to": "kim@ward.example"})
        first, last = question.delegations.select_related("link")
        assert (first.link.is_revoked, last.link.is_revoked) == (True, False)
        assert sorted(told("question_by_link")) == ["kim@ward.example", "kit@ward.example"]
        assert "A link to this question went" in client.get(page(part)).content.decode()
        client.post(page(part, "take-back", 1))
        last.link.refresh_from_db()
        assert last.link.is_revoked

    def test_who_cannot_answer_hands_nothing_on(self, part, chair):
        with pytest.raises(Refused, match="does not let you"):
            delegating.delegate(
                question=QuestionFactory(involvement=part), to="a@b.example", by=chair, **WHEN
            )


def test_a_question_that_is_not_asked_yet_opens_to_who_asks_alone(part, chair, contact):
    made = asking.add_question(part=part, asked=Asking(question="Who knew?"), by=chair, at=AT)
    where = (part.review.reference, part.pk, made.number)
    assert doors.question_or_404(chair, *where) == made
    with pytest.raises(Http404):
        doors.question_or_404(contact, *where)
