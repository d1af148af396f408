from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from panels.models.meeting import Meeting
from panels.models.member import PanelMember


class ItemKind(models.TextChoices):
    DISCUSSION = "DISCUSSION", "Discussion"
    DECISION = "DECISION", "Decision"
    ACTION = "ACTION", "Action"


class MeetingItemQuerySet(models.QuerySet["MeetingItem"]):
    def actions(self) -> Self:
        return self.filter(kind=ItemKind.ACTION)

    def open(self) -> Self:
        """Keep the actions that nobody has marked done."""
        return self.actions().filter(done_on__isnull=True)


class MeetingItem(models.Model):
    """
    One paragraph of a meeting's minutes: what was discussed or decided, or who is to do what.

    `heading` is the item of the agenda it was said under, as it was worded that day.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField(help_text="Within the meeting, from 1")
    kind = models.CharField(max_length=10, choices=ItemKind)
    heading = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    owner = models.ForeignKey(
        PanelMember, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    owner_words = models.CharField(
        max_length=200, blank=True, help_text="Whose action it is, when it is no member's"
    )
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_note = models.TextField(blank=True)
    done_recorded_at = models.DateTimeField(null=True, blank=True)
    done_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MeetingItemQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"heading", "words", "owner_words", "done_note"})
        plain = frozenset(
            {
                "id", "meeting", "number", "kind", "owner", "due_on", "done_on",
                "done_recorded_at", "done_recorded_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="meeting_item_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(kind=ItemKind.ACTION)
                | Q(owner__isnull=True, owner_words="", due_on__isnull=True, done_on__isnull=True),
                name="meeting_item_is_owed_only_as_an_action",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.ACTION) | Q(owner__isnull=False) | ~Q(owner_words=""),
                name="meeting_action_has_an_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False, done_recorded_at__isnull=False)
                | Q(done_on__isnull=True, done_recorded_at__isnull=True, done_note=""),
                name="meeting_action_done_on_and_recorded_together",
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.number} of meeting {self.meeting_id}"

    # Questions

    @property
    def is_action(self) -> bool:
        return self.kind == ItemKind.ACTION

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    @property
    def whose(self) -> str:
        return self.owner.full_name if self.owner else self.owner_words

    def is_late(self, today: date) -> bool:
        return not self.is_done and self.due_on is not None and self.due_on < today
