"""Files of agencies, as large as they may be, and how long it takes to read and merge them."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from time import perf_counter
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from agencies.models import COMMAND_LINE
from chronologies.checks.verdict import check_rows
from chronologies.operations.submissions import ACCEPTED, read_submission, receive_chronology
from chronologies.readers.opening import read_file
from chronologies.story import Place, merge
from dhr.benchmark.chronologies import FORMS, HAPPENED
from documents import intake
from documents.kinds import DocumentKind
from reviews.models import AgencyInvolvement

T = TypeVar("T")
HEADINGS = ("Date", "Time", "Source", "Who was present", "What happened", "Action taken", "Comment")
YEAR = 2026


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    outcome = work()
    return perf_counter() - start, outcome


def workbook(rows: int, *, first: date) -> bytes:
    """Return an Excel file with so many rows, their dates written in every way."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    sheet.append(HEADINGS)
    for number in range(rows):
        day = first + timedelta(days=number * 2200 // rows)
        sheet.append(
            [
                day.strftime(FORMS[number % len(FORMS)]),
                f"{number % 24:02d}:{number % 60:02d}",
                "Electronic record",
                f"Worker {number % 40}",
                f"{number}. {HAPPENED[number % len(HAPPENED)] * (1 + number % 4)}",
                "Recorded, manager told",
                "",
            ]
        )
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def open_plainly(content: bytes) -> int:
    """Open a workbook with the library alone and look at each cell; return how many rows it has."""
    sheet = load_workbook(BytesIO(content))["Chronology"]
    return sum(1 for row in sheet.iter_rows(values_only=True) if row[0])


def read(content: bytes) -> Any:
    return check_rows(read_file(content, kind=DocumentKind.XLSX, reference_year=YEAR).rows)


def merged(files: list[bytes]) -> int:
    """Read a file of each agency and put them into one story; return how long it is."""
    told = [[*placed(f"agency-{number}", read(file))] for number, file in enumerate(files)]
    return len(merge(*told, place=lambda place: place))


def placed(agency: str, verdict: Any) -> Any:
    for entry in verdict.entries:
        found = entry.date
        yield Place(
            earliest=found.earliest, latest=found.latest, agency=agency, row=entry.row.number
        )


def import_and_undo(part: AgencyInvolvement, content: bytes) -> int:
    """Take a file in as a script does, with all its rows, and leave nothing of it."""
    now = timezone.now()
    with transaction.atomic():
        document = intake.receive(
            ContentFile(content, name="chronology.xlsx"), accept=ACCEPTED, by=None, at=now
        )
        submission = receive_chronology(
            involvement=part, document=document, is_queued=False, by=COMMAND_LINE, at=now
        )
        read_submission(submission_id=submission.pk, at=now)
        submission.refresh_from_db()
        connection.check_constraints()  # as the commit would
        transaction.set_rollback(True)
    return submission.rows_imported
