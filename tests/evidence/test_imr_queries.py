"""Questions about what an agency sent: collected, asked together, answered, read."""

from datetime import date

import pytest

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import ImrQuery
from evidence.operations import imr_queries
from evidence.operations.imr_queries import Question
from messaging.models import Message
from reviews.access import Refused, Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, day, errors, fetched, text, word_file
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ImrFactory, ImrQueryFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

DUE = date(2026, 2, 12)
ASKED = Question(question="Who saw her?", where="4.12", quoted="She was seen.")
BY_PHONE = {
    "received_via": Route.PHONE,
    "on_behalf_of": "Ada Moss",
    "given_on": date(2026, 2, 1),
    "original": None,
}


@pytest.fixture
def imr(part, author):
    return ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)


@pytest.fixture
def chairs(chair, when):
    """What every operation of the chair is told last."""
    return {"by": chair, "at": when["at"]}


def told(kind):
    return list(Message.objects.filter(kind=kind).values_list("to_address", flat=True))


class TestAsking:
    def test_questions_are_collected_then_asked_at_once(self, imr, chairs, when):
        for _ in range(2):
            imr_queries.add_query(imr=imr, asked=ASKED, **chairs)
        assert told("query_raised") == []
        asked = imr_queries.ask_queries(imr=imr, due_on=DUE, **{**when, **chairs})
        imr.refresh_from_db()
        assert imr.state == ImrState.QUERIED
        assert [query.number for query in asked] == [1, 2]
        assert {query.due_on for query in ImrQuery.objects.all()} == {DUE}
        assert told("query_raised") == ["ada@alder.example"]  # once

    def test_an_agency_without_an_admitted_author_is_told_where_its_letters_go(
        self, part, chairs, when
    ):
        imr = ImrFactory(involvement=part, at=ImrState.RECEIVED)
        imr_queries.add_query(imr=imr, asked=ASKED, **chairs)
        imr_queries.ask_queries(imr=imr, due_on=DUE, **{**when, **chairs})
        assert told("query_raised") == ["secure@alder.example"]

    @pytest.mark.parametrize("state", [ImrState.QUERIED, ImrState.ACCEPTED_BY_PANEL])
    def test_more_can_be_asked_later_without_going_back(self, part, chairs, when, state):
        imr = ImrFactory(involvement=part, at=state)
        imr_queries.add_query(imr=imr, asked=ASKED, **chairs)
        imr_queries.ask_queries(imr=imr, due_on=DUE, **{**when, **chairs})
        imr.refresh_from_db()
        assert imr.state == state

    def test_there_is_nothing_to_ask_about_before_it_came(self, part, chairs):
        imr = ImrFactory(involvement=part, at=ImrState.DRAFT)
        with pytest.raises(Refused, match="Nothing has reached the panel"):
            imr_queries.add_query(imr=imr, asked=ASKED, **chairs)

    def test_only_whoever_asks_for_the_panel(self, imr, officer, author, when):
        for other in (officer, author):
            with pytest.raises(Refused, match="does not let you"):
                imr_queries.add_query(imr=imr, asked=ASKED, by=other, at=when["at"])

    def test_a_day_that_is_past_or_no_question_is_refused(self, imr, chairs, when):
        asking = {"imr": imr, **when, **chairs}
        with pytest.raises(Refused) as refusal:
            imr_queries.ask_queries(due_on=date(2026, 2, 1), **asking)
        assert refusal.value.field == "due_on"
        with pytest.raises(Refused, match="There is no question"):
            imr_queries.ask_queries(due_on=DUE, **asking)

    def test_a_question_changes_until_it_is_asked(self, imr, chairs):
        query = imr_queries.add_query(imr=imr, asked=ASKED, **chairs)
        imr_queries.change_query(query=query, asked=Question(question="Which team?"), **chairs)
        query.refresh_from_db()
        assert (query.question, query.where) == ("Which team?", "")
        imr_queries.remove_query(query=query, **chairs)
        assert not ImrQuery.objects.exists()

        asked = ImrQueryFactory(imr=imr)
        for change in (imr_queries.change_query, imr_queries.remove_query):
            known = {"asked": ASKED} if change is imr_queries.change_query else {}
            with pytest.raises(Refused, match="has been asked"):
                change(query=asked, **known, **chairs)


