from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.deadlines import Length


class LocalLength(models.Model):
    """
    How long a partnership gives for one thing, instead of the local default.

    Only ever added to: it holds for clocks that start on its first day or later, until another
    one does. A statutory length is nobody's to change.
    """

    append_only = True

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership",
        on_delete=models.PROTECT,
        related_name="local_lengths",
    )
    code = models.CharField(max_length=4)
    from_on = models.DateField(help_text="For clocks that start on this day or later")
    months = models.PositiveSmallIntegerField(default=0)
    days = models.PositiveSmallIntegerField(default=0)
    working_days = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=500)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "partnership", "code", "from_on", "months", "days", "working_days",
                "reason", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["code", "-from_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(months__gt=0) | Q(days__gt=0) | Q(working_days__gt=0),
                name="local_length_is_some_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} in partnership {self.partnership_id}"

    # Questions

    @property
    def length(self) -> Length:
        return Length(months=self.months, days=self.days, working_days=self.working_days)

    def holds_on(self, started_on: date) -> bool:
        return self.from_on <= started_on
