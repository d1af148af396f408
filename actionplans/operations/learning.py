"""Word what is to be learnt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from actionplans.models import Finding, LearningPoint
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.rules import thread as rules
from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class LearningWords:
    """
    repeats: the earlier learning it repeats; empty where it is new.
    no_recommendation_because: considered, and none made, because.
    agency: the one it is for; none where it is for several.
    """

    text: str
    theme: str = ""
    repeats: str = ""
    no_recommendation_because: str = ""
    agency: AgencyInvolvement | None = None


@transaction.atomic
def add_learning_point(
    *,
    review: Review,
    said: LearningWords,
    findings: Sequence[Finding] = (),
    by: Actor,
    at: datetime,
) -> LearningPoint:
    """
    Add a learning point, under the next number.

    Raises Refused without the right, or for findings or an agency of another review.
    """
    rules.check_can_write(by, review)
    rules.check_same_review(review, findings)
    rules.check_agency(review, said.agency, field="agency")
    review = hold(review)
    point = LearningPoint.objects.create(
        review=review,
        number=next_number(LearningPoint.objects.filter(review=review)),
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(said),
    )
    point.findings.set(findings)
    record("learning.added", point, by=by, at=at)
    return point


@transaction.atomic
def change_learning_point(
    *,
    point: LearningPoint,
    said: LearningWords,
    findings: Sequence[Finding] = (),
    number: int | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Word it differently, or let it stand elsewhere. Raises Refused as adding one does."""
    rules.check_can_write(by, point.review)
    rules.check_same_review(point.review, findings)
    rules.check_agency(point.review, said.agency, field="agency")
    hold(point.review)
    for name, value in vars(said).items():
        setattr(point, name, value)
    point.save(update_fields=list(vars(said)))
    point.findings.set(findings)
    place(point, LearningPoint.objects.filter(review=point.review), number)
    record("learning.changed", point, by=by, at=at)


@transaction.atomic
def remove_learning_point(*, point: LearningPoint, by: Actor, at: datetime) -> None:
    """Remove it. Raises Refused without the right, or while a recommendation rests on it."""
    rules.check_can_write(by, point.review)
    hold(point.review)
    rules.check_learning_point_is_free(point)
    record("learning.removed", point, by=by, at=at)
    point.delete()
    close_gap(LearningPoint.objects.filter(review=point.review))


def record(event: str, point: LearningPoint, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=point.review.reference,
        learning_point_id=point.pk,
        number=point.number,
    )
