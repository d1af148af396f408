from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class EmergencyQuerySet(models.QuerySet["EmergencyAccess"]):
    def waiting(self, at: datetime) -> Self:
        """Keep what nobody has decided yet and whose time has not run out."""
        return self.filter(approved_at__isnull=True, refused_at__isnull=True, until_at__gt=at)


class EmergencyAccess(models.Model):
    """
    Access to a review for hours, because nobody who has access can be reached.

    One person asks, another one approves, and a third one reads. Whether it runs is for the
    membership to say, which its approval makes: nothing here opens anything.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="emergencies"
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="emergencies"
    )
    reason = models.TextField()
    until_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    refused_at = models.DateTimeField(null=True, blank=True, help_text="Refused, or taken back")
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    membership = models.OneToOneField(
        "reviews.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="emergency",
    )

    objects = EmergencyQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"reason"})
        plain = frozenset(
            {
                "id", "review", "reader", "until_at", "asked_at", "asked_by", "approved_at",
                "approved_by", "refused_at", "refused_by", "membership",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reader=F("asked_by"))
                & (Q(approved_by__isnull=True) | ~Q(approved_by=F("asked_by")))
                & (Q(approved_by__isnull=True) | ~Q(approved_by=F("reader"))),
                name="emergency_needs_three_people",
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None, membership=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False, membership__isnull=False),
                name="emergency_approved_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(refused_at=None, refused_by=None)
                | Q(refused_at__isnull=False, refused_by__isnull=False, approved_at=None),
                name="emergency_refused_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(until_at__gt=F("asked_at")), name="emergency_ends_after_it_is_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"emergency access {self.pk}"

    # Questions

    def is_waiting(self, at: datetime) -> bool:
        return not self.approved_at and not self.refused_at and self.until_at > at

    def is_running(self, at: datetime) -> bool:
        return self.membership is not None and self.membership.runs_at(at)

    def standing(self, at: datetime) -> str:
        """Say where it stands, in words for a page."""
        if self.is_running(at):
            return "Running"
        if self.membership:
            return "Ended early" if self.was_ended_early else "Ended"
        if self.refused_at:
            return "Taken back" if self.refused_by_id == self.asked_by_id else "Refused"
        return "Waits for a second person" if self.is_waiting(at) else "Lapsed"

    @property
    def was_ended_early(self) -> bool:
        removed_at = self.membership.removed_at if self.membership else None
        return removed_at is not None and removed_at < self.until_at
