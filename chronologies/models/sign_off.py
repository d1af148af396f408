from django.conf import settings
from django.db import models

from documents.models import Provenance, provenance_constraint


class ChronologySignOff(Provenance):
    """That somebody senior, who did not submit it, answers for a chronology."""

    submission = models.OneToOneField(
        "chronologies.ChronologySubmission", on_delete=models.PROTECT, related_name="sign_off"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Their account; empty for somebody without one",
    )
    full_name = models.CharField(max_length=200)
    signed_off_on = models.DateField()
    note = models.TextField(blank=True, help_text="What the senior person adds for the chair")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"full_name", "note"}
        plain = Provenance.Privacy.plain | {
            "id", "submission", "signed_by", "signed_off_on", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [provenance_constraint("chronology_sign_off")]

    def __str__(self) -> str:
        return f"sign-off {self.pk} of chronology submission {self.submission_id}"
