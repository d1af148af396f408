from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from panels.models import Meeting, Mode


class PollQuerySet(models.QuerySet["DatesPoll"]):
    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


class DatesPoll(models.Model):
    """
    Several days put to people for one meeting of the panel, until a last day to answer.

    It ends with a meeting on one of the days, or without one and why.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="dates_polls"
    )
    mode = models.CharField(max_length=10, choices=Mode)
    place = models.TextField(blank=True, help_text="Where it would be, or how to join")
    note = models.TextField(blank=True, help_text="What those asked should know; shown to them")
    opened_on = models.DateField()
    closing_on = models.DateField(help_text="The last day to answer")
    meeting = models.OneToOneField(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="found_by"
    )
    closed_because = models.TextField(blank=True, help_text="Why no meeting came of it")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PollQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"place", "note", "closed_because"})
        plain = frozenset(
            {
                "id", "review", "mode", "opened_on", "closing_on", "meeting", "closed_at",
                "closed_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closing_on__gte=F("opened_on")), name="poll_opens_before_it_closes"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, meeting__isnull=True, closed_because="")
                | Q(closed_at__isnull=False, meeting__isnull=False, closed_because="")
                | Q(closed_at__isnull=False, meeting__isnull=True) & ~Q(closed_because=""),
                name="poll_ends_with_a_meeting_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"dates poll {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("availability:poll", args=[self.review.reference, self.pk])

    # Questions

    @property
    def title(self) -> str:
        return f"Dates poll of {in_words(self.opened_on)}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def is_over(self, today: date) -> bool:
        """Test whether the last day to answer is past."""
        return today > self.closing_on

    def takes_answers(self, today: date) -> bool:
        return self.is_open and not self.is_over(today)


class OfferedDay(models.Model):
    """A day on which the meeting could be. Its times are those of the clock in London."""

    poll = models.ForeignKey(DatesPoll, on_delete=models.PROTECT, related_name="days")
    held_on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "poll", "held_on", "starts", "ends"})

    class Meta:
        ordering = ["held_on", "starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "held_on", "starts"],
                nulls_distinct=False,
                name="day_is_offered_once",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(starts__isnull=False, ends__gt=F("starts")),
                name="offered_day_starts_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"offered day {self.pk} of poll {self.poll_id}"

    # Questions

    @property
    def words(self) -> str:
        """The day and its times, such as "Tuesday 3 March 2026, 10:00 to 12:00"."""
        day = f"{self.held_on:%A} {in_words(self.held_on)}"
        times = " to ".join(f"{time:%H:%M}" for time in (self.starts, self.ends) if time)
        return f"{day}, {times}" if times else day

    @property
    def short(self) -> str:
        """The same where space is short, such as "Tue 3 Mar, 10:00"."""
        day = f"{self.held_on:%a} {self.held_on.day} {self.held_on:%b}"
        return f"{day}, {self.starts:%H:%M}" if self.starts else day


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
