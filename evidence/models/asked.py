"""What every question to an agency in words has: asked by a day, answered once, with provenance."""

from datetime import date
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from documents.models import Provenance, provenance_constraint

T = TypeVar("T", bound=models.Model)


class AskedQuerySet(models.QuerySet[T]):
    def drafted(self) -> Self:
        """Keep those that nobody outside the panel has been asked yet."""
        return self.filter(asked_on__isnull=True)

    def asked(self) -> Self:
        return self.filter(asked_on__isnull=False)

    def open(self) -> Self:
        return self.asked().filter(answered_on__isnull=True)

    def to_read(self) -> Self:
        """Keep those answered, whose answer nobody of the panel has marked as read."""
        return self.filter(answered_on__isnull=False, read_at__isnull=True)


class Asked(Provenance):
    """
    One question in words and its answer.

    Questions are collected, then asked together with one due day. An answer is never edited; if
    it is not enough another question is asked. The provenance is that of the answer. A model that
    inherits it adds `asked_constraints` to its constraints and the fields to its Privacy.
    """

    question = models.TextField()
    where = models.CharField(max_length=200, blank=True, help_text="Such as paragraph 4.12")
    quoted = models.TextField(blank=True, help_text="The paragraph in the agency's words")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField(null=True, blank=True, help_text="Empty while it is collected")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answer_file = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, help_text="When it was entered")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"question", "where", "quoted", "answer"}
        plain = Provenance.Privacy.plain | {
            "raised_at", "raised_by", "asked_on", "asked_by", "due_on", "answer_file",
            "answered_on", "answered_at", "answered_by", "read_at", "read_by",
        }  # fmt: skip

    class Meta:
        abstract = True

    # Questions

    @property
    def is_asked(self) -> bool:
        return self.asked_on is not None

    @property
    def is_open(self) -> bool:
        return self.is_asked and self.answered_on is None

    @property
    def is_answered(self) -> bool:
        return self.answered_on is not None

    @property
    def is_to_read(self) -> bool:
        return self.is_answered and self.read_at is None

    def is_late(self, today: date) -> bool:
        return bool(self.is_open and self.due_on and self.due_on < today)


def asked_constraints(name: str) -> list[Any]:
    """Return what holds of every question: something is asked, by a day, and answered in words."""
    return [
        models.CheckConstraint(condition=~Q(question=""), name=f"{name}_asks_something"),
        models.CheckConstraint(
            condition=Q(asked_on__isnull=True, due_on__isnull=True, answered_on__isnull=True)
            | Q(asked_on__isnull=False, due_on__isnull=False, due_on__gte=F("asked_on")),
            name=f"{name}_is_asked_with_its_due_day",
        ),
        models.CheckConstraint(
            condition=Q(answered_on__isnull=True, answered_at__isnull=True, answer="")
            & Q(answer_file__isnull=True, read_at__isnull=True)
            | Q(answered_on__isnull=False, answered_at__isnull=False) & ~Q(answer=""),
            name=f"{name}_is_answered_in_words",
        ),
        provenance_constraint(name),
    ]
