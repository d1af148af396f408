"""An agency sends what it has; nothing is lost, doubled or dropped in silence."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent
from chronologies import tasks
from chronologies.models import ChronologyEntry, ChronologySubmission
from chronologies.operations.submissions import read_submission
from chronologies.readers import opening
from documents.kinds import DocumentKind
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.chronologies.open_documents import open_sheets, open_text
from tests.chronologies.world import (
    BLANK,
    GOOD,
    HEADINGS,
    IMPOSSIBLE,
    MONTH,
    NOW,
    UNDATED,
    WORDLESS,
    agency_of,
    shown,
)
from tests.factories.chronologies import ChronologyRowFactory, ChronologySubmissionFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db


def page_of(part, page="chronology"):
    return reverse(f"chronologies:{page}", args=[part.review.reference, part.pk])


def test_an_author_sends_a_file_and_sees_what_became_of_every_row(
    client, part, author, upload, run_queued
):
    client.force_login(author)
    page = shown(client.get(page_of(part)))
    for words in ("Up to 30,000 rows", "25 MB", "Word (.docx)", "Nothing has been sent yet"):
        assert words in page

    with run_queued():
        answer = client.post(
            page_of(part), {"document": upload(GOOD, MONTH, UNDATED, IMPOSSIBLE, WORDLESS, BLANK)}
        )

    submission = ChronologySubmission.objects.get()
    assert answer.url == submission.get_absolute_url()
    page = Html(shown(client.get(answer.url)))
    for words in (
        "6 rows: 3 entries, 2 to mend, 1 blank.",
        "1 entry asks for its date.",
        "row 5",
        "Date of contact . Found: 31/02/2018 (there is no 31 February).",
        "What happened . Found: no words.",
        "“Date of contact” is read as: date",
        "Row 1, the heading:",
    ):
        assert words.replace(" .", ".") in page.text.replace(" .", "."), words
    assert "Submit to the review" not in page.text
    assert "6 rows: 3 entries" in shown(client.get(page_of(part)))


def test_the_words_of_an_entry_are_the_words_of_the_file(sent):
    words = "  Call,\nno “answer”; left a message \t "
    submission = sent(("?22 may 2016", "evening", "  Case  system ", words, ""))

    entry = submission.entries.get()
    assert entry.what_happened == words
    assert entry.source == "  Case  system "
    assert (entry.raw_date, entry.doubt, entry.raw_time, entry.time) == (
        "?22 may 2016", True, "evening", None,
    )  # fmt: skip
    assert entry.row.as_in_file[0] == ("Date of contact", "?22 may 2016")


def test_a_file_being_read_says_so_and_looks_again_by_itself(client, part, author, upload):
    client.force_login(author)

    answer = client.post(page_of(part), {"document": upload(GOOD)})
    page = shown(client.get(answer.url))

    assert "You can leave this page" in page
    assert 'hx-trigger="every 2s"' in page
    assert "Look again" in page
    assert "longer than usual" not in page


def test_a_file_left_unread_is_read_by_the_sweep(client, part, author, run_queued):
    submission = ChronologySubmissionFactory(
        involvement=part, received_at=NOW - timedelta(minutes=20)
    )
    client.force_login(author)
    assert "longer than usual" in shown(client.get(submission.get_absolute_url()))

    with run_queued():
        tasks.read_waiting()

    submission.refresh_from_db()
    assert (submission.state, submission.rows_imported) == ("READ", 1)


def test_reading_twice_changes_nothing(sent):
    submission = sent(GOOD, MONTH)

    read_submission(submission_id=submission.pk, at=NOW)

    assert ChronologyEntry.objects.count() == 2


@pytest.mark.parametrize("content", [b"a,b\n1,2\n3,4\n", b"Date,What happened\n,\n,\n"])
def test_a_file_without_a_chronology_keeps_the_reason_in_words(client, part, author, content):
    document = DocumentFactory(content=content, kind=DocumentKind.CSV)
    submission = ChronologySubmissionFactory(involvement=part, document=document)

    read_submission(submission_id=submission.pk, at=NOW)

    client.force_login(author)
    page = shown(client.get(submission.get_absolute_url()))
    assert "This file cannot be read." in page
    assert "chronology in this file" in page or "No chronology was found" in page
    assert "Send another file" in page
    assert "chronology in this file" in shown(client.get(page_of(part))).replace(
        "No chronology was found in this file", "chronology in this file"
    )


@pytest.mark.parametrize(
    ("upload_of", "words"),
    [
        (lambda: SimpleUploadedFile("a.csv", b""), "empty"),
        (lambda: SimpleUploadedFile("a.pdf", b"%PDF-1.4 not whole"), "file"),
        (lambda: None, "Select a chronology"),
        (lambda: SimpleUploadedFile("a.csv", b"only words"), "No columns were found"),
        (lambda: SimpleUploadedFile("a.csv", b"Date,What happened"), "no rows under its heading"),
        (
            lambda: SimpleUploadedFile("a.csv", b"Date,What happened\nMay 2016,a\0b"),
            "not known here. Send a Word document, an Excel workbook, a CSV file, an OpenDocument",
        ),
    ],
)
def test_what_is_no_chronology_is_refused_in_words(client, part, author, upload_of, words):
    client.force_login(author)

    page = client.post(page_of(part), {"document": upload_of()} if upload_of() else {})

    assert page.status_code == 200
    assert words in shown(page)
    assert not ChronologySubmission.objects.exists()


def test_the_same_file_again_is_told_so(client, part, author, upload):
    client.force_login(author)
    client.post(page_of(part), {"document": upload(GOOD)})

    page = shown(client.post(page_of(part), {"document": upload(GOOD)}))

    assert "received already on 2 February 2026: it is submission 1" in page
    client.post(page_of(part), {"document": upload(MONTH)})
    assert [row.number for row in part.chronologies.all()] == [2, 1]


def test_the_officer_enters_a_file_for_an_agency_and_the_page_says_so(
    client, part, officer, upload
):
    client.force_login(officer)
    assert "Enter a file for this agency" in shown(client.get(page_of(part)))
    address = page_of(part, "record-chronology")
    assert "Who gave it?" in shown(client.get(address))

    page = shown(client.post(address, {"document": upload(GOOD)}))
    assert "Answer “How did it reach you?”" in page
    assert "chronology.csv" in page  # kept although the rest was missing

    answer = client.post(
        address,
        {
            "document": upload(GOOD),
            "received_via": "EMAIL",
            "on_behalf_of": "Ines Okoro, records manager",
            "given_on_day": "30",
            "given_on_month": "1",
            "given_on_year": "2026",
            "original": SimpleUploadedFile("mail.txt", b"Here is ours.", content_type="text/plain"),
        },
    )
    page = shown(client.get(answer.url))
    assert "Entered for Ines Okoro, records manager from an email of 30 January 2026; the" in page
    assert downloaded(client, f"{answer.url}original/") == b"Here is ours."


def test_there_is_no_original_where_the_agency_sent_the_file_itself(client, sent, author):
    client.force_login(author)
    assert client.get(sent(GOOD).address("original")).status_code == 404


def test_only_who_sends_for_the_agency_can_send(client, part, officer, senior, member, review):
    other = agency_of(review, "Beech Trust")
    stranger = playing(Role.IMR_AUTHOR, to=other)
    for user, page, expected in (
        (senior, "chronology", 404),
        (officer, "chronology", 404),
        (member, "chronology", 404),
        (stranger, "chronology", 404),
        (senior, "record-chronology", 404),
    ):
        client.force_login(user)
        assert client.post(page_of(part, page), {}).status_code == expected


def test_an_author_does_not_enter_a_file_as_the_officer_does(client, part, author):
    client.force_login(author)
    assert client.get(page_of(part, "record-chronology")).status_code == 404


def test_nothing_is_sent_to_a_review_that_has_ended(client, part, author, sent):
    part.review.stage = Stage.CONCLUDED
    part.review.save()
    with pytest.raises(Refused, match="has ended"):
        sent(GOOD)
    client.force_login(author)
    assert "Send the chronology" not in shown(client.get(page_of(part)))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_template_is_one_click_away(client, part, author, kind):
    client.force_login(author)
    response = client.get(page_of(part, f"template-{kind}"))
    assert response["Content-Disposition"].startswith("attachment")
    assert response.content[:2] == b"PK"


def test_the_database_accounts_for_every_row():
    submission = ChronologyRowFactory().submission
    submission.rows_read += 1
    with pytest.raises(IntegrityError, match="accounts_for_every_row"), transaction.atomic():
        submission.save()


def test_the_trail_says_who_and_when_and_nothing_of_the_words(sent):
    submission = sent(GOOD)
    events = AuditEvent.objects.filter(event__startswith="chronology.").order_by("pk")
    assert [event.event for event in events] == ["chronology.received", "chronology.read"]
    assert all(event.subjects["submission_id"] == submission.pk for event in events)
    assert events[1].actor_kind == "WORKER"


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("old.doc", "Word document (.docx)"),
        ("old.XLS", "Excel workbook (.xlsx)"),
    ],
)
def test_a_file_of_an_old_kind_is_refused_with_how_to_save_it(
    client, part, author, upload, name, better
):
    client.force_login(author)
    answer = client.post(page_of(part), {"document": upload(GOOD, name=name)})
    assert f"choose Save as “{better}” and send the new file" in shown(answer)
    assert not ChronologySubmission.objects.exists()


@pytest.mark.parametrize(("make", "ending"), [(open_text, "odt"), (open_sheets, "ods")])
def test_an_open_document_is_taken_in_and_read(client, part, author, make, ending, run_queued):
    client.force_login(author)
    file = SimpleUploadedFile(f"chronology.{ending}", make([HEADINGS, GOOD, MONTH]))
    with run_queued():
        answer = client.post(page_of(part), {"document": file})
    submission = ChronologySubmission.objects.get()

    assert submission.document.kind == ending.upper()
    assert "2 rows: 2 entries" in shown(client.get(answer.url))
    assert [entry.what_happened for entry in submission.entries.order_by("row__number")] == [
        GOOD[3],
        MONTH[3],
    ]


def test_which_kinds_of_file_will_do_is_said_before_one_is_chosen(client, part, author):
    client.force_login(author)
    page = shown(client.get(page_of(part)))
    assert "OpenDocument text (.odt)" in page
    assert "OpenDocument spreadsheet (.ods)" in page
    assert "Word, Excel and OpenDocument: up to 250 MB unpacked, no macros." in page


def test_a_row_too_many_is_said_where_the_file_is_shown(client, author, sent, monkeypatch):
    monkeypatch.setattr(opening, "MAX_ROWS", 3)
    assert sent(*[GOOD] * 3).rows_imported == 3
    submission = sent(*[MONTH] * 4)
    client.force_login(author)
    page = shown(client.get(submission.get_absolute_url()))
    assert "more than 30,000 rows. Split it into two files." in page
    assert not submission.entries.exists()
