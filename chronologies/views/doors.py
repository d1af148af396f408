"""How a page gets hold of a chronology: through the agency's part of the review."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.http import SignedInRequest
from agencies.models import User
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission
from chronologies.rules import check_can_read_entry
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


def part_or_404(actor: User, reference: str, involvement_id: int) -> AgencyInvolvement:
    """Return an agency's part to whoever may read its chronology before release."""
    return access.involvement_or_404(
        actor, reference, involvement_id, Permission.CHRONOLOGY_READ_RAW
    )


def submission_or_404(
    actor: User, reference: str, involvement_id: int, number: int
) -> ChronologySubmission:
    part = part_or_404(actor, reference, involvement_id)
    found = get_object_or_404(
        part.chronologies.with_earlier().select_related(
            "document", "received_by", "submitted_by", "released_by", "taken_back_by", "sign_off"
        ),
        number=number,
    )
    found.involvement = part
    return found


def row_or_404(submission: ChronologySubmission, number: int) -> ChronologyRow:
    row = get_object_or_404(submission.rows, number=number)
    row.submission = submission
    return row


def undated_or_404(submission: ChronologySubmission, number: int) -> ChronologyEntry:
    """Return an entry by the number of its row."""
    entry = get_object_or_404(submission.entries.select_related("row"), row__number=number)
    entry.submission = entry.row.submission = submission
    return entry


def entry_or_404(actor: User, reference: str, entry_id: int) -> ChronologyEntry:
    """Return an entry to whoever may read it today. Not found and not allowed look the same."""
    entry = get_object_or_404(
        ChronologyEntry.objects.select_related(
            "row__mended_by",
            "submission__document",
            "submission__involvement__agency",
            "submission__involvement__review__partnership",
        ),
        pk=entry_id,
        submission__involvement__review__reference=reference,
    )
    if not access.allows(check_can_read_entry, actor, entry):
        raise Http404
    return entry


def is_inside(actor: User, part: AgencyInvolvement) -> bool:
    """Test whether somebody is of the review as a whole, not of one agency only."""
    return access.has(actor, Permission.REVIEW_READ, on=part.review)


def posted(request: SignedInRequest) -> tuple[Any, Any]:
    """Return what a form was sent, however little; nothing where it is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
