"""What they ask the review, where it answers, and that nobody of them is told by this system."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from families.gates import family_questions_are_answered
from families.models import FamilyQuestion
from messaging.models import Message
from publications.checks.family import recorded
from publications.queries.rehearsal import family_of
from reviews import gates
from reviews.access import Role
from tests.factories.families import (
    FamilyContactFactory,
    FamilyExtractFactory,
    FamilyQuestionFactory,
    QuietDateFactory,
)
from tests.factories.reviews import playing
from tests.factories.terms import KeyLineOfEnquiryFactory
from tests.families.test_views_log import day, text

pytestmark = pytest.mark.django_db

ASKED = {**day("asked_on", date(2026, 2, 3)), "words": "Why did nobody ring back?"}
TOLD = {**day("told_on", date(2026, 3, 10)), "told_by": "The chair, at their home"}


@pytest.fixture
def contact():
    return FamilyContactFactory()


@pytest.fixture
def chair(contact, client):
    chair = playing(Role.INDEPENDENT_CHAIR, to=contact.review)
    client.force_login(chair)
    return chair


def address(name, contact, *args):
    return reverse(f"families:{name}", args=[contact.review.reference, contact.pk, *args])


def about(name, question):
    return address(name, question.contact, question.pk)


def words(blockers):
    return [blocker.words for blocker in blockers]


def test_a_form_that_is_sent_twice_asks_one_question(client, contact, chair):
    page = address("ask-question", contact)
    assert client.post(page, ASKED).url == client.post(page, ASKED).url
    first = FamilyQuestion.objects.get()
    client.post(page, {**ASKED, "words": "Who rang whom?"})
    client.post(page, {**ASKED, **day("asked_on", date(2026, 2, 4))})
    assert FamilyQuestion.objects.count() == 3

    client.post(about("take-back-question", first), {"reason": "It was somebody else’s."})
    client.post(page, ASKED)
    assert FamilyQuestion.objects.standing().count() == 3


def test_a_question_from_the_day_it_is_asked_to_the_day_they_are_told(
    client, contact, chair, run_queued
):
    enquiry = KeyLineOfEnquiryFactory(terms__review=contact.review, terms__agreed=True)
    with run_queued():
        response = client.post(address("ask-question", contact), {**ASKED, "enquiry": enquiry.pk})
        question = FamilyQuestion.objects.get()
        shown = text(client.get(response.url))
        assert "Why did nobody ring back?" in shown
        assert "No answer yet" in shown
        assert enquiry.text in shown
        assert words(family_questions_are_answered(contact.review)) == [
            "1 question is not answered: family and others."
        ]

        answer = {"answered": "REPORT", "answer": "4.12", "enquiry": enquiry.pk}
        client.post(about("answer-question", question), answer)
        assert family_questions_are_answered(contact.review) == []
        assert "Answered, not told" in text(client.get(response.url))

        client.post(about("tell-answer", question), TOLD)
        shown = text(client.get(response.url))
        assert "Answered and told" in shown
        assert "10 March 2026" in shown
        assert "4.12" in shown

    assert not Message.objects.exists()
    kept = AuditEvent.objects.filter(event__startswith="family.question")
    assert "ring back" not in str(list(kept.values()))
    assert [one.event for one in kept.order_by("pk")] == [
        "family.question_asked", "family.question_answered", "family.question_told",
    ]  # fmt: skip


def test_the_two_sides_are_never_on_one_page(client, contact, chair):
    theirs = FamilyContactFactory(review=contact.review, of_perpetrator=True)
    FamilyQuestionFactory(contact=contact, words="of the family")
    FamilyQuestionFactory(contact=theirs, words="of the other side")

    for name, there, elsewhere in (
        ("questions", "of the family", "of the other side"),
        ("perpetrator-questions", "of the other side", "of the family"),
    ):
        shown = text(client.get(reverse(f"families:{name}", args=[contact.review.reference])))
        assert there in shown
        assert elsewhere not in shown
    assert words(family_questions_are_answered(contact.review)) == [
        "1 question is not answered: family and others.",
        "1 question is not answered: the perpetrator’s side.",
    ]


def test_the_home_office_sees_nothing_before_each_is_answered_or_said_why_not(contact, chair):
    FamilyQuestionFactory(contact=contact)
    FamilyQuestionFactory(contact=contact, in_report=True)

    assert "1 question is" in words(gates.ask("family_questions_are_answered", contact.review))[0]
    FamilyExtractFactory(contact=contact, revoked=True)
    FamilyExtractFactory(contact=contact)
    texts = {"Paragraph 1.1": "She sang in every room of the house."}
    record = family_of(contact.review, chair, texts)
    assert (record.unanswered, record.untold, record.revoked) == (1, 1, 1)
    said = " ".join(one.words for one in recorded(record))
    assert "1 question is not answered among what the family" in said
    assert "Words that the family have revoked stand in the report." in said


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("ask-question", {**ASKED, **day("asked_on", date(2300, 1, 1))}, "must be today or in the"),
        ("ask-question", {**ASKED, **day("asked_on", date(1990, 1, 1))}, "must be after the death"),
        ("ask-question", {**ASKED, "words": " "}, "Answer “What do they ask?”"),
        ("answer-question", {"answered": "REPORT", "answer": ""}, "Say where, or why not"),
        ("tell-answer", TOLD, "Record first where it is answered"),
        ("take-back-question", {"reason": ""}, "Say what was wrong"),
    ],
)
def test_what_cannot_be_is_said(client, contact, chair, name, typed, said):
    question = FamilyQuestionFactory(contact=contact)
    path = address(name, contact) if name == "ask-question" else about(name, question)

    assert said in text(client.post(path, typed))
    assert FamilyQuestion.objects.get().is_open


class TestTelling:
    @pytest.mark.parametrize(
        ("on", "said"),
        [(date(2026, 2, 1), "on or after the day they asked"), (date(2300, 1, 1), "in the past")],
    )
    def test_impossible_days(self, client, contact, chair, on, said):
        question = FamilyQuestionFactory(contact=contact, in_report=True)

        shown = text(client.post(about("tell-answer", question), TOLD | day("told_on", on)))

        assert said in shown

    def test_a_day_not_to_write_on_asks_why(self, client, contact, chair):
        QuietDateFactory(contact=contact, from_on=date(1990, 3, 10), why="her birthday")
        question = FamilyQuestionFactory(contact=contact, in_report=True)

        assert "her birthday" in text(client.post(about("tell-answer", question), TOLD))
        client.post(about("tell-answer", question), TOLD | {"despite_reason": "She asked for it."})

        question.refresh_from_db()
        assert (question.told_on, question.despite_reason) == (
            date(2026, 3, 10),
            "She asked for it.",
        )


def test_a_question_taken_back_stays_readable_and_no_longer_waits(client, contact, chair):
    question = FamilyQuestionFactory(contact=contact)

    response = client.post(
        about("take-back-question", question), {"reason": "Asked in another review"}
    )

    assert family_questions_are_answered(contact.review) == []
    assert "Taken back: Asked in another review" in text(client.get(response.url))
    again = client.post(about("answer-question", question), {"answered": "REPORT", "answer": "4"})
    assert "was taken back" in text(again)


def test_a_line_of_enquiry_of_another_review_is_not_offered(client, contact, chair):
    other = KeyLineOfEnquiryFactory(terms__agreed=True)
    KeyLineOfEnquiryFactory(terms__review=contact.review, terms__agreed=True)

    client.post(address("ask-question", contact), {**ASKED, "enquiry": other.pk})

    assert not FamilyQuestion.objects.exists()


def test_the_officer_reads_and_does_not_write_once_there_is_a_chair(client, contact, chair):
    FamilyQuestionFactory(contact=contact)
    client.force_login(playing(Role.CSP_OFFICER, to=contact.review))

    shown = text(client.get(reverse("families:questions", args=[contact.review.reference])))
    assert "Why did nobody ring back?" in shown
    assert "Say where it is answered" not in shown
    assert client.post(address("ask-question", contact), ASKED).status_code == 403


def test_nobody_else_finds_the_page(client, contact):
    FamilyQuestionFactory(contact=contact)
    for role in (Role.PANEL_MEMBER, Role.CSP_CHAIR, Role.HOME_OFFICE_LIAISON, Role.ADVISER):
        client.force_login(playing(role, to=contact.review))
        path = reverse("families:questions", args=[contact.review.reference])
        assert client.get(path).status_code == 404
