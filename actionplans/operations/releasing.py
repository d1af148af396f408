"""Share the plan with the agencies, as it stands, and take it back."""

from datetime import datetime

from django.db import transaction

from actionplans.models import PlanRelease
from actionplans.published.plan import as_data
from actionplans.queries.names import gives_away
from actionplans.queries.published_plan import plan_of
from actionplans.rules.plan import check_can_plan
from agencies.models import Actor, person_behind
from audit import trail
from reviews.access import Refused
from reviews.checks.true_names import certain
from reviews.models import Review


@transaction.atomic
def release_plan(*, review: Review, by: Actor, at: datetime) -> PlanRelease:
    """
    Share the plan as it stands with every agency of the review, in place of what was shared before.

    Raises Refused without the right, without a recommendation, or where a name stands in it.
    """
    check_can_plan(by, review)
    plan = plan_of(review)
    if not plan.recommendations:
        raise Refused("The action plan has no recommendation yet.")
    if stops := certain(gives_away(review, plan)):
        raise Refused(" ".join(finding.words for finding in stops))
    released = PlanRelease.objects.create(
        review=review, plan=as_data(plan), released_at=at, released_by=person_behind(by)
    )
    record("plan.released", released, by=by, at=at)
    return released


@transaction.atomic
def withdraw_plan(*, review: Review, by: Actor, at: datetime) -> None:
    """Take it back from the agencies. Safe to call twice. Raises Refused without the right."""
    check_can_plan(by, review)
    for released in PlanRelease.objects.standing().filter(review=review):
        released.withdrawn_at, released.withdrawn_by = at, person_behind(by)
        released.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record("plan.release_withdrawn", released, by=by, at=at)


def record(event: str, released: PlanRelease, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=released.review.reference,
        plan_release_id=released.pk,
    )
