"""
What people have to do about chronologies: send, mend, sign off, release.

A fixed number of queries for each function, whatever there is to do.
"""

from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from agencies.models import User
from chronologies.cycle import SubmissionState
from chronologies.gates import WITH_CHRONOLOGY
from chronologies.models import ChronologySubmission
from chronologies.models.submission import ChronologySubmissionQuerySet, counted
from evidence.models import EvidenceRequest
from reviews.access import Permission
from reviews.lifecycle import ENDED
from reviews.models import AgencyInvolvement, InvolvementGrant, ReviewGrant
from reviews.queries.work import WorkItem


def chronologies_to_send(user: User, today: date) -> list[WorkItem]:
    """Chronologies asked of the agencies this person sends for, and files that wait for them."""
    mine = InvolvementGrant.objects.held_by(user, Permission.CHRONOLOGY_SUBMIT)
    parts = mine.values("content_object")
    asked = {request.involvement_id: request for request in requests(involvement__in=parts)}
    last = {row.involvement_id: row for row in submissions(involvement__in=parts)}
    found = []
    for pk in {**asked, **last}:
        request, submission = asked.get(pk), last.get(pk)
        part = (submission or request).involvement  # type: ignore[union-attr]
        if words := left_to_do(submission, is_asked=request is not None):
            due = request.due_on if request else None
            found.append(item(f"{words} of {part.agency.label}", submission, part, due_on=due))
    return found


def left_to_do(submission: ChronologySubmission | None, *, is_asked: bool) -> str:
    """Say what is left for whoever sends for an agency; nothing while others are to act."""
    if submission is None or submission.is_unreadable:
        return "Send the chronology" if is_asked else ""
    if not submission.is_open:
        return ""
    if submission.is_given_back:
        return "Change the chronology"
    if submission.rows_rejected:
        rows = counted(submission.rows_rejected, "row", "rows")
        return f"Mend {rows} of the chronology"
    return "Submit the chronology"


def chronologies_to_sign_off(user: User, today: date) -> list[WorkItem]:
    """What waits for somebody senior who did not submit it."""
    mine = InvolvementGrant.objects.held_by(user, Permission.IMR_SIGN_OFF)
    waiting = submissions(
        involvement__in=mine.values("content_object"), state=SubmissionState.SUBMITTED
    ).exclude(submitted_by=user)
    return [
        item(
            f"Sign off the chronology of {row.involvement.agency.label}",
            row,
            row.involvement,
            page="sign-off",
        )
        for row in waiting
    ]


def chronologies_to_release(user: User, today: date) -> list[WorkItem]:
    """What the chair can let the panel read."""
    mine = ReviewGrant.objects.held_by(user, Permission.CHRONOLOGY_RELEASE)
    waiting = (
        ChronologySubmission.objects.to_release()
        .filter(involvement__review__in=mine.values("content_object"), taken_back_at__isnull=True)
        .exclude(involvement__review__stage__in=ENDED)
        .select_related("involvement__review")
        .defer("tables", "other_tables")
        .order_by("involvement__review", "pk")
    )
    return [
        WorkItem(
            what=f"Release {counted(len(list(rows)), 'chronology', 'chronologies')} to the panel",
            why="Signed off by the agency",
            href=reverse("chronologies:chronologies", args=[review.reference]),
            review_id=review.pk,
            reference=review.reference,
        )
        for review, rows in groupby(waiting, key=lambda row: row.involvement.review)
    ]


def item(
    what: str,
    submission: ChronologySubmission | None,
    part: AgencyInvolvement,
    *,
    page: str = "submission",
    due_on: date | None = None,
) -> WorkItem:
    place = [part.review.reference, part.pk]
    has_page = submission is not None and submission.has_rows
    return WorkItem(
        what=what,
        why="Asked of your agency by the panel",
        href=submission.address(page)
        if submission and has_page
        else reverse("chronologies:chronology", args=place),
        review_id=part.review_id,
        reference=part.review.reference,
        due_on=due_on,
    )


def requests(**where: Any) -> Any:
    """Return the requests that stand and want a chronology, in reviews that have not ended."""
    return (
        EvidenceRequest.objects.standing()
        .filter(tier__in=WITH_CHRONOLOGY, **where)
        .exclude(involvement__review__stage__in=ENDED)
        .select_related("involvement__agency", "involvement__review")
        .order_by("pk")
    )


def submissions(**where: Any) -> ChronologySubmissionQuerySet:
    """Return the last file of each agency, in reviews that have not ended."""
    return (
        ChronologySubmission.objects.latest_of_each()
        .filter(**where)
        .exclude(involvement__review__stage__in=ENDED)
        .select_related("involvement__agency", "involvement__review")
        .defer("tables", "other_tables")
        .order_by("pk")
    )
