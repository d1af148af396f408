from django.db import models
from django.db.models import Q

from actionplans.models.progress import Milestone, ProgressNote


class EvidenceFile(models.Model):
    """A further file that shows what a report says, or that a milestone was reached."""

    note = models.ForeignKey(
        ProgressNote, null=True, blank=True, on_delete=models.PROTECT, related_name="more_files"
    )
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.CASCADE, related_name="more_files"
    )
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "note", "milestone", "document"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(note__isnull=False) ^ Q(milestone__isnull=False),
                name="evidence_file_of_a_report_or_a_milestone",
            )
        ]

    def __str__(self) -> str:
        return f"evidence file {self.pk}"
