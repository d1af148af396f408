"""What rarely happens on the way out, and still has to be right."""

from datetime import date

import pytest
from django.utils import timezone

from documents.rendering import RenderingUnavailable
from publications.gates.publication import withholding_is_decided
from publications.models import Disposition
from publications.operations import deciding, home_office, submissions
from publications.published.answers import PublishedAnswer, as_text
from publications.queries.answers import points_of, tally
from publications.queries.round_page import standing_of
from publications.views import points as views
from reviews.access import Refused, Role
from tests.factories.publications import (
    QaAnswerFactory,
    QaLetterFactory,
    QaPointFactory,
    QaReceiptFactory,
    QaSubmissionFactory,
)
from tests.factories.reports import DraftFactory
from tests.factories.reviews import playing
from tests.publications.publishing import TODAY, url
from tests.publications.test_qa_rounds import page, said

pytestmark = pytest.mark.django_db


def acting(by):
    return {"by": by, "at": timezone.now()}


def test_a_draft_of_another_review_is_not_sent(review, officer):
    with pytest.raises(Refused, match="draft of this review"):
        submissions.put_together(review=review, draft=DraftFactory(), **acting(officer))


def test_a_pack_sent_meanwhile_does_not_change(review, officer):
    pack = QaSubmissionFactory(review=review, sent=True)
    with pytest.raises(Refused, match="does not change"):
        submissions.let_go(submission=pack, **acting(officer))


def test_the_home_office_says_nothing_of_what_it_was_not_sent(review, officer):
    pack = QaSubmissionFactory(review=review)
    with pytest.raises(Refused, match="Record first that this round was sent"):
        home_office.record_receipt(
            submission=pack, received_on=TODAY, provenance={}, today=TODAY, **acting(officer)
        )


def test_points_and_answers_are_put_to_people_as_plain_text():
    point = PublishedAnswer(
        number=1, text="Shorten it.", cites="", answer="", reasons="", where_changed=""
    )
    assert as_text([point]) == "1. Shorten it.\nAnswer: Not answered yet"


def test_a_letter_without_points_says_so(review):
    letter = QaLetterFactory(submission__review=review)
    assert tally(points_of(letter.submission)).words == "No points entered"


def test_one_sentence_says_how_far_a_round_is(review):
    pack = QaSubmissionFactory(review=review)
    assert "is being put together" in standing_of(pack, today=TODAY)
    pack = QaSubmissionFactory(sent=True)
    assert standing_of(pack, today=TODAY) == "Round 1 was sent on 20 November 2026."
    receipt = QaReceiptFactory(submission=pack, board_on=date(2027, 1, 5))
    assert "Its board meets on 5 January 2027." in standing_of(pack, today=TODAY)
    receipt.board_on = date(2026, 12, 1)
    assert "Its board met on 1 December 2026." in standing_of(pack, today=TODAY)


def test_the_last_clear_letter_leaves_nothing_to_do(client, review):
    QaLetterFactory(submission__review=review, outcome="CLEARED")
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert "Put the next round together" not in page(client, "home-office", review).text


def test_a_computer_that_cannot_print_says_so(signed_in, review, monkeypatch):
    def cannot(*args, **kwargs):
        raise RenderingUnavailable("Pango is missing.")

    letter = QaLetterFactory(submission__review=review)
    QaAnswerFactory(
        point=QaPointFactory(submission=letter.submission), disposition=Disposition.ADOPTED
    )
    monkeypatch.setattr(views, "on_paper", cannot)

    response = signed_in.get(url("answers-file", review, 1, "pdf"), follow=True)
    assert "Pango is missing." in response.content.decode()


@pytest.mark.parametrize("name", ["add-point", "record-letter", "record-receipt"])
def test_an_empty_form_says_what_is_missing(signed_in, review, name):
    QaSubmissionFactory(review=review, sent=True)
    assert "Error" in said(signed_in, url(name, review, 1), {"csrf": "sent"}).text
    assert page(signed_in, name, review, 1).find("form", method="post")


@pytest.mark.parametrize("name", ["put-together", "decide"])
def test_an_empty_form_of_the_review_says_what_is_missing(signed_in, review, name):
    assert "Error" in said(signed_in, url(name, review), {"csrf": "sent"}).text
    assert page(signed_in, name, review).find("form", method="post")


@pytest.mark.parametrize("name", ["add-item", "submit"])
def test_pages_of_a_pack_open_empty(signed_in, review, name):
    QaSubmissionFactory(review=review)
    assert page(signed_in, name, review, 1).find("form", method="post")


def test_withholding_waits_for_a_decision(review):
    (said_of_it,) = withholding_is_decided(review)
    assert said_of_it.words == "It is not decided whether the report is published."


def test_what_is_not_the_chairs_own_says_where_it_comes_from(review, officer):
    with pytest.raises(Refused, match="only the CSP chair decides"):
        deciding.decide(
            review=review,
            choice="PUBLISH",
            standing="CONFIRMED",
            decided_on=TODAY,
            decided_by="Robin Vale",
            items=["report"],
            family_view="AGREED",
            provenance={},
            today=TODAY,
            **acting(officer),
        )
