from datetime import date, datetime
from typing import Self
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from privacy.fields import IdentifyingListField

LONDON = ZoneInfo("Europe/London")


class Mode(models.TextChoices):
    IN_PERSON = "IN_PERSON", "In person"
    VIDEO = "VIDEO", "By video"
    HYBRID = "HYBRID", "In person and by video"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def ahead(self, today: date) -> Self:
        """Keep what is still to come, soonest first."""
        return self.filter(held_on__gte=today, called_off_on__isnull=True).order_by(
            "held_on", "starts", "number"
        )

    def past(self, today: date) -> Self:
        return self.filter(held_on__lt=today, called_off_on__isnull=True)


class Meeting(models.Model):
    """
    One meeting of the panel, planned or held. Day and times are those of the clock in London.

    `sequence` counts the changes that members must know of: when and how it meets, or that it
    does not. `called_sequence` is the last one they were told.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    mode = models.CharField(max_length=10, choices=Mode)
    place = models.TextField(blank=True, help_text="Where it is, or how to join")
    agenda = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    others_attending = IdentifyingListField(
        default=list, blank=True, help_text="Who came besides the members, and why"
    )
    debrief_offered = models.BooleanField(
        default=False, help_text="Members were offered somebody to talk to about what they read"
    )
    unusual_reason = models.TextField(blank=True)
    called_off_on = models.DateField(null=True, blank=True)
    called_off_because = models.TextField(blank=True)
    uid = models.UUIDField(default=uuid4, editable=False, unique=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    called_sequence = models.PositiveSmallIntegerField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minutes = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minutes_agreed_on = models.DateField(null=True, blank=True, help_text="Empty while a draft")
    minutes_agreed_at = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The later meeting that agreed them",
    )
    minutes_agreed_in = models.ForeignKey(
        "panels.AgreementRound",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The round that agreed them",
    )
    changed_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MeetingQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {"place", "agenda", "others_attending", "unusual_reason", "called_off_because"}
        )
        plain = frozenset(
            {
                "id", "review", "number", "held_on", "starts", "ends", "mode", "debrief_offered",
                "called_off_on", "uid", "sequence", "called_sequence", "called_at", "called_by",
                "minutes", "minutes_agreed_on", "minutes_agreed_at", "minutes_agreed_in",
                "changed_at", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-held_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="meeting_has_its_own_number"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(starts__isnull=False, ends__gt=F("starts")),
                name="meeting_starts_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(called_at__isnull=True, called_sequence__isnull=True)
                | Q(called_at__isnull=False, called_sequence__lte=F("sequence")),
                name="meeting_called_at_and_sequence_together",
            ),
            models.CheckConstraint(
                condition=Q(called_off_on__isnull=False) | Q(called_off_because=""),
                name="meeting_says_why_only_when_called_off",
            ),
            models.CheckConstraint(
                condition=Q(minutes_agreed_at__isnull=True, minutes_agreed_in__isnull=True)
                | Q(minutes_agreed_on__isnull=False)
                & (Q(minutes_agreed_at__isnull=True) | Q(minutes_agreed_in__isnull=True)),
                name="meeting_minutes_agreed_in_one_place",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("panels:meeting", args=[self.review.reference, self.number])

    # Questions

    @property
    def name(self) -> str:
        return f"Meeting {self.number}"

    @property
    def starts_at(self) -> datetime | None:
        """The moment it starts, in Europe/London; None where only the day is known."""
        if self.starts is None:
            return None
        return datetime.combine(self.held_on, self.starts, tzinfo=LONDON)

    @property
    def ends_at(self) -> datetime | None:
        if self.ends is None:
            return None
        return datetime.combine(self.held_on, self.ends, tzinfo=LONDON)

    @property
    def is_called(self) -> bool:
        return self.called_sequence is not None

    @property
    def is_called_off(self) -> bool:
        return self.called_off_on is not None

    @property
    def members_know(self) -> bool:
        """Test whether members were told how it stands now."""
        return self.called_sequence == self.sequence

    @property
    def has_agreed_minutes(self) -> bool:
        return self.minutes_agreed_on is not None

    @property
    def minutes_agreed_where(self) -> str:
        """Where the minutes were agreed: "at meeting 4", "in a round"; empty where not said."""
        if self.minutes_agreed_at:
            return f"at {self.minutes_agreed_at.name.lower()}"
        return "in a round of agreement" if self.minutes_agreed_in_id else ""

    def is_ahead(self, today: date) -> bool:
        return self.held_on > today and not self.is_called_off

    def can_have_been_held(self, today: date) -> bool:
        return self.held_on <= today and not self.is_called_off

    def must_tell(self, today: date) -> bool:
        """Test whether members have still to hear of it as it stands."""
        return self.held_on >= today and not self.is_called_off and not self.members_know

    def must_tell_when_off(self, today: date) -> bool:
        """Test whether members would come if nobody told them that it is off."""
        return self.is_called and self.held_on >= today

    def heading_at(self, place: str) -> str:
        """Return an item of the agenda by its place, counted from 1; nothing for another."""
        headings = dict(enumerate(self.agenda, 1))
        return headings.get(int(place), "") if place.isdecimal() else ""

    def place_of(self, heading: str) -> int:
        """Return the place of an item on the agenda, counted from 1; 0 for what is not on it."""
        return self.agenda.index(heading) + 1 if heading in self.agenda else 0
