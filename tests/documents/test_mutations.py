"""Files broken at random are refused in words or taken in, and nothing else happens."""

from contextlib import suppress

import pytest

from chronologies.readers.grid import CannotRead
from chronologies.readers.opening import READERS, open_file
from documents import protection
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind
from tests.chronologies.open_documents import open_sheets, open_text
from tests.documents import samples
from tests.documents.mutating import mutants

EACH = 200
PASSWORD = "Blue-Heron 42"
TABLE = [["Date", "What happened"], *([f"{day} May 2016", "Seen"] for day in range(1, 20))]
GOOD = {
    "docx": samples.word(),
    "xlsx": samples.excel_of(*TABLE),
    "odt": open_text(TABLE),
    "ods": open_sheets(TABLE),
    "pdf": samples.pdf_with(samples.TXT),
    "eml": samples.email_with(samples.TXT),
    "msg": samples.ole("__properties_version1.0", "__substg1.0_37010102"),
    "csv": samples.CSV * 20,
    "ics": samples.ICS,
    "png": samples.PNG,
    "txt": samples.TXT * 20,
    "embedding": samples.word_with(word__embeddings__sheet1_xlsx=samples.excel()),
}
READ = frozenset(READERS)


def taken_in(content):
    """Return the kind of a file, None where it is refused. Whatever else is raised is a fault."""
    try:
        return kind_of(content, accept=frozenset(DocumentKind))
    except FileRefused:
        return None


def read(content, kind):
    with suppress(CannotRead):
        open_file(content, kind=kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", GOOD)
def test_whatever_is_broken_is_refused_or_read(kind):
    assert taken_in(GOOD[kind])
    for content in mutants(GOOD[kind], number=EACH):
        found = taken_in(content)
        if found in READ:
            read(content, found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [samples.protected(samples.word(), password=PASSWORD), samples.pdf(password=PASSWORD)],
)
def test_what_is_broken_behind_a_password_is_refused_too(content):
    for broken in mutants(content, number=30):
        with suppress(FileRefused):
            taken_in(protection.without(broken, password=PASSWORD))
