from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import Provenance, provenance_constraint


class Extent(models.TextChoices):
    """How much an agency found in its records."""

    NOTHING = "NOTHING", "Nothing"
    LITTLE = "LITTLE", "A little"
    MUCH = "MUCH", "Much"


class ImrVersionQuerySet(models.QuerySet["ImrVersion"]):
    def accepted(self) -> Self:
        """Keep those that the panel accepted and has not taken back."""
        return self.filter(
            acceptances__isnull=False, acceptances__taken_back_at__isnull=True
        ).distinct()


class ImrVersion(Provenance):
    """
    One numbered version: the agency's own document, with its substance in fields beside it.

    It is written while it is a draft. Once it is put to the senior person it is frozen, with the
    hash of the whole; the senior gives it back, which opens it again, or signs it off for good.
    """

    imr = models.ForeignKey(
        "evidence.IndividualManagementReview", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    extent = models.CharField(max_length=10, choices=Extent, blank=True)
    facts = models.TextField(blank=True, help_text="What was found, in a few paragraphs")
    records_read = models.TextField(blank=True)
    staff_interviewed = models.TextField(blank=True, help_text="By post, not by name")
    interviews_cleared = models.TextField(
        blank=True, help_text="Whether the police agreed that possible witnesses be interviewed"
    )
    policy_and_training = models.TextField(blank=True, help_text="At the time, and since")
    feedback_to_staff_on = models.DateField(
        null=True, blank=True, help_text="The day the staff concerned were told what was found"
    )
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was put to the senior person, and frozen"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of the whole, once frozen")
    given_back_note = models.TextField(
        blank=True, help_text="What the senior person asked to change"
    )
    received_on = models.DateField(null=True, blank=True, help_text="The day it reached the panel")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ImrVersionQuerySet.as_manager()

    class Privacy:
        identifying = Provenance.Privacy.identifying | {
            "facts", "records_read", "staff_interviewed", "interviews_cleared",
            "policy_and_training", "given_back_note",
        }  # fmt: skip
        plain = Provenance.Privacy.plain | {
            "id", "imr", "number", "extent", "feedback_to_staff_on", "document", "submitted_at",
            "submitted_by", "sha256", "received_on", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["imr", "number"], name="imr_version_has_its_number"),
            models.UniqueConstraint(
                fields=["imr"],
                condition=Q(submitted_at__isnull=True),
                name="imr_is_written_in_one_version_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True, submitted_by__isnull=True, sha256="")
                | Q(submitted_at__isnull=False) & ~Q(sha256=""),
                name="imr_version_is_frozen_with_its_hash",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(submitted_at__isnull=False),
                name="imr_version_is_frozen_before_it_is_received",
            ),
            provenance_constraint("imr_version"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of IMR {self.imr_id}"

    # Questions

    @property
    def name(self) -> str:
        return f"Version {self.number}"

    @property
    def is_frozen(self) -> bool:
        return self.submitted_at is not None

    @property
    def is_signed_off(self) -> bool:
        return hasattr(self, "sign_off")

    @property
    def waits_for_sign_off(self) -> bool:
        return self.is_frozen and not self.is_signed_off

    @property
    def waits_to_be_sent(self) -> bool:
        """Test whether it is signed off, and kept back from the panel."""
        return self.is_signed_off and self.received_on is None

    @property
    def is_given_back(self) -> bool:
        """Test whether the senior person asked for changes that are still to be made."""
        return bool(self.given_back_note) and not self.is_frozen

    # Changes

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it. Raises ValueError where that would change what was frozen."""
        changed = set(kwargs.get("update_fields") or WRITTEN)
        was_frozen = ImrVersion.objects.filter(pk=self.pk, submitted_at__isnull=False)
        if changed & WRITTEN and self.pk and was_frozen.exists():
            raise ValueError("This version is frozen. Another version says what changed.")
        super().save(*args, **kwargs)


# What the author writes; the rest is what becomes of it.
WRITTEN = frozenset(
    {
        "extent", "facts", "records_read", "staff_interviewed", "interviews_cleared",
        "policy_and_training", "feedback_to_staff_on", "document",
    }
)  # fmt: skip
