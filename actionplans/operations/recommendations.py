"""Word recommendations, take them over from agencies' reports, and record the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.models import AddresseeAnswer, LearningPoint, Recommendation, Scope, Source
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.queries.takeover import points_to_take_over
from actionplans.rules import thread as rules
from actionplans.rules.plan import check_can_plan
from agencies.models import Actor, person_behind
from audit import trail
from evidence.models import ImrPoint
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class RecommendationWords:
    """The addressee is an agency of the review, or another body in words."""

    text: str
    source: str = Source.PANEL
    scope: str = Scope.LOCAL
    addressee: AgencyInvolvement | None = None
    addressee_words: str = ""
    department: str = ""


@transaction.atomic
def add_recommendation(
    *,
    review: Review,
    said: RecommendationWords,
    learning_points: Sequence[LearningPoint] = (),
    taken_from: ImrPoint | None = None,
    by: Actor,
    at: datetime,
) -> Recommendation:
    """
    Add a recommendation, under the next number.

    taken_from: the line of an accepted report that it is taken over from.

    Raises Refused without the right, without one addressee, or for learning of another review.
    """
    check_words(review, said, learning_points, by=by)
    if taken_from:
        rules.check_point(review, taken_from)
    review = hold(review)
    one = Recommendation.objects.create(
        review=review,
        number=next_number(Recommendation.objects.filter(review=review)),
        taken_from=taken_from,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(said),
    )
    one.learning_points.set(learning_points)
    record("recommendation.added", one, by=by, at=at)
    return one


@transaction.atomic
def take_over(*, review: Review, by: Actor, at: datetime) -> list[Recommendation]:
    """
    Take over every recommendation of accepted reports that was not taken over before.

    Each becomes a recommendation to its own agency. Safe to call twice. Raises Refused without
    the right.
    """
    rules.check_can_write(by, review)
    review = hold(review)
    return [
        add_recommendation(
            review=review,
            said=RecommendationWords(
                text=point.text,
                source=Source.IMR,
                scope=Scope.SINGLE_AGENCY,
                addressee=point.version.imr.involvement,
            ),
            taken_from=point,
            by=by,
            at=at,
        )
        for point in points_to_take_over(review)
    ]


@transaction.atomic
def change_recommendation(
    *,
    one: Recommendation,
    said: RecommendationWords,
    learning_points: Sequence[LearningPoint] = (),
    number: int | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Word it differently, or let it stand elsewhere. Raises Refused as adding one does."""
    check_words(one.review, said, learning_points, by=by)
    hold(one.review)
    for name, value in vars(said).items():
        setattr(one, name, value)
    one.save(update_fields=list(vars(said)))
    one.learning_points.set(learning_points)
    place(one, Recommendation.objects.filter(review=one.review), number)
    record("recommendation.changed", one, by=by, at=at)


@transaction.atomic
def remove_recommendation(*, one: Recommendation, by: Actor, at: datetime) -> None:
    """Remove it. Raises Refused without the right, or once it has an answer or an action."""
    rules.check_can_write(by, one.review)
    hold(one.review)
    rules.check_recommendation_is_free(one)
    record("recommendation.removed", one, by=by, at=at)
    one.delete()
    close_gap(Recommendation.objects.filter(review=one.review))


@transaction.atomic
def record_answer(
    *,
    one: Recommendation,
    kind: str,
    answered_on: date,
    reason: str = "",
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> AddresseeAnswer:
    """
    Record what the addressee answered, or that no reply came. The last answer stands.

    provenance: the fields of `documents.models.Provenance`; empty where no reply came.

    Raises Refused without the right, for an impossible day, or without the reason asked for.
    """
    check_can_plan(by, one.review)
    rules.check_answer(one, kind=kind, answered_on=answered_on, reason=reason, today=today)
    answer = AddresseeAnswer.objects.create(
        recommendation=one,
        kind=kind,
        answered_on=answered_on,
        reason=reason.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    record("recommendation.answered", one, by=by, at=at)
    return answer


def check_words(
    review: Review,
    said: RecommendationWords,
    learning_points: Sequence[LearningPoint],
    *,
    by: Actor,
) -> None:
    rules.check_can_write(by, review)
    rules.check_same_review(review, learning_points)
    rules.check_addressee(review, addressee=said.addressee, words=said.addressee_words)


def record(event: str, one: Recommendation, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=one.review.reference,
        recommendation_id=one.pk,
        number=one.number,
    )
