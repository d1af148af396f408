"""Hand the plan out as a file: it leaves the system, so the trail says who took it."""

from datetime import datetime

from django.db import transaction

from actionplans.queries.printing import action_plan
from agencies.models import Actor, person_behind
from audit import trail
from documents.kinds import DocumentKind
from reviews.models import Review

FORMATS = {
    "docx": DocumentKind.DOCX,
    "xlsx": DocumentKind.XLSX,
    "csv": DocumentKind.CSV,
    "pdf": DocumentKind.PDF,
}


@transaction.atomic
def export_plan(*, review: Review, form: str, by: Actor, at: datetime) -> bytes:
    """
    Return the plan as it stands as a file. form: a key of FORMATS.

    Raises Refused and RenderingUnavailable as `action_plan` does.
    """
    content = action_plan(review, kind=FORMATS[form], reader=by)
    trail.record(
        "plan.exported",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        format=form,
    )
    return content
