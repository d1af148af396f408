"""The doors to the golden thread, to the plan, and to the actions that an agency leads."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from actionplans.models import (
    Action,
    Finding,
    LearningPoint,
    Milestone,
    PlanRelease,
    Recommendation,
)
from agencies.models import Actor, User
from privacy.row_locks import lifted
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review


def writes_thread(actor: Actor, review: Review) -> bool:
    """Test whether somebody words findings, learning points and recommendations."""
    codes = (Permission.DRAFT_WRITE, Permission.PLAN_WRITE)
    return any(access.has(actor, code, on=review) for code in codes)


def checks_actions(actor: Actor, review: Review) -> bool:
    """Test whether somebody checks what is reported done: the officer and the two chairs."""
    return access.has(actor, Permission.PLAN_VERIFY, on=review)


def concludes(actor: Actor, review: Review) -> bool:
    """Test whether somebody records the audit that concludes a review."""
    codes = (Permission.PLAN_WRITE, Permission.DECISION_ENTER)
    return any(access.has(actor, code, on=review) for code in codes)


def review_or_404(user: User, reference: str) -> Review:
    """Return a review to whoever reads its plan."""
    return access.review_or_404(user, reference, Permission.PLAN_READ)


def written_review_or_404(user: User, reference: str) -> Review:
    """Return a review to whoever words its findings, learning and recommendations."""
    review = review_or_404(user, reference)
    if not writes_thread(user, review):
        raise Http404
    return review


def decided_review_or_404(user: User, reference: str) -> Review:
    """
    Return a review to whoever reads both its plan and agencies' accepted reports: what the panel
    makes of their recommendations shows their words.
    """
    review = review_or_404(user, reference)
    if not access.has(user, Permission.IMR_READ_ACCEPTED, on=review):
        raise Http404
    return review


def told_review_or_404(user: User, reference: str) -> Review:
    """Return a review to whoever words its findings and may open its family compartment."""
    review = written_review_or_404(user, reference)
    access.require(user, Permission.FAMILY_READ, on=review)
    return review


def planned_review_or_404(user: User, reference: str) -> Review:
    """Return a review to whoever writes its actions."""
    return access.review_or_404(user, reference, Permission.PLAN_WRITE)


def concluded_review_or_404(user: User, reference: str) -> Review:
    review = review_or_404(user, reference)
    if not concludes(user, review):
        raise Http404
    return review


def finding_or_404(review: Review, pk: int) -> Finding:
    rows = Finding.objects.select_related("review", "enquiry")
    return get_object_or_404(rows, review=review, pk=pk)


def learning_point_or_404(review: Review, pk: int) -> LearningPoint:
    rows = LearningPoint.objects.select_related("review")
    return get_object_or_404(rows, review=review, pk=pk)


def recommendation_or_404(review: Review, pk: int) -> Recommendation:
    rows = Recommendation.objects.select_related(
        "review",
        "addressee__agency",
        "source_agency__agency",
        "taken_from__version__imr__involvement__agency",
    )
    with lifted():  # whose report asked for it first is told to all who read the plan
        return get_object_or_404(rows, review=review, pk=pk)


def action_or_404(user: User, reference: str, pk: int) -> Action:
    """
    Return an action to whoever reads the plan, or reports on it for its lead agency.

    Raises Http404 to everybody else: to the people of another agency too.
    """
    action = get_object_or_404(
        Action.objects.select_related(
            "recommendation__review__partnership", "lead__agency", "plan_import"
        ),
        pk=pk,
        recommendation__review__reference=reference,
    )
    if action.lead:
        action.lead.review = action.recommendation.review
    if access.has(user, Permission.PLAN_READ, on=action.recommendation.review):
        return action
    if action.lead and access.has_own(user, Permission.PLAN_UPDATE, on=action.lead):
        return action
    raise Http404


def planned_action_or_404(user: User, reference: str, pk: int) -> Action:
    """Return an action to whoever writes the plan."""
    review = planned_review_or_404(user, reference)
    action = action_or_404(user, reference, pk)
    action.recommendation.review = review
    return action


def checked_action_or_404(user: User, reference: str, pk: int) -> Action:
    """Return an action to whoever checks what is reported done."""
    action = action_or_404(user, reference, pk)
    if not checks_actions(user, action.recommendation.review):
        raise Http404
    return action


def reported_action_or_404(user: User, reference: str, pk: int) -> Action:
    """Return an action to whoever reports on it: for its lead agency, or on their behalf."""
    action = action_or_404(user, reference, pk)
    if not reports_on(user, action):
        raise Http404
    return action


def milestone_or_404(action: Action, pk: int) -> Milestone:
    milestone = get_object_or_404(action.milestones.select_related("document"), pk=pk)
    milestone.action = action
    return milestone


def reports_on(actor: Actor, action: Action) -> bool:
    """Test whether somebody reports on an action, for its lead agency or on their behalf."""
    place: access.Place = action.lead or action.recommendation.review
    return access.has(actor, Permission.PLAN_UPDATE, on=place)


def reports_in_person(actor: Actor, action: Action) -> bool:
    """Test whether somebody reports on an action as one of its lead agency's own people."""
    lead = action.lead
    return lead is not None and access.has_own(actor, Permission.PLAN_UPDATE, on=lead)


def agency_part_or_404(user: User, reference: str, pk: int) -> AgencyInvolvement:
    """Return an agency's part to whoever reports on its actions, or reads the plan."""
    try:
        return access.involvement_or_404(user, reference, pk, Permission.PLAN_UPDATE)
    except Http404:
        return access.involvement_or_404(user, reference, pk, Permission.PLAN_READ)


def shared_plan_or_404(
    user: User, reference: str, pk: int
) -> tuple[AgencyInvolvement, PlanRelease]:
    """Return an agency's part, and the plan as it was shared last, where it still is."""
    part = agency_part_or_404(user, reference, pk)
    released = PlanRelease.objects.standing().filter(review=part.review).first()
    if released is None:
        raise Http404
    return part, released
