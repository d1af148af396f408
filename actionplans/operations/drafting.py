"""Set aside what a check says of some words, with the reason."""

from datetime import datetime

from django.db import transaction

from actionplans.models import Action, Recommendation, SetAside
from actionplans.queries.drafting import drafting_of, wording_now
from actionplans.rules.plan import check_can_plan
from actionplans.rules.thread import check_can_write
from agencies.models import Actor, person_behind
from audit import trail
from reviews.access import Refused


@transaction.atomic
def set_aside(
    *, one: Recommendation | Action, code: str, reason: str, by: Actor, at: datetime
) -> SetAside:
    """
    Let words stand as they are, though a check of drafting asks for more, until they change.

    Raises Refused to whoever does not write them, where the check says nothing of them, or
    without a reason.
    """
    is_action = isinstance(one, Action)
    review = one.recommendation.review if isinstance(one, Action) else one.review
    (check_can_plan if is_action else check_can_write)(by, review)
    if drafting_of(one, reader=person_behind(by)).remark(code) is None:
        raise Refused("This is set aside already, or the words have changed since.")
    if not reason.strip():
        raise Refused("Enter the reason to let the words stand", field="reason")
    row = SetAside.objects.create(
        **{"action" if is_action else "recommendation": one},
        code=code,
        wording=wording_now(one),
        reason=reason.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "plan.remark_set_aside",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        set_aside_id=row.pk,
        code=code,
    )
    return row
