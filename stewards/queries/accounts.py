"""The accounts of a partnership, as its administrators see them: no review, no case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from accounts.queries.lockouts import locked_out
from agencies.models import AgencyLead, CommunitySafetyPartnership, Post, User
from reviews.models import Membership
from stewards.access import accounts_of

NO_PASSWORD = "!"  # noqa: S105 - how Django marks a password that is not set
STANDINGS = (
    ("invited", "Invited"),
    ("active", "Active"),
    ("locked", "Locked out"),
    ("closed", "Closed"),
)
TONES = {"invited": "soon", "active": "done", "locked": "late", "closed": "plain"}


@dataclass(frozen=True)
class Account:
    """One account in the list."""

    user: User
    standing: str

    @property
    def words(self) -> str:
        return dict(STANDINGS)[self.standing]

    @property
    def tone(self) -> str:
        return TONES[self.standing]

    @property
    def is_invited(self) -> bool:
        return self.standing == "invited"

    @property
    def is_locked(self) -> bool:
        return self.standing == "locked"

    @property
    def is_closed(self) -> bool:
        return self.standing == "closed"


def find(
    partnership: CommunitySafetyPartnership, *, words: str = "", standing: str = "", at: datetime
) -> QuerySet[User]:
    """Return the accounts whose name or address holds every word, and that stand so, by name."""
    found = accounts_of(partnership)
    for word in words.split():
        found = found.filter(Q(full_name__icontains=word) | Q(email__icontains=word))
    if standing in dict(STANDINGS):
        found = found.filter(standing_so(standing, at=at))
    return found.order_by("full_name", "pk")


def standing_so(standing: str, *, at: datetime) -> Q:
    closed, invited = Q(is_active=False), Q(password__startswith=NO_PASSWORD)
    locked = Q(email__in=locked_out(at=at))
    return {
        "closed": closed,
        "locked": ~closed & locked,
        "invited": ~closed & ~locked & invited,
        "active": ~closed & ~locked & ~invited,
    }[standing]


def accounts(users: Iterable[User], *, at: datetime) -> list[Account]:
    locked = locked_out(at=at)
    return [Account(user, standing_of(user, locked)) for user in users]


def standing_of(user: User, locked: set[str]) -> str:
    if not user.is_active:
        return "closed"
    if user.email in locked:
        return "locked"
    return "active" if user.has_set_password else "invited"


def posts_in(partnership: CommunitySafetyPartnership, user: User, *, today: date) -> list[Post]:
    return list(partnership.posts.held_on(today).filter(user=user))


def led_by(partnership: CommunitySafetyPartnership, user: User, *, today: date) -> list[AgencyLead]:
    standing = partnership.leads.standing(today).filter(user=user)
    return list(standing.select_related("agency"))


def reviews_open_to(partnership: CommunitySafetyPartnership, user: User, *, today: date) -> int:
    """Return in how many reviews somebody has a part: which ones is not for administrators."""
    parts = Membership.objects.admitted(today).filter(user=user, review__partnership=partnership)
    return parts.values("review").distinct().count()
