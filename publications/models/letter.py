from datetime import date
from typing import cast

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import Document, Provenance, Route, provenance_constraint
from publications.models.submission import QaSubmission


class QaOutcome(models.TextChoices):
    CLEARED = "CLEARED", "Cleared"
    CLEARED_WITH_CHANGES = "CLEARED_WITH_CHANGES", "Cleared subject to changes"
    FURTHER_WORK = "FURTHER_WORK", "Further work"


class QaLetter(Provenance):
    """
    What the Home Office wrote about one round, entered by the partnership.

    Its provenance is the letter itself: signed by `on_behalf_of`, dated `given_on`, the file in
    `original`. `text` is what it says, for its points and for the public page; the file is never
    published, since nobody sees all that a file holds.
    """

    submission = models.OneToOneField(QaSubmission, on_delete=models.PROTECT, related_name="letter")
    outcome = models.CharField(max_length=24, choices=QaOutcome)
    arrived_on = models.DateField(null=True, blank=True, help_text="Where not on its own date")
    text = models.TextField(blank=True, help_text="What it says, as it is to be published")
    is_typed = models.BooleanField(
        default=False, help_text="A person typed or changed the text: it is not what was read"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset({"text"})
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "submission", "outcome", "arrived_on", "is_typed", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            provenance_constraint("qa_letter"),
            models.CheckConstraint(
                condition=~Q(received_via=Route.PAGE), name="qa_letter_came_from_outside"
            ),
        ]

    def __str__(self) -> str:
        return f"letter about submission {self.submission_id}"

    # Questions

    @property
    def signatory(self) -> str:
        return self.on_behalf_of or ""

    @property
    def letter_on(self) -> date:
        return cast("date", self.given_on)  # a constraint of the table holds it

    @property
    def document(self) -> Document | None:
        return self.original

    @property
    def clears(self) -> bool:
        return self.outcome == QaOutcome.CLEARED

    @property
    def asks_for_changes(self) -> bool:
        return not self.clears
