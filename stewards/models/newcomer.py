from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class NewcomerQuerySet(models.QuerySet["Newcomer"]):
    def unseen(self) -> Self:
        """Keep those whom no officer of the review has looked at, and who are still admitted."""
        return self.filter(seen_at__isnull=True, membership__removed_at__isnull=True)


class Newcomer(models.Model):
    """Somebody whom the lead of an agency let into its part of a review, for the officer to see."""

    membership = models.OneToOneField(
        "reviews.Membership", on_delete=models.PROTECT, related_name="newcomer"
    )
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NewcomerQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "membership", "seen_at", "seen_by"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="newcomer_seen_at_and_by_together",
            )
        ]

    def __str__(self) -> str:
        return f"newcomer {self.pk}"
