"""What is said of an action as it goes on, and what of it was checked. Only ever added to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.cycle import DONE, ActionStatus
from actionplans.models.action import Action
from documents.models import Provenance, provenance_constraint

if TYPE_CHECKING:
    from actionplans.models.evidence_file import EvidenceFile


class Milestone(models.Model):
    """One step on the way of an action; once done, what shows it."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    text = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True, help_text="What shows that it was done")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text", "evidence"})
        plain = frozenset(
            {"id", "action", "due_on", "done_on", "document", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="milestone_says_something"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(evidence="", document__isnull=True),
                name="milestone_has_evidence_once_done",
            ),
        ]

    def __str__(self) -> str:
        return f"milestone {self.pk} of action {self.action_id}"

    # Questions

    further: "Sequence[EvidenceFile]" = ()  # files; set by whoever fetches the log of an action

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


class ProgressNote(Provenance):
    """
    What was said on one day of how an action goes, and the status it claims.

    Only ever added to. `claims` is empty where the status stays as it was.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="progress_notes")
    on = models.DateField(help_text="The day it is true of; where it is done, the day it was done")
    words = models.TextField()
    claims = models.CharField(max_length=20, choices=ActionStatus, blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"words"}
        plain = Provenance.Privacy.plain | {
            "id", "action", "on", "claims", "document", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            provenance_constraint("progress_note"),
            models.CheckConstraint(condition=~Q(words=""), name="progress_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"progress note {self.pk} of action {self.action_id}"

    # Questions

    further: "Sequence[EvidenceFile]" = ()  # files; set by whoever fetches the log of an action

    @property
    def says_done(self) -> bool:
        return self.claims in DONE

    @property
    def claim(self) -> str:
        """What it says of how the action stands. That it was checked is for somebody else."""
        return "Done" if self.says_done else self.get_claims_display()

    @property
    def reported_by(self) -> str:
        """The name of whoever said so."""
        if self.is_on_behalf:
            return self.on_behalf_of or ""
        return self.recorded_by.full_name if self.recorded_by else ""


class Assurance(models.Model):
    """
    That somebody who neither owns the action nor reported it done checked whether it is.

    `holds` is what they found: it is done, or more is to be done.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assurances")
    note = models.ForeignKey(
        ProgressNote,
        on_delete=models.PROTECT,
        related_name="assurances",
        help_text="What it checks",
    )
    assured_on = models.DateField()
    holds = models.BooleanField()
    words = models.TextField(help_text="What was looked at, and what it showed")
    despite = models.TextField(
        blank=True, help_text="Why it holds although what was asked and what was said disagree"
    )
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"words", "despite"})
        plain = frozenset(
            {
                "id", "action", "note", "assured_on", "holds", "document", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="assurance_says_what_it_looked_at")
        ]

    def __str__(self) -> str:
        return f"assurance {self.pk} of action {self.action_id}"
