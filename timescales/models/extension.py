from django.conf import settings
from django.db import models
from django.db.models import F, Q

from privacy.fields import IdentifyingTextField
from timescales.models.cause import REASONS


class Extension(models.Model):
    """
    A later day for the overview report, agreed by the panel and the partnership.

    The statutory day stays what it is; this one stands beside it. The last one agreed counts.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="extensions"
    )
    due_on = models.DateField(help_text="The later day")
    agreed_on = models.DateField()
    agreed_by = models.CharField(max_length=200, help_text="Who agreed it: panel, partnership")
    cause = models.CharField(max_length=20, choices=REASONS)
    note = IdentifyingTextField(blank=True, help_text="Why more time is needed")
    late_reason = models.TextField(
        blank=True, help_text="Why it was agreed only after the day it moves"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note", "agreed_by", "late_reason"})
        plain = frozenset(
            {"id", "review", "due_on", "agreed_on", "cause", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["-agreed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=F("agreed_on")), name="extension_is_to_a_later_day"
            )
        ]

    def __str__(self) -> str:
        return f"extension {self.pk} of review {self.review_id}"
