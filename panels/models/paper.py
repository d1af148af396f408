from django.conf import settings
from django.db import models

from panels.models.meeting import Meeting


class Marking(models.TextChoices):
    OFFICIAL = "OFFICIAL", "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL_SENSITIVE", "OFFICIAL-SENSITIVE"


class MeetingPaper(models.Model):
    """A document put before a meeting, under a title of its own."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    marking = models.CharField(max_length=20, choices=Marking, default=Marking.OFFICIAL_SENSITIVE)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"title"})
        plain = frozenset({"id", "meeting", "document", "marking", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"paper {self.pk}"
