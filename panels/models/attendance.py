from django.conf import settings
from django.db import models
from django.db.models import Q

from panels.models.meeting import Meeting
from panels.models.member import PanelMember


class Presence(models.TextChoices):
    PRESENT = "PRESENT", "Came"
    APOLOGIES = "APOLOGIES", "Sent apologies"
    SUBSTITUTE = "SUBSTITUTE", "Sent somebody in their place"
    BRIEFED = "BRIEFED", "Was briefed instead"
    ABSENT = "ABSENT", "Did not come"


class Attendance(models.Model):
    """Whether one member came to one meeting, or who came for them."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="attendance")
    presence = models.CharField(max_length=10, choices=Presence)
    substitute = models.CharField(max_length=200, blank=True, help_text="Name and job title")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"substitute"})
        plain = frozenset({"id", "meeting", "member", "presence", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"], name="attendance_once_for_each_member"
            ),
            models.CheckConstraint(
                condition=(Q(presence=Presence.SUBSTITUTE) & ~Q(substitute=""))
                | (~Q(presence=Presence.SUBSTITUTE) & Q(substitute="")),
                name="attendance_names_a_substitute_when_one_came",
            ),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"

    # Questions

    @property
    def is_represented(self) -> bool:
        """Test whether the member, or somebody for them, was in the room."""
        return self.presence in {Presence.PRESENT, Presence.SUBSTITUTE}
