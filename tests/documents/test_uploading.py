from io import BytesIO

import pytest
from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import load_handler
from django.test import RequestFactory

from documents import uploading
from documents.limits import MAX_BYTES, MEGABYTE


@pytest.fixture
def sending(settings):
    """Send files of these sizes through the handlers of the settings."""
    requests = []

    def send(**sizes):
        files = {name: SimpleUploadedFile(name, bytes(size)) for name, size in sizes.items()}
        request = RequestFactory().post("/", files)
        handlers = [load_handler(path, request) for path in settings.FILE_UPLOAD_HANDLERS]
        request.upload_handlers = handlers
        requests.append(request)
        return {name: file.size for name, file in request.FILES.items()}

    yield send
    for request in requests:
        request.close()


@pytest.mark.parametrize("size", [1, 3 * MEGABYTE, MAX_BYTES])
def test_a_file_within_the_limit_arrives_whole(sending, size):
    assert sending(file=size) == {"file": size}


def test_of_a_larger_one_no_more_is_kept_than_shows_that_it_is(sending):
    kept = sending(file=MAX_BYTES + 5 * MEGABYTE)

    assert MAX_BYTES < kept["file"] <= MAX_BYTES + MEGABYTE


def test_each_file_of_a_request_has_its_own_limit(sending, monkeypatch):
    monkeypatch.setattr(uploading, "MAX_BYTES", 1000)

    assert sending(one=900, two=900) == {"one": 900, "two": 900}


def test_a_request_with_too_many_files_is_refused(settings):
    most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
    files = {f"file{number}": BytesIO(b"a") for number in range(most + 1)}

    with pytest.raises(TooManyFilesSent):
        RequestFactory().post("/", files).FILES  # noqa: B018
