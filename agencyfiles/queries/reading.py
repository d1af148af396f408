"""What stands in the file of a version, read when it is asked for: nothing of it is kept yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import docx

from agencies.models import Actor
from agencyfiles.models import FrontSheet
from agencyfiles.readers.found import ReadReport
from agencyfiles.readers.report import read_report
from chronologies.readers.grid import CannotRead
from chronologies.rules import check_can_send
from documents.kinds import DocumentKind
from documents.models import FileNotOpen
from evidence.models import ImrVersion, IndividualManagementReview
from evidence.papers.imr_template import ImrTemplate, imr_template_file
from panels.models import KeyLineOfEnquiry
from reviews import access

ONLY_WORD = (
    "Only a Word file (.docx) can be read here. What this file says is typed on the pages of its "
    "parts, or the Word file is uploaded in its place."
)
NO_FILE = "Upload the document first."


def read_version(
    version: ImrVersion | None, lines: Sequence[KeyLineOfEnquiry]
) -> tuple[ImrVersion, ReadReport]:
    """
    Return the version, and what its file says.

    Raises CannotRead in words fit to show: no file, no Word file, damaged, not checked yet.
    """
    if version is None or version.document is None:
        raise CannotRead(NO_FILE)
    if version.document.kind != DocumentKind.DOCX:
        raise CannotRead(ONLY_WORD)
    try:
        with version.document.open() as stored:
            content = stored.read()
    except FileNotOpen as closed:
        raise CannotRead(str(closed)) from closed
    asked = [line.text for line in lines]
    return version, read_report(content, enquiries=asked, own_words=words_of_template())


@cache
def words_of_template() -> frozenset[str]:
    """Return what our own template says before an agency writes in it."""
    paper = docx.Document(BytesIO(imr_template_file(ImrTemplate(reference="", agency=""))))
    return frozenset(line.text.strip() for line in paper.paragraphs if line.text.strip())


def front_sheet_of(version: ImrVersion | None) -> FrontSheet | None:
    """Return the confirmed front sheet, where it is of the file that the version has now."""
    if version is None:
        return None
    return FrontSheet.objects.filter(version=version, document=version.document_id).first()


@dataclass(frozen=True)
class ChronologyChoice:
    """
    Whether a chronology that stands in the file can go on as the agency's. has_other: another one
    of theirs is here, whose place it would take.
    """

    may_send: bool
    is_sent: bool
    has_other: bool


def chronology_choice(
    imr: IndividualManagementReview, report: ReadReport, *, by: Actor
) -> ChronologyChoice:
    """Look whether this reader may send it, and whether this very file was sent before."""
    part, draft = imr.involvement, imr.draft
    sha256 = draft.document.sha256 if draft and draft.document else ""
    files = list(part.chronologies.values_list("document__sha256", flat=True))
    is_sent = sha256 in files
    may = bool(report.chronologies) and access.allows(check_can_send, by, part)
    return ChronologyChoice(may and not is_sent, is_sent, has_other=bool(files))
