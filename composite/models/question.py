"""What chair or secretary ask an agency about a finding, and what it answers."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from agencies.models import User
from composite.models.finding import ReconciliationFinding

# As many letters as can be written. Local default
LONGEST_QUESTION = 2_000
LONGEST_ANSWER = 10_000


class QuestionEnding(models.TextChoices):
    TAKEN_BACK = "TAKEN_BACK", "Taken back"
    DECIDED = "DECIDED", "Decided without an answer"


class FindingQuestionQuerySet(models.QuerySet["FindingQuestion"]):
    def open(self) -> Self:
        return self.filter(answered_at__isnull=True, ended_at__isnull=True)

    def to_read(self) -> Self:
        """Leave out what was taken back: its agency reads nothing of it any more."""
        return self.exclude(ending=QuestionEnding.TAKEN_BACK)

    def end(self, ending: QuestionEnding, *, by: User | None, at: datetime) -> int:
        """End what is open of these without an answer; return how many."""
        return self.open().update(ending=ending, ended_at=at, ended_by=by)


class FindingQuestion(models.Model):
    """
    A question to one agency about what its own chronology says, and the answer.

    The agency reads this record and its own entries, and nothing of the finding. An answer is
    never edited; if it is not enough, another question is asked. A question ends without an answer
    once who may ask takes it back, or decides on the finding.

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

    ending = models.CharField(max_length=10, choices=QuestionEnding, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FindingQuestionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"question", "answer"})
        plain = frozenset(
            {
                "id", "finding", "involvement", "events", "asked_at", "asked_by", "answered_at",
                "answered_by", "ending", "ended_at", "ended_by",
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
            models.CheckConstraint(
                condition=Q(ending="", ended_at__isnull=True, ended_by__isnull=True)
                | ~Q(ending="") & Q(ended_at__isnull=False, answered_at__isnull=True),
                name="finding_question_ends_once_and_without_an_answer",
            ),
            models.UniqueConstraint(
                fields=["finding", "involvement"],
                condition=Q(answered_at__isnull=True, ended_at__isnull=True),
                name="finding_asks_an_agency_one_question_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about finding {self.finding_id}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def is_open(self) -> bool:
        return not (self.answered_at or self.ended_at)

    @property
    def is_taken_back(self) -> bool:
        return self.ending == QuestionEnding.TAKEN_BACK

    @property
    def is_decided(self) -> bool:
        return self.ending == QuestionEnding.DECIDED
