from django.conf import settings
from django.db import models
from django.db.models import Q

from panels.models.meeting import Meeting
from panels.models.member import PanelMember


class MinutesCorrection(models.Model):
    """What somebody asked to be corrected in draft minutes, and whether it was. Only added."""

    append_only = True

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="corrections")
    asked_by = models.ForeignKey(
        PanelMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by_words = models.CharField(
        max_length=200, blank=True, help_text="Who asked, when it was no member"
    )
    asked_on = models.DateField()
    what = models.TextField()
    is_made = models.BooleanField(help_text="Whether the minutes were changed accordingly")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"asked_by_words", "what"})
        plain = frozenset(
            {"id", "meeting", "asked_by", "asked_on", "is_made", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by__isnull=False, asked_by_words="")
                | Q(asked_by__isnull=True) & ~Q(asked_by_words=""),
                name="minutes_correction_says_who_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"correction {self.pk} of meeting {self.meeting_id}"

    # Questions

    @property
    def whose(self) -> str:
        return self.asked_by.full_name if self.asked_by else self.asked_by_words
