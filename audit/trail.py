"""Say what happened: the one door to the audit trail."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

from audit import origin
from audit.events import EVENTS
from audit.models import ActorKind, AuditEvent

if TYPE_CHECKING:
    from agencies.models import User

# A code, a reference, a hash: never a name, a sentence or an email address.
VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+-]{0,79}")


def record(
    event: str,
    *,
    by: "User | ActorKind | None",
    at: datetime,
    review_ref: str = "",
    **ids: int | str,
) -> AuditEvent:
    """
    Add one event to the trail, in the caller's transaction: both stand or neither.

    event: a key of EVENTS.
    by: the person, or which of those who act without an account; None is the command line.
    at: when it happened; the database adds when it was recorded.
    ids: what it happened to, as numbers, codes or hashes. Never words from a review.

    Where it came from is added from the request that is being answered, if one is.

    Raises ValueError for an unknown event or an id that could hold words.
    """
    if event not in EVENTS:
        raise ValueError(f"Add {event!r} to audit.events.EVENTS.")
    for name, value in ids.items():
        if isinstance(value, str) and not VALUE.fullmatch(value):
            raise ValueError(f"The trail takes numbers, codes and hashes; {name} is none of them.")
    nobody = by if isinstance(by, ActorKind) else ActorKind.COMMAND_LINE
    person = None if by is None or isinstance(by, ActorKind) else by.pk
    here = origin.current() or origin.Origin(request_id="")
    here.recorded.add(event)
    for follower in followers():
        follower(event, review_ref)
    return AuditEvent.objects.create(
        event=event,
        at=at,
        actor_kind=ActorKind.PERSON if person else nobody,
        actor_id=person,
        review_ref=review_ref,
        subjects=ids,
        address=here.address,
        browser=here.browser,
        request_id=here.request_id,
    )


@cache
def followers() -> list[Callable[[str, str], None]]:
    """Return what is told of every event and of which review it is: see TRAIL_FOLLOWERS."""
    return [import_string(path) for path in settings.TRAIL_FOLLOWERS]
