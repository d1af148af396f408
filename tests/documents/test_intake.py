import logging
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from audit.models import ActorKind, AuditEvent
from documents import intake, storage
from documents.kinds import CORRESPONDENCE, DocumentKind
from documents.models import Document, FileNotOpen, ScanState
from tests.documents import samples
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "Blue-Heron 42"
pytestmark = pytest.mark.django_db


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def receive(content=samples.TXT, *, name="letter.txt", accept=CORRESPONDENCE, by=None, **more):
    upload = SimpleUploadedFile(name, content)
    return intake.receive(upload, accept=accept, by=by, at=AT, **more)


class TestReceiving:
    def test_the_bytes_are_kept_under_their_hash(self, folder):
        document = receive()

        digest = sha256(samples.TXT).hexdigest()
        assert files(folder) == [folder / digest[:2] / digest]
        with document.open() as stored:
            assert stored.read() == samples.TXT

    def test_the_row_says_what_when_and_by_whom(self):
        user = UserFactory()

        document = receive(by=user)

        document = Document.objects.get(pk=document.pk)
        assert (document.kind, document.size) == (DocumentKind.TXT, len(samples.TXT))
        assert (document.received_at, document.received_by) == (AT, user)
        assert document.original_name == "letter.txt"
        assert "letter" not in str(document)

    def test_the_trail_says_so_without_the_name(self):
        user = UserFactory()

        document = receive(by=user, review_ref="AB-2026-03", name="Zoe.txt")

        event = AuditEvent.objects.get()
        assert (event.event, event.review_ref) == ("document.received", "AB-2026-03")
        assert event.actor_id == user.pk
        assert event.subjects == {"document_id": document.pk}

    def test_the_same_file_twice_is_two_receptions_of_one_copy(self, folder):
        first, second = receive(), receive(name="again.txt")

        assert first.pk != second.pk
        assert len(files(folder)) == 1

    def test_a_file_may_come_from_the_command_line(self):
        document = intake.receive(
            ContentFile(samples.TXT, name="/srv/in/notes.txt"),
            accept=CORRESPONDENCE,
            by=None,
            at=AT,
        )

        assert document.original_name == "notes.txt"
        assert AuditEvent.objects.get().actor_kind == ActorKind.COMMAND_LINE

    def test_a_file_half_read_is_read_from_its_beginning(self):
        upload = SimpleUploadedFile("letter.txt", samples.TXT)
        upload.read(5)

        document = intake.receive(upload, accept=CORRESPONDENCE, by=None, at=AT)

        assert document.size == len(samples.TXT)

    @pytest.mark.parametrize(
        ("sent", "kept"),
        [
            ("letter.txt", "letter.txt"),
            ("C:\\Users\\sam\\letter.txt", "letter.txt"),
            ("../../etc/passwd", "passwd"),
            ("a\nb\t c\u202etxt.exe", "a b ctxt.exe"),
            ("Zoë’s statement.docx", "Zoë’s statement.docx"),
            ("x" * 300, "x" * 255),
            ("..", "unnamed"),
            ("", "unnamed"),
            ("\u202e", "unnamed"),
        ],
    )
    def test_a_name_is_kept_as_far_as_it_can_be_seen(self, sent, kept):
        assert intake.plain_name(sent) == kept


class TestRefusing:
    def test_nothing_is_left_but_the_event(self, folder):
        user = UserFactory()

        with pytest.raises(intake.FileRefused):
            receive(samples.ole("WordDocument"), by=user, review_ref="AB-2026-03")

        assert files(folder) == []
        assert not Document.objects.exists()
        event = AuditEvent.objects.get()
        assert (event.event, event.review_ref) == ("document.refused", "AB-2026-03")
        assert event.subjects == {"reason": "old_word"}

    def test_an_empty_file(self):
        with pytest.raises(intake.FileRefused, match="empty"):
            receive(b"")

    def test_a_file_above_the_limit_is_refused_unread(self, monkeypatch):
        monkeypatch.setattr(intake, "MAX_BYTES", 10)
        monkeypatch.setattr(SimpleUploadedFile, "chunks", None)

        with pytest.raises(intake.FileRefused, match="25 MB"):
            receive()

    def test_a_file_at_the_limit_is_not(self, monkeypatch):
        monkeypatch.setattr(intake, "MAX_BYTES", len(samples.TXT))

        assert receive().size == len(samples.TXT)

    def test_a_kind_not_asked_for(self):
        with pytest.raises(intake.FileRefused, match="Send a PDF instead"):
            receive(accept=frozenset({DocumentKind.PDF}))


