"""What of chronologies starts and meets deadlines: that one is asked for, and submitted."""

from collections.abc import Iterable

from django.db.models import F, OuterRef
from django.db.models.functions import Coalesce, TruncDate

from chronologies.gates import WITH_CHRONOLOGY
from chronologies.models import ChronologySubmission
from evidence.models import EvidenceRequest
from reviews.lifecycle import Stage
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered
from reviews.queries.facts import first_day, passed_on_paper


def chronology_owed(reviews: Iterable[int]) -> Question:
    """
    D9: from what is asked of each agency now to the first chronology that is submitted. One given
    back to be changed is not; one that came by post or email came on the day it was given.
    """
    submitted = ChronologySubmission.objects.filter(
        involvement=OuterRef("involvement"), submitted_at__isnull=False
    ).annotate(sent_on=Coalesce("given_on", TruncDate("submitted_at")))
    asked = EvidenceRequest.objects.standing().filter(
        tier__in=WITH_CHRONOLOGY, involvement__review__in=reviews
    )
    owed = asked.annotate(came_on=first_day(submitted, "involvement", "sent_on"))
    on_paper = passed_on_paper(Stage.DRAFTING, review="involvement__review")
    return fact(
        owed.exclude(on_paper, came_on__isnull=True),
        review="involvement__review_id",
        part=F("involvement_id"),
        subject=numbered("chronology"),
        started_on="asked_on",
        due_on=Coalesce("chronology_due_on", "due_on"),
        met_on="came_on",
    )
