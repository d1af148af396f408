"""What goes into a round, what does not, and what goes when it is let go."""

from datetime import date

import pytest
from django.utils import timezone

from anonymity.checking.files.opening import READERS
from anonymity.models import Destination
from anonymity.operations.asking import ask_for_check
from anonymity.operations.checking import check_papers
from audit.models import AuditEvent
from documents.kinds import DocumentKind
from letters.models import LetterKind
from publications.models import ItemKind, QaOutcome
from publications.operations.submissions import add_item
from publications.queries.to_check import files_of_round
from publications.rules.submissions import READABLE, left_open
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.anonymity import certified
from tests.factories.documents import DocumentFactory, PictureFactory
from tests.factories.letters import LetterFactory
from tests.factories.publications import (
    QaAnswerFactory,
    QaLetterFactory,
    QaPointFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reviews import ReviewFactory, playing
from tests.publications.publishing import day, url
from tests.publications.test_qa_rounds import page, said, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("About Oriel Vantongren", "“What it is called” holds the true name of Maris."),
        ("Notes on Vantongren, Oriel", "“What it is called” holds the true name of Maris."),
        ("Of 7 June 1985", "“What it is called” holds the date of birth of Maris."),
    ],
)
def test_the_title_of_a_file_names_nobody(signed_in, review, title, words):
    review.people.update(born_on=date(1985, 6, 7))
    submission = QaSubmissionFactory(review=review)

    told = {"kind": ItemKind.OTHER, "title": title, "file": upload()}
    shown = said(signed_in, url("add-item", review, 1), told)

    assert words in shown.text
    assert not submission.items.exists()


def test_the_form_takes_only_files_that_can_be_checked(signed_in, review):
    submission = QaSubmissionFactory(review=review)

    offered = page(signed_in, "add-item", review, 1).find("input", name="file")["accept"]
    assert sorted(offered.split(",")) == [".docx", ".pdf", ".txt"]
    for name in ("map.png", "note.eml", "note.msg"):
        told = {"kind": ItemKind.OTHER, "title": "Note", "file": upload(name=name)}
        assert "must be a" in said(signed_in, url("add-item", review, 1), told).text
    assert not submission.items.exists()


@pytest.mark.parametrize(
    ("kind", "name"),
    [(DocumentKind.PNG, "map.png"), (DocumentKind.TXT, "note.eml"), (DocumentKind.MSG, "note.msg")],
)
def test_no_other_way_in_takes_what_cannot_be_checked(officer, review, kind, name):
    document = DocumentFactory(kind=kind, original_name=name)
    submission = QaSubmissionFactory(review=review)

    with pytest.raises(Refused, match="Choose a Word document, a PDF or a text") as refused:
        add_item(
            submission=submission,
            kind=ItemKind.OTHER,
            title="",
            document=document,
            by=officer,
            at=timezone.now(),
        )
    assert refused.value.field == "file"


def test_whatever_a_pack_takes_the_check_can_read():
    assert READERS.keys() >= READABLE


def test_the_same_file_is_not_put_in_twice(signed_in, review):
    submission = QaSubmissionFactory(review=review)
    told = {"kind": ItemKind.OTHER, "title": "Data form"}

    signed_in.post(url("add-item", review, 1), {**told, "file": upload()})
    again = said(signed_in, url("add-item", review, 1), {**told, "file": upload()})

    assert "This very file is in the pack already: “Data form”" in again.text
    assert submission.items.count() == 1


def test_a_check_that_stops_at_a_file_names_it(officer, review):
    SubmissionItemFactory(
        submission__review=review, title="Map of the estate", document=PictureFactory()
    )
    asked = ask_for_check(review=review, subject="round", number=1, by=officer, at=timezone.now())
    check_papers(check_id=asked.pk, clock=timezone.now)
    asked.refresh_from_db()
    assert asked.fault.startswith("“Map of the estate” cannot be checked. This is a PNG picture.")


def test_a_letter_that_waits_is_let_go_with_its_round(signed_in, officer, review):
    submission = QaSubmissionFactory(review=review)
    letter = LetterFactory(
        review=review, kind=LetterKind.HOME_OFFICE_SUBMISSION, submission=submission
    )
    other = LetterFactory(review=review)

    signed_in.post(url("let-go", review, 1))

    assert not review.qa_submissions.exists()
    assert list(review.letters.all()) == [other]
    taken = AuditEvent.objects.get(event="letter.taken_away")
    assert taken.subjects["letter_id"] == letter.pk


def answered_in_part(review, *, points, answers):
    """Record a letter about a round with some points, of which the first few are answered."""
    letter = QaLetterFactory(submission__review=review, outcome=QaOutcome.FURTHER_WORK)
    for number in range(1, points + 1):
        point = QaPointFactory(submission=letter.submission, number=number)
        if number <= answers:
            QaAnswerFactory.create_batch(2, point=point)
    return letter


def test_points_left_open_are_said_where_the_next_round_is_put_together(signed_in, review):
    answered_in_part(review, points=3, answers=3)
    assert "of the last letter" not in page(signed_in, "put-together", review).text
    answered_in_part(review, points=18, answers=1)
    words = "17 of 18 points of the last letter are not answered."

    assert words in page(signed_in, "put-together", review).text
    QaSubmissionFactory(review=review)
    assert words in page(signed_in, "round", review, 3).text
    assert words in page(signed_in, "submit", review, 3).text
    assert words not in page(signed_in, "round", review, 2).text


def test_a_letter_without_points_leaves_none_open(review):
    answered_in_part(review, points=5, answers=3)
    assert left_open(review) == "2 of 5 points of the last letter are not answered."
    answered_in_part(review, points=0, answers=0)
    assert left_open(review) == ""


def test_a_round_is_sent_with_points_open_once_somebody_has_seen_that(signed_in, review):
    answered_in_part(review, points=2, answers=1)
    item = SubmissionItemFactory(submission__review=review)
    certified(review, Destination.HOME_OFFICE, files_of_round(item.submission))
    sent = {**day("submitted_on", date(2026, 12, 2)), "sent_by": "EMAIL"}

    refused = said(signed_in, url("submit", review, 2), sent)
    assert "1 of 2 points of the last letter is not answered. Answer them, or tick" in refused.text
    signed_in.post(url("submit", review, 2), {**sent, "points_looked_at": "on"})

    assert review.qa_submissions.get(round=2).is_submitted


def test_what_was_sent_before_this_system_is_recorded_whatever_was_open(client):
    review = ReviewFactory(at_stage=Stage.HO_SUBMITTED, recorded_at=timezone.now())
    answered_in_part(review, points=2, answers=1)
    SubmissionItemFactory(submission__review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    told = {**day("submitted_on", date(2026, 12, 2)), "sent_by": "EMAIL", "reason": "On paper."}

    client.post(url("submit", review, 2), told)

    assert review.qa_submissions.get(round=2).is_submitted
