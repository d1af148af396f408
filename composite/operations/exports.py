"""Hand the composite out as a file: it leaves the system, so the trail says who took it."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from composite.queries.exporting import export_composite
from composite.queries.scope import Narrowing
from documents.kinds import DocumentKind
from reviews.models import Review

FORMATS = {
    "csv": DocumentKind.CSV,
    "xlsx": DocumentKind.XLSX,
    "docx": DocumentKind.DOCX,
    "pdf": DocumentKind.PDF,
}


@transaction.atomic
def export(
    *,
    review: Review,
    form: str,
    is_named: bool = False,
    wanted: Narrowing | None = None,
    by: Actor,
    at: datetime,
) -> bytes:
    """
    Return the composite as a file, as far as somebody may see it.

    form: a key of FORMATS. Raises Refused as `export_composite` does.
    """
    content = export_composite(
        review, kind=FORMATS[form], reader=by, is_named=is_named, wanted=wanted, at=at
    )
    trail.record(
        "chronology.exported",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        format=form,
        names="named" if is_named else "pseudonymised",
    )
    return content
