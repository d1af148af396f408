from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from documents.models import Provenance, provenance_constraint
from reports.models.draft import Draft


class DraftPart(models.TextChoices):
    REPORT = "REPORT", "Overview report"
    SUMMARY = "SUMMARY", "Executive summary"


class Disposition(models.TextChoices):
    """What became of a comment."""

    ADOPTED = "ADOPTED", "Adopted"
    IN_PART = "IN_PART", "Adopted in part"
    NOT_ADOPTED = "NOT_ADOPTED", "Not adopted"


class DraftCommentQuerySet(models.QuerySet["DraftComment"]):
    def open(self) -> Self:
        """Keep those of which nobody has said yet what becomes of them."""
        return self.filter(disposition="")


class DraftComment(Provenance):
    """
    What somebody says of one paragraph of a draft, or of the whole, and what became of it.

    What the bereaved say of a draft stays in their own compartment (`families`), never here.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="comments")
    part = models.CharField(max_length=10, choices=DraftPart, default=DraftPart.REPORT)
    paragraph = models.CharField(
        max_length=10, blank=True, help_text="Its number, such as 4.2; empty for the whole"
    )
    words = models.TextField()
    release = models.ForeignKey(
        "reports.DraftRelease",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="comments",
        help_text="The copy that was looked at, where somebody without an account wrote this",
    )
    disposition = models.CharField(max_length=12, choices=Disposition, blank=True)
    reason = models.TextField(blank=True, help_text="Why, in words its author can read")
    changed_where = models.CharField(
        max_length=200, blank=True, help_text="Where the text changed, such as 4.2 of draft 3"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DraftCommentQuerySet.as_manager()

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset(
            {"words", "reason", "changed_where"}
        )
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "draft", "part", "paragraph", "release", "disposition", "settled_at",
                "settled_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            provenance_constraint("draft_comment"),
            models.CheckConstraint(condition=~Q(words=""), name="draft_comment_says_something"),
            models.CheckConstraint(
                condition=Q(disposition="", reason="", changed_where="", settled_at__isnull=True)
                | ~Q(disposition="") & ~Q(reason="") & Q(settled_at__isnull=False),
                name="draft_comment_settled_at_and_why_together",
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on draft {self.draft_id}"

    # Questions

    @property
    def is_open(self) -> bool:
        return not self.disposition

    @property
    def is_on_summary(self) -> bool:
        return self.part == DraftPart.SUMMARY

    @property
    def whose(self) -> str:
        """Who said it: whoever entered it, or the one it was entered for."""
        if self.is_on_behalf:
            return self.on_behalf_of or ""
        if self.release:
            name: str = self.release.reader_name
            return name
        return self.recorded_by.full_name if self.recorded_by else "the command line"

    @property
    def made_on(self) -> date:
        return self.given_on or localdate(self.recorded_at)

    @property
    def place(self) -> str:
        """What it is about, in words: "Overview report, paragraph 4.2"."""
        part = self.get_part_display()
        return f"{part}, paragraph {self.paragraph}" if self.paragraph else f"{part}, as a whole"
