from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from privacy.fields import IdentifyingTextField


class Sensitivity(models.TextChoices):
    NOT_SENSITIVE = "NOT_SENSITIVE", "Not sensitive"
    SENSITIVE = "SENSITIVE", "Sensitive"
    HIGHLY = "HIGHLY", "Highly sensitive"


class Outcome(models.TextChoices):
    """What became of material in another body's proceedings."""

    NOT_RELEVANT = "NOT_RELEVANT", "Not relevant there"
    UNUSED = "UNUSED", "On the schedule of unused material"
    DISCLOSED = "DISCLOSED", "Disclosed"
    REDACTED = "REDACTED", "Disclosed in part"
    WITHHELD = "WITHHELD", "Withheld in the public interest"


class DisclosureQuerySet(models.QuerySet["DisclosureItem"]):
    def not_shown(self) -> Self:
        return self.filter(shown_on__isnull=True)


class DisclosureItem(models.Model):
    """
    Material of the review that may matter in another body's proceedings.

    Whatever a review makes may be material that a prosecutor must think of. The register says what
    there is, whose it is, when the disclosure officer was shown it, and what was decided of it.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="disclosure_items"
    )
    process = models.ForeignKey(
        "panels.ParallelProcess", on_delete=models.PROTECT, related_name="disclosure_items"
    )
    number = models.PositiveSmallIntegerField()
    what = IdentifyingTextField(help_text="What it is, and of when")
    sensitivity = models.CharField(max_length=20, choices=Sensitivity)
    owner = models.CharField(max_length=200, help_text="Whose it is")
    shown_on = models.DateField(null=True, blank=True)
    shown_to = IdentifyingTextField(blank=True, help_text="Which disclosure officer")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_note = IdentifyingTextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DisclosureQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"what", "owner", "shown_to", "outcome_note"})
        plain = frozenset(
            {
                "id", "review", "process", "number", "sensitivity", "shown_on", "outcome",
                "outcome_on", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="disclosure_has_its_number"),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_on__isnull=True)
                | ~Q(outcome="") & Q(outcome_on__isnull=False, shown_on__isnull=False),
                name="disclosure_outcome_of_what_was_shown",
            ),
            models.CheckConstraint(
                condition=Q(outcome_on__isnull=True) | Q(outcome_on__gte=F("shown_on")),
                name="disclosure_outcome_after_it_was_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"disclosure item {self.number} of review {self.review_id}"
