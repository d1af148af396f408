from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from privacy.fields import IdentifyingDateField


class Purpose(models.TextChoices):
    """What every review is for. The same six limbs in all of them, in our words."""

    LEARN = "LEARN", "Learn from how people and organisations worked, alone and together"
    CHANGE = "CHANGE", "Say what must change, who will do it, by when, and what will be different"
    APPLY = "APPLY", "Bring what is learnt into services, policies and procedures"
    PREVENT = "PREVENT", "Help prevent such deaths, and improve how everybody meets domestic abuse"
    UNDERSTAND = "UNDERSTAND", "Understand domestic abuse better, and what those harmed live with"
    GOOD_PRACTICE = "GOOD_PRACTICE", "Show what was done well"


def every_purpose() -> list[str]:
    return list(Purpose.values)


class PeriodForm(models.TextChoices):
    """How much of the period under review is printed. The last day would give the death away."""

    MONTHS = "MONTHS", "Months and years"
    YEARS = "YEARS", "Years only"
    TO_DEATH = "TO_DEATH", "From a month until the death"


class TermsQuerySet(models.QuerySet["TermsOfReference"]):
    def drafts(self) -> Self:
        return self.filter(agreed_on__isnull=True)

    def agreed(self) -> Self:
        return self.filter(agreed_on__isnull=False)


class TermsOfReference(models.Model):
    """
    One version of what a review asks, of whom and how, as data.

    It is written while a draft; there is one draft at a time. Once agreed it never changes:
    `agreed_as` keeps what was agreed exactly as it prints, by `sha256`, whatever becomes of the
    records it was made from. To change anything is to begin the next version.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="terms_of_reference"
    )
    number = models.PositiveSmallIntegerField()
    period_from = IdentifyingDateField(null=True, blank=True)
    period_to = IdentifyingDateField(
        null=True, blank=True, help_text="Usually the day of the death, so never printed"
    )
    period_form = models.CharField(max_length=10, choices=PeriodForm, default=PeriodForm.MONTHS)
    period_rationale = models.TextField(blank=True)
    outside_period = models.TextField(
        blank=True, help_text="What is looked at although it lies outside the period"
    )
    purposes = ArrayField(
        models.CharField(max_length=20, choices=Purpose), default=every_purpose, blank=True
    )
    subjects = models.ManyToManyField("reviews.Person", related_name="+", blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_at_meeting = models.ForeignKey(
        "panels.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_in_round = models.ForeignKey(
        "panels.AgreementRound", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_otherwise = models.CharField(
        max_length=200, blank=True, help_text="Such as a meeting held before this system"
    )
    agreed_reason = models.TextField(
        blank=True, help_text="Why the day is unusual, or why an objection did not stop it"
    )
    agreed_as = models.JSONField(null=True, blank=True, help_text="As it prints, frozen")
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of the text as agreed")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TermsQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "period_from", "period_to", "period_rationale", "outside_period",
                "agreed_otherwise", "agreed_reason", "agreed_as",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "review", "number", "period_form", "purposes", "agreed_on",
                "agreed_at_meeting", "agreed_in_round", "sha256", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "terms of reference"
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="terms_have_their_number"),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(agreed_on__isnull=True),
                name="terms_have_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(
                    agreed_on__isnull=True,
                    agreed_as__isnull=True,
                    sha256="",
                    agreed_at_meeting__isnull=True,
                    agreed_in_round__isnull=True,
                    agreed_otherwise="",
                )
                | Q(agreed_on__isnull=False, agreed_as__isnull=False) & ~Q(sha256=""),
                name="terms_agreed_on_and_as_together",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True)
                | Q(agreed_at_meeting__isnull=False)
                | Q(agreed_in_round__isnull=False)
                | ~Q(agreed_otherwise=""),
                name="terms_agreed_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"terms of reference {self.pk}, version {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("panels:terms-version", args=[self.review.reference, self.number])

    # Questions

    @property
    def is_agreed(self) -> bool:
        return self.agreed_on is not None

    @property
    def name(self) -> str:
        return f"Version {self.number}"

    @property
    def period_in_print(self) -> str:
        """The published form of the period: never a day."""
        if self.period_from is None or self.period_to is None:
            return ""
        if self.period_form == PeriodForm.YEARS:
            return f"{self.period_from.year} to {self.period_to.year}"
        if self.period_form == PeriodForm.TO_DEATH:
            return f"{month(self.period_from)} until the death"
        return f"{month(self.period_from)} to {month(self.period_to)}"

    @property
    def agreed_where(self) -> str:
        """Where it was agreed, as one says it: "panel meeting 2"."""
        if self.agreed_at_meeting:
            return f"panel meeting {self.agreed_at_meeting.number}"
        if self.agreed_in_round:
            return "a round of agreement"
        return self.agreed_otherwise


def month(day: date) -> str:
    return f"{day:%B %Y}"
