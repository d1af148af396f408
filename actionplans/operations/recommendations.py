"""Word recommendations, take them over from agencies' reports, and record the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.models import AddresseeAnswer, LearningPoint, Recommendation, Scope, Source
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.rules import signed_off
from actionplans.rules import thread as rules
from actionplans.rules.plan import check_can_plan
from agencies.models import Actor, PublicBody, person_behind
from agencies.queries import bodies
from audit import trail
from audit.models import ActorKind
from evidence.models import ImrPoint
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class RecommendationWords:
    """
    The addressee is an agency of the review, or another body: in words, or of the directory.

    Words that name a body of the directory mean it; of one chosen there, its name are the words.

    source_agency: the agency that asked for it first, which may be another one.
    """

    text: str
    source: str = Source.PANEL
    source_agency: AgencyInvolvement | None = None
    scope: str = Scope.LOCAL
    addressee: AgencyInvolvement | None = None
    addressee_words: str = ""
    department: str = ""
    public_body: PublicBody | None = None

    def settled(self, review: Review) -> "RecommendationWords":
        """Return the same with words and body of the directory agreeing."""
        if self.addressee or not (self.public_body or self.addressee_words):
            return self
        if self.public_body:
            return replace(self, addressee_words=self.addressee_words or self.public_body.name)
        known = bodies.named(self.addressee_words, partnership=review.partnership_id)
        return replace(self, public_body=known)


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

    Raises Refused without the right, without one addressee, for learning of another review, or
    where the review says the same to the same addressee already.
    """
    said = said.settled(review)
    check_words(review, said, learning_points, by=by)
    if taken_from:
        rules.check_point(review, taken_from)
    review = hold(review)
    if not taken_from:  # an agency may ask for the same twice: each line has its own row
        rules.check_is_new(
            review, text=said.text, addressee=said.addressee, words=said.addressee_words
        )
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
def change_recommendation(
    *,
    one: Recommendation,
    said: RecommendationWords,
    learning_points: Sequence[LearningPoint] = (),
    number: int | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """
    Word it differently, or let it stand elsewhere.

    Raises Refused as adding one does, and for another number once the plan is signed off.
    """
    said = said.settled(one.review)
    check_words(one.review, said, learning_points, by=by)
    signed_off.check_number_stands(hold(one.review), one, number)
    for name, value in vars(said).items():
        setattr(one, name, value)
    one.save(update_fields=list(vars(said)))
    one.learning_points.set(learning_points)
    place(one, Recommendation.objects.filter(review=one.review), number)
    record("recommendation.changed", one, by=by, at=at)


@transaction.atomic
def remove_recommendation(*, one: Recommendation, by: Actor, at: datetime) -> None:
    """
    Remove it.

    Raises Refused without the right, once the plan is signed off, or once it has an answer or an
    action.
    """
    rules.check_can_write(by, one.review)
    signed_off.check_recommendation_may_go(hold(one.review))
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
    return keep_answer(
        one=one,
        kind=kind,
        answered_on=answered_on,
        reason=reason,
        provenance=provenance,
        by=by,
        at=at,
    )


def keep_answer(
    *,
    one: Recommendation,
    kind: str,
    answered_on: date,
    reason: str,
    to_words: str = "",
    provenance: Mapping[str, Any],
    by: Actor | None,
    at: datetime,
) -> AddresseeAnswer:
    """
    Add an answer. The caller has asked access, and whether it can be so.

    to_words: what the addressee was sent, where it answers those very words. by: None where they
    answered themselves, by a link.
    """
    answer = AddresseeAnswer.objects.create(
        recommendation=one,
        kind=kind,
        answered_on=answered_on,
        reason=reason.strip(),
        to_words=to_words,
        recorded_at=at,
        recorded_by=person_behind(by) if by else None,
        **provenance,
    )
    trail.record(
        "recommendation.answered",
        by=person_behind(by) if by else ActorKind.SIGNED_OUT,
        at=at,
        review_ref=one.review.reference,
        recommendation_id=one.pk,
        number=one.number,
    )
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
    rules.check_agency(review, said.source_agency, field="source_agency")
    rules.check_addressee(review, addressee=said.addressee, words=said.addressee_words)
    rules.check_public_body(
        review, said.public_body, addressee=said.addressee, words=said.addressee_words
    )


def record(event: str, one: Recommendation, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=one.review.reference,
        recommendation_id=one.pk,
        number=one.number,
    )
