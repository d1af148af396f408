"""Record what was tried to get an answer out of an agency that refuses, or says nothing."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from evidence.models import ScopingChase
from evidence.rules import attempts as attempt_rules
from evidence.rules.attempts import Attempt
from evidence.rules.scoping import check_chased_on
from reviews import access, rules
from reviews.access import Permission
from reviews.models import AgencyInvolvement


@transaction.atomic
def record_attempt(
    *, involvement: AgencyInvolvement, attempt: Attempt, today: date, by: Actor, at: datetime
) -> ScopingChase:
    """
    Record an attempt that did not go out from here, also after an agency refused or was given up.

    Raises Refused without the right, before any letter, once the agency has told something, for
    an impossible day, or without what the attempt led to.
    """
    access.require(by, Permission.SCOPING_SEND, on=involvement.review)
    rules.check_is_open(involvement.review)
    request = attempt_rules.check_can_try(involvement)
    attempt_rules.check_attempt(attempt)
    check_chased_on(request, attempt.chased_on, today=today)
    made = ScopingChase.objects.create(
        request=request, recorded_at=at, recorded_by=person_behind(by), **vars(attempt)
    )
    trail.record(
        "scoping.attempted",
        by=person_behind(by),
        at=at,
        review_ref=involvement.review.reference,
        involvement_id=involvement.pk,
        route=made.route,
    )
    return made
