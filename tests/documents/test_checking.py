from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from audit.models import ActorKind, AuditEvent
from documents import checking, tasks
from documents.models import Document, FileNotOpen, ScanState
from messaging.models import Message
from tests.documents import samples
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def scan(document, **more):
    return checking.scan_again(document_id=document.pk, at=AT, **more)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


class TestScanAgain:
    @pytest.mark.parametrize("state", ["pending", "not_scanned"])
    def test_what_is_clean_opens(self, clamd, state):
        document = DocumentFactory(**{state: True})

        assert scan(document) == ScanState.CLEAN

        document.refresh_from_db()
        assert document.scanned_at == AT
        document.open().close()

    def test_malware_closes_every_reception_and_deletes_the_bytes(
        self, clamd, folder, django_capture_on_commit_callbacks
    ):
        sender = UserFactory()
        late = DocumentFactory(content=samples.EICAR, pending=True, received_by=sender)
        again = DocumentFactory(content=samples.EICAR)
        sound = DocumentFactory()

        with django_capture_on_commit_callbacks(execute=True):
            scan(late)

        for document in (late, again):
            document.refresh_from_db()
            assert document.scan == ScanState.REFUSED
            with pytest.raises(FileNotOpen, match="Malware was found"):
                document.open()
        assert [path.name for path in files(folder)] == [sound.sha256]

    def test_whoever_sent_it_is_told_and_the_trail_says_why(self, clamd):
        sender = UserFactory()
        document = DocumentFactory(content=samples.EICAR, pending=True, received_by=sender)

        scan(document)

        assert Message.objects.get().to_address == sender.email
        event = AuditEvent.objects.get(event="document.refused")
        assert event.actor_kind == ActorKind.WORKER
        assert event.subjects["document_id"] == document.pk

    def test_a_scanner_still_away_changes_nothing(self, scanner_away):
        document = DocumentFactory(pending=True)

        assert scan(document) == ScanState.PENDING
        document.refresh_from_db()
        assert not document.is_open

    def test_one_that_goes_away_closes_nothing_it_has_called_clean(self, scanner_away):
        document = DocumentFactory()

        assert scan(document, among=ScanState) == ScanState.CLEAN
        assert Document.objects.get(pk=document.pk).scan == ScanState.CLEAN

    def test_what_waits_where_there_is_no_scanner_is_marked_so(self, settings):
        document = DocumentFactory(pending=True)

        tasks.scan_waiting()

        document.refresh_from_db()
        assert document.scan == ScanState.NOT_SCANNED
        assert document.is_open

    def test_a_file_that_was_scanned_is_left_alone(self, clamd):
        assert scan(DocumentFactory(content=samples.EICAR)) is None

    def test_bytes_that_are_gone_stay_closed(self, clamd, folder):
        document = DocumentFactory(pending=True)
        (folder / document.stored_as).unlink()

        assert scan(document) is None
        document.refresh_from_db()
        assert document.scan == ScanState.PENDING

    def test_the_sweep_scans_what_waits(self, clamd):
        documents = [DocumentFactory(pending=True), DocumentFactory(not_scanned=True)]

        tasks.scan_waiting()

        assert checking.waiting() == []
        assert all(Document.objects.get(pk=one.pk).is_open for one in documents)


class TestCommand:
    def run(self, *options):
        said = StringIO()
        call_command("scan_files", *options, stdout=said)
        return said.getvalue()

    def test_it_scans_what_was_not(self, clamd):
        DocumentFactory(not_scanned=True)
        DocumentFactory(content=samples.EICAR, not_scanned=True)
        DocumentFactory(content=b"clean before")

        assert self.run() == "1 clean, 1 refused, 0 not scanned.\n"

    def test_or_everything_anew(self, clamd):
        document = DocumentFactory(content=samples.EICAR)

        assert self.run("--all") == "0 clean, 1 refused, 0 not scanned.\n"
        assert not Document.objects.get(pk=document.pk).is_open

    def test_it_fails_where_files_stay_closed(self, scanner_away):
        DocumentFactory(pending=True)

        with pytest.raises(CommandError, match="stay closed"):
            self.run()

    def test_and_where_there_is_no_scanner(self, settings):
        with pytest.raises(CommandError, match="CLAMD_ADDRESS"):
            self.run()
