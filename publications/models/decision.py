from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from documents.models import Provenance, provenance_constraint
from reviews.models import Standing


class Choice(models.TextChoices):
    PUBLISH = "PUBLISH", "Publish"
    WITHHOLD = "WITHHOLD", "Do not publish"


class Published(models.TextChoices):
    """What a review can publish, by the word its address has for it."""

    REPORT = "report", "Overview report"
    SUMMARY = "summary", "Executive summary"
    LETTER = "letter", "Home Office letter"
    ACTION_PLAN = "action-plan", "Action plan"


class Compelling(models.TextChoices):
    """What may weigh more than the public's interest in reading what was learnt."""

    CHILD = "CHILD", "The welfare of a child"
    SAFETY = "SAFETY", "Somebody's safety"
    COURT = "COURT", "A court has restricted reporting"
    PROCEEDINGS = "PROCEEDINGS", "Proceedings would be harmed"
    OTHER = "OTHER", "Another compelling reason"


class FamilyView(models.TextChoices):
    AGREED = "AGREED", "Yes"
    NOT_AGREED = "NOT_AGREED", "No"
    NOT_ASKED = "NOT_ASKED", "They could not or did not wish to be asked"


class PublicationDecision(Provenance):
    """
    Whether the world may read the report: decided by the CSP chair, or entered for the chair.

    A provisional decision may be followed by a confirmed one; a later decision never edits an
    earlier one.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="publication_decisions"
    )
    choice = models.CharField(max_length=10, choices=Choice)
    standing = models.CharField(max_length=12, choices=Standing)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200, help_text="Name and post of the CSP chair")
    reasons = models.TextField(blank=True)
    compelling = ArrayField(
        models.CharField(max_length=12, choices=Compelling), default=list, blank=True
    )
    items = ArrayField(models.CharField(max_length=12, choices=Published), default=list, blank=True)
    planned_on = models.DateField(null=True, blank=True)
    family_view = models.CharField(
        max_length=12, choices=FamilyView, help_text="Whether the family agreed the day"
    )
    family_note = models.TextField(blank=True, help_text="Nothing out of the family compartment")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset(
            {"decided_by", "reasons", "family_note"}
        )
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "review", "choice", "standing", "decided_on", "compelling", "items",
                "planned_on", "family_view", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            provenance_constraint("publication_decision"),
            models.CheckConstraint(
                condition=Q(choice=Choice.PUBLISH, compelling=[])
                | Q(choice=Choice.WITHHOLD) & ~Q(compelling=[]),
                name="withholding_has_a_compelling_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"publication decision {self.pk}"

    # Questions

    @property
    def is_confirmed(self) -> bool:
        return self.standing == Standing.CONFIRMED

    @property
    def is_to_publish(self) -> bool:
        return self.choice == Choice.PUBLISH

    @property
    def is_to_withhold(self) -> bool:
        return self.choice == Choice.WITHHOLD

    @property
    def items_in_words(self) -> list[str]:
        return [kind.label for kind in Published if kind in self.items]

    @property
    def compelling_in_words(self) -> list[str]:
        return [kind.label for kind in Compelling if kind in self.compelling]
