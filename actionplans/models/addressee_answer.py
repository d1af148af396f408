from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.models.recommendation import Recommendation
from documents.models import Provenance, provenance_constraint


class AnswerKind(models.TextChoices):
    ACCEPTED = "ACCEPTED", "Accepted"
    IN_PART = "IN_PART", "Accepted in part"
    NOT_ACCEPTED = "NOT_ACCEPTED", "Not accepted"
    NO_REPLY = "NO_REPLY", "No reply"


# What asks for a reason
WITH_REASON = frozenset({AnswerKind.IN_PART, AnswerKind.NOT_ACCEPTED})


class AddresseeAnswer(Provenance):
    """
    What the addressee of a recommendation answered, or that no reply came by a day.

    Only ever added to: the last one stands.
    """

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="answers"
    )
    kind = models.CharField(max_length=12, choices=AnswerKind)
    answered_on = models.DateField(help_text="The day of the answer, or until when none came")
    reason = models.TextField(blank=True)
    to_words = models.TextField(
        blank=True, help_text="What they were sent, where they answer those very words"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"reason", "to_words"}
        plain = Provenance.Privacy.plain | {
            "id", "recommendation", "kind", "answered_on", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            provenance_constraint("addressee_answer"),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(WITH_REASON)) | ~Q(reason=""),
                name="addressee_answer_gives_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to recommendation {self.recommendation_id}"

    # Questions

    @property
    def is_refusal(self) -> bool:
        return self.kind == AnswerKind.NOT_ACCEPTED

    @property
    def is_to_older_words(self) -> bool:
        """Whether the recommendation says something else by now than what they answered."""
        return bool(self.to_words) and self.to_words != self.recommendation.text
