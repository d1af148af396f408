"""Ask agencies for their six-month returns."""

from datetime import date, datetime

from django.db import transaction

from actionplans.models import Action
from audit import trail
from audit.models import ActorKind
from outcomes.models import ReturnLine, SixMonthReturn
from outcomes.queries.asking import Asked, actions_to_ask_about, parts_to_ask
from reviews.models import AgencyInvolvement


def ask_for_returns(*, today: date, at: datetime) -> int:
    """Ask every agency that is due to be asked; return how many. Safe to run twice, or at once."""
    return sum(ask(asked, at=at) for asked in list(parts_to_ask(today)))


@transaction.atomic
def ask(asked: Asked, *, at: datetime) -> bool:
    """Write a return with the words of its actions as they stand; False where it is there."""
    part, period = asked.part, asked.period
    AgencyInvolvement.objects.select_for_update(of=("self",), no_key=True).get(pk=part.pk)
    there = SixMonthReturn.objects.filter(involvement=part)
    if there.filter(due_on__gte=period.due_on).exists():
        return False
    made = SixMonthReturn.objects.create(
        involvement=part,
        number=there.count() + 1,
        from_on=period.from_on,
        due_on=period.due_on,
        recorded_at=at,
    )
    actions = actions_to_ask_about(part, period)
    ReturnLine.objects.bulk_create(
        line_of(made, action, place) for place, action in enumerate(actions, 1)
    )
    trail.record(
        "return.asked",
        by=ActorKind.WORKER,
        at=at,
        review_ref=part.review.reference,
        return_id=made.pk,
        involvement_id=part.pk,
    )
    return True


def line_of(made: SixMonthReturn, action: Action, place: int) -> ReturnLine:
    said = action.said_last
    return ReturnLine(
        six_month_return=made,
        action=action,
        place=place,
        numbers=f"{action.recommendation.number}.{action.number}",
        recommendation=action.recommendation.text,
        text=action.text,
        outcome_measure=action.outcome_measure,
        owner=action.owner,
        target_on=action.target_on,
        status=action.status,
        said_on=said.on if said else None,
        said=said.words if said else "",
    )
