from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from privacy.fields import IdentifyingTextField
from timescales.models.cause import REASONS


class HoldQuerySet(models.QuerySet["Hold"]):
    def running(self) -> Self:
        return self.filter(ended_on__isnull=True)


class Hold(models.Model):
    """
    A time in which the review waits for something outside it: an agreed pause, with its reason.

    It lies over the stages and is none itself. The days of a hold move agreed days; a statutory
    day never moves.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="holds")
    cause = models.CharField(max_length=20, choices=REASONS)
    note = IdentifyingTextField(blank=True, help_text="What the review waits for")
    agreed_by = models.CharField(max_length=200, help_text="Who agreed it, by name and post")
    began_on = models.DateField()
    review_on = models.DateField(help_text="When it is looked at again")
    ended_on = models.DateField(null=True)
    end_note = IdentifyingTextField(blank=True, help_text="What allowed the review to go on")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = HoldQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"note", "end_note", "agreed_by"})
        plain = frozenset(
            {
                "id", "review", "cause", "began_on", "review_on", "ended_on", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-began_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(ended_on__isnull=True),
                name="hold_runs_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="hold_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"hold {self.pk} of review {self.review_id}"

    # Questions

    @property
    def is_running(self) -> bool:
        return self.ended_on is None

    def days(self, *, today: date) -> int:
        """Return how many days it has taken; a hold that runs, until today."""
        return ((self.ended_on or today) - self.began_on).days


class HoldLook(models.Model):
    """That a hold was looked at again, what was found and when it is looked at next."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="looks")
    looked_on = models.DateField()
    next_on = models.DateField()
    note = IdentifyingTextField(help_text="What was found")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note"})
        plain = frozenset({"id", "hold", "looked_on", "next_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-looked_on", "-id"]

    def __str__(self) -> str:
        return f"look {self.pk} at hold {self.hold_id}"
