from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.models.draft import Draft


class PanelAgreement(models.Model):
    """That the panel agreed a draft: on which day, and at which meeting, in which round or how."""

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="panel_agreement")
    agreed_on = models.DateField()
    meeting = models.ForeignKey(
        "panels.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreement_round = models.ForeignKey(
        "panels.AgreementRound", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    otherwise = models.CharField(
        max_length=200, blank=True, help_text="Such as by email, before this system"
    )
    reason = models.TextField(
        blank=True, help_text="Why the day is unusual, or why an objection did not stop it"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"otherwise", "reason"})
        plain = frozenset(
            {
                "id", "draft", "agreed_on", "meeting", "agreement_round", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, agreement_round__isnull=True, otherwise="")
                | Q(meeting__isnull=True, agreement_round__isnull=False, otherwise="")
                | Q(meeting__isnull=True, agreement_round__isnull=True) & ~Q(otherwise=""),
                name="panel_agreement_came_about_in_one_place",
            )
        ]

    def __str__(self) -> str:
        return f"agreement of the panel to draft {self.draft_id}"

    # Questions

    @property
    def where(self) -> str:
        """Where it was agreed, as one says it: "panel meeting 6"."""
        if self.meeting:
            return f"panel meeting {self.meeting.number}"
        return "a round of agreement" if self.agreement_round_id else self.otherwise
