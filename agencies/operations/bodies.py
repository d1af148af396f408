"""Keep the directory of bodies that recommendations go to, and where one writes to them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies import access
from agencies.models import (
    Actor,
    BodyAddress,
    CommunitySafetyPartnership,
    PublicBody,
    person_behind,
)
from agencies.rules import (
    check_body_is_not_within_itself,
    check_body_name_is_free,
    check_can_retire,
)
from audit import trail


@dataclass(frozen=True, kw_only=True)
class BodyEntry:
    """What the directory says of a body that recommendations go to."""

    name: str
    kind: str
    region: str
    short_name: str = ""
    part_of: PublicBody | None = None
    decides: str = ""
    topics: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Letterbox:
    """Where a partnership writes to a body."""

    for_the_attention_of: str = ""
    email: str = ""
    address: str = ""
    note: str = ""


@transaction.atomic
def add_body(
    *,
    entry: BodyEntry,
    partnership: CommunitySafetyPartnership | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> PublicBody:
    """
    Add a body, for every partnership or for one alone.

    Raises Refused for somebody who keeps no directory, for a partnership that is not theirs, or a
    name that is there already.
    """
    access.require_keeper_of(partnership, by, today=today)
    check_body_name_is_free(entry.name, partnership=partnership)
    body = PublicBody.objects.create(partnership=partnership, changed_at=at, **vars(entry))
    record("body.listed", body, by=by, at=at)
    return body


@transaction.atomic
def change_body(
    *, body: PublicBody, entry: BodyEntry, today: date, by: Actor, at: datetime
) -> None:
    """Correct what is known of a body. Raises Refused as above, or for a body within itself."""
    access.require_keeper_of(body.partnership, by, today=today)
    check_body_name_is_free(entry.name, partnership=body.partnership, of=body)
    check_body_is_not_within_itself(body, entry.part_of)
    for name, value in vars(entry).items():
        setattr(body, name, value)
    body.changed_at = at
    body.save()
    record("body.changed", body, by=by, at=at)


@transaction.atomic
def retire_body(
    *,
    body: PublicBody,
    retired_on: date,
    successor: PublicBody | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Say that a body is gone, and which one has its work now. What was sent to it stays.

    Raises Refused without the right, for a day to come, or for a successor that is gone itself.
    """
    access.require_keeper_of(body.partnership, by, today=today)
    check_can_retire(body, retired_on=retired_on, successor=successor, today=today)
    body.retired_on, body.successor, body.changed_at = retired_on, successor, at
    body.save()
    record("body.retired", body, by=by, at=at)


@transaction.atomic
def bring_back(*, body: PublicBody, today: date, by: Actor, at: datetime) -> None:
    """Let a retired body stand again. Raises Refused without the right."""
    access.require_keeper_of(body.partnership, by, today=today)
    body.retired_on, body.successor, body.changed_at = None, None, at
    body.save()
    record("body.brought_back", body, by=by, at=at)


@transaction.atomic
def keep_address(
    *,
    body: PublicBody,
    partnership: CommunitySafetyPartnership,
    box: Letterbox,
    today: date,
    by: Actor,
    at: datetime,
) -> BodyAddress:
    """Note where this partnership writes to a body. Raises Refused for anybody but its officer."""
    access.require_keeper_of(partnership, by, today=today)
    row, _ = BodyAddress.objects.update_or_create(
        body=body, partnership=partnership, defaults={**vars(box), "checked_on": today}
    )
    record("body.address_kept", body, by=by, at=at)
    return row


def record(event: str, body: PublicBody, *, by: Actor, at: datetime) -> None:
    trail.record(event, by=person_behind(by), at=at, body_id=body.pk)
