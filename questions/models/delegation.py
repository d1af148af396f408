from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from guests.models import GuestLink
from privacy.fields import IdentifyingTextField
from questions.models.question import Question


class Delegation(models.Model):
    """
    A link by which somebody without an account answers one question, and sees no other.

    Who answered is as they said themselves, once they did.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="delegations")
    link = models.OneToOneField(GuestLink, on_delete=models.PROTECT, related_name="+")
    delegated_at = models.DateTimeField()
    delegated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    full_name = IdentifyingTextField(blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        identifying = frozenset({"full_name"})
        plain = frozenset(
            {"id", "question", "link", "delegated_at", "delegated_by", "job_title", "answered_at"}
        )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(job_title=""),
                name="delegation_says_who_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"delegation {self.pk} of question {self.question_id}"

    # Questions

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    def is_open(self, today: date) -> bool:
        return self.question.is_open and bool(self.link.is_open(today))
