"""A review with more agencies than the demonstration asks: as many as a large review has."""

from datetime import datetime, timedelta

from django.utils import timezone

from agencies.models import COMMAND_LINE, Agency
from evidence.models import EvidenceRequest, Tier
from evidence.operations.asking import Letter, ask
from reviews.models import Review

TWO_MONTHS = timedelta(days=60)


def widen(review: Review, *, agencies: int, at: datetime) -> None:
    """Ask more agencies of the register for all they have, until the review has so many."""
    more = agencies - review.involvements.count()
    if more <= 0:
        return
    today = timezone.localdate(at)
    due_on = today + TWO_MONTHS
    ask(
        review=review,
        agencies=Agency.objects.exclude(involvements__review=review).order_by("pk")[:more],
        letter=Letter(due_on=due_on, whom_to_ring="Olive Marsh, 0100 555 0142"),
        admit_contacts=True,
        today=today,
        by=COMMAND_LINE,
        at=at,
    )
    EvidenceRequest.objects.bulk_create(
        EvidenceRequest(
            involvement=part,
            tier=Tier.IMR_AND_CHRONOLOGY,
            asked_on=today,
            due_on=due_on,
            recorded_at=at,
        )
        for part in review.involvements.filter(evidence_requests__isnull=True)
    )