class TestAnswering:
    def answer(self, query, when, by, provenance=None, **known):
        said = {"answer": " The nurse. ", "answered_on": when["today"], **known}
        imr_queries.answer_query(
            query=query, provenance=provenance or {}, **said, **{**when, "by": by}
        )

    def test_the_panel_hears_when_all_are_answered(self, imr, author, chair, when):
        one, two = ImrQueryFactory(imr=imr), ImrQueryFactory(imr=imr)
        ImrQueryFactory(imr=imr, drafted=True)
        self.answer(one, when, author)
        assert told("queries_answered") == []
        self.answer(two, when, author, answer_file=DocumentFactory())
        assert told("queries_answered") == ["cal@panel.test"]
        one.refresh_from_db()
        assert one.answer == "The nurse."
        assert one.answered_by == author

    def test_it_is_entered_with_where_it_came_from(self, imr, officer, when):
        query = ImrQueryFactory(imr=imr)
        self.answer(query, when, officer, BY_PHONE, answered_on=date(2026, 2, 1))
        query.refresh_from_db()
        assert query.provenance.startswith("Entered for Ada Moss from a telephone call")

    def test_only_the_author_answers_in_person(self, imr, part, officer, senior, when):
        query = ImrQueryFactory(imr=imr)
        for other in (officer, senior):
            with pytest.raises(Refused, match="admitted for this agency"):
                self.answer(query, when, other)
        with pytest.raises(Refused, match="Ada Moss is named as the author"):
            self.answer(query, when, playing(Role.IMR_AUTHOR, to=part))

    def test_nobody_else_enters_it(self, imr, chair, when):
        with pytest.raises(Refused, match="does not let you"):
            self.answer(ImrQueryFactory(imr=imr), when, chair, BY_PHONE)

    def test_once_and_only_when_asked(self, imr, author, when):
        with pytest.raises(Refused, match="answered already"):
            self.answer(ImrQueryFactory(imr=imr, answered=True), when, author)
        with pytest.raises(Refused, match="not been asked yet"):
            self.answer(ImrQueryFactory(imr=imr, drafted=True), when, author)

    @pytest.mark.parametrize("on", [date(2026, 2, 3), date(2026, 1, 30)])
    def test_a_day_to_come_or_before_the_question(self, imr, author, officer, when, on):
        query = ImrQueryFactory(imr=imr)
        with pytest.raises(Refused) as refusal:
            self.answer(query, when, author, answered_on=on)
        assert refusal.value.field == "answered_on"
        with pytest.raises(Refused) as refusal:
            self.answer(query, when, officer, BY_PHONE, answered_on=on)
        assert refusal.value.field == "given_on"

    def test_answers_are_marked_as_read(self, imr, chairs):
        ImrQueryFactory(imr=imr, answered=True)
        assert imr_queries.mark_read(imr=imr, **chairs) == 1
        assert imr_queries.mark_read(imr=imr, **chairs) == 0


