"""What an answer takes the place of, whom it may answer for, and what rested on a nil return."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from agencies.models import User
from evidence.models import ScopingReturn
from evidence.queries.bodies import same_body
from evidence.rules.scoping import corrects_nil
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


def standing_answer(part: AgencyInvolvement) -> ScopingReturn | None:
    """Return the answer to the last letter that another one would take the place of."""
    request = part.scoping_requests.last()
    last: ScopingReturn | None = part.scoping_returns.filter(request=request).last()
    return last


def own_kin(user: User, part: AgencyInvolvement) -> QuerySet[AgencyInvolvement]:
    """
    Return the other services of the body in the review that this person answers for too.

    None for a body that is no part of another: what its services say is entered on their pages.
    """
    if part.agency.part_of_id is None:
        return AgencyInvolvement.objects.none()
    mine = [
        other.pk
        for other in same_body(part)
        if access.has_own(user, Permission.SCOPING_ANSWER, on=other)
    ]
    return same_body(part).filter(pk__in=mine) if mine else AgencyInvolvement.objects.none()


def nil_corrected(part: AgencyInvolvement) -> tuple[ScopingReturn, ScopingReturn] | None:
    """Return the last nil return that was taken back, with the answer that took its place."""
    answers: list[ScopingReturn] = list(part.scoping_returns.all())
    found = None
    for index, later in enumerate(answers):
        before = [one for one in answers[:index] if one.request_id == later.request_id][-1:]
        if before and corrects_nil(before[0].return_kind, later.return_kind):
            found = before[0], later
    return found


def nil_corrected_since(part: AgencyInvolvement, at: datetime) -> bool:
    """Test whether a nil return was taken back after a moment. Prefetch `scoping_returns`."""
    found = nil_corrected(part)
    return found is not None and found[1].recorded_at > at


def rested_on_nil(part: AgencyInvolvement) -> Sequence[str]:
    """
    Say what was decided while a nil return stood that was corrected since: the decision on the
    review, and what was asked of the agency.
    """
    found = nil_corrected(part)
    if found is None:
        return []
    nil, corrected = found
    between = (nil.answered_on, corrected.answered_on)
    decisions = part.review.decisions.filter(decided_on__range=between).order_by("decided_on")
    said = [
        f"{one.get_outcome_display()}: decided on {date_long(one.decided_on)}" for one in decisions
    ]
    asked = part.evidence_requests.filter(recorded_at__lt=corrected.recorded_at).last()
    if asked and asked.asked_on >= nil.answered_on:
        said.append(
            f"Asked of this agency: {asked.get_tier_display()}, {date_long(asked.asked_on)}"
        )
    terms = part.review.terms_of_reference.agreed().filter(agreed_on__range=between)
    said += [
        f"Terms of reference, version {one.number}: agreed on {date_long(one.agreed_on)}"
        for one in terms
    ]
    return said
