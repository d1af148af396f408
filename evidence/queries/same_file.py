"""Whose reports one file is kept as: one is written for several, and files get mixed up."""

from documents.models import Document
from evidence.models import ImrVersion, IndividualManagementReview


def agencies_with(document: Document, *, but: IndividualManagementReview) -> list[str]:
    """Return the other agencies of the review whose report is a file of the very same bytes."""
    found = ImrVersion.objects.filter(
        imr__involvement__review=but.involvement.review_id, document__sha256=document.sha256
    ).exclude(imr=but)
    names = found.values_list("imr__involvement__agency__name", flat=True)
    return sorted(set(names))
