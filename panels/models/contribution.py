from collections.abc import Collection

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from panels.models.terms import TermsOfReference


class Contribution(models.TextChoices):
    """What the panel may ask of an agency, from the most to the least."""

    CHRONOLOGY = "CHRONOLOGY", "Chronology"
    IMR = "IMR", "Individual management review"
    SHORT_REPORT = "SHORT_REPORT", "Short report"
    SUMMARY = "SUMMARY", "Summary of engagement"


class TermsContribution(models.Model):
    """What one version of the terms asks one agency to send."""

    terms = models.ForeignKey(
        TermsOfReference, on_delete=models.CASCADE, related_name="contributions"
    )
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="+"
    )
    asked_for = ArrayField(models.CharField(max_length=20, choices=Contribution))

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "terms", "involvement", "asked_for"})

    class Meta:
        ordering = ["involvement__agency__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "involvement"], name="terms_ask_each_agency_once"
            ),
            models.CheckConstraint(condition=~Q(asked_for=[]), name="terms_ask_for_something"),
        ]

    def __str__(self) -> str:
        return f"contribution {self.pk} to terms {self.terms_id}"

    # Questions

    @property
    def asked_in_words(self) -> str:
        """What is asked, as one says it: "chronology and individual management review"."""
        return in_words(self.asked_for)


def in_words(asked_for: Collection[str]) -> str:
    words = [kind.label.lower() for kind in Contribution if kind in asked_for]
    listed = " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
    return listed[:1].upper() + listed[1:]
