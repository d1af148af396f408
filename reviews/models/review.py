from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from privacy.fields import IdentifyingDateField
from reviews import regimes
from reviews.lifecycle import ENDED, STEPS, Stage
from reviews.models.grants import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User

REFERENCE = RegexValidator(
    r"^[A-Z0-9]+(-[A-Z0-9]+)+$",
    "A reference is capital letters, digits and hyphens, such as NS-DHR-4. It carries no name.",
)


class ReviewKind(models.TextChoices):
    INTIMATE_PARTNER = "INTIMATE_PARTNER", "Intimate partner homicide"
    FAMILIAL = "FAMILIAL", "Adult family homicide"
    HOUSEHOLD = "HOUSEHOLD", "Member of the same household"
    SUICIDE = "SUICIDE", "Suicide"
    UNEXPLAINED = "UNEXPLAINED", "Unexplained or unexpected death"
    MULTIPLE = "MULTIPLE", "More than one person killed"
    HOMICIDE_SUICIDE = "HOMICIDE_SUICIDE", "Homicide followed by suicide"


class ReviewQuerySet(models.QuerySet["Review"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the reviews whose home page this person may open."""
        return self.filter(
            pk__in=ReviewGrant.objects.held_by(user, Permission.REVIEW_READ).values(
                "content_object"
            )
        )


class Review(models.Model):
    """
    One domestic homicide review, from the notification of a death to its last action.

    `stage` says how far the story is and is written by `operations.stages` alone; what happened
    on which day is in the records around it, which may be made early, late or in parallel.
    """

    reference = models.CharField(max_length=30, unique=True, validators=[REFERENCE])
    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="reviews"
    )
    partner_partnerships = models.ManyToManyField(
        "agencies.CommunitySafetyPartnership", related_name="reviews_joined", blank=True
    )
    regime_code = models.CharField(max_length=20, choices=regimes.CHOICES, default="DHR_2016")
    display_label = models.CharField(max_length=20, default="DHR")
    kind = models.CharField(max_length=20, choices=ReviewKind, blank=True)
    stage = models.CharField(max_length=30, choices=Stage, default=Stage.NOTIFIED)
    pseudonym_title = models.CharField(
        max_length=100, blank=True, help_text="The name the published report goes by"
    )
    notified_on = models.DateField()
    notified_by = models.CharField(
        max_length=200, blank=True, help_text="The body that told the partnership of the death"
    )
    notification = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    incident_on = IdentifyingDateField(null=True, blank=True)
    died_on = IdentifyingDateField(null=True, blank=True)
    period_from = IdentifyingDateField(null=True, blank=True)
    period_to = IdentifyingDateField(null=True, blank=True)
    unusual_reason = models.TextField(
        blank=True, help_text="Why the notification came so late after the death"
    )
    adopted_reason = models.TextField(
        blank=True, help_text="For a review begun before this system: why gates were waived"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReviewQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {"incident_on", "died_on", "period_from", "period_to", "unusual_reason"}
        )
        plain = frozenset(
            {
                "id", "reference", "partnership", "regime_code", "display_label", "kind", "stage",
                "pseudonym_title", "notified_on", "notified_by", "notification",
                "adopted_reason", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-notified_on", "-id"]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("reviews:home", args=[self.reference])

    # Questions

    @property
    def regime(self) -> regimes.Regime:
        return regimes.REGIMES[self.regime_code]

    @property
    def is_adopted(self) -> bool:
        """Test whether the review was begun before this system."""
        return bool(self.adopted_reason)

    @property
    def has_ended(self) -> bool:
        return self.stage in ENDED

    @property
    def step(self) -> int:
        """Return the step of the strip it stands at, counted from 1."""
        return next(n for n, (_, stages) in enumerate(STEPS, 1) if self.stage in stages)

    @property
    def earliest_possible_on(self) -> date:
        """Return the first day on which anything about this review can have happened."""
        return self.incident_on or self.died_on or self.notified_on
