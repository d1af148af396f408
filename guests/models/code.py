from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from guests.models.link import GuestLink

CODE_LIVES = timedelta(minutes=10)
WRONG_CODES = 5  # after which another code must be asked for


class CodeRoute(models.TextChoices):
    EMAIL = "EMAIL", "Sent by email"
    PHONE = "PHONE", "Given by telephone"


class GuestCode(models.Model):
    """
    A code for one link, to be typed within ten minutes, once. Only its seal is kept.

    A newer code takes the place of an older one.
    """

    link = models.ForeignKey(GuestLink, on_delete=models.PROTECT, related_name="codes")
    seal = models.CharField(max_length=64)
    route = models.CharField(max_length=10, choices=CodeRoute)
    asked_from = models.CharField(
        max_length=32, blank=True, help_text="A hash of the network address; empty by telephone"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who gave it by telephone",
    )
    used_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(
        null=True, blank=True, help_text="When whoever typed it ended their visit before its hour"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "link", "seal", "route", "asked_from", "recorded_at", "recorded_by",
                "used_at", "left_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["asked_from", "recorded_at"], name="codes_asked_from")]
        constraints = [
            models.CheckConstraint(
                condition=Q(route="PHONE", asked_from="")
                | Q(route="EMAIL", recorded_by__isnull=True) & ~Q(asked_from=""),
                name="guest_code_says_who_gave_it",
            ),
        ]

    def __str__(self) -> str:
        return f"guest code {self.pk}"

    # Questions

    def is_live(self, at: datetime) -> bool:
        return self.used_at is None and at < self.recorded_at + CODE_LIVES


class WrongCode(models.Model):
    """A code that was typed and was not right. What was typed is not kept."""

    link = models.ForeignKey(GuestLink, on_delete=models.PROTECT, related_name="wrong_codes")
    code = models.ForeignKey(
        GuestCode,
        null=True,
        on_delete=models.PROTECT,
        related_name="wrong_codes",
        help_text="The one it was compared with; none where none was asked for yet",
    )
    tried_from = models.CharField(max_length=32, help_text="A hash of the network address")
    tried_at = models.DateTimeField()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "link", "code", "tried_from", "tried_at"})

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["tried_from", "tried_at"], name="codes_tried_from")]

    def __str__(self) -> str:
        return f"wrong code {self.pk}"
