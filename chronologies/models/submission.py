from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from chronologies.cycle import ANSWERED_FOR, HANDED_IN, HAS_ROWS, TONES, SubmissionState
from documents.models import Provenance, provenance_constraint

if TYPE_CHECKING:
    from chronologies.models.sign_off import ChronologySignOff

USUAL_READING = timedelta(minutes=5)


class ChronologySubmissionQuerySet(models.QuerySet["ChronologySubmission"]):
    def latest_of_each(self) -> Self:
        """Keep the last file of each agency, whatever became of it."""
        later = ChronologySubmission.objects.filter(
            involvement=OuterRef("involvement"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))

    def with_earlier(self) -> Self:
        """Tell of each file the number of the agency's last one before it that could be read."""
        earlier = ChronologySubmission.objects.filter(
            involvement=OuterRef("involvement"),
            number__lt=OuterRef("number"),
            state__in=HAS_ROWS,
        )
        last = earlier.order_by("-number").values("number")[:1]
        return self.annotate(earlier_number=Subquery(last))

    def to_release(self) -> Self:
        """Keep what is signed off and newer than anything of its agency that is released."""
        later = ChronologySubmission.objects.filter(
            involvement=OuterRef("involvement"),
            number__gt=OuterRef("number"),
            state__in=ANSWERED_FOR,
        )
        return self.filter(~Exists(later), state=SubmissionState.SIGNED_OFF)

    def left_behind(self, at: datetime) -> Self:
        """Keep what should have been read by now."""
        begun = Coalesce("columns_chosen_at", "received_at")
        return self.alias(begun=begun).filter(
            state=SubmissionState.RECEIVED, begun__lt=at - USUAL_READING
        )


