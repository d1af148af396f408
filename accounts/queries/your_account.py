"""A person's own second factors and sessions, as their page shows them."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.http import Http404

from accounts import factors, rules
from accounts.models import Session
from agencies.models import User


@dataclass(frozen=True)
class Factor:
    pk: int
    name: str
    added_at: datetime
    used_at: datetime | None
    may_go: bool  # not the last one, but of somebody invented


@dataclass(frozen=True)
class Place:
    """A browser in which somebody is signed in."""

    device: str
    signed_in_at: datetime | None
    used_at: datetime
    is_here: bool


def factors_of(user: User) -> list[Factor]:
    rows = list(factors.of(user))
    may_go = len(rows) > 1 or rules.is_invented(user)
    return [
        Factor(
            pk=row.pk,
            name=name_of(row),
            added_at=row.created_at,
            used_at=row.last_used_at,
            may_go=may_go,
        )
        for row in rows
    ]


def name_of(row: Authenticator) -> str:
    return "Authenticator" if row.type == Authenticator.Type.TOTP else str(row.data["name"])


def factor_or_404(user: User, factor_id: int) -> Authenticator:
    """Return one of a person's own factors. Raises Http404 for anybody else's."""
    row = factors.of(user).filter(pk=factor_id).first()
    if row is None:
        raise Http404
    return row


def sessions_of(user: User, *, here: str, at: datetime) -> list[Place]:
    """Return where somebody is signed in, the browser before them first."""
    rows = Session.objects.filter(user=user, expire_date__gt=at)
    places = [
        Place(
            device=row.device or "A browser",
            signed_in_at=row.signed_in_at,
            used_at=at if row.session_key == here else row.last_used_at,
            is_here=row.session_key == here,
        )
        for row in rows
    ]
    return sorted(places, key=lambda place: not place.is_here)