class TestPages:
    def test_the_chair_writes_asks_and_reads(self, sign_in, imr, part, chair):
        browser = sign_in(chair)
        assert "No question has been asked" in text(browser.get(address(part, "imr-queries")))
        add = address(part, "add-imr-query")
        assert "Write a question" in text(browser.get(add))
        assert errors(browser.post(add, {"quoted": "Kept."})) == {
            "question": ["Enter the question"]
        }
        assert browser.post(add, {"question": "Who?", "another": "yes"})["Location"] == add
        browser.post(add, {"question": "When?", "where": "4.1"})
        words = text(browser.get(address(part, "imr-queries")))
        assert "Not asked yet" in words
        assert "Question 2, 4.1" in words

        change = address(part, "change-imr-query", 2)
        assert "When?" in text(browser.get(change))
        assert errors(browser.post(change, {"question": ""}))
        browser.post(change, {"question": "On which day?"})
        browser.post(address(part, "remove-imr-query", 1))

        ask = address(part, "ask-imr-queries")
        assert "Ask 1 question" in text(browser.get(ask))
        assert browser.get(ask).context["form"]["due_on"].initial == DUE
        assert list(errors(browser.post(ask, day("due_on", date(2026, 2, 1))))) == ["due_on"]
        answer = browser.post(ask, day("due_on", DUE), follow=True)
        assert "1 question asked. The author is told by email." in answer.content.decode()
        assert browser.get(ask).status_code == 302  # nothing is left to ask
        assert browser.get(change).status_code == 403

        ImrQuery.objects.update(answer="Monday.", answered_on=DUE, answered_at=imr.recorded_at)
        assert "To read" in text(browser.get(address(part, "imr-queries")))
        answer = browser.post(address(part, "mark-answers-read"), follow=True)
        assert "1 answer marked as read." in answer.content.decode()
        assert "To read" not in text(answer)

    def test_a_refusal_comes_back_with_the_words(self, sign_in, imr, part, chair):
        browser = sign_in(chair)
        ImrQueryFactory(imr=imr)
        answer = browser.post(address(part, "change-imr-query", 1), {"question": "Kept."})
        assert "has been asked" in text(answer)
        assert "Kept." in text(answer)
        imr.versions.update(received_on=None)
        assert browser.get(address(part, "add-imr-query")).status_code == 403
        answer = browser.post(address(part, "add-imr-query"), {"question": "Kept."})
        assert "Nothing has reached the panel" in text(answer)

    def test_the_author_answers_with_a_file(self, sign_in, imr, part, author):
        ImrQueryFactory(imr=imr, quoted="She was seen.")
        ImrQueryFactory(imr=imr, drafted=True, question="Not for you yet")
        browser, page = sign_in(author), address(part, "answer-imr-query", 1)
        listed = text(browser.get(address(part, "imr-queries")))
        assert page in listed
        assert "Not for you yet" not in listed
        assert "She was seen." in text(browser.get(page))
        answer = browser.post(page, {"answer": "", "answer_file": word_file()})
        assert errors(answer) == {"answer": ["Enter the answer"]}
        assert "Kept: our IMR.docx" in text(answer)
        browser.post(page, {"answer": "The nurse.", "answer_file": word_file()})
        words = text(browser.get(address(part, "imr-queries")))
        assert "The nurse." in words
        got = browser.get(address(part, "imr-query-file", 1, "answer"))
        assert fetched(got).startswith(b"PK")
        assert browser.get(address(part, "imr-query-file", 1, "original")).status_code == 404
        assert browser.get(page).status_code == 403
        assert "answered already" in text(browser.post(page, {"answer": "Again."}))

    def test_the_officer_enters_an_answer(self, desk, imr, part):
        ImrQueryFactory(imr=imr)
        page = address(part, "answer-imr-query", 1)
        said = {
            "answer": "The nurse.",
            "received_via": "PHONE",
            "on_behalf_of": "Ada Moss",
            **day("given_on", date(2026, 2, 1)),
            "original": word_file(name="note of the call.docx"),
        }
        assert "Record the answer" in text(desk.get(page))
        answer = desk.post(page, said, follow=True)
        assert "Entered for Ada Moss from a telephone call" in text(answer)
        got = desk.get(address(part, "imr-query-file", 1, "original"))
        assert fetched(got).startswith(b"PK")

    @pytest.mark.parametrize(
        ("page", "more"),
        [
            ("imr-queries", ()), ("add-imr-query", ()), ("ask-imr-queries", ()),
            ("change-imr-query", (1,)), ("answer-imr-query", (1,)),
            ("imr-query-file", (1, "answer")),
        ],
    )  # fmt: skip
    def test_they_are_not_there_for_others(self, client, review, imr, part, page, more):
        ImrQueryFactory(imr=imr, answer_file=DocumentFactory(), answered=True)
        strangers = [
            UserFactory(),
            playing(Role.PANEL_MEMBER, to=review),
            playing(Role.CSP_CHAIR, to=review),
            playing(Role.HOME_OFFICE_LIAISON, to=review),
            playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review)),
            playing(Role.AGENCY_CONTACT, to=part),
        ]
        for stranger in strangers:
            client.force_login(stranger)
            assert client.get(address(part, page, *more)).status_code == 404

    def test_a_question_that_is_not_there(self, sign_in, imr, part, chair):
        assert sign_in(chair).get(address(part, "change-imr-query", 4)).status_code == 404

    @pytest.mark.parametrize("rows", [3, 30])
    def test_they_cost_the_same_whatever_their_number(
        self, client, imr, part, rows, django_assert_max_num_queries
    ):
        for _ in range(rows):
            ImrQueryFactory(imr=imr, answered=True, asked_by=UserFactory())
        client.force_login(playing(Role.PANEL_MEMBER, to=part))
        with django_assert_max_num_queries(16):  # two of them the savepoints of a test
            client.get(address(part, "imr-queries"))
