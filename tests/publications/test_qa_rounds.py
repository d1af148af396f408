"""A pack is put together, sent, received and answered by a letter."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from anonymity.models import Destination
from documents.kinds import DocumentKind
from documents.pdf_words import words_of_pdf
from publications.models import ItemKind, QaOutcome, QaSubmission
from publications.queries.to_check import files_of_round
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.anonymity import certified
from tests.factories.publications import (
    QaAnswerFactory,
    QaLetterFactory,
    QaPointFactory,
    QaReceiptFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reports import DraftFactory
from tests.factories.reviews import NoticeFactory, ReviewFactory, playing
from tests.pages.reading import Html
from tests.publications.publishing import bytes_of, day, saying, url
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
LETTER = (
    "Dear chair,\n\nThe board met and read the report with great care and attention.\n\n"
    "- Paragraph 2.1 needs to be shortened.\n"
)
ORIGINAL = {"received_via": "EMAIL", "on_behalf_of": "Secretariat of the board"}


def page(client, name, review, *args):
    response = client.get(url(name, review, *args))
    assert response.status_code == 200
    return Html(response.content.decode())


def said(client, address, data):
    """Send a form that is refused, and return the page."""
    response = client.post(address, data)
    assert response.status_code == 200
    return Html(response.content.decode())


def upload(words=LETTER, name="letter.txt"):
    return SimpleUploadedFile(name, words.encode())


def test_the_page_says_where_a_review_stands_before_anything_was_sent(signed_in, review):
    shown = page(signed_in, "home-office", review)

    assert "Nothing has been sent to the Home Office." in shown.text
    assert shown.find("a", href=url("put-together", review))


@pytest.mark.slow
def test_the_officer_puts_a_draft_together_and_records_that_it_was_sent(client):
    review = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
    draft = DraftFactory(review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))

    client.post(url("put-together", review), {"draft": draft.pk})
    made = review.qa_submissions.get()
    assert [item.kind for item in made.items.all()] == [
        ItemKind.OVERVIEW_REPORT, ItemKind.EXECUTIVE_SUMMARY, ItemKind.ACTION_PLAN,
    ]  # fmt: skip
    words = words_of_pdf(bytes_of(made.items.first().document))
    assert "OFFICIAL-SENSITIVE" in words
    assert "sent to the Home Office in round 1" in words

    sent = {**day("submitted_on", date(2026, 12, 2)), "sent_by": "EMAIL"}
    refused = said(client, url("submit", review, 1), sent)
    assert "No certificate says that these very files may go to the Home Office" in refused.text
    certified(review, Destination.HOME_OFFICE, files_of_round(made))
    response = client.post(url("submit", review, 1), sent)
    assert response.url == review.get_absolute_url()
    made.refresh_from_db()
    assert made.submitted_on == date(2026, 12, 2)


def test_what_was_sent_before_the_review_was_recorded_here_needs_no_certificate(client):
    review = ReviewFactory(at_stage=Stage.HO_SUBMITTED, recorded_at=timezone.now())
    SubmissionItemFactory(submission__review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    told = {"sent_by": "EMAIL", "reason": "Begun on paper."}
    client.post(url("submit", review, 1), {**day("submitted_on", date(2026, 12, 2)), **told})
    assert review.qa_submissions.get().is_submitted


def test_a_draft_that_gives_somebody_away_is_not_sent(signed_in, review):
    draft = DraftFactory(review=review, report=saying("Oriel Vantongren lived there."))

    shown = said(signed_in, url("put-together", review), {"draft": draft.pk})

    assert "“Overview report, paragraph 1.1” holds the true name of Maris." in shown.text
    assert not review.qa_submissions.exists()


def test_another_round_waits_for_the_one_being_put_together(signed_in, review):
    QaSubmissionFactory(review=review)

    shown = said(signed_in, url("put-together", review), {"draft": "none"})

    assert "A round is being put together" in shown.text


def test_papers_made_elsewhere_are_added_one_by_one(signed_in, review):
    signed_in.post(url("put-together", review), {"draft": "none"})
    told = {"kind": ItemKind.OVERVIEW_REPORT, "title": "", "file": upload()}

    signed_in.post(url("add-item", review, 1), told)
    shown = page(signed_in, "round", review, 1)
    assert "Overview report" in shown.text
    assert "It lacks: executive summary, action plan." in shown.text

    again = said(signed_in, url("add-item", review, 1), {**told, "file": upload()})
    assert "The pack has this already: overview report" in again.text
    missing = said(signed_in, url("add-item", review, 1), {"kind": "OTHER", "title": "Map"})
    assert "Select the file" in missing.text
    assert missing.find("input", name="title", value="Map")


def test_a_file_is_taken_out_and_a_round_let_go(signed_in, review):
    item = SubmissionItemFactory(submission__review=review)

    signed_in.post(url("remove-item", review, 1, item.pk))
    assert not item.submission.items.exists()

    assert "It was not sent" in page(signed_in, "let-go", review, 1).text
    signed_in.post(url("let-go", review, 1))
    assert not review.qa_submissions.exists()


def test_what_was_sent_does_not_change_any_more(signed_in, review):
    item = SubmissionItemFactory(submission__review=review, submission__sent=True)

    for name in ("add-item", "let-go", "submit"):
        assert signed_in.get(url(name, review, 1)).status_code == 404
    assert signed_in.post(url("remove-item", review, 1, item.pk)).status_code == 404


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({**day("submitted_on", date(2026, 12, 4)), "sent_by": "EMAIL"}, "today or in the past"),
        ({**day("submitted_on", date(2026, 1, 1)), "sent_by": "EMAIL"}, "after the death"),
        ({**day("submitted_on", date(2026, 1, 4)), "sent_by": "EMAIL"}, "say why it is right"),
        (day("submitted_on", date(2026, 12, 2)), "How was it sent?"),
        (
            {
                **day("submitted_on", date(2026, 12, 2)),
                "sent_by": "EMAIL",
                "reason": "Oriel Vantongren was here.",
            },
            "“Anything unusual about the day” holds the true name of Maris.",
        ),
    ],
)
def test_impossible_days_of_sending_are_refused(signed_in, review, told, words):
    SubmissionItemFactory(submission__review=review)

    shown = said(signed_in, url("submit", review, 1), told)

    assert words in shown.text
    assert shown.find("input", name="submitted_on_year", value="2026")


def test_an_empty_pack_is_not_sent(signed_in, review):
    QaSubmissionFactory(review=review)
    told = {**day("submitted_on", date(2026, 12, 2)), "sent_by": "POST"}

    assert "The pack is empty" in said(signed_in, url("submit", review, 1), told).text


def test_a_pack_is_seen_by_the_panel_only_once_it_is_sent(client, review):
    item = SubmissionItemFactory(submission__review=review)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    assert client.get(url("round", review, 1)).status_code == 404
    assert client.get(url("item-file", review, 1, item.pk)).status_code == 404
    assert "Nothing has been sent" in page(client, "home-office", review).text

    sent = SubmissionItemFactory(submission__review=review, submission__sent=True)
    assert "The pack" in page(client, "round", review, 2).text
    assert downloaded(client, url("item-file", review, 2, sent.pk))


def test_a_neighbour_reads_letter_and_answers_but_no_pack(client, review):
    letter = QaLetterFactory(submission__review=review)
    item = SubmissionItemFactory(submission=letter.submission)
    client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))

    shown = page(client, "round", review, 1)
    assert "The pack" not in shown.text
    assert client.get(url("item-file", review, 1, item.pk)).status_code == 404
    assert "Cleared subject to changes" in shown.text


def test_receipt_and_board_are_recorded_and_put_right(signed_in, review):
    QaSubmissionFactory(review=review, sent=True)
    told = {
        **ORIGINAL,
        **day("received_on", date(2026, 11, 21)),
        **day("given_on", date(2026, 11, 21)),
        "home_office_reference": "HO-12",
    }

    signed_in.post(url("record-receipt", review, 1), {**told, "original": upload()})
    shown = page(signed_in, "home-office", review)
    assert "since 21 November 2026. The day of its board is not known yet." in shown.text

    known = page(signed_in, "record-receipt", review, 1)
    assert known.find("input", name="home_office_reference", value="HO-12")
    signed_in.post(url("record-receipt", review, 1), {**told, **day("board_on", date(2027, 2, 1))})
    shown = page(signed_in, "round", review, 1)
    assert "1 February 2027" in shown.text
    assert "the original is attached" in shown.text
    assert downloaded(signed_in, url("receipt-file", review, 1)) == LETTER.encode()


@pytest.mark.parametrize(
    ("field", "on"), [("received_on", date(2026, 11, 19)), ("board_on", date(2026, 11, 19))]
)
def test_nothing_comes_back_before_it_was_sent(signed_in, review, field, on):
    QaSubmissionFactory(review=review, sent=True)
    told = {
        **ORIGINAL,
        **day("received_on", date(2026, 11, 21)),
        **day("given_on", date(2026, 11, 21)),
        **day(field, on),
    }

    shown = said(signed_in, url("record-receipt", review, 1), told)

    assert "on or after the day it was sent, 20 November 2026" in shown.text


def letter_said(**told):
    return {
        **ORIGINAL,
        **day("given_on", date(2026, 12, 1)),
        "outcome": QaOutcome.CLEARED_WITH_CHANGES,
        **told,
    }


def test_the_words_of_a_letter_are_read_from_its_file(signed_in, review):
    QaSubmissionFactory(review=review, sent=True)

    response = signed_in.post(
        url("record-letter", review, 1), letter_said(original=upload()), follow=True
    )

    shown = Html(response.content.decode())
    assert "Share it with the family and the panel" in shown.text
    assert "Paragraph 2.1 needs to be shortened" in shown.text
    letter = review.qa_submissions.get().letter
    assert not letter.is_typed
    assert letter.signatory == "Secretariat of the board"
    assert downloaded(signed_in, url("letter-file", review, 1)) == LETTER.encode()


def test_a_letter_that_is_a_picture_is_typed_by_a_person(signed_in, review):
    QaSubmissionFactory(review=review, sent=True)
    scan = upload("x", name="scan.txt")

    response = signed_in.post(
        url("record-letter", review, 1), letter_said(original=scan), follow=True
    )
    assert "could not be read from the file" in response.content.decode()

    signed_in.post(url("record-letter", review, 1), letter_said(text="Dear chair, it is clear."))
    letter = review.qa_submissions.get().letter
    assert letter.is_typed
    assert letter.document


def test_a_letter_from_the_future_is_refused_and_what_was_typed_stays(signed_in, review):
    QaSubmissionFactory(review=review, sent=True)
    told = letter_said(text="Dear chair", **day("given_on", date(2026, 12, 9)))

    shown = said(signed_in, url("record-letter", review, 1), told)

    assert "The letter must be today or in the past" in shown.text
    assert "Dear chair" in shown.text


def test_nothing_is_recorded_of_a_round_that_was_not_sent(signed_in, review):
    QaSubmissionFactory(review=review)

    for name in ("record-receipt", "record-letter", "enter-points", "add-point"):
        assert signed_in.get(url(name, review, 1)).status_code == 404
    for name in ("letter-file", "receipt-file"):
        assert signed_in.get(url(name, review, 1)).status_code == 404


def test_the_page_says_with_whom_the_letter_was_shared(signed_in, review):
    QaLetterFactory(submission__review=review)
    NoticeFactory(review=review, kind="QA_LETTER_FAMILY", sent_on=date(2026, 12, 2))

    shown = page(signed_in, "home-office", review)

    assert "Shared with the family on 2 December 2026." in shown.text
    assert "Not recorded as shared with the panel and its chair." in shown.text
    assert "says of round 1: cleared subject to changes" in shown.text


def test_nobody_is_asked_to_share_a_letter_that_has_not_come(signed_in, review):
    QaSubmissionFactory(review=review)

    assert "Who has the letter" not in page(signed_in, "home-office", review).text


@pytest.mark.slow
def test_the_last_round_says_how_far_it_is_and_its_points_are_next(signed_in, review):
    QaLetterFactory(submission__review=review)
    letter = QaLetterFactory(submission__review=review, outcome=QaOutcome.FURTHER_WORK)
    assert "Enter its points" in page(signed_in, "home-office", review).text
    QaPointFactory(submission=letter.submission)

    shown = page(signed_in, "home-office", review)
    assert "says of round 2: further work" in shown.text
    assert "Answer its points" in shown.text
    assert "Enter its points" not in shown.text


def test_the_next_round_takes_the_answers_to_the_last_letter_with_it(signed_in, review):
    letter = QaLetterFactory(submission__review=review, outcome=QaOutcome.FURTHER_WORK)
    QaAnswerFactory(point=QaPointFactory(submission=letter.submission))

    signed_in.post(url("put-together", review), {"draft": "none"})

    item = QaSubmission.objects.get(review=review, round=2).items.get()
    assert item.kind == ItemKind.RESPONSES
    assert item.document.kind == DocumentKind.PDF
    assert "Adopted in part" in words_of_pdf(bytes_of(item.document))


@pytest.mark.parametrize("rows", [3, 30])
def test_pages_ask_the_database_as_often_for_thirty_rows(
    client, review, django_assert_max_num_queries, rows
):
    letter = QaLetterFactory(submission__review=review)
    QaReceiptFactory(submission=letter.submission)
    for _ in range(rows):
        QaAnswerFactory(point=QaPointFactory(submission=letter.submission))
        SubmissionItemFactory(submission=letter.submission, kind=ItemKind.OTHER)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    with django_assert_max_num_queries(14):
        client.get(url("round", review, 1))
    with django_assert_max_num_queries(14):
        client.get(url("home-office", review))
