"""Who of an agency works on which reviews: references and parts, and nothing else of a review."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from agencies.models import User
from reviews.access import ADMITTED_BY_LEADS
from reviews.models import Membership
from stewards.access import Led, may_renew_factor


@dataclass(frozen=True)
class Part:
    """One part of a colleague. Whether it is held is for the officer: that tells of the case."""

    membership: Membership
    may_end: bool


@dataclass(frozen=True)
class Colleague:
    """Somebody of the agency, with the parts they have now."""

    user: User
    is_reader: bool
    may_renew: bool
    parts: list[Part] = field(default_factory=list)


def people_of(led: Led, reader: User, *, today: date) -> list[Colleague]:
    """Return who has a part for this agency today, by name."""
    rows = (
        Membership.objects.admitted(today)
        .filter(involvement__in=led.parts())
        .select_related("user", "review", "involvement")
        .order_by("user__full_name", "user__pk", "review__reference", "role")
    )
    grouped: dict[User, list[Part]] = defaultdict(list)
    for row in rows:
        grouped[row.user].append(Part(row, may_end=row.role in ADMITTED_BY_LEADS))
    return [
        Colleague(user, user == reader, may_renew_factor(reader, user, today=today), parts)
        for user, parts in grouped.items()
    ]


def who_left(led: Led, *, today: date) -> list[Membership]:
    """Return the parts of this agency's people that have ended, latest first."""
    ended = Membership.objects.ended(today).filter(involvement__in=led.every_part())
    return list(ended.select_related("user", "review").order_by("-removed_at", "-until_on", "-pk"))
