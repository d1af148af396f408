"""A file of the composite that takes longer to make than somebody waits for a page."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from documents.kinds import DocumentKind
from privacy.fields import IdentifyingTextField

KEPT_FOR = timedelta(days=3)  # local default: long enough for a weekend; it names people
SILENT = timedelta(minutes=10)  # a worker that says nothing for so long has died
TRIES = 3
KINDS = (DocumentKind.CSV, DocumentKind.XLSX, DocumentKind.DOCX, DocumentKind.PDF)


class ExportState(models.TextChoices):
    WAITING = "WAITING", "Waiting for its turn"
    MAKING = "MAKING", "Being made"
    READY = "READY", "Ready"
    FAILED = "FAILED", "Not made"


TONES = {
    ExportState.WAITING: "plain",
    ExportState.MAKING: "underway",
    ExportState.READY: "done",
    ExportState.FAILED: "late",
}


class CompositeExportQuerySet(models.QuerySet["CompositeExport"]):
    def unfinished(self) -> Self:
        return self.filter(state__in=[ExportState.WAITING, ExportState.MAKING])

    def being_made(self, at: datetime) -> Self:
        return self.filter(state=ExportState.MAKING, alive_at__gte=at - SILENT)

    def to_make(self, at: datetime) -> Self:
        """Keep what nobody makes: it waits, or who made it has died."""
        died = Q(state=ExportState.MAKING, alive_at__lt=at - SILENT)
        return self.filter(Q(state=ExportState.WAITING) | died)

    def left_behind(self, at: datetime) -> Self:
        """Keep what should have been begun by now."""
        return self.to_make(at).filter(asked_at__lt=at - SILENT)

    def old(self, at: datetime) -> Self:
        return self.filter(asked_at__lt=at - KEPT_FOR)


class CompositeExport(models.Model):
    """
    A file that one person asked for, for that person alone. It is deleted after some days.

    wanted: which part of the story, as data. about: the same in words.
    done: how many entries are laid out, of `entries`. alive_at: when that was last said.
    holds_unreleased: it was made for somebody who reads files before their release.
    stored_as: where its bytes lie.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=DocumentKind)
    is_named = models.BooleanField()
    wanted = IdentifyingTextField()
    about = IdentifyingTextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=ExportState, default=ExportState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    alive_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    holds_unreleased = models.BooleanField(default=False)
    stored_as = models.CharField(max_length=60, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes")
    fault = models.TextField(blank=True, help_text="Why it was not made, in words fit to show")

    objects = CompositeExportQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"wanted", "about"})
        plain = frozenset(
            {
                "id", "review", "kind", "is_named", "asked_at", "asked_by", "state", "tries",
                "entries", "done", "alive_at", "made_at", "holds_unreleased", "stored_as", "size",
                "fault",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="composite_export_kind"),
            models.CheckConstraint(
                condition=Q(done__lte=F("entries")), name="composite_export_lays_out_what_there_is"
            ),
            models.CheckConstraint(
                condition=Q(state=ExportState.READY, made_at__isnull=False) & ~Q(stored_as="")
                | ~Q(state=ExportState.READY) & Q(made_at__isnull=True, stored_as=""),
                name="composite_export_is_there_when_ready",
            ),
            models.CheckConstraint(
                condition=Q(state=ExportState.FAILED) ^ Q(fault=""),
                name="composite_export_failed_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"export {self.pk} of the composite of review {self.review_id}"

    # Questions

    @property
    def is_unfinished(self) -> bool:
        return self.state in (ExportState.WAITING, ExportState.MAKING)

    @property
    def is_ready(self) -> bool:
        return self.state == ExportState.READY

    @property
    def tone(self) -> str:
        return TONES[ExportState(self.state)]

    @property
    def progress(self) -> str:
        """How far it is, as "1,200 of 10,138 entries laid out"."""
        return f"{self.done:,} of {self.entries:,} entries laid out"

    @property
    def take_id(self) -> str:
        """The id on its page of the link that fetches it."""
        return f"take-{self.pk}"

    @property
    def drop_id(self) -> str:
        return f"drop-{self.pk}"

    @property
    def goes(self) -> datetime:
        """When it is deleted."""
        return self.asked_at + KEPT_FOR
