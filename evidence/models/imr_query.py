from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from documents.models import Provenance, provenance_constraint
from evidence.models.imr import IndividualManagementReview
from evidence.models.imr_version import ImrVersion


class ImrQueryQuerySet(models.QuerySet["ImrQuery"]):
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


class ImrQuery(Provenance):
    """
    One question of the chair to an agency about what it sent, and the answer.

    Questions are collected, then asked together with one due day. An answer is never edited; if
    it is not enough the chair asks another question. The provenance is that of the answer.
    """

    imr = models.ForeignKey(
        IndividualManagementReview, on_delete=models.PROTECT, related_name="queries"
    )
    version = models.ForeignKey(
        ImrVersion, on_delete=models.PROTECT, related_name="+", help_text="What it is about"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the IMR, from 1")
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

    objects = ImrQueryQuerySet.as_manager()

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"question", "where", "quoted", "answer"}
        plain = Provenance.Privacy.plain | {
            "id", "imr", "version", "number", "raised_at", "raised_by", "asked_on", "asked_by",
            "due_on", "answer_file", "answered_on", "answered_at", "answered_by", "read_at",
            "read_by",
        }  # fmt: skip

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "IMR queries"
        constraints = [
            models.UniqueConstraint(fields=["imr", "number"], name="imr_query_has_its_number"),
            models.CheckConstraint(condition=~Q(question=""), name="imr_query_asks_something"),
            models.CheckConstraint(
                condition=Q(asked_on__isnull=True, due_on__isnull=True, answered_on__isnull=True)
                | Q(asked_on__isnull=False, due_on__isnull=False, due_on__gte=F("asked_on")),
                name="imr_query_is_asked_with_its_due_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answered_at__isnull=True, answer="")
                & Q(answer_file__isnull=True, read_at__isnull=True)
                | Q(answered_on__isnull=False, answered_at__isnull=False) & ~Q(answer=""),
                name="imr_query_is_answered_in_words",
            ),
            provenance_constraint("imr_query"),
        ]

    def __str__(self) -> str:
        return f"query {self.number} on IMR {self.imr_id}"

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
