from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Deferrable, Q
from django.urls import reverse

from actionplans.models.learning_point import LearningPoint

if TYPE_CHECKING:
    from actionplans.models.addressee_answer import AddresseeAnswer


class Source(models.TextChoices):
    """Who asked for it first."""

    IMR = "IMR", "Report of an agency"
    PANEL = "PANEL", "Panel"
    QA_BOARD = "QA_BOARD", "Home Office quality assurance board"
    FAMILY = "FAMILY", "Family"


class Scope(models.TextChoices):
    """How far it reaches, in the words of the Home Office's action plan."""

    SINGLE_AGENCY = "SINGLE_AGENCY", "Single agency"
    LOCAL = "LOCAL", "Local, multi-agency"
    REGIONAL = "REGIONAL", "Regional"
    NATIONAL = "NATIONAL", "National"


class Recommendation(models.Model):
    """
    One thing that somebody should change, numbered within the review.

    It is addressed to an agency of the review, or to another body in words. `taken_from` is the
    line of an agency's accepted report that it was taken over from.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="recommendations"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    text = models.TextField()
    source = models.CharField(max_length=10, choices=Source, default=Source.PANEL)
    source_agency = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The agency that asked for it first; its addressee may be another",
    )
    scope = models.CharField(max_length=15, choices=Scope, default=Scope.LOCAL)
    addressee = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
    )
    addressee_words = models.CharField(
        max_length=200, blank=True, help_text="A body that takes no part in the review"
    )
    public_body = models.ForeignKey(
        "agencies.PublicBody",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
        help_text="The body of the directory that the words name, where they name one",
    )
    department = models.CharField(max_length=200, blank=True)
    learning_points = models.ManyToManyField(
        LearningPoint, related_name="recommendations", blank=True
    )
    taken_from = models.OneToOneField(
        "evidence.ImrPoint", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    plan_number = models.CharField(
        max_length=40, blank=True, help_text="As the plan that it was brought in from numbers it"
    )
    plan_cells = models.JSONField(
        default=dict, blank=True, help_text="Its words in that plan, by column: models.plan_cells"
    )
    plan_import = models.ForeignKey(
        "actionplans.PlanImport",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommendations",
        help_text="The file it was brought in from, or changed by last",
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text", "plan_cells"})
        plain = frozenset(
            {
                "id", "review", "number", "source", "source_agency", "scope", "addressee",
                "addressee_words", "public_body", "department", "taken_from", "plan_number",
                "plan_import", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number", "id"]
        indexes = [
            # What was recommended before: actionplans.queries.earlier
            GinIndex(
                SearchVector("text", config="english"),
                name="recommendation_words",
                fastupdate=False,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"],
                name="recommendation_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.CheckConstraint(condition=~Q(text=""), name="recommendation_says_something"),
            models.CheckConstraint(
                condition=Q(addressee__isnull=False, addressee_words="")
                | Q(addressee__isnull=True) & ~Q(addressee_words=""),
                name="recommendation_has_one_addressee",
            ),
            models.CheckConstraint(
                condition=Q(public_body__isnull=True) | Q(addressee__isnull=True),
                name="recommendation_to_a_public_body_is_to_no_agency",
            ),
        ]

    def __str__(self) -> str:
        return f"recommendation {self.number} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("actionplans:recommendation", args=[self.review.reference, self.pk])

    # Questions

    @property
    def name(self) -> str:
        return f"Recommendation {self.number}"

    @property
    def is_single_agency(self) -> bool:
        return self.scope == Scope.SINGLE_AGENCY

    @property
    def body(self) -> str:
        """The body it is addressed to, without the department."""
        return self.addressee.agency.name if self.addressee else self.addressee_words

    @property
    def addressed_to(self) -> str:
        return f"{self.body}, {self.department}" if self.department else self.body

    @property
    def answer(self) -> "AddresseeAnswer | None":
        """What its addressee answered last. Prefetch `answers` for a list."""
        return next(iter(self.answers.all()), None)

    @property
    def is_refused(self) -> bool:
        return bool(self.answer and self.answer.is_refusal)
