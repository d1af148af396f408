"""What a report still lacks before somebody senior can be asked to sign it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence.models import ImrVersion, IndividualManagementReview
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


def gaps(
    imr: IndividualManagementReview,
    version: ImrVersion | None,
    enquiries: Sequence[KeyLineOfEnquiry],
) -> list[Gap]:
    """
    Return what is missing, in the order in which it is asked. Before the first words all is.

    What was entered for an agency needs its document only: the rest stands in it.
    """
    found = []
    if not (version and version.is_on_behalf):
        found += written_gaps(imr, version, enquiries)
    has_text = bool(version and version.facts.strip()) and not imr.kind.needs_file
    if not has_text and (version is None or version.document_id is None):
        words = "Upload the document." if imr.kind.needs_file else "Type the summary, or upload it."
        found.append(Gap(Part.DOCUMENT, words))
    return found


def written_gaps(
    imr: IndividualManagementReview,
    version: ImrVersion | None,
    enquiries: Sequence[KeyLineOfEnquiry],
) -> list[Gap]:
    found = []
    if version is None or not version.extent:
        found.append(Gap(Part.FOUND, "Say how much you found."))
    if version is None or not version.records_read.strip():
        found.append(Gap(Part.METHODS, "Say which records were read."))
    left = open_enquiries(version, enquiries) if imr.kind.answers_enquiries else []
    if left:
        numbers = ", ".join(str(line.number) for line in left)
        words = f"Say something on line{'' if len(left) == 1 else 's'} of enquiry {numbers}."
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
