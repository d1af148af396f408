"""
What an agency's own people have to do about evidence: write, answer, sign off.

A fixed number of queries for each function, whatever there is to do.
"""

from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from agencies.models import User
from evidence.models import (
    AuthorDeclaration,
    EvidenceRequest,
    ImrQuery,
    IndividualManagementReview,
)
from evidence.queries.enquiries import standing_enquiries
from evidence.queries.reports import imr_of, noun_of, standing_reports
from evidence.rules.completeness import Gap, Part, gaps
from panels.models import KeyLineOfEnquiry
from reviews.access import Permission
from reviews.lifecycle import ENDED
from reviews.models import InvolvementGrant
from reviews.queries.work import WorkItem


def reports_to_write(user: User, today: date) -> list[WorkItem]:
    """Every step that an author has still to take, due with the whole."""
    requests = list(
        standing_reports(involvement__in=own(user, Permission.IMR_WRITE)).prefetch_related(
            "involvement__evidence_requests",
            "involvement__imr__declarations",
            "involvement__imr__versions__sign_off",
            "involvement__imr__versions__analyses__enquiry",
        )
    )
    enquiries = standing_enquiries(request.involvement.review_id for request in requests)
    return [
        item(request, words, page, request.due_on)
        for request in requests
        for words, page in steps_left(
            request, user, enquiries.get(request.involvement.review_id, [])
        )
    ]


def steps_left(
    request: EvidenceRequest, user: User, enquiries: list[KeyLineOfEnquiry]
) -> list[tuple[str, str]]:
    """Return what this person has still to do, as words and the name of the page."""
    imr, noun = imr_of(request), noun_of(request)
    if imr.author is None or not imr.author.may_write(imr.kind):
        said_no = declared_last(imr, user)
        if said_no and not said_no.may_write(imr.kind):
            return []
        return [(f"Confirm that you can write the {noun}", "declare-author")]
    is_closed = imr.draft is None and bool(imr.latest)
    if imr.author.user_id != user.pk or is_closed or (imr.draft and imr.draft.is_frozen):
        return []
    return steps_of_draft(imr, noun, gaps(imr, imr.draft, enquiries))


def steps_of_draft(
    imr: IndividualManagementReview, noun: str, missing: list[Gap]
) -> list[tuple[str, str]]:
    parts = {gap.part for gap in missing}
    given_back = imr.draft is not None and imr.draft.is_given_back
    found = {
        f"Change the {noun} as asked before sign-off": given_back,
        f"Say what you found for the {noun}": bool(parts - {Part.DOCUMENT}),
        f"Upload the {noun}": Part.DOCUMENT in parts,
        f"Ask for sign-off of the {noun}": not parts and not given_back,
    }
    return [(words, "author-task") for words, is_left in found.items() if is_left]


def declared_last(imr: IndividualManagementReview, user: User) -> AuthorDeclaration | None:
    mine = [row for row in imr.declarations.all() if row.user_id == user.pk]
    return mine[-1] if mine else None


def questions_to_answer(user: User, today: date) -> list[WorkItem]:
    """Questions of the panel to the agencies this person writes for."""
    asked = (
        ImrQuery.objects.open()
        .filter(imr__involvement__in=own(user, Permission.IMR_QUERY_ANSWER))
        .exclude(imr__involvement__review__stage__in=ENDED)
        .select_related("imr__involvement__review", "imr__involvement__agency")
        .order_by("imr", "due_on")
    )
    found = [(part, list(rows)) for part, rows in groupby(asked, lambda row: row.imr.involvement)]
    return [
        WorkItem(
            what=f"Answer {len(rows)} question{'' if len(rows) == 1 else 's'} of the panel",
            why=f"Asked of {part.agency.label} about what it sent",
            href=reverse("evidence:imr-queries", args=[part.review.reference, part.pk]),
            review_id=part.review_id,
            reference=part.review.reference,
            due_on=rows[0].due_on,
        )
        for part, rows in found
    ]


def reports_to_sign_off(user: User, today: date) -> list[WorkItem]:
    """What waits for somebody senior: to sign off, and to send where it was kept back."""
    requests = standing_reports(
        involvement__in=own(user, Permission.IMR_SIGN_OFF)
    ).prefetch_related("involvement__imr__versions__sign_off")
    found = []
    for request in requests:
        imr, noun = imr_of(request), noun_of(request)
        is_mine = bool(imr.author and imr.author.user_id == user.pk)
        if imr.latest and imr.latest.waits_for_sign_off and not is_mine:
            found.append(item(request, f"Sign off the {noun}", "imr-sign-off", request.due_on))
        elif imr.latest and imr.latest.waits_to_be_sent:
            found.append(item(request, f"Send the {noun}", "imr-send", request.due_on))
    return found


def item(request: EvidenceRequest, what: str, page: str, due_on: date | None) -> WorkItem:
    part = request.involvement
    return WorkItem(
        what=f"{what} of {part.agency.label}",
        why="Asked of your agency by the panel",
        href=reverse(f"evidence:{page}", args=[part.review.reference, part.pk]),
        review_id=part.review_id,
        reference=part.review.reference,
        due_on=due_on,
    )


def own(user: User, permission: Permission) -> Any:
    return InvolvementGrant.objects.held_by(user, permission).values("content_object")
