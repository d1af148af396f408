"""What a report still lacks before somebody senior can be asked to sign it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from documents.models import Route
from evidence.models import ImrVersion, IndividualManagementReview, ReportKind
from panels.models import KeyLineOfEnquiry
from reviews.access import Refused


class Part(StrEnum):
    """The parts of a report that it cannot do without."""

    FOUND = "found"
    METHODS = "methods"
    ENQUIRIES = "enquiries"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Gap:
    part: Part
    words: str


@dataclass(frozen=True)
class Written:
    """What there is of a report. Before the first words there is nothing."""

    is_on_behalf: bool = False
    has_extent: bool = False
    has_records: bool = False
    has_facts: bool = False
    has_document: bool = False


# How the database tells the same of a version.
WRITTEN = {
    "is_on_behalf": ~Q(received_via=Route.PAGE),
    "has_extent": ~Q(extent=""),
    "has_records": Q(records_read__regex=r"\S"),
    "has_facts": Q(facts__regex=r"\S"),
    "has_document": Q(document__isnull=False),
}


def written_in(version: ImrVersion | None) -> Written:
    if version is None:
        return Written()
    return Written(
        is_on_behalf=version.is_on_behalf,
        has_extent=bool(version.extent),
        has_records=bool(version.records_read.strip()),
        has_facts=bool(version.facts.strip()),
        has_document=version.document_id is not None,
    )


def gaps(
    imr: IndividualManagementReview,
    version: ImrVersion | None,
    enquiries: Sequence[KeyLineOfEnquiry],
) -> list[Gap]:
    """Return what a version lacks, in the order in which it is asked."""
    left = open_enquiries(version, enquiries) if imr.kind.answers_enquiries else []
    return gaps_in(written_in(version), imr.kind, [line.number for line in left])


def gaps_in(written: Written, kind: ReportKind, open_lines: Sequence[int]) -> list[Gap]:
    """
    Return what is missing, in the order in which it is asked.

    What was entered for an agency needs its document only: the rest stands in it.
    open_lines: the numbers of the lines of enquiry on which nothing is said.
    """
    found = [] if written.is_on_behalf else written_gaps(written, kind, open_lines)
    has_text = written.has_facts and not kind.needs_file
    if not has_text and not written.has_document:
        words = "Upload the document." if kind.needs_file else "Type the summary, or upload it."
        found.append(Gap(Part.DOCUMENT, words))
    return found


def written_gaps(written: Written, kind: ReportKind, open_lines: Sequence[int]) -> list[Gap]:
    found = []
    if not written.has_extent:
        found.append(Gap(Part.FOUND, "Say how much you found."))
    if not written.has_records:
        found.append(Gap(Part.METHODS, "Say which records were read."))
    if open_lines and kind.answers_enquiries:
        numbers = ", ".join(str(number) for number in open_lines)
        words = f"Say something on line{'' if len(open_lines) == 1 else 's'} of enquiry {numbers}."
        found.append(Gap(Part.ENQUIRIES, words))
    return found


def open_enquiries(
    version: ImrVersion | None, enquiries: Sequence[KeyLineOfEnquiry]
) -> list[KeyLineOfEnquiry]:
    """Return the lines of enquiry on which a version says nothing yet."""
    answered = {row.enquiry.root for row in version.analyses.all()} if version else set()
    return [line for line in enquiries if line.root not in answered]


def check_is_complete(
    imr: IndividualManagementReview, version: ImrVersion, enquiries: Sequence[KeyLineOfEnquiry]
) -> None:
    """Refuse to ask for sign-off of a report that lacks something."""
    if found := gaps(imr, version, enquiries):
        raise Refused(" ".join(gap.words for gap in found))
