"""The reports that are asked for now, across reviews, for lists of work."""

from typing import Any

from evidence.models import EvidenceRequest
from evidence.models.evidence_request import EvidenceRequestQuerySet
from evidence.models.tier import REPORTS
from reviews.lifecycle import ENDED


def standing_reports(**where: Any) -> EvidenceRequestQuerySet:
    """Return the requests that stand and want a report, in reviews that have not ended."""
    return (
        EvidenceRequest.objects.standing()
        .filter(tier__in=list(REPORTS), **where)
        .exclude(involvement__review__stage__in=ENDED)
        .select_related("involvement__agency", "involvement__review", "involvement__imr__author")
        .order_by("pk")
    )
