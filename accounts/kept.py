"""
What somebody typed when their session had ended: kept, sealed, until they have signed in again.

Only the same person gets it back. Files are not kept, and no field that holds a secret.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from accounts.sessions import SessionStore
from agencies.models import User
from privacy.seal import seal, unseal

KEY = "kept"
LONGEST = 500_000  # characters; the longest section of a report is a tenth of it
NOT_KEPT = ("csrfmiddlewaretoken", "password", "code")


@dataclass(frozen=True)
class Typed:
    path: str
    fields: list[tuple[str, str]]
    had_files: bool

    @property
    def words(self) -> list[str]:
        """What was written in sentences, to be seen and copied."""
        return [value for _, value in self.fields if " " in value.strip()]


def keep(request: HttpRequest) -> None:
    """Keep what a form sent, where its sender's session ran out."""
    session = request.session
    ended = session.ended if isinstance(session, SessionStore) else None
    if ended is None or ended.user_id is None:
        return
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        if not any(secret in name for secret in NOT_KEPT)
        for value in values
    ]
    words = json.dumps(
        {
            "user": ended.user_id,
            "path": request.get_full_path(),
            "fields": fields,
            "had_files": bool(request.FILES),
        }
    )
    if len(words) <= LONGEST:
        session[KEY] = seal(words)


def of(request: HttpRequest, user: User) -> Typed | None:
    """Return what this person had typed."""
    words = request.session.get(KEY)
    if words is None:
        return None
    typed: dict[str, Any] = json.loads(unseal(words))
    if typed.pop("user") != user.pk:
        return None
    return Typed(**{**typed, "fields": [(name, value) for name, value in typed["fields"]]})


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
