from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from privacy.fields import IdentifyingTextField


class DecisionChoice(models.TextChoices):
    """What a person made of something that a check found."""

    ACCEPT = "ACCEPT", "It stays, for this reason"
    NOT_AN_IDENTIFIER = "NOT_AN_IDENTIFIER", "It identifies nobody"
    REPLACED = "REPLACED", "Replaced in the working text"


# By which a finding stands. What is replaced has to be gone from the next draft.
LETS_STAND = (DecisionChoice.ACCEPT, DecisionChoice.NOT_AN_IDENTIFIER)


class IdentifierDecisionQuerySet(models.QuerySet["IdentifierDecision"]):
    def standing(self) -> Self:
        return self.filter(taken_back_at__isnull=True)


class IdentifierDecision(models.Model):
    """
    What a named person did about words that a check had found: let them stand, and why, or replaced
    them.

    What stays is decided for these words in this sentence. What identifies nobody is remembered
    for the review: it holds wherever the same check finds the same words in it.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="identifier_decisions"
    )
    choice = models.CharField(max_length=20, choices=DecisionChoice)
    policy = models.CharField(max_length=40, help_text="What the check found it under")
    severity = models.PositiveSmallIntegerField()
    words = IdentifyingTextField()
    sentence = IdentifyingTextField(blank=True, help_text="Where they stood, as it was then")
    reason = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = IdentifierDecisionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"words", "sentence", "reason"})
        plain = frozenset(
            {
                "id", "review", "choice", "policy", "severity", "decided_at", "decided_by",
                "taken_back_at", "taken_back_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="identifier_decision_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=False) | Q(taken_back_by__isnull=True),
                name="identifier_decision_taken_back_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return f"identifier decision {self.pk} of review {self.review_id}"

    # Questions

    @property
    def lets_stand(self) -> bool:
        return self.choice in LETS_STAND

    @property
    def is_remembered(self) -> bool:
        """Whether it holds for the same words elsewhere."""
        return self.choice == DecisionChoice.NOT_AN_IDENTIFIER
