"""End sessions: from the next request on, the browser is signed out."""

from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import Session
from agencies.models import Actor, User, person_behind
from audit import trail

KEPT_AFTER_THE_END = timedelta(days=1)  # long enough to find what somebody was writing


@transaction.atomic
def end_sessions(user: User, *, by: Actor, at: datetime, but: str | None = None) -> int:
    """
    Sign somebody out everywhere, and return in how many browsers that was.

    but: the key of the one session that stays, where a person does this for themselves.

    The caller has asked whether `by` may.
    """
    ended, _ = Session.objects.filter(user=user).exclude(session_key=but or "").delete()
    trail.record(
        "account.sessions_ended", by=person_behind(by), at=at, user_id=user.pk, sessions=ended
    )
    return ended


def forget_ended_sessions(*, at: datetime) -> None:
    """Remove the rows of sessions whose time ran out a day ago. Safe to run twice."""
    Session.objects.filter(expire_date__lt=at - KEPT_AFTER_THE_END).delete()
