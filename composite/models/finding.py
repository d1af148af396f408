"""What the checks of a composite chronology find, and what somebody decided about it."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q


class FindingStanding(models.TextChoices):
    OPEN = "OPEN", "To decide"
    ACCEPTED = "ACCEPTED", "It is so"
    DISMISSED = "DISMISSED", "Nothing in it"


class FindingQuerySet(models.QuerySet["ReconciliationFinding"]):
    def to_decide(self) -> Self:
        return self.filter(standing=FindingStanding.OPEN, gone_at__isnull=True)

    def shown(self) -> Self:
        """Leave out what is gone and nobody had decided: a file that was sent again mended it."""
        return self.exclude(standing=FindingStanding.OPEN, gone_at__isnull=False)

    def shown_with_questions(self) -> Self:
        """Leave out the same, but for what an agency was asked about: its answer is to be read."""
        asked = self.model.objects.filter(pk=OuterRef("pk"), questions__isnull=False)
        return self.filter(
            ~Q(standing=FindingStanding.OPEN) | Q(gone_at__isnull=True) | Exists(asked)
        )


class ReconciliationFinding(models.Model):
    """
    Something in the story that a person should look at. It changes nothing by itself.

    key: what it is, whenever the story is checked again: the same finding is never made twice.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    words = models.TextField(help_text="What was found, in one sentence")
    found_at = models.DateTimeField()
    gone_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when it is found no more"
    )
    standing = models.CharField(
        max_length=10, choices=FindingStanding, default=FindingStanding.OPEN
    )
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FindingQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"words", "reason"})
        plain = frozenset(
            {
                "id", "review", "code", "key", "found_at", "gone_at", "standing",
                "decided_at", "decided_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "key"], name="finding_is_made_once"),
            models.CheckConstraint(
                condition=Q(standing=FindingStanding.OPEN, reason="", decided_at__isnull=True)
                | ~Q(standing=FindingStanding.OPEN) & ~Q(reason="") & Q(decided_at__isnull=False),
                name="finding_decided_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"reconciliation finding {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.standing == FindingStanding.OPEN


class FindingEvent(models.Model):
    """One of the events that a finding is about."""

    finding = models.ForeignKey(
        ReconciliationFinding, on_delete=models.CASCADE, related_name="events"
    )
    event = models.UUIDField(help_text="ChronologyEntry.root")
    place = models.PositiveSmallIntegerField(help_text="In the order of the story, from 0")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "finding", "event", "place"})

    class Meta:
        ordering = ["finding", "place"]
        indexes = [models.Index(fields=["event"], name="finding_by_event")]
        constraints = [
            models.UniqueConstraint(fields=["finding", "event"], name="finding_names_an_event_once")
        ]

    def __str__(self) -> str:
        return f"event {self.place} of finding {self.finding_id}"


class CheckSwitch(models.Model):
    """That a check was turned off for a review, by whom and why."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    reason = models.TextField()
    turned_off_at = models.DateTimeField()
    turned_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"reason"})
        plain = frozenset({"id", "review", "code", "turned_off_at", "turned_off_by"})

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "check switches"
        constraints = [
            models.UniqueConstraint(fields=["review", "code"], name="check_is_turned_off_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="check_is_off_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"check {self.code} of review {self.review_id}, turned off"


class StoryCheck(models.Model):
    """When the checks last looked at a review's story, and how much of it there was."""

    review = models.OneToOneField("reviews.Review", on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    entries = models.PositiveIntegerField()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "review", "checked_at", "entries"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"check of the story of review {self.review_id}"
