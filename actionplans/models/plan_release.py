from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class PlanReleaseQuerySet(models.QuerySet["PlanRelease"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class PlanRelease(models.Model):
    """
    The plan as it was shared with the agencies of a review. The last one that stands is read.

    `plan` is what was released, kept as data: what is drafted since is not theirs to see.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="plan_releases"
    )
    plan = models.JSONField(help_text="As actionplans.published.plan makes it plain")
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PlanReleaseQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"plan"})
        plain = frozenset(
            {"id", "review", "released_at", "released_by", "withdrawn_at", "withdrawn_by"}
        )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=False) | Q(withdrawn_by__isnull=True),
                name="plan_release_withdrawn_at_and_by_together",
            )
        ]

    def __str__(self) -> str:
        return f"release {self.pk} of the plan of review {self.review_id}"
