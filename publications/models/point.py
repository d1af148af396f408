from django.conf import settings
from django.db import models
from django.urls import reverse

from publications.models.submission import QaSubmission


class PointCategory(models.TextChoices):
    """What the letters ask about, again and again."""

    STRUCTURE = "STRUCTURE", "Structure or template"
    READABILITY = "READABILITY", "Readability or repetition"
    ANONYMITY = "ANONYMITY", "Anonymity"
    INCOMPLETE = "INCOMPLETE", "Incomplete paragraph"
    ADVOCACY = "ADVOCACY", "Advocacy for the family"
    EQUALITY = "EQUALITY", "Equality and diversity"
    ABUSE = "ABUSE", "Kind of abuse under-explored"
    BARRIERS = "BARRIERS", "Barriers to seeking help"
    SPECIALIST = "SPECIALIST", "Specialist or by-and-for service not asked"
    CURIOSITY = "CURIOSITY", "Routine enquiry or professional curiosity"
    CONTEXT = "CONTEXT", "National circumstances"
    RECOMMENDATIONS = "RECOMMENDATIONS", "Recommendations missing or misplaced"
    ACTION_PLAN = "ACTION_PLAN", "Action plan not focused on outcomes"
    TRAINING = "TRAINING", "Content of training"
    REPEATED = "REPEATED", "Local learning repeated"
    OTHER = "OTHER", "Something else"


class PointWeight(models.TextChoices):
    MUST = "MUST", "Must be done"
    SHOULD = "SHOULD", "Should be done"
    QUESTION = "QUESTION", "A question"


class QaPoint(models.Model):
    """One point of a Home Office letter, in its own words, and whose it is to answer."""

    submission = models.ForeignKey(QaSubmission, on_delete=models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(help_text="In the letter's words")
    paragraph_cited = models.CharField(
        max_length=200, blank=True, help_text="Such as 4.12, 5.1–5.3"
    )
    version_cited = models.CharField(
        max_length=40, blank=True, help_text="The version of the report that it cites"
    )
    category = models.CharField(max_length=20, choices=PointCategory, default=PointCategory.OTHER)
    weight = models.CharField(max_length=10, choices=PointWeight, default=PointWeight.SHOULD)
    given_to = models.ForeignKey(
        "panels.PanelMember", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text"})
        plain = frozenset(
            {
                "id", "submission", "number", "paragraph_cited", "version_cited", "category",
                "weight", "given_to", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="qa_point_has_its_number")
        ]

    def __str__(self) -> str:
        return f"point {self.number} of submission {self.submission_id}"

    def get_absolute_url(self) -> str:
        submission = self.submission
        where = [submission.review.reference, submission.round, self.number]
        return reverse("publications:point", args=where)

    # Questions

    @property
    def answer(self) -> "QaAnswer | None":
        """The answer that stands: the last one given."""
        return next(iter(self.answers.all()), None)

    @property
    def is_answered(self) -> bool:
        return self.answer is not None


class Disposition(models.TextChoices):
    ADOPTED = "ADOPTED", "Adopted"
    IN_PART = "IN_PART", "Adopted in part"
    NOT_ADOPTED = "NOT_ADOPTED", "Not adopted"


class QaAnswer(models.Model):
    """What becomes of one point, and why. A later answer stands in place of an earlier one."""

    point = models.ForeignKey(QaPoint, on_delete=models.PROTECT, related_name="answers")
    disposition = models.CharField(max_length=12, choices=Disposition)
    reasons = models.TextField(blank=True)
    where_changed = models.CharField(
        max_length=200, blank=True, help_text="The paragraph that changed"
    )
    changed_in = models.ForeignKey(
        "reports.Draft", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(help_text="The day the panel settled it")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"reasons"})
        plain = frozenset(
            {
                "id", "point", "disposition", "where_changed", "changed_in", "answered_on",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"answer {self.pk} to point {self.point_id}"

    # Questions

    @property
    def is_declined(self) -> bool:
        """Whether something of the point is not done, so that a reason is owed."""
        return self.disposition != Disposition.ADOPTED

    @property
    def printed(self) -> "PrintedReason | None":
        """Where its reasons print as a footnote."""
        return getattr(self, "printed_reason", None)


class PrintedReason(models.Model):
    """That the reasons of an answer print as a footnote, and in which version of a section."""

    answer = models.OneToOneField(QaAnswer, on_delete=models.PROTECT, related_name="printed_reason")
    section = models.ForeignKey(
        "reports.ReportSection",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The version that has the footnote first",
    )
    key = models.CharField(max_length=30, help_text="As the text calls it, such as qa-1-3")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset({"id", "answer", "section", "key", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"footnote of answer {self.answer_id}"