class TestNames:
    @pytest.mark.parametrize(
        ("name", "content", "kept"),
        [
            ("imr.pdf", samples.word(), "imr.docx"),
            ("v1.2 Final.PDF", samples.word(), "v1.2 Final.docx"),
            ("letter.txt", samples.pdf(), "letter.pdf"),
            ("scan.png", samples.JPEG, "scan.jpg"),
            ("reply.msg", samples.EML, "reply.eml"),
            ("scan.JPEG", samples.JPEG, "scan.JPEG"),
            ("reply.txt", samples.EML, "reply.txt"),
            ("draft.eml", b"From: a@b.example\nSubject: Ours\n\nAs agreed.\n", "draft.eml"),
            ("notes.csv", samples.TXT, "notes.csv"),
            ("no ending", samples.word(), "no ending"),
            ("about Mr. Adair", samples.TXT, "about Mr. Adair"),
        ],
    )
    def test_a_file_is_kept_under_the_ending_of_what_it_is(self, name, content, kept):
        assert receive(content, name=name).original_name == kept

    def test_an_email_is_one_where_only_words_are_asked_for(self):
        words = frozenset({DocumentKind.TXT})
        assert receive(samples.EML, name="mail.eml", accept=words).kind == DocumentKind.TXT

    @pytest.mark.parametrize(
        ("name", "content", "both"),
        [
            ("15.exe", b"MZ and words after it", ("ends in .exe", "holds a text file")),
            ("letter.TXT.Exe ", samples.pdf(), ("ends in .exe", "holds a PDF")),
            ("page.html", b"<p>We hold nothing.</p>", ("ends in .html", "holds a text file")),
            ("mail.eml", b"<html><p>Nil</p></html>", ("an email (.eml)", "holds a text file")),
            ("imr.docx", samples.TXT, ("a Word document", "holds a text file")),
            ("imr.pdf", samples.TXT, ("that of a PDF", "holds a text file")),
        ],
    )
    def test_a_name_that_the_content_gives_the_lie_is_refused_saying_both(
        self, name, content, both, folder
    ):
        with pytest.raises(intake.FileRefused) as refused:
            receive(content, name=name)
        assert all(part in str(refused.value) for part in both)
        assert files(folder) == []
        assert AuditEvent.objects.get().event == "document.refused"


class TestProtected:
    def test_it_is_kept_without_its_password(self, folder):
        plain = samples.word()

        document = receive(
            samples.protected(plain, password=PASSWORD), name="account.docx", password=PASSWORD
        )

        assert document.arrived_protected
        assert document.sha256 == sha256(plain).hexdigest()
        assert [path.read_bytes() for path in files(folder)] == [plain]

    def test_a_file_without_one_is_not_said_to_have_had_one(self):
        assert not receive(password=PASSWORD).arrived_protected

    def test_the_password_is_written_nowhere(self, folder, caplog):
        caplog.set_level(logging.DEBUG)
        receive(samples.protected(samples.word(), password=PASSWORD), password=PASSWORD)
        with pytest.raises(intake.FileRefused) as refused:
            receive(samples.pdf(password=PASSWORD), password=f"not {PASSWORD}")

        rows = [*Document.objects.values(), *AuditEvent.objects.values()]
        assert PASSWORD not in f"{rows} {caplog.text} {refused.value}"
        assert not any(PASSWORD.encode() in path.read_bytes() for path in files(folder))


class TestScanning:
    def test_a_clean_file_is_open(self, clamd):
        document = receive()

        assert (document.scan, document.scanned_at) == (ScanState.CLEAN, AT)
        document.open().close()

    def test_malware_is_refused_and_leaves_only_the_event(self, clamd, folder):
        with pytest.raises(intake.FileRefused, match="Malware was found"):
            receive(samples.EICAR)

        assert files(folder) == []
        assert not Document.objects.exists()
        assert AuditEvent.objects.get().subjects == {
            "reason": "malware",
            "signature": "Dhr.Test.Eicar.UNOFFICIAL",
        }

    def test_it_is_found_behind_a_password(self, clamd):
        hidden = samples.word_and("word/media/a.txt", samples.EICAR)

        with pytest.raises(intake.FileRefused, match="Malware was found"):
            receive(samples.protected(hidden, password=PASSWORD), password=PASSWORD)

    def test_while_the_scanner_is_away_a_file_is_kept_and_open_to_nobody(self, scanner_away):
        document = receive()

        assert document.scan == ScanState.PENDING
        with pytest.raises(FileNotOpen, match="being checked"):
            document.open()

    def test_and_is_scanned_once_it_is_back(self, clamd, settings, scanner_away, run_queued):
        with run_queued():
            document = receive()
            settings.CLAMD_ADDRESS = clamd

        document.refresh_from_db()
        assert document.is_open

    def test_without_a_scanner_it_is_marked_and_open(self, settings):
        document = receive()

        assert document.scan == ScanState.NOT_SCANNED
        assert document.is_open
        settings.CLAMD_ADDRESS = "/somewhere"
        assert not document.is_open


class TestKeeping:
    def test_a_copy_half_written_by_a_crash_is_replaced(self):
        default_storage.save("ab/abc", ContentFile(b"half"))

        storage.keep(b"the whole", name="ab/abc")

        with default_storage.open("ab/abc") as stored:
            assert stored.read() == b"the whole"

    def test_two_who_keep_the_same_at_the_same_moment_keep_one(self, folder, monkeypatch):
        storage.keep(b"the whole", name="ab/abc")
        seen = iter([False])
        really = default_storage._wrapped.exists
        monkeypatch.setattr(
            default_storage._wrapped, "exists", lambda name: next(seen, really(name))
        )

        storage.keep(b"the whole", name="ab/abc")

        assert files(folder) == [folder / "ab/abc"]
