"""Move a review between stages: the only writer of `Review.stage`."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from pages.parts import Blocker
from reviews import access, gates, rules
from reviews.access import Permission, Refused
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.models import GateWaiver, Review, StageMove
from reviews.state_machine import Transition, TransitionRefused


@transaction.atomic
def move_on(
    *,
    review: Review,
    to: Stage,
    moved_on: date,
    today: date,
    reason: str = "",
    by: Actor,
    at: datetime,
) -> StageMove:
    """
    Move a review to its next stage.

    moved_on: the day it happened, which may be before today.
    reason: why gates that are still closed are passed, or why the day is unusual.

    Raises Refused for a move that the table does not have, that this person may not make, that
    waits on a closed gate without a reason, or for an impossible day.
    """
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    row = find(review, to)
    rules.check_can_move(by, review, row)
    rules.check_possible_on(moved_on, field="moved_on", called="The day", today=today)
    rules.check_after_death(review, moved_on, field="moved_on", called="The day")
    rules.check_reason_for_unusual(review, moved_on, reason, field="reason")
    waits = gates.reasons_to_wait(review, row)
    rules.check_can_pass(by, review, waits, reason)
    move = write(review, row, moved_on=moved_on, reason=reason, by=by, at=at)
    keep_waivers(move, waits, reason)
    return move


@transaction.atomic
def step_back(*, review: Review, reason: str, today: date, by: Actor, at: datetime) -> StageMove:
    """
    Take a review one step back to where it came from, with a reason.

    Raises Refused without the right or a reason, or where nothing was done yet in this system.
    """
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    access.require(by, Permission.STAGE_STEP_BACK, on=review)
    if not reason.strip():
        raise Refused("Say why the review goes one step back", field="reason")
    last = step_to_take_back(review)
    back = StageMove.objects.create(
        review=review,
        from_stage=review.stage,
        to_stage=last.from_stage,
        moved_on=today,
        reason=reason,
        is_step_back=True,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    review.stage = last.from_stage
    review.save(update_fields=["stage"])
    trail.record(
        "review.stepped_back",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        to=last.from_stage,
    )
    return back


def step_to_take_back(review: Review) -> StageMove:
    """
    Return the move that brought the review to its stage, steps back left out of account.

    Raises Refused where it has not moved.
    """
    ahead: list[StageMove] = []
    for move in review.moves.all():
        if move.is_step_back:
            ahead.pop()
        else:
            ahead.append(move)
    if not ahead:
        raise Refused("There is no earlier step to go back to.")
    return ahead[-1]


def find(review: Review, to: str) -> Transition:
    try:
        return LIFECYCLE.find(review.stage, to)
    except TransitionRefused as refusal:
        raise Refused(str(refusal)) from refusal


def write(
    review: Review,
    row: Transition,
    *,
    moved_on: date | None,
    reason: str = "",
    before_this_system: bool = False,
    by: Actor,
    at: datetime,
) -> StageMove:
    """Write one move and the stage it leads to. `opening` writes those of adopted reviews."""
    move = StageMove.objects.create(
        review=review,
        from_stage=row.from_,
        to_stage=row.to,
        moved_on=moved_on,
        reason=reason,
        before_this_system=before_this_system,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    review.stage = row.to
    review.save(update_fields=["stage"])
    trail.record(
        "review.stage_moved",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        to=row.to,
    )
    return move


def keep_waivers(move: StageMove, waits: dict[str, list[Blocker]], reason: str) -> None:
    for gate, said in waits.items():
        GateWaiver.objects.create(
            move=move, gate=gate, said="\n".join(wait.words for wait in said), reason=reason
        )
        trail.record(
            "review.gate_passed",
            by=move.recorded_by,
            at=move.recorded_at,
            review_ref=move.review.reference,
            gate=gate,
        )
