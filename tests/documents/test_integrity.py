import json
import os
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from audit.models import ActorKind, AuditEvent
from documents import integrity, tasks
from documents.models import Document
from tests.factories.documents import DocumentFactory

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def check():
    return integrity.check_files(by=ActorKind.WORKER, at=timezone.now())


def stray(folder, name, *, at=LONG_AGO):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"nobody knows me")
    os.utime(path, (at.timestamp(), at.timestamp()))


class TestBothWays:
    def test_files_as_they_were_received_are_whole(self):
        DocumentFactory()
        DocumentFactory(content=b"other words")

        found = check()

        assert found.is_whole
        assert found.checked == 2

    def test_a_file_that_is_gone_is_missing(self, folder):
        document = DocumentFactory()
        (folder / document.stored_as).unlink()

        assert check().missing == [document.pk]

    @pytest.mark.parametrize("content", [b"Words that were sent!", b"", b"Words"])
    def test_one_with_other_bytes_is_changed(self, folder, content):
        document = DocumentFactory()
        (folder / document.stored_as).write_bytes(content)

        assert check().changed == [document.pk]

    def test_two_receptions_of_one_copy_are_both_named(self, folder):
        first, second = DocumentFactory(), DocumentFactory()
        (folder / first.stored_as).unlink()

        assert check().missing == [first.pk, second.pk]

    @pytest.mark.parametrize("name", ["ab/abcdef", "notes.txt", "ab/cd/ef/deep.bin"])
    def test_a_file_that_no_row_speaks_of_is_stray_and_stays(self, folder, name):
        stray(folder, name)

        assert check().stray == [name]
        assert (folder / name).exists()

    def test_one_that_is_just_arriving_is_not(self, folder):
        stray(folder, "ab/abcdef", at=timezone.now() - timedelta(minutes=5))

        assert check().is_whole

    def test_a_refused_file_has_no_bytes(self, folder):
        document = DocumentFactory(refused=True)
        os.utime(folder / document.stored_as, (LONG_AGO.timestamp(),) * 2)
        assert check().stray == [document.stored_as]

        (folder / document.stored_as).unlink()
        assert check().is_whole

    def test_nothing_stored_at_all_is_whole(self, folder):
        assert not folder.exists()
        assert check().is_whole


class TestTelling:
    def test_the_trail_has_the_counts_and_the_damaged(self, folder):
        document = DocumentFactory()
        (folder / document.stored_as).unlink()

        tasks.check_files()

        counts = AuditEvent.objects.get(event="files.checked").subjects
        assert counts == {"checked": 1, "missing": 1, "changed": 0, "stray": 0}
        assert AuditEvent.objects.get(event="document.damaged").subjects == {
            "document_id": document.pk
        }

    def test_the_last_check_is_told_in_words(self):
        assert integrity.last_check() is None
        check()
        DocumentFactory()

        tasks.check_files()

        last = integrity.last_check()
        assert last.words == "Compared: 1. Missing: 0, changed: 0, stray: 0."
        assert last.is_whole

    def test_the_command_says_what_it_found_and_fails(self, folder):
        gone, changed = DocumentFactory(), DocumentFactory(content=b"other words")
        (folder / gone.stored_as).unlink()
        (folder / changed.stored_as).write_bytes(b"")
        stray(folder, "ab/stray")
        said = StringIO()

        with pytest.raises(CommandError, match="do not agree"):
            call_command("check_files", stdout=said)

        assert said.getvalue().splitlines() == [
            "Compared: 2. Missing: 1, changed: 1, stray: 1.",
            f"missing: document {gone.pk}",
            f"changed: document {changed.pk}",
            "stray: ab/stray",
        ]
        assert Document.objects.count() == 2

    def test_or_as_one_json_document(self):
        DocumentFactory()
        said = StringIO()

        call_command("check_files", "--json", stdout=said)

        found = json.loads(said.getvalue())
        assert found == {"checked": 1, "missing": [], "changed": [], "stray": []}
