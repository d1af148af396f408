from datetime import date, time
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from chronologies.dates.precision import Precision, TimePrecision


class ChronologyEntryQuerySet(models.QuerySet["ChronologyEntry"]):
    def in_story_order(self) -> Self:
        return self.order_by("story_key")

    def undated(self) -> Self:
        """Keep those whose day nobody has given, nor said that it is not known."""
        return self.filter(precision=Precision.UNKNOWN, date_given="")


class ChronologyEntry(models.Model):
    """
    One dated event, in the words of the agency that recorded it.

    The words are evidence, byte for byte. Nothing here edits `what_happened`; a correction is a
    row of a later submission. What was understood of the date stands beside the words of it.

    `root` is the event as its agency tells it: the same in every later submission in which the
    row survives, changed or not. What the panel makes of an event points at its root.
    """

    submission = models.ForeignKey(
        "chronologies.ChronologySubmission", on_delete=models.PROTECT, related_name="entries"
    )
    row = models.OneToOneField(
        "chronologies.ChronologyRow", on_delete=models.PROTECT, related_name="entry"
    )

    root = models.UUIDField(default=uuid4, editable=False)

    # When
    raw_date = models.TextField(blank=True, help_text="As the file has it")
    date_given = models.TextField(blank=True, help_text="What somebody typed on the page instead")
    happened_from = models.DateField(null=True, blank=True, help_text="Empty where unbounded")
    happened_to = models.DateField(null=True, blank=True, help_text="Inclusive")
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.UNKNOWN)
    doubt = models.BooleanField(default=False)
    raw_time = models.TextField(blank=True)
    time_from = models.TimeField(null=True, blank=True)
    time_to = models.TimeField(null=True, blank=True)
    time_precision = models.CharField(
        max_length=10, choices=TimePrecision, default=TimePrecision.UNKNOWN
    )
    reading_notes = models.JSONField(default=list, help_text="What a person should look at")

    # What
    what_happened = models.TextField()
    source = models.TextField(blank=True)
    subjects = models.TextField(blank=True)
    present = models.TextField(blank=True)
    location = models.TextField(blank=True)
    action_taken = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    child_seen = models.TextField(blank=True)
    seen_alone = models.TextField(blank=True)
    disclosure = models.TextField(blank=True)
    risk_assessment = models.TextField(blank=True)
    referral = models.TextField(blank=True)
    comment = models.TextField(blank=True, help_text="The agency's view, apart from the fact")
    significance = models.TextField(blank=True)
    enquiry = models.TextField(blank=True)
    recorded_on = models.TextField(blank=True)
    sequence = models.TextField(blank=True)
    notes = models.JSONField(default=list, help_text="Heading and words of all other columns")

    story_key = models.TextField(db_collation="C", help_text="Sorts as the story does")

    objects = ChronologyEntryQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "raw_date", "date_given", "happened_from", "happened_to", "raw_time",
                "reading_notes", "what_happened", "source", "subjects", "present", "location",
                "action_taken", "decision", "child_seen", "seen_alone", "disclosure",
                "risk_assessment", "referral", "comment", "significance", "enquiry",
                "recorded_on", "sequence", "notes", "story_key",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "submission", "row", "root", "precision", "doubt", "time_from", "time_to",
                "time_precision",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["story_key"]
        verbose_name_plural = "chronology entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(happened_from__isnull=True)
                | Q(happened_to__isnull=True)
                | Q(happened_from__lte=F("happened_to")),
                name="entry_starts_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(happened_from__isnull=True, happened_to__isnull=True)
                ^ ~Q(precision=Precision.UNKNOWN),
                name="entry_has_a_day_unless_it_is_unknown",
            ),
            models.UniqueConstraint(
                fields=["submission", "story_key"], name="entry_has_one_place_in_the_story"
            ),
            models.UniqueConstraint(
                fields=["submission", "root"], name="entry_stands_once_in_its_submission"
            ),
        ]
        indexes = [
            models.Index(fields=["story_key"], name="entry_in_story_order"),
            models.Index(fields=["root"], name="entry_by_root"),
        ]

    def __str__(self) -> str:
        return f"chronology entry {self.pk}"  # no words from the evidence in logs

    # Questions

    @property
    def is_undated(self) -> bool:
        return self.precision == Precision.UNKNOWN

    @property
    def asks_for_its_date(self) -> bool:
        return self.is_undated and not self.date_given

    @property
    def happened_on(self) -> date | None:
        """The day, where it is known to the day."""
        return self.happened_from if self.precision == Precision.EXACT else None

    @property
    def time(self) -> time | None:
        """The time that stands in the words. "Evening" is a part of the day, not a time."""
        return None if self.time_precision == TimePrecision.PART_OF_DAY else self.time_from