class ChronologySubmission(Provenance):
    """
    One file of one agency, and how far it has come. A later one never edits an earlier one.

    rows_read = imported + rejected + declared blank + set aside, always.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="chronologies"
    )
    number = models.PositiveIntegerField(help_text="Counted for each agency in each review")
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        max_length=20, choices=SubmissionState, default=SubmissionState.RECEIVED
    )
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    rows_in_file = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="Of a long file, while it is read: all that stand in its tables",
    )
    rows_so_far = models.PositiveIntegerField(
        default=0, db_default=0, help_text="How many of them are read"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    fault = models.TextField(blank=True, help_text="Why the file cannot be read")

    # What was understood
    tables = models.JSONField(
        default=list, help_text="Each table: columns as understood, remarks, rows left out and why"
    )
    other_tables = models.JSONField(default=list, help_text="Tables that are no chronology, why")
    columns_chosen_at = models.DateTimeField(
        null=True, blank=True, help_text="When a person said what the columns hold"
    )
    columns_chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    columns_wanted = models.JSONField(
        null=True,
        blank=True,
        help_text="What a person said of the columns of a long file that is read anew",
    )
    columns_fault = models.TextField(
        blank=True,
        default="",
        db_default="",
        help_text="Why it could not be read so; its rows are as before",
    )
    rows_read = models.PositiveIntegerField(default=0)
    rows_imported = models.PositiveIntegerField(default=0)
    rows_rejected = models.PositiveIntegerField(default=0)
    rows_blank = models.PositiveIntegerField(default=0)
    rows_set_aside = models.PositiveIntegerField(default=0)

    # What people did with it
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_back_note = models.TextField(blank=True, help_text="What is to be changed")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_because = models.TextField(blank=True)

    objects = ChronologySubmissionQuerySet.as_manager()

    if TYPE_CHECKING:
        sign_off: ChronologySignOff

    class Privacy:
        identifying = Provenance.Privacy.identifying | {
            "fault", "tables", "other_tables", "columns_fault", "given_back_note",
            "taken_back_because",
        }  # fmt: skip
        plain = Provenance.Privacy.plain | {
            "id", "involvement", "number", "document", "state", "received_at", "received_by",
            "rows_in_file", "rows_so_far", "read_at", "rows_read", "rows_imported",
            "rows_rejected", "rows_blank", "rows_set_aside", "submitted_at", "submitted_by",
            "released_at", "released_by",
            "taken_back_at", "taken_back_by", "columns_chosen_at", "columns_chosen_by",
            "columns_wanted",
        }  # fmt: skip

    class Meta:
        ordering = ["involvement", "-number"]
        constraints = [
            provenance_constraint("chronology"),
            models.UniqueConstraint(
                fields=["involvement", "number"], name="chronology_number_names_one"
            ),
            models.CheckConstraint(
                condition=Q(
                    rows_read=F("rows_imported")
                    + F("rows_rejected")
                    + F("rows_blank")
                    + F("rows_set_aside")
                ),
                name="chronology_accounts_for_every_row",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.UNREADABLE) ^ Q(fault=""),
                name="chronology_says_why_it_cannot_be_read",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.RECEIVED) ^ Q(read_at__isnull=False),
                name="chronology_says_when_it_was_read",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        SubmissionState.SUBMITTED,
                        SubmissionState.SIGNED_OFF,
                        SubmissionState.RELEASED,
                    ]
                )
                ^ Q(submitted_at__isnull=True),
                name="chronology_says_when_it_was_submitted",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=False) | Q(submitted_by__isnull=True),
                name="chronology_submitted_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.RELEASED) ^ Q(released_at__isnull=True),
                name="chronology_says_when_it_was_released",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=False) | Q(released_by__isnull=True),
                name="chronology_released_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                ^ ~Q(taken_back_because=""),
                name="chronology_taken_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"chronology submission {self.pk}"

    def get_absolute_url(self) -> str:
        return self.address("submission")

    # Questions

    @property
    def name(self) -> str:
        return f"Submission {self.number}"

    @property
    def tone(self) -> str:
        return TONES[SubmissionState(self.state)]

    @property
    def is_being_read(self) -> bool:
        return self.state == SubmissionState.RECEIVED

    @property
    def progress(self) -> str:
        """Say how far a file is that is being read."""
        if not self.rows_in_file:
            return "The file is being read."
        if self.rows_so_far < self.rows_in_file:
            return f"{self.rows_so_far:,} of {self.rows_in_file:,} rows are read."
        return f"All {self.rows_in_file:,} rows are read. They are being kept now."

    @property
    def columns_problem(self) -> str:
        return (
            f"It could not be read with the columns that were chosen. {self.columns_fault} What is "
            "below is as it was before."
        )

    @property
    def is_unreadable(self) -> bool:
        return self.state == SubmissionState.UNREADABLE

    @property
    def has_rows(self) -> bool:
        return self.state in HAS_ROWS

    @property
    def is_open(self) -> bool:
        """Test whether its rows can be mended."""
        return self.state == SubmissionState.READ

    @property
    def is_handed_in(self) -> bool:
        return self.state in HANDED_IN

    @property
    def waits_for_sign_off(self) -> bool:
        return self.state == SubmissionState.SUBMITTED

    @property
    def is_signed_off(self) -> bool:
        return self.state in ANSWERED_FOR

    @property
    def waits_for_release(self) -> bool:
        return self.state == SubmissionState.SIGNED_OFF

    @property
    def is_released(self) -> bool:
        return self.state == SubmissionState.RELEASED

    @property
    def is_given_back(self) -> bool:
        return self.is_open and bool(self.given_back_note)

    @property
    def counts(self) -> str:
        """Say what became of the rows, in one sentence that adds up."""
        parts = [
            counted(self.rows_imported, "entry", "entries"),
            counted(self.rows_rejected, "to mend", "to mend") if self.rows_rejected else "",
            counted(self.rows_set_aside, "set aside", "set aside") if self.rows_set_aside else "",
            counted(self.rows_blank, "blank", "blank") if self.rows_blank else "",
        ]
        return f"{counted(self.rows_read, 'row', 'rows')}: {', '.join(filter(None, parts))}."

    def address(self, page: str, *more: object) -> str:
        """Return where a page about it is. Fetch the involvement's review with it."""
        place = [self.involvement.review.reference, self.involvement_id, self.number]
        return reverse(f"chronologies:{page}", args=[*place, *more])

    def earlier(self) -> ChronologySubmissionQuerySet:
        """Return the agency's files before this one that could be read, the first first."""
        return ChronologySubmission.objects.filter(
            involvement=self.involvement_id, number__lt=self.number, state__in=HAS_ROWS
        ).order_by("number")

    def takes_long(self, at: datetime) -> bool:
        begun = self.columns_chosen_at or self.received_at
        return self.is_being_read and begun < at - USUAL_READING


def counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
