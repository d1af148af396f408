"""A pack as one download: what is in it, that it is always the same, and who gets it."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from agencies.models import COMMAND_LINE
from anonymity.models import Destination
from audit.models import AuditEvent
from documents import storage
from publications.models import ItemKind
from publications.operations.packs import take_pack
from publications.queries.to_check import files_of_round
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.anonymity import certified
from tests.factories.documents import DocumentFactory
from tests.factories.publications import QaSubmissionFactory, SubmissionItemFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.publications.publishing import url
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.HO_QA)


@pytest.fixture
def sent(review):
    return with_files(QaSubmissionFactory(review=review, sent=True))


def with_files(submission):
    SubmissionItemFactory(submission=submission)
    SubmissionItemFactory(
        submission=submission,
        kind=ItemKind.ACTION_PLAN,
        title="../Action plan",
        document=DocumentFactory(content=b"What is to be done."),
    )
    return submission


def archive_of(content):
    return ZipFile(BytesIO(content))


def test_the_command_writes_the_papers_a_list_and_checksums(sent, tmp_path):
    path, out = tmp_path / "pack.zip", StringIO()

    call_command(
        "submission_pack", review=sent.review.reference, output=path, json=True, stdout=out
    )

    with archive_of(path.read_bytes()) as archive:
        assert archive.namelist() == [
            "01-overview-report.txt", "02-action-plan.txt", "manifest.json", "SHA256SUMS",
        ]  # fmt: skip
        told = json.loads(archive.read("manifest.json"))
        assert told == json.loads(out.getvalue())
        assert told["sent_on"] == "2026-11-20"
        assert [(one["name"], one["bytes"]) for one in told["files"]] == [
            ("01-overview-report.txt", 21), ("02-action-plan.txt", 19),
        ]  # fmt: skip
        sums = dict(
            reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines()
        )
        assert sums.keys() == set(archive.namelist()) - {"SHA256SUMS"}
        for name, checksum in sums.items():
            assert sha256(archive.read(name)).hexdigest() == checksum


def test_the_same_pack_is_the_same_bytes(sent, tmp_path):
    for name in ("one", "two"):
        call_command("submission_pack", review=sent.review.reference, output=tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_not_what_was_kept_stops_the_pack(sent):
    kept = sent.items.first().document.stored_as
    storage.place().delete(kept)
    storage.place().save(kept, ContentFile(b"Words of another day"))

    with pytest.raises(Refused, match="not the file that was put into the pack"):
        take_pack(submission=sent, by=COMMAND_LINE, at=NOW)


def test_a_pack_that_is_not_sent_needs_a_certificate_for_its_files(client, review):
    waiting = with_files(QaSubmissionFactory(review=review))
    officer = playing(Role.CSP_OFFICER, to=review)
    client.force_login(officer)

    response = client.get(url("pack-file", review, waiting.round), follow=True)
    assert "certificate" in Html(response.content.decode()).text

    certified(review, Destination.HOME_OFFICE, files_of_round(waiting))
    content = downloaded(client, url("pack-file", review, waiting.round))
    assert "02-action-plan.txt" in archive_of(content).namelist()


def test_taking_a_pack_is_recorded(client, sent):
    client.force_login(playing(Role.CSP_OFFICER, to=sent.review))
    downloaded(client, url("pack-file", sent.review, sent.round))

    events = AuditEvent.objects.filter(review_ref=sent.review.reference)
    taken = events.get(event="submission.pack_taken")
    assert taken.subjects["round"] == sent.round
    assert not events.filter(event="document.downloaded").exists()


def test_the_liaison_takes_one_pack_or_the_last_of_each_review(client, sent):
    review = sent.review
    liaison = playing(Role.HOME_OFFICE_LIAISON, to=review)
    later = with_files(QaSubmissionFactory(review=review, sent=True))
    elsewhere = with_files(QaSubmissionFactory(sent=True))
    client.force_login(liaison)

    page = Html(client.get(url("liaison-review", review)).content.decode())
    assert page.find("a", href=url("liaison-pack", review, sent.round))
    one = archive_of(downloaded(client, url("liaison-pack", review, sent.round)))
    assert one.namelist()[0] == "01-overview-report.txt"

    every = archive_of(downloaded(client, reverse("publications:liaison-packs")))
    folder = f"{review.reference}/round-{later.round}"
    assert every.namelist() == [
        f"{folder}/01-overview-report.txt", f"{folder}/02-action-plan.txt",
        f"{folder}/manifest.json", "SHA256SUMS",
    ]  # fmt: skip
    assert client.get(url("liaison-pack", elsewhere.review, 1)).status_code == 404


def test_the_liaison_gets_no_pack_that_is_not_sent(client, review):
    waiting = with_files(QaSubmissionFactory(review=review))
    certified(review, Destination.HOME_OFFICE, files_of_round(waiting))
    client.force_login(playing(Role.HOME_OFFICE_LIAISON, to=review))

    assert client.get(url("liaison-pack", review, waiting.round)).status_code == 404
    assert client.get(reverse("publications:liaison-packs")).status_code == 403


def test_the_command_says_why_there_is_no_pack(review, tmp_path):
    with pytest.raises(CommandError, match="no review"):
        call_command("submission_pack", review="NONE-1", output=tmp_path / "x")
    with pytest.raises(CommandError, match="not put anything together"):
        call_command("submission_pack", review=review.reference, output=tmp_path / "x")
    QaSubmissionFactory(review=review)
    with pytest.raises(CommandError, match="empty"):
        call_command("submission_pack", review=review.reference, output=tmp_path / "x")
    assert not (tmp_path / "x").exists()
