"""Who may stand in for somebody: people of the reviews they are in."""

from datetime import date

from django.db.models import QuerySet

from agencies.models import User
from reviews.models import Membership


def colleagues_of(user: User, *, today: date) -> QuerySet[User]:
    standing = Membership.objects.standing(today)
    others = standing.filter(review__in=standing.of(user).values("review"))
    return User.objects.filter(pk__in=others.values("user"), is_active=True).exclude(pk=user.pk)
