from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, today: date) -> Self:
        return self.filter(from_on__lte=today, until_on__gte=today)

    def ahead(self, today: date) -> Self:
        """Keep those that run or are to come."""
        return self.filter(until_on__gte=today)


class Absence(models.Model):
    """
    Days on which somebody is not reminded, and who is instead.

    The delegate is told only of what they may see in their own right; elsewhere whoever else has
    the same part is.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences"
    )
    from_on = models.DateField()
    until_on = models.DateField(help_text="The last day")
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="absences_stood_in_for",
    )
    recorded_at = models.DateTimeField()

    objects = AbsenceQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "user", "from_on", "until_on", "delegate", "recorded_at"})

    class Meta:
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="absence_starts_before_it_ends"
            ),
            models.CheckConstraint(
                condition=~Q(delegate=F("user")), name="absence_stood_in_for_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"absence {self.pk}"
