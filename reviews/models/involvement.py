from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from reviews.models.grants import InvolvementGrant, Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


class InvolvementQuerySet(models.QuerySet["AgencyInvolvement"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the agencies' parts whose page this person may open."""
        code = Permission.INVOLVEMENT_READ
        return self.filter(
            Q(pk__in=InvolvementGrant.objects.held_by(user, code).values("content_object"))
            | Q(review__in=ReviewGrant.objects.held_by(user, code).values("content_object"))
        )


class AgencyInvolvement(models.Model):
    """One agency's part in one review: what it was asked, and everything it says hangs here."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="involvements"
    )
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, related_name="involvements"
    )
    added_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = InvolvementQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "review", "agency", "added_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["agency__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency"], name="involvement_once_for_each_agency"
            )
        ]
        indexes = [models.Index(fields=["agency", "review"], name="involvement_by_agency")]

    def __str__(self) -> str:
        return f"involvement {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("evidence:agency", args=[self.review.reference, self.pk])
