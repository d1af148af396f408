"""Say what stands at the head of a partnership's letters."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.access import Refused, holds_post
from agencies.models import (
    Actor,
    CommunitySafetyPartnership,
    Letterhead,
    PostKind,
    person_behind,
)
from audit import trail
from documents.models import Document
from letters import rules

WRITES_LETTERHEAD = (PostKind.OFFICER, PostKind.ADMINISTRATOR)


@dataclass(frozen=True, kw_only=True)
class Said:
    address: str = ""
    telephone: str = ""
    email: str = ""
    signed_by: str = ""
    signed_by_post: str = ""


@transaction.atomic
def set_letterhead(
    *,
    partnership: CommunitySafetyPartnership,
    said: Said,
    logo: Document | None,
    drop_logo: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Letterhead:
    """
    Set the letterhead. Letters that were made before keep theirs.

    logo: None leaves the one that is there, unless `drop_logo` takes it away.

    Raises Refused for whoever holds no post for it, or for a picture that is too large.
    """
    if not any(holds_post(by, partnership, kind, today=today) for kind in WRITES_LETTERHEAD):
        raise Refused("Only a CSP officer or administrator sets the letterhead.")
    if logo:
        rules.check_logo(logo.size)
    changed = vars(said) | ({"logo": logo} if logo or drop_logo else {})
    head, _ = Letterhead.objects.update_or_create(partnership=partnership, defaults=changed)
    trail.record(
        "partnership.letterhead_set", by=person_behind(by), at=at, partnership_id=partnership.pk
    )
    return head
