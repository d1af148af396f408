"""Set a review up by script, with its agencies asked for their evidence."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor
from evidence.models import Tier
from evidence.operations.requests import ask_for_evidence
from evidence.rules.requests import Brief
from reviews.models import AgencyInvolvement, Review
from reviews.operations.set_up import BY_SCRIPT, set_up
from reviews.queries.lengths import due_in
from reviews.readers.notification import SetUp


@transaction.atomic
def set_up_review(
    *, found: SetUp, today: date, by: Actor, at: datetime
) -> tuple[Review, list[AgencyInvolvement]]:
    """
    Open a review with its agencies and people, and take it to its stage, or do nothing.

    Where no stage is named it is left collecting evidence, with an IMR and a chronology asked of
    every agency. Nobody is emailed. Raises Refused as opening a review does.
    """
    review, parts = set_up(found=found, today=today, by=by, at=at)
    if not found.stage:
        ask_for_evidence(
            review=review,
            asked=dict.fromkeys(parts, Tier.IMR_AND_CHRONOLOGY),
            brief=Brief(due_on=due_in(review, "D9", started_on=today), told_otherwise=BY_SCRIPT),
            asked_on=today,
            today=today,
            by=by,
            at=at,
        )
    return review, parts
