from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMessage

from messaging import delivery
from tests.factories.messaging import QUEUED_AT, MessageFactory


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "messaging.eml.EmlFolderBackend"
    settings.EML_DIR = tmp_path / "mail"
    return settings.EML_DIR


def read(path):
    return message_from_bytes(path.read_bytes(), policy=policy.default)


@pytest.mark.django_db
def test_every_email_is_a_file_that_a_mail_program_opens(folder):
    message = MessageFactory(to_address="author@agency.example")

    delivery.deliver(message_id=message.pk, at=QUEUED_AT)

    (path,) = folder.iterdir()
    assert path.name.startswith("20260302-090000-")
    assert path.suffix == ".eml"
    assert read(path)["To"] == "author@agency.example"
    assert "/reviews/AB-2026-03/" in read(path).get_content()


def test_the_folder_is_for_its_owner_alone(folder):
    EmailMessage("Subject", "Body", to=["a@b.example"]).send()

    assert folder.stat().st_mode & 0o077 == 0


def test_two_emails_at_once_are_two_files(folder):
    for _ in range(2):
        EmailMessage("Subject", "Body", to=["a@b.example"]).send()

    assert len(list(folder.iterdir())) == 2


def test_the_same_email_again_replaces_its_file(folder):
    headers = {"Message-ID": "<1@dhr.example>", "Date": "Mon, 02 Mar 2026 09:00:00 +0000"}
    for _ in range(2):
        EmailMessage("Subject", "Body", to=["a@b.example"], headers=headers).send()

    assert len(list(folder.iterdir())) == 1
