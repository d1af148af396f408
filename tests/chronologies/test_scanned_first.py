"""A chronology is read, and opens to anybody, only once its file is known to be clean."""

import pytest
from celery.exceptions import Retry
from django.core.management import CommandError, call_command
from django.urls import reverse

from chronologies import tasks
from chronologies.models import ChronologyEntry
from chronologies.operations.submissions import read_submission
from documents.models import FileNotOpen, ScanState
from tests.chronologies.world import GOOD, NOW
from tests.factories.chronologies import ChronologySubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(part):
    submission = ChronologySubmissionFactory(involvement=part, document__pending=True)
    submission.document.save()
    return submission


def scanned(submission, state):
    document = submission.document
    document.scan, document.scanned_at = state, NOW
    document.save()


def page(client, submission, name):
    part = submission.involvement
    address = [part.review.reference, part.pk, submission.number]
    return client.get(reverse(f"chronologies:{name}", args=address))


def test_it_waits_and_is_read_once_it_is_clean(waiting):
    with pytest.raises(FileNotOpen):
        read_submission(submission_id=waiting.pk, at=NOW)
    assert not ChronologyEntry.objects.exists()

    scanned(waiting, ScanState.CLEAN)
    read_submission(submission_id=waiting.pk, at=NOW)

    assert ChronologyEntry.objects.filter(submission=waiting).exists()


def test_the_worker_tries_again(waiting):
    with pytest.raises(Retry):
        tasks.read_submission.apply(kwargs={"submission_id": waiting.pk}, throw=True).get()

    waiting.refresh_from_db()
    assert waiting.state == "RECEIVED"


def test_where_malware_is_found_its_author_reads_why(client, author, waiting):
    scanned(waiting, ScanState.REFUSED)

    read_submission(submission_id=waiting.pk, at=NOW)

    client.force_login(author)
    assert "Malware was found in this file" in page(client, waiting, "submission").content.decode()


@pytest.mark.parametrize(
    ("state", "words"),
    [(None, "This file is being checked"), (ScanState.REFUSED, "This file was refused")],
)
def test_the_file_opens_to_nobody_and_the_page_says_why(client, author, waiting, state, words):
    if state:
        scanned(waiting, state)
    client.force_login(author)

    answer = page(client, waiting, "file")

    assert answer.status_code == 404
    assert words in answer.content.decode()


def test_a_clean_one_opens(client, author, waiting):
    scanned(waiting, ScanState.CLEAN)
    client.force_login(author)

    answer = page(client, waiting, "file")

    assert b"What happened" in b"".join(answer.streaming_content)


def test_a_file_sent_while_the_scanner_is_away_is_kept_and_not_read(
    client, part, author, upload, settings, run_queued
):
    settings.CLAMD_ADDRESS = "/nobody/answers/here"
    client.force_login(author)
    address = reverse("chronologies:chronology", args=[part.review.reference, part.pk])

    answer = client.post(address, {"document": upload(GOOD)})

    assert answer.status_code == 302
    submission = part.chronologies.get()
    assert submission.document.scan == ScanState.PENDING
    assert not submission.entries.exists()


def test_so_is_one_that_a_command_takes_in(part, settings, tmp_path):
    settings.CLAMD_ADDRESS = "/nobody/answers/here"
    path = tmp_path / "chronology.csv"
    path.write_bytes(b"Date,What happened\r\n1 May 2016,Call\r\n2 May 2016,Call\r\n")

    with pytest.raises(CommandError, match="kept and will be read by itself"):
        call_command(
            "import_chronology",
            str(path),
            review=part.review.reference,
            agency=part.agency.slug,
        )

    assert part.chronologies.get().state == "RECEIVED"


def test_a_banner_says_where_there_is_no_scanner(client, part, author, settings):
    client.force_login(author)
    address = reverse("chronologies:chronology", args=[part.review.reference, part.pk])

    assert "Files here are not scanned" in client.get(address).content.decode()
    settings.CLAMD_ADDRESS = "clamav:3310"
    assert "Files here are not scanned" not in client.get(address).content.decode()
