"""Emergency access: who can be asked for, what was asked, and what runs."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from agencies.models import CommunitySafetyPartnership, PostKind, User
from reviews.access import MAY_STAND_IN
from reviews.models import Membership, Review
from stewards.access import who_may_approve
from stewards.models import EmergencyAccess


def readers_for(
    partnership: CommunitySafetyPartnership, *, today: date, asker: User
) -> QuerySet[User]:
    """Return who works for a partnership, by name; whether each may read is for the rules."""
    posts = partnership.posts.held_on(today).exclude(kind=PostKind.HOME_OFFICE_LIAISON)
    parts = Membership.objects.standing(today).filter(
        review__partnership=partnership, involvement__isnull=True, role__in=MAY_STAND_IN
    )
    found = User.objects.filter(
        Q(pk__in=posts.order_by().values("user")) | Q(pk__in=parts.order_by().values("user")),
        is_active=True,
    )
    return found.exclude(pk=asker.pk).order_by("full_name", "pk")


def lacks_second_person(
    partnership: CommunitySafetyPartnership, *, today: date, asker: User
) -> bool:
    """Test whether there is nobody who could approve what this person asks today."""
    return not who_may_approve(partnership, asked_on=today, today=today, without=[asker])


def asked_in(partnership: CommunitySafetyPartnership) -> QuerySet[EmergencyAccess]:
    return whole().filter(review__partnership=partnership)


def given_in(review: Review) -> QuerySet[EmergencyAccess]:
    """Return what was approved in one review, latest first."""
    return whole().filter(review=review, approved_at__isnull=False)


def whole() -> QuerySet[EmergencyAccess]:
    people = ("asked_by", "approved_by", "refused_by", "reader", "membership__removed_by")
    return EmergencyAccess.objects.select_related("review__partnership", *people)


def with_standing(
    requests: list[EmergencyAccess], *, at: datetime
) -> list[tuple[EmergencyAccess, str]]:
    return [(request, request.standing(at)) for request in requests]
