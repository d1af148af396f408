"""Record what was agreed that a review may cost: the budget, and fees."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from agencies.models import Actor, person_behind
from costs import rules
from costs.models import Budget, Fee
from costs.operations.recording import record
from reviews.models import Review


@transaction.atomic
def agree_budget(
    *,
    review: Review,
    amount: Decimal,
    agreed_on: date,
    agreed_by: str,
    note: str = "",
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Budget:
    """
    Record what a review may cost in all. Earlier budgets stay to be read.

    Raises Refused without the right, for the same budget twice, an amount that cannot be meant,
    an impossible day, or one before the notification without a reason.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_write(by, review)
    rules.check_amount(amount)
    rules.check_day(agreed_on, field="agreed_on", called="The agreement", today=today)
    rules.check_usual_day(review, agreed_on, unusual_reason, called="The agreement")
    rules.check_budget_once(review, amount=amount, agreed_on=agreed_on, agreed_by=agreed_by)
    made = Budget.objects.create(
        review=review,
        amount=amount,
        agreed_on=agreed_on,
        agreed_by=agreed_by,
        note=note,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("cost.budget_agreed", made, by=by, at=at)
    return made


@transaction.atomic
def agree_fee(
    *,
    review: Review,
    kind: str,
    payee: str,
    agreed_on: date,
    agreed_by: str,
    amount: Decimal | None = None,
    day_rate: Decimal | None = None,
    days: Decimal | None = None,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Fee:
    """
    Record what somebody is to be paid: a sum, or a rate for so many days.

    Raises Refused as `agree_budget` does, and where sum and days do not fit together.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_write(by, review)
    whole = rules.amount_of_fee(amount, day_rate, days)
    rules.check_amount(whole)
    rules.check_day(agreed_on, field="agreed_on", called="The agreement", today=today)
    rules.check_usual_day(review, agreed_on, unusual_reason, called="The agreement")
    rules.check_fee_once(review, kind=kind, payee=payee, amount=whole, agreed_on=agreed_on)
    made = Fee.objects.create(
        review=review,
        kind=kind,
        payee=payee,
        amount=whole,
        day_rate=day_rate,
        days=days,
        agreed_on=agreed_on,
        agreed_by=agreed_by,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("cost.fee_agreed", made, by=by, at=at, kind=kind)
    return made
