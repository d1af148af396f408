from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from evidence.models.asked import Asked, AskedQuerySet, asked_constraints
from privacy.fields import IdentifyingTextField


class QuestionKind(models.TextChoices):
    WORDS = "WORDS", "A question"
    INTERVIEW = "INTERVIEW", "May this member of staff be interviewed?"


class PoliceAnswer(models.TextChoices):
    """What the police say of an interview with somebody who may be a witness."""

    YES = "YES", "Yes"
    NOT_BEFORE = "NOT_BEFORE", "Not before a day"
    NO = "NO", "No"


class QuestionQuerySet(AskedQuerySet["Question"]):
    def interviews(self) -> Self:
        return self.filter(kind=QuestionKind.INTERVIEW)


class Question(Asked):
    """
    What the panel asks a body of a review, whatever else it sent, and the answer.

    A question of the kind INTERVIEW goes to the police: whether a member of staff of another body
    may be interviewed before a trial. Until they agree, nobody can record that it was held.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="questions"
    )
    number = models.PositiveSmallIntegerField(help_text="Within this body's part, from 1")
    kind = models.CharField(max_length=10, choices=QuestionKind, default=QuestionKind.WORDS)

    staff_of = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interviews_asked_for",
        help_text="Whose member of staff is to be interviewed",
    )
    staff_post = IdentifyingTextField(blank=True, help_text="By post, not by name")
    decision = models.CharField(max_length=10, choices=PoliceAnswer, blank=True)
    not_before_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True, help_text="When the interview took place")
    held_noted_at = models.DateTimeField(null=True, blank=True)
    held_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = QuestionQuerySet.as_manager()

    class Privacy:
        identifying = Asked.Privacy.identifying | {"staff_post"}
        plain = Asked.Privacy.plain | {
            "id", "involvement", "number", "kind", "staff_of", "decision", "not_before_on",
            "held_on", "held_noted_at", "held_noted_by",
        }  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["involvement", "number"], name="question_has_its_number"
            ),
            *asked_constraints("question"),
            models.CheckConstraint(
                condition=Q(kind=QuestionKind.INTERVIEW, staff_of__isnull=False)
                | Q(kind=QuestionKind.WORDS, staff_of__isnull=True, decision=""),
                name="question_of_an_interview_says_whose_staff",
            ),
            models.CheckConstraint(
                condition=Q(kind=QuestionKind.WORDS)
                | Q(answered_on__isnull=True, decision="")
                | Q(answered_on__isnull=False) & ~Q(decision=""),
                name="question_of_an_interview_is_decided_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(decision=PoliceAnswer.NOT_BEFORE, not_before_on__isnull=False)
                | ~Q(decision=PoliceAnswer.NOT_BEFORE) & Q(not_before_on__isnull=True),
                name="question_not_before_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, held_noted_at__isnull=True)
                | Q(held_on__isnull=False, held_noted_at__isnull=False)
                & Q(decision__in=[PoliceAnswer.YES, PoliceAnswer.NOT_BEFORE]),
                name="question_interview_is_held_once_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.number} to part {self.involvement_id}"

    # Questions

    @property
    def is_interview(self) -> bool:
        return self.kind == QuestionKind.INTERVIEW

    def is_cleared(self, day: date) -> bool:
        """Test whether the police let the interview take place on a day."""
        if self.decision == PoliceAnswer.NOT_BEFORE:
            return self.not_before_on is not None and day >= self.not_before_on
        return self.decision == PoliceAnswer.YES

    @property
    def called(self) -> str:
        return f"Question {self.number}"
