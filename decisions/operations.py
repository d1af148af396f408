"""Enter decisions in the register of a review, word them better, take them back."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from decisions import rules
from decisions.models import RegisterEntry
from decisions.rules import Decided
from privacy.row_locks import lifted
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def record_decision(
    *, review: Review, decided: Decided, today: date, by: Actor, at: datetime
) -> RegisterEntry:
    """
    Enter a decision under the next number.

    Raises Refused without the right, for an impossible day, or a forum that is not said.
    """
    rules.check_can_write(by, review, side=decided.side)
    rules.check_decided(review, decided, today=today)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    with lifted():  # numbers go on past entries that the writer may not read
        last = RegisterEntry.objects.filter(review=review).aggregate(Max("number"))["number__max"]
    return keep(review, (last or 0) + 1, decided, "register.recorded", by=by, at=at)


@transaction.atomic
def word_decision(
    *, entry: RegisterEntry, decided: Decided, today: date, by: Actor, at: datetime
) -> RegisterEntry:
    """
    Put a decision in other words, or say where it prints. It stays on its side of the door.

    Raises Refused as `record_decision`, or where it does not stand any more.
    """
    review = entry.review
    rules.check_can_write(by, review, side=entry.side)
    rules.check_decided(review, decided, today=today)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_stands(entry)
    decided = replace(decided, side=entry.side)
    return keep(review, entry.number, decided, "register.worded", by=by, at=at)


@transaction.atomic
def take_back(*, entry: RegisterEntry, because: str, by: Actor, at: datetime) -> None:
    """Take a decision out of the register. Raises Refused without the right or a reason."""
    review = entry.review
    rules.check_can_write(by, review, side=entry.side)
    if not because.strip():
        raise Refused("Say why it is taken back", field="because")
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_stands(entry)
    words = Decided(**{name: getattr(entry, name) for name in Decided.__dataclass_fields__})
    keep(review, entry.number, words, "register.taken_back", by=by, at=at, because=because.strip())


def keep(
    review: Review,
    number: int,
    decided: Decided,
    event: str,
    *,
    because: str = "",
    by: Actor,
    at: datetime,
) -> RegisterEntry:
    entry = RegisterEntry.objects.create(
        review=review,
        number=number,
        taken_back_because=because,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(decided),
    )
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, decision=number)
    return entry
