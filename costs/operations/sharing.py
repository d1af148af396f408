"""Record who shares the cost of a review, and what was asked and received for it."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from agencies.models import Actor, Agency, person_behind
from costs import rules
from costs.models import Claim, Share
from costs.operations.recording import locked, record
from reviews.models import Review


@transaction.atomic
def add_share(
    *,
    review: Review,
    agency: Agency,
    amount: Decimal | None = None,
    per_cent: Decimal | None = None,
    agreed_on: date | None = None,
    agreed_by: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Share:
    """
    Record what a body contributes; without a day of agreement it is proposed.

    Raises Refused without the right, for a body that has a share already, or figures and days
    that cannot be meant.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_write(by, review)
    rules.check_shares_once(review, agency)
    rules.check_amount_or_per_cent(amount, per_cent)
    if amount is not None:
        rules.check_amount(amount)
    rules.check_agreement(agreed_on, agreed_by)
    rules.check_day(agreed_on, field="agreed_on", called="The agreement", today=today)
    made = Share.objects.create(
        review=review,
        agency=agency,
        amount=amount,
        per_cent=per_cent,
        agreed_on=agreed_on,
        agreed_by=agreed_by,
        agreement_noted_at=at if agreed_on else None,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("cost.share_recorded", made, by=by, at=at)
    return made


@transaction.atomic
def agree_share(
    *, share: Share, agreed_on: date, agreed_by: str, today: date, by: Actor, at: datetime
) -> Share:
    """Record that a share that was proposed is agreed. Raises Refused likewise."""
    share = locked(share)
    rules.check_can_write(by, share.review)
    rules.check_not_agreed(share)
    rules.check_day(agreed_on, field="agreed_on", called="The agreement", today=today)
    share.agreed_on, share.agreed_by, share.agreement_noted_at = agreed_on, agreed_by, at
    share.save(update_fields=["agreed_on", "agreed_by", "agreement_noted_at"])
    record("cost.share_agreed", share, by=by, at=at)
    return share


@transaction.atomic
def send_claim(
    *,
    share: Share,
    number: str,
    amount: Decimal,
    sent_on: date,
    today: date,
    by: Actor,
    at: datetime,
) -> Claim:
    """Record an invoice that was sent to a body for its share. Raises Refused likewise."""
    share = locked(share)
    rules.check_can_write(by, share.review)
    rules.check_can_claim(share, number)
    rules.check_amount(amount)
    rules.check_day(sent_on, field="sent_on", called="The day it was sent", today=today)
    made = Claim.objects.create(
        review=share.review,
        share=share,
        number=number,
        amount=amount,
        sent_on=sent_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("cost.claim_sent", made, by=by, at=at)
    return made


@transaction.atomic
def receive_claim(
    *, claim: Claim, received_on: date, today: date, by: Actor, at: datetime
) -> Claim:
    """Record that the money for a share came. Raises Refused likewise."""
    claim = locked(claim)
    rules.check_can_write(by, claim.review)
    rules.check_not_received(claim)
    rules.check_day(received_on, field="received_on", called="The day it came", today=today)
    claim.received_on = received_on
    claim.save(update_fields=["received_on"])
    record("cost.claim_received", claim, by=by, at=at)
    return claim
