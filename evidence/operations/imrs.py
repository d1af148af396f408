"""What every change of an IMR shares: hold it, move it along its cycle, note it in the trail."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from agencies.models import Actor, person_behind
from audit import trail
from evidence.cycle import ImrState
from evidence.models import IndividualManagementReview
from evidence.rules.imrs import check_move
from messaging import post


def held(imr: IndividualManagementReview) -> IndividualManagementReview:
    """Return an IMR that nobody else changes until this transaction ends."""
    return (
        IndividualManagementReview.objects.select_for_update(of=("self",))
        .select_related("involvement__review__partnership", "involvement__agency", "author__user")
        .get(pk=imr.pk)
    )


def move(imr: IndividualManagementReview, to: ImrState) -> None:
    """Move an IMR to its next state. Raises Refused for a move that the cycle does not have."""
    check_move(imr, to)
    imr.state = to
    imr.save(update_fields=["state"])


def note(
    event: str,
    imr: IndividualManagementReview,
    *,
    by: Actor,
    at: datetime,
    **ids: int | str,
) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=imr.involvement.review.reference,
        involvement_id=imr.involvement_id,
        imr_id=imr.pk,
        **ids,
    )


def tell(
    kind: str,
    addresses: Iterable[str],
    imr: IndividualManagementReview,
    *,
    page: str,
    by: Actor,
    at: datetime,
) -> None:
    """Email people that something waits for them on a page about this IMR."""
    review = imr.involvement.review
    for address in addresses:
        post.send(
            kind,
            to=address,
            review_ref=review.reference,
            path=reverse(f"evidence:{page}", args=[review.reference, imr.involvement_id]),
            by=person_behind(by),
            at=at,
        )
