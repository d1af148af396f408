"""Record what the panel makes of the recommendations in agencies' accepted reports."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from actionplans.models import (
    IN_THE_PLAN,
    PanelChoice,
    PanelDisposition,
    Recommendation,
    Scope,
    Source,
)
from actionplans.operations.numbering import hold
from actionplans.operations.recommendations import RecommendationWords, add_recommendation
from actionplans.queries.takeover import points_to_take_over
from actionplans.rules import thread as rules
from agencies.models import Actor, person_behind
from audit import trail
from evidence.models import ImrPoint
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Decided:
    """recommendation: what it is taken into; of what is taken over, nothing: it is made."""

    choice: str
    reason: str
    decided_on: date
    recommendation: Recommendation | None = None


@transaction.atomic
def decide(
    *, review: Review, point: ImrPoint, decided: Decided, today: date, by: Actor, at: datetime
) -> PanelDisposition:
    """
    Record what the panel decided on one recommendation of a report. The last decision stands.

    What is taken over becomes a recommendation to its own agency, unless it is one already.

    Raises Refused without the right, for what is not of an accepted report, on an impossible day,
    without a reason, or without what it is taken into.
    """
    rules.check_can_write(by, review)
    into = decided.recommendation if decided.choice == PanelChoice.TAKEN_INTO else None
    rules.check_disposition(
        review,
        point,
        choice=decided.choice,
        recommendation=into,
        reason=decided.reason,
        decided_on=decided.decided_on,
        today=today,
    )
    review = hold(review)
    if decided.choice == PanelChoice.TAKEN_OVER:
        into = of_its_agency(review, point, by=by, at=at)
    made = PanelDisposition.objects.create(
        review=review,
        point=point,
        root=point.root,
        choice=decided.choice,
        recommendation=into if decided.choice in IN_THE_PLAN else None,
        reason=decided.reason.strip(),
        decided_on=decided.decided_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record(made, by=by, at=at)
    return made


@transaction.atomic
def take_over(
    *, review: Review, reason: str, today: date, by: Actor, at: datetime
) -> list[Recommendation]:
    """
    Take over every recommendation of accepted reports on which nothing is decided.

    Each becomes a recommendation to its own agency. Safe to call twice. Raises Refused without
    the right or without the panel's reason.
    """
    rules.check_can_write(by, review)
    rules.check_reason(reason)
    review = hold(review)
    taken = Decided(choice=PanelChoice.TAKEN_OVER, reason=reason, decided_on=today)
    made = [
        decide(review=review, point=point, decided=taken, today=today, by=by, at=at)
        for point in points_to_take_over(review)
    ]
    return [one.recommendation for one in made if one.recommendation]


def of_its_agency(review: Review, point: ImrPoint, *, by: Actor, at: datetime) -> Recommendation:
    """Return the recommendation that a line was taken over as, which is made where none is."""
    there = Recommendation.objects.filter(review=review, taken_from__root=point.root).first()
    agency = point.version.imr.involvement
    return there or add_recommendation(
        review=review,
        said=RecommendationWords(
            text=point.text,
            source=Source.IMR,
            source_agency=agency,
            scope=Scope.SINGLE_AGENCY,
            addressee=agency,
        ),
        taken_from=point,
        by=by,
        at=at,
    )


def record(made: PanelDisposition, *, by: Actor, at: datetime) -> None:
    trail.record(
        "recommendation.disposed",
        by=person_behind(by),
        at=at,
        review_ref=made.review.reference,
        disposition_id=made.pk,
        choice=made.choice,
        point_id=made.point_id,
    )
