"""A colleague without an account answers the one question handed to them, and sees no other."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from questions.models import Question
from tests.evidence.saying import errors, text
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.questions import DelegationFactory, QuestionFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
WHO = {"full_name": "Kit Vane", "job_title": "Ward manager"}


def page(name="by-link"):
    return reverse(f"questions:{name}", args=["a-secret"])


@pytest.fixture
def question():
    return QuestionFactory()


@pytest.fixture
def delegation(question, time_machine):
    time_machine.move_to(NOW, tick=False)
    made = DelegationFactory(
        question=question, link__token="a-secret", link__message__kind="question_by_link"
    )
    GuestCodeFactory(link=made.link, recorded_at=NOW)
    return made


@pytest.fixture
def inside(client, delegation):
    client.post(page("by-link-code"), {"code": CODE})
    return client


def test_nothing_of_the_case_before_the_code(client, delegation, question):
    shown = client.get(page())
    assert shown.status_code == 200
    assert shown["X-Robots-Tag"].startswith("noindex")
    assert question.question not in text(shown)
    assert question.involvement.agency.name not in text(shown)


def test_a_code_comes_and_opens_that_question_alone(
    client, delegation, question, run_queued, mailoutbox
):
    other = QuestionFactory(involvement=question.involvement, question="Another matter?")
    with run_queued():
        gone = client.post(page("by-link-send-code"))
    assert "handed you the question" in mailoutbox[0].body
    code = next(one for one in mailoutbox[0].body.splitlines() if one[:1].isdecimal())
    assert "not right" in text(client.post(gone.url, {"code": "1111 1111"}))
    assert client.post(gone.url, {"code": code}).url == page()
    shown = text(client.get(page()))
    assert question.question in shown
    assert other.question not in shown
    assert AuditEvent.objects.filter(event="question.looked_at").exists()


def test_it_is_answered_once_with_a_name(inside, question, delegation):
    assert list(errors(inside.post(page(), {"answer": "The team."}))) == ["full_name", "job_title"]
    inside.post(page(), {"answer": "The team.", **WHO})
    question.refresh_from_db()
    delegation.refresh_from_db()
    assert (question.answer, question.answered_by, question.answered_on) == (
        "The team.", None, date(2026, 2, 2),
    )  # fmt: skip
    assert delegation.full_name == "Kit Vane"
    assert "Your answer has arrived" in text(inside.get(page()))
    inside.post(page(), {"answer": "Something else.", **WHO})
    assert Question.objects.get().answer == "The team."
    inside.post(page("by-link-leave"))
    assert inside.get(page()).status_code == 404


def test_what_is_typed_while_it_is_answered_another_way_is_given_back(inside, question):
    question.answer, question.answered_on, question.answered_at = "Said.", NOW.date(), NOW
    question.save()
    typed = "The team was told on the day, and wrote it down. It has the note still."

    shown = inside.post(page(), {"answer": typed, **WHO}, HTTP_ORIGIN="http://testserver")

    assert shown.status_code == 404
    assert "What you typed is here, and was not sent." in text(shown)
    assert typed in text(shown)
    assert "What you typed" not in text(inside.get(page()))


def test_it_opens_nothing_once_answered_another_way_or_taken_back(inside, question, delegation):
    question.answer, question.answered_on, question.answered_at = "Said.", NOW.date(), NOW
    question.save()
    assert inside.get(page()).status_code == 404
    question.answer, question.answered_on, question.answered_at = "", None, None
    question.save()
    assert inside.get(page()).status_code == 200
    delegation.link.revoked_at = NOW
    delegation.link.save()
    assert inside.get(page()).status_code == 404
    assert inside.get(reverse("questions:by-link", args=["guessed"])).status_code == 404
