"""What an administrator is told of the stored files."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from documents import integrity
from tests.factories.agencies import PostFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    post = PostFactory(kind=PostKind.ADMINISTRATOR)
    client.force_login(post.user)
    address = reverse("reviews:posts", args=[post.partnership.slug])
    return lambda: client.get(address).content.decode()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    options = {"location": tmp_path}
    default = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": default}
    return tmp_path


def check():
    integrity.check_files(by=None, at=timezone.now())


def test_before_the_first_night(page):
    assert "Not compared with the database yet" in page()


def test_files_as_they_were_received(page):
    DocumentFactory()
    check()

    assert "Compared: 1. Missing: 0" in page()
    assert "not as they were received" not in page()


def test_files_that_are_not(page, folder):
    document = DocumentFactory()
    (folder / document.stored_as).unlink()
    check()

    assert "Missing: 1" in page()
    assert "not as they were received" in page()
    assert document.original_name not in page()
