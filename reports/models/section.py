from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q


class SectionKind(models.TextChoices):
    """The authored parts of a report, in the order in which they print. Label: the heading."""

    TRIBUTE = "TRIBUTE", "Tribute"
    CONDOLENCES = "CONDOLENCES", "Condolences"
    INTRODUCTION = "INTRODUCTION", "Introduction"
    DELAY = "DELAY", "Timescales: reasons for delay"
    CONFIDENTIALITY = "CONFIDENTIALITY", "Confidentiality"
    METHODOLOGY = "METHODOLOGY", "Methodology"
    INVOLVEMENT = (
        "INVOLVEMENT",
        "Involvement of family, friends, work colleagues, neighbours and wider community",
    )
    CONTRIBUTORS = "CONTRIBUTORS", "Contributors to the review"
    PARALLEL = "PARALLEL", "Parallel reviews"
    EQUALITY = "EQUALITY", "Equality and diversity"
    DISSEMINATION = "DISSEMINATION", "Dissemination"
    LOCAL_LEARNING = "LOCAL_LEARNING", "Previous local learning"
    FACTS = "FACTS", "Background information (the facts)"
    CHRONOLOGY = "CHRONOLOGY", "Chronology"
    OVERVIEW = "OVERVIEW", "Overview"
    ANALYSIS_AGENCIES = "ANALYSIS_AGENCIES", "Analysis by agency"
    ANALYSIS_ENQUIRIES = "ANALYSIS_ENQUIRIES", "Analysis by line of enquiry"
    ANALYSIS_EQUALITY = "ANALYSIS_EQUALITY", "Analysis: equality and diversity"
    CONCLUSIONS = "CONCLUSIONS", "Conclusions"
    LESSONS = "LESSONS", "Lessons to be learnt"
    GLOSSARY = "GLOSSARY", "Glossary"
    SUMMARY_PROCESS = "SUMMARY_PROCESS", "Executive summary: the review process"
    SUMMARY_CHRONOLOGY = "SUMMARY_CHRONOLOGY", "Executive summary: summary of chronology"
    SUMMARY_ANALYSIS = "SUMMARY_ANALYSIS", "Executive summary: analysis"
    SUMMARY_CONCLUSIONS = (
        "SUMMARY_CONCLUSIONS",
        "Executive summary: conclusions and key issues",
    )

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")

    @classmethod
    def of_slug(cls, slug: str) -> "SectionKind | None":
        return next((kind for kind in cls if kind.slug == slug), None)


class ReportSectionQuerySet(models.QuerySet["ReportSection"]):
    def standing(self) -> Self:
        """Keep the last version of each section."""
        later = ReportSection.objects.filter(
            review=OuterRef("review"), kind=OuterRef("kind"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))


class ReportSection(models.Model):
    """
    One version of what is written under one heading of a review's report, in the small markup.

    Rows are only ever added: the last one stands, an earlier one can be brought back as the next.
    A version holds text, or says why there is nothing to write.
    """

    append_only = True

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="report_sections"
    )
    kind = models.CharField(max_length=24, choices=SectionKind)
    number = models.PositiveIntegerField(help_text="Of the version, within its section")
    text = models.TextField(blank=True)
    empty_because = models.TextField(blank=True, help_text="Why there is nothing to write")
    restores = models.PositiveIntegerField(
        null=True, blank=True, help_text="The number of the version that was brought back"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReportSectionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"text", "empty_because"})
        plain = frozenset(
            {"id", "review", "kind", "number", "restores", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["review", "kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "number"], name="report_section_has_its_version"
            ),
            models.CheckConstraint(
                condition=Q(text="") ^ Q(empty_because=""),
                name="report_section_says_something_or_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"section {self.kind} of review {self.review_id}, version {self.number}"

    # Questions

    @property
    def is_empty(self) -> bool:
        return not self.text

    @property
    def who(self) -> str:
        return self.recorded_by.full_name if self.recorded_by else "the command line"
