from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q

from actionplans.models.finding import Finding


class LearningPoint(models.Model):
    """
    What is to be learnt from findings. It leads to a recommendation, or says why to none.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="learning_points"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    text = models.TextField()
    theme = models.CharField(
        max_length=100, blank=True, help_text="In two or three words, such as routine enquiry"
    )
    repeats = models.TextField(
        blank=True, help_text="The earlier learning that it repeats; empty where it is new"
    )
    no_recommendation_because = models.TextField(
        blank=True, help_text="Considered, and no recommendation made, because"
    )
    agency = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The one agency it is for, such as where it comes from its own report",
    )
    findings = models.ManyToManyField(Finding, related_name="learning_points", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text", "repeats", "no_recommendation_because"})
        plain = frozenset(
            {"id", "review", "number", "theme", "agency", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"],
                name="learning_point_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.CheckConstraint(condition=~Q(text=""), name="learning_point_says_something"),
        ]

    def __str__(self) -> str:
        return f"learning point {self.number} of review {self.review_id}"

    # Questions

    @property
    def name(self) -> str:
        return f"Learning point {self.number}"

    @property
    def is_new(self) -> bool:
        return not self.repeats.strip()
