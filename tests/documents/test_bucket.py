"""Received files in a bucket of a server that speaks S3, instead of a folder."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from audit.models import ActorKind
from dhr.file_storage import file_storage
from documents import integrity, storage
from documents.delivery import download
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.slow

KEYS = {
    "AWS_ACCESS_KEY_ID": "of-the-tests",
    "AWS_SECRET_ACCESS_KEY": "of-the-tests",
    "AWS_EC2_METADATA_DISABLED": "true",
}
BUCKET = "received-files"


@pytest.fixture(scope="module")
def endpoint():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", str(port)],
        env={**os.environ, **KEYS},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def bucket(endpoint, settings):
    with patch.dict(os.environ, KEYS):
        there = boto3.resource("s3", endpoint_url=endpoint, region_name="eu-west-2").Bucket(BUCKET)
        within_reach(there)
        url = f"s3://{BUCKET}?endpoint={endpoint}&region=eu-west-2"
        settings.STORAGES = {
            **settings.STORAGES,
            "default": file_storage(url, folder=Path("/nowhere")),
        }
        yield there
        there.objects.all().delete()


def within_reach(there):
    until = time.monotonic() + 60
    while True:
        try:
            there.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        except EndpointConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        except there.meta.client.exceptions.BucketAlreadyOwnedByYou:
            return
        else:
            return


@pytest.mark.django_db
class TestFiles:
    def test_they_come_back_as_they_were_received(self, bucket):
        document = DocumentFactory(content=b"Words that were sent. " * 200_000)

        assert [one.key for one in bucket.objects.all()] == [document.stored_as]
        response = download(document)
        sent = b"".join(response.streaming_content)
        response.close()
        assert sent == b"Words that were sent. " * 200_000

    def test_the_same_bytes_are_kept_once(self, bucket):
        first, second = DocumentFactory(), DocumentFactory()

        assert first.stored_as == second.stored_as
        assert len(list(bucket.objects.all())) == 1

    def test_what_is_forgotten_is_gone(self, bucket):
        document = DocumentFactory()
        storage.forget(document.stored_as)

        assert list(bucket.objects.all()) == []
        with pytest.raises(FileNotFoundError):
            storage.content_of(document.stored_as)

    def test_the_nightly_check_finds_what_is_missing_changed_and_stray(self, bucket):
        whole = DocumentFactory()
        gone, changed = DocumentFactory(content=b"gone"), DocumentFactory(content=b"changed")
        bucket.Object(gone.stored_as).delete()
        bucket.Object(changed.stored_as).put(Body=b"by another hand")
        bucket.Object("ab/strange").put(Body=b"nobody knows me")

        found = integrity.check_files(
            by=ActorKind.WORKER, at=timezone.now() + integrity.ARRIVING * 2
        )

        assert (found.missing, found.changed, found.stray) == (
            [gone.pk], [changed.pk], ["ab/strange"],
        )  # fmt: skip
        assert storage.content_of(whole.stored_as) == b"Words that were sent."


class TestAddress:
    @pytest.mark.parametrize(
        "url", ["gs://bucket", "s3://", "bucket", "s3://bucket?endpont=https://a.example"]
    )
    def test_one_that_is_not_understood_says_what_is_wanted(self, url):
        with pytest.raises(ImproperlyConfigured, match=r"Set FILES_URL: s3://bucket\?endpoint="):
            file_storage(url, folder=Path("files"))

    def test_where_the_packages_are_missing_it_says_which(self):
        with (
            patch("dhr.file_storage.find_spec", return_value=None),
            pytest.raises(ImproperlyConfigured, match=r"requirements\.lock"),
        ):
            file_storage("s3://bucket", folder=Path("files"))

    def test_none_is_the_folder(self):
        made = file_storage("", folder=Path("files"))
        assert made["OPTIONS"] == {"location": Path("files")}

    def test_a_bucket_is_asked_to_encrypt(self):
        made = file_storage("s3://bucket?encryption=aws:kms", folder=Path("files"))
        assert made["OPTIONS"]["object_parameters"] == {"ServerSideEncryption": "aws:kms"}
        assert made["OPTIONS"]["default_acl"] is None
