"""What chair or secretary ask an agency about a finding, and what it answers."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from composite.models.finding import ReconciliationFinding


class FindingQuestionQuerySet(models.QuerySet["FindingQuestion"]):
    def open(self) -> Self:
        return self.filter(answered_at__isnull=True)


class FindingQuestion(models.Model):
    """
    A question to one agency about what its own chronology says, and the answer.

    The agency reads this record and its own entries, and nothing of the finding. An answer is
    never edited; if it is not enough, another question is asked.

    events: the agency's own events that the finding was about when it was asked, by
    ChronologyEntry.root.
    """

    finding = models.ForeignKey(
        ReconciliationFinding, on_delete=models.PROTECT, related_name="questions"
    )
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="+"
    )
    events = ArrayField(models.UUIDField())
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FindingQuestionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"question", "answer"})
        plain = frozenset(
            {
                "id", "finding", "involvement", "events", "asked_at", "asked_by", "answered_at",
                "answered_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(question=""), name="finding_question_asks_something"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="finding_question_answered_at_and_by_together",
            ),
            models.UniqueConstraint(
                fields=["finding", "involvement"],
                condition=Q(answered_at__isnull=True),
                name="finding_asks_an_agency_one_question_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about finding {self.finding_id}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None
