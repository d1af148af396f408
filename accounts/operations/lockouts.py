"""Lift a lock-out."""

from datetime import datetime

from axes.utils import reset
from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail


@transaction.atomic
def unlock(user: User, *, by: Actor, at: datetime) -> None:
    """Let somebody try again who was locked out. The caller has asked whether `by` may."""
    reset(username=user.email)
    trail.record("account.unlocked", by=person_behind(by), at=at, user_id=user.pk)
