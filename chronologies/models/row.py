from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class Outcome(models.TextChoices):
    """What became of a row of a file. Each row has exactly one."""

    ENTRY = "ENTRY", "An entry"
    REJECTED = "REJECTED", "To mend"
    BLANK = "BLANK", "Declared blank"
    SET_ASIDE = "SET_ASIDE", "Set aside"


class ChronologyRowQuerySet(models.QuerySet["ChronologyRow"]):
    def rejected(self) -> Self:
        return self.filter(outcome=Outcome.REJECTED)

    def set_aside(self) -> Self:
        return self.filter(outcome=Outcome.SET_ASIDE)


class ChronologyRow(models.Model):
    """
    One row of an agency's file, in the file's own coordinates and words.

    `words` and `notes` are what stands in the file and are never changed. What somebody typed on
    the page instead is in `mended`, by the same names of columns.
    """

    submission = models.ForeignKey(
        "chronologies.ChronologySubmission", on_delete=models.PROTECT, related_name="rows"
    )
    number = models.PositiveIntegerField(help_text="The nth row of data in the whole file")
    table = models.TextField(blank=True, help_text="The table or sheet; empty where there is one")
    own_row = models.PositiveIntegerField(help_text="The row as whoever has the file counts")
    words = models.JSONField(default=dict, help_text="By column, as in the file")
    headings = models.JSONField(default=dict, help_text="What the file calls these columns")
    notes = models.JSONField(default=list, help_text="Heading and words of all other columns")
    reading = models.JSONField(default=dict, help_text="What was understood of its date")
    faults = models.JSONField(default=dict, help_text="Words that cannot be had, by column")
    is_hidden = models.BooleanField(default=False, help_text="In the file")
    outcome = models.CharField(max_length=10, choices=Outcome)
    errors = models.JSONField(default=list, help_text="Column, found and wanted of each fault")
    mended = models.JSONField(default=dict, help_text="What the agency typed on the page")
    mended_at = models.DateTimeField(null=True, blank=True)
    mended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    set_aside_because = models.TextField(blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ChronologyRowQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "table", "words", "headings", "notes", "reading", "faults", "errors", "mended",
                "set_aside_because",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "submission", "number", "own_row", "is_hidden", "outcome", "mended_at",
                "mended_by", "set_aside_at", "set_aside_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["submission", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "number"], name="chronology_row_stands_once_in_its_file"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[Outcome.REJECTED, Outcome.SET_ASIDE]) ^ Q(errors=[]),
                name="chronology_row_is_rejected_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.SET_ASIDE) ^ Q(set_aside_because=""),
                name="chronology_row_is_set_aside_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.SET_ASIDE) ^ Q(set_aside_at__isnull=True),
                name="chronology_row_says_when_it_was_set_aside",
            ),
            models.CheckConstraint(
                condition=Q(mended={}) ^ Q(mended_at__isnull=False),
                name="chronology_row_says_when_it_was_mended",
            ),
        ]

    def __str__(self) -> str:
        return f"row {self.number} of chronology submission {self.submission_id}"

    # Questions

    @property
    def place(self) -> str:
        """Where to look in the file: "Table 2, row 14"."""
        return ", ".join(filter(None, (self.table, f"row {self.own_row}")))

    def now(self, column: str) -> str:
        """Return the words that count: what somebody typed on the page, or what the file says."""
        found: str = self.mended.get(column, self.words.get(column, ""))
        return found

    @property
    def as_in_file(self) -> list[tuple[str, str]]:
        """What stands in each column, under the file's own headings, with what it was read as."""
        known = [(self.headings.get(column) or column, text) for column, text in self.words.items()]
        return [*known, *((heading or "No heading", text) for heading, text in self.notes)]
