from typing import Self

from django.conf import settings
from django.db import models

from guests.models import secret_hash


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def holding(self, secret: str) -> Self:
        """Keep the feed with this secret. Only its hash is known here."""
        return self.filter(token_sha256=secret_hash(secret))


class CalendarFeed(models.Model):
    """
    The address at which calendar programs read somebody's deadlines without signing in.

    One for each person: a new secret takes the place of the old one, and a feed that is stopped
    is gone.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    objects = CalendarFeedQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "user", "token_sha256", "made_at"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"calendar feed {self.pk}"
