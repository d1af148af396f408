"""Let somebody who lost their second factor set up a new one, after a call back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.operations.factors import forget_factors
from agencies.models import User
from audit import trail
from reminders.operations.feeds import stop_feed
from reviews.access import Refused
from stewards import access
from stewards.models import CallBack


@dataclass(frozen=True, kw_only=True)
class Call:
    """What was said and done on the telephone."""

    asked_by: str
    number: str
    number_known_from: str
    identity_checked: str
    called_on: date


@transaction.atomic
def renew_second_factor(*, user: User, call: Call, today: date, by: User, at: datetime) -> CallBack:
    """
    Forget somebody's second factor, sign them out everywhere, stop the address of their calendar,
    and send them the link to begin anew.

    Raises Refused for oneself, for whoever does not answer for this person, and for a call in the
    future.
    """
    access.require_renews_factor(by, user, today=today)
    if call.called_on > today:
        raise Refused("The call must have been today or earlier", field="called_on")
    made = CallBack.objects.create(user=user, recorded_at=at, recorded_by=by, **vars(call))
    trail.record("account.called_back", by=by, at=at, user_id=user.pk, call_back_id=made.pk)
    forget_factors(user, by=by, at=at)
    stop_feed(user=user, by=by, at=at)
    return made
