"""
Sessions, kept in a table that says whose each is: it can be listed, and ended from elsewhere.

A session ends when it was not used for an hour, and twelve hours after sign-in in any case
(`SESSION_IDLE`, `SESSION_COOKIE_AGE`).
"""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

from accounts.models import Session

SIGNED_IN_AT = "signed_in_at"
DEVICE = "device"
NOTED_EVERY = timedelta(minutes=1)


class SessionStore(db.SessionStore):
    """What Django calls for, as SESSION_ENGINE."""

    row: Session | None = None
    ended: Session | None = None  # the one of this cookie, where its time has run out

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        key = self.session_key
        self.row = super()._get_session_from_db()  # type: ignore[misc]
        if self.row is None:
            self.ended = Session.objects.filter(session_key=key).first()
        return self.row

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        now = timezone.now()
        if SESSION_KEY in data:
            data.setdefault(SIGNED_IN_AT, now.timestamp())
        row = cast(Session, super().create_model_instance(data))
        row.user_id = data.get(SESSION_KEY)
        row.device = data.get(DEVICE, "")
        row.signed_in_at = signed_in_at(data) if row.user_id else None
        row.last_used_at = now
        row.expire_date = expires_at(row)
        return row

    def note_use(self, *, at: datetime) -> None:
        """Note that the session is in use; once a minute is exact enough."""
        row = self.row
        if row and at - row.last_used_at >= NOTED_EVERY:
            row.last_used_at = at
            Session.objects.filter(pk=row.pk).update(last_used_at=at, expire_date=expires_at(row))


def signed_in_at(data: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(data[SIGNED_IN_AT], tz=UTC)


def expires_at(row: Session) -> datetime:
    idle: datetime = row.last_used_at + settings.SESSION_IDLE
    if row.signed_in_at is None:
        return idle
    return min(idle, row.signed_in_at + timedelta(seconds=settings.SESSION_COOKIE_AGE))
