"""Record what was lent to the chair, and that it went back or was destroyed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from privacy.row_locks import lifted
from proceedings import rules
from proceedings.models import Loan
from proceedings.operations.recording import hold_numbers, record
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Lent:
    """What was lent, by whom and when; who may see it; what happens to it, and by when."""

    what: str
    owner: str
    lent_on: date
    may_see: str
    ending: str
    due_on: date
    conditions: str = ""


@transaction.atomic
def record_loan(*, review: Review, lent: Lent, today: date, by: Actor, at: datetime) -> Loan:
    """
    Record material that was lent, under the next number.

    Raises Refused without the right, to somebody who may not see it, or for impossible days.
    """
    _check(review, lent, today=today, by=by)
    hold_numbers(review)
    with lifted():  # some loans are not shown to whoever records this one, and have numbers too
        last = review.loans.aggregate(number=Max("number"))["number"] or 0
    loan = Loan.objects.create(
        review=review,
        number=last + 1,
        **vars(lent),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("loan.recorded", review, by=by, at=at, loan=loan.number)
    return loan


@transaction.atomic
def change_loan(*, loan: Loan, lent: Lent, today: date, by: Actor, at: datetime) -> Loan:
    """Mend what was recorded, or agree a later day with the owner. Raises Refused likewise."""
    _check(loan.review, lent, today=today, by=by)
    for name, value in vars(lent).items():
        setattr(loan, name, value)
    loan.save(update_fields=list(vars(lent)))
    record("loan.changed", loan.review, by=by, at=at, loan=loan.number)
    return loan


@transaction.atomic
def end_loan(
    *,
    loan: Loan,
    ended_on: date,
    ended_as: str,
    ended_note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Loan:
    """
    Record that it was returned or destroyed. This is possible after the review ended, too.

    Raises Refused without the right, a second time, or for an impossible day.
    """
    rules.check_can_end_loan(by, loan)
    loan = Loan.objects.select_for_update(of=("self",)).get(pk=loan.pk)
    rules.check_day(ended_on, field="ended_on", called="The day", today=today)
    rules.check_out(loan, ended_on)
    loan.ended_on, loan.ended_as, loan.ended_note = ended_on, ended_as, ended_note
    loan.save(update_fields=["ended_on", "ended_as", "ended_note"])
    record("loan.ended", loan.review, by=by, at=at, loan=loan.number)
    return loan


def _check(review: Review, lent: Lent, *, today: date, by: Actor) -> None:
    rules.check_can_lend(by, review, lent.may_see)
    rules.check_day(lent.lent_on, field="lent_on", called="The loan", today=today)
    rules.check_due(lent.due_on, lent_on=lent.lent_on)
