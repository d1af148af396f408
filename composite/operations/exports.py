"""Hand the composite out as a file: it leaves the system, so the trail says who took it."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from composite.papers.files import file_of
from composite.papers.sheet import Tell
from composite.queries.exporting import composite_of
from composite.queries.scope import Narrowing
from documents.kinds import DocumentKind
from reviews.models import Review

FORMATS = {
    "csv": DocumentKind.CSV,
    "xlsx": DocumentKind.XLSX,
    "docx": DocumentKind.DOCX,
    "pdf": DocumentKind.PDF,
}
# Entries of which a file is made while somebody waits for the page: a few seconds
AT_ONCE = {
    DocumentKind.CSV: 2_000,
    DocumentKind.XLSX: 1_000,
    DocumentKind.DOCX: 1_000,
    DocumentKind.PDF: 200,
}


def say_nothing(done: int) -> None:
    """Tell nobody how far it is: whoever asked waits."""


@transaction.atomic
def export(
    *,
    review: Review,
    form: str,
    is_named: bool = False,
    wanted: Narrowing | None = None,
    by: Actor,
    at: datetime,
    tell: Tell = say_nothing,
) -> bytes:
    """
    Return the composite as a file, as far as somebody may see it.

    form: a key of FORMATS. Raises Refused as `composite_of` does, RenderingUnavailable and
    PartFailed as PDF may.
    """
    composite = composite_of(review, reader=by, is_named=is_named, wanted=wanted, at=at)
    content = file_of(composite, kind=FORMATS[form], tell=tell)
    trail.record(
        "chronology.exported",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        format=form,
        names="named" if is_named else "pseudonymised",
    )
    return content
