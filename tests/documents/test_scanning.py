import logging
import socket
from threading import Thread

import pytest

from documents import scanning
from documents.models import ScanState
from tests.clamd import TEST_FILES
from tests.documents import samples


class TestWithClamd:
    def test_a_sound_file_is_clean(self, clamd):
        assert scanning.scan(samples.TXT) == scanning.Verdict(ScanState.CLEAN)

    def test_malware_is_found_and_named_as_a_code(self, clamd):
        found = scanning.scan(samples.EICAR)

        assert found.state == ScanState.REFUSED
        assert found.signature.startswith("Dhr.Test.Eicar")

    @pytest.mark.parametrize(
        "content",
        [
            samples.word_with(word__media__a_txt=samples.EICAR),
            samples.email_with(samples.EICAR),
            b"words before it " + samples.EICAR,
        ],
    )
    def test_it_is_found_inside(self, clamd, content):
        assert scanning.scan(content).state == ScanState.REFUSED

    @pytest.mark.parametrize("path", sorted(TEST_FILES.glob("*")), ids=lambda path: path.name)
    def test_debians_test_files_are_found(self, clamd, path):
        assert scanning.scan(path.read_bytes()).state == ScanState.REFUSED

    def test_the_largest_file_that_is_taken_in_is_scanned(self, clamd):
        assert scanning.scan(bytes(25 * 1024 * 1024)).state == ScanState.CLEAN


def answering(place, answer):
    """Something that listens where clamd should, and says this whatever it is sent."""
    door = socket.socket(*place)
    door.bind(("127.0.0.1", 0))
    door.listen(1)

    def serve():
        caller, _ = door.accept()
        with caller, door:
            while not caller.recv(65_536).endswith(bytes(4)):
                pass
            caller.sendall(answer)

    Thread(target=serve, daemon=True).start()
    return f"127.0.0.1:{door.getsockname()[1]}"


class TestFailingClosed:
    @pytest.mark.parametrize(
        "answer",
        [
            b"",
            b"stream: OK",
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: OK FOUND it\0",
            b"\xff\0",
        ],
    )
    def test_only_the_one_right_answer_is_clean(self, settings, answer):
        settings.CLAMD_ADDRESS = answering((socket.AF_INET,), answer)

        expected = ScanState.CLEAN if answer == b"stream: OK" else ScanState.PENDING
        assert scanning.scan(samples.TXT).state == expected

    @pytest.mark.parametrize(
        "address", ["/nowhere/clamd", "127.0.0.1:1", "localhost:nonsense", "nonsense", "/" * 200]
    )
    def test_a_scanner_that_is_away_leaves_the_file_waiting(self, settings, caplog, address):
        settings.CLAMD_ADDRESS = address

        with caplog.at_level(logging.ERROR):
            assert scanning.scan(samples.TXT).state == ScanState.PENDING
        assert "scanner did not answer" in caplog.text

    def test_one_that_is_silent_is_not_waited_for_without_end(self, settings, monkeypatch):
        monkeypatch.setattr(scanning, "PATIENCE", 0.2)
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            door.listen(1)
            settings.CLAMD_ADDRESS = f"127.0.0.1:{door.getsockname()[1]}"

            assert scanning.scan(samples.TXT).state == ScanState.PENDING

    def test_where_there_is_no_scanner_a_file_is_marked_so(self, settings):
        settings.CLAMD_ADDRESS = ""

        assert scanning.scan(samples.EICAR).state == ScanState.NOT_SCANNED


@pytest.mark.parametrize(
    ("signature", "code"),
    [("Win.Test.EICAR_HDB-1", "Win.Test.EICAR_HDB-1"), ("(a b)", "a-b-"), ("((", "unnamed")],
)
def test_a_signature_becomes_a_code_that_the_trail_takes(signature, code):
    assert scanning.as_code(signature).strip("-") == code.strip("-")
