from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class AgencyLeadQuerySet(models.QuerySet["AgencyLead"]):
    def standing(self, today: date) -> Self:
        """Keep the leads of a day whose account is open; one that was ended leads no longer."""
        return self.filter(from_on__lte=today, ended_at__isnull=True, user__is_active=True).filter(
            Q(until_on__isnull=True) | Q(until_on__gte=today)
        )


class AgencyLead(models.Model):
    """
    The person who answers for who works in one body on the reviews of one partnership.

    Opens nothing of any review. Another partnership that asks the same body names its own lead:
    nobody reaches into a review through a lead whom somebody else chose (docs/adr/0023).
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="leads")
    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="leads"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="leads"
    )
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True, help_text="The last day; empty while open")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AgencyLeadQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "agency", "partnership", "user", "from_on", "until_on", "made_at",
                "made_by", "ended_at", "ended_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["agency__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership", "user"],
                condition=Q(ended_at__isnull=True),
                name="lead_named_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="lead_starts_before_they_end",
            ),
        ]

    def __str__(self) -> str:
        return f"lead {self.pk}"
