"""
A malware scanner for tests: Debian's clamd with signatures of our own, so that none are fetched.

It knows the EICAR test string and the programs of clamav-testfiles, and nothing else.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from run import scanner, system
from run.packages import ROOT
from run.processes import Record, expect
from tests.documents.samples import EICAR

TEST_FILES = Path(system.CLAMAV_TEST_FILES.folder)
OPTIONS = """\
LocalSocket {folder}/clamd
DatabaseDirectory {folder}/signatures
Foreground yes
StreamMaxLength 100M
AlertExceedsMax yes
OfficialDatabaseOnly no
MaxThreads 4
"""


@contextmanager
def running_clamd() -> Iterator[str]:
    """Yield where it answers. Ends the test with what to install where clamd is missing."""
    needed = (system.CLAMD, system.CLAMAV_TEST_FILES)
    if lacking := system.missing(needed, purpose="This test needs a malware scanner"):
        pytest.fail(lacking, pytrace=False)
    folder = Path(tempfile.mkdtemp(prefix="dhr-clamd-"))
    write_signatures(folder / "signatures")
    options, log = folder / "clamd.conf", folder / "log"
    options.write_text(OPTIONS.format(folder=folder))
    (folder / "processes").mkdir()
    record, socket = Record(folder / "processes"), str(folder / "clamd")
    try:
        clamd = record.start(
            "clamd", [system.CLAMD.program, f"--config-file={options}"], log=log, cwd=ROOT
        )
        expect(clamd, lambda: scanner.answers(socket), log=log, patience=60)
        yield socket
    finally:
        record.stop("clamd")
        shutil.rmtree(folder)


def write_signatures(folder: Path) -> None:
    """Write a signature for the words of EICAR wherever they stand, and one for each program."""
    folder.mkdir()
    (folder / "eicar.ndb").write_text(f"Dhr.Test.Eicar:0:*:{EICAR.hex()}\n")
    programs = [path.read_bytes() for path in TEST_FILES.glob("clam*.exe")]
    (folder / "files.hdb").write_text(
        "".join(
            f"{hashlib.md5(content).hexdigest()}:{len(content)}:Dhr.Test.File-{number}\n"
            for number, content in enumerate(programs)
        )
    )
