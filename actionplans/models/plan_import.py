from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class PlanImport(models.Model):
    """
    One file with an action plan that was brought to the review, and what was read of it.

    Nothing of it is in the plan until somebody has looked the reading over: `recorded_at`. What was
    read then is kept in `reading`, so that the cells nobody could read stay shown.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="plan_imports"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    plan_on = models.DateField(
        null=True, blank=True, help_text="The day of the plan, if it is known"
    )
    columns = models.JSONField(
        default=dict, blank=True, help_text="What a person said of the columns, by part of the file"
    )
    mended = models.JSONField(
        default=dict, blank=True, help_text="What a person said of recommendations, by their place"
    )
    reading = models.JSONField(
        null=True, blank=True, help_text="readers.found.as_data, once it is recorded"
    )
    tally = models.JSONField(
        default=dict, blank=True, help_text="How many were new, changed, the same and gone"
    )
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"mended", "reading"})
        plain = frozenset(
            {
                "id", "review", "number", "document", "plan_on", "columns", "tally",
                "received_at", "received_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-number", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="plan_import_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True) ^ Q(reading__isnull=False),
                name="plan_import_keeps_its_reading_once_recorded",
            ),
        ]

    def __str__(self) -> str:
        return f"plan import {self.number} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("actionplans:plan-import", args=[self.review.reference, self.number])

    # Questions

    @property
    def is_recorded(self) -> bool:
        return self.recorded_at is not None

    @property
    def name(self) -> str:
        return f"Plan file {self.number}"
