"""What an agency says in a version of its report, line by line."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Deferrable, Q

from evidence.models.imr_version import ImrVersion


class WrittenLine(models.Model):
    """One line of a version. It can be changed and taken out only while the version is open."""

    class Meta:
        abstract = True

    version: ImrVersion

    def save(self, *args: Any, **kwargs: Any) -> None:
        check_is_open(self.version)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        check_is_open(self.version)
        return super().delete(*args, **kwargs)


def check_is_open(version: ImrVersion) -> None:
    """Raise ValueError for a version that is frozen."""
    if version.is_frozen:
        raise ValueError("This version is frozen. Another version says what changed.")


class EnquiryAnalysis(WrittenLine):
    """
    What an agency says on one line of enquiry: here, in its document, or that it has nothing.

    It points at the line as it was worded when it was answered, and is found again from later
    versions of the terms by the root of that line.
    """

    version = models.ForeignKey(ImrVersion, on_delete=models.CASCADE, related_name="analyses")
    enquiry = models.ForeignKey(
        "panels.KeyLineOfEnquiry", on_delete=models.PROTECT, related_name="+"
    )
    has_nothing = models.BooleanField(
        default=False, help_text="The agency's records hold nothing on this line"
    )
    text = models.TextField(blank=True)
    where = models.CharField(
        max_length=200, blank=True, help_text="Where the document says it, such as pages 12 to 15"
    )

    class Privacy:
        identifying = frozenset({"text", "where"})
        plain = frozenset({"id", "version", "enquiry", "has_nothing"})

    class Meta:
        ordering = ["enquiry__number", "id"]
        verbose_name_plural = "enquiry analyses"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "enquiry"], name="enquiry_analysed_once_in_a_version"
            ),
            models.CheckConstraint(
                condition=Q(has_nothing=True, text="", where="")
                | Q(has_nothing=False) & ~Q(text="", where=""),
                name="enquiry_analysis_says_something_or_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"analysis {self.pk} of version {self.version_id}"


class PointKind(models.TextChoices):
    """The kinds of line in a report, in the order in which they are written."""

    GOOD_PRACTICE = "GOOD_PRACTICE", "Good practice"
    MISSED_OPPORTUNITY = "MISSED_OPPORTUNITY", "Missed opportunities"
    LEARNING = "LEARNING", "Learning"
    RECOMMENDATION = "RECOMMENDATION", "Recommendations"
    ACTION_TAKEN = "ACTION_TAKEN", "Actions already taken"

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")

    @property
    def one(self) -> str:
        """One of them: "recommendation"."""
        return ONE_OF[self]

    @property
    def prompt(self) -> str:
        """What is asked for."""
        return PROMPTS[self]

    @property
    def has_day(self) -> bool:
        return self == PointKind.ACTION_TAKEN


ONE_OF = {
    PointKind.GOOD_PRACTICE: "example of good practice",
    PointKind.MISSED_OPPORTUNITY: "missed opportunity",
    PointKind.LEARNING: "learning point",
    PointKind.RECOMMENDATION: "recommendation",
    PointKind.ACTION_TAKEN: "action already taken",
}

PROMPTS = {
    PointKind.GOOD_PRACTICE: "What was done well, beyond what was expected.",
    PointKind.MISSED_OPPORTUNITY: (
        "Where something else could have been done, and what stood in the way."
    ),
    PointKind.LEARNING: "What your agency takes from it, for itself or for others.",
    PointKind.RECOMMENDATION: (
        "What your agency will change: who does what, and what will then be different."
    ),
    PointKind.ACTION_TAKEN: (
        "What has changed already. Act on what you learn: do not wait for the report."
    ),
}


class ImrPoint(WrittenLine):
    """
    One example of good practice, missed opportunity, learning point, recommendation or action.

    `root` is the point itself: the same in every version that carries it on, however it is worded
    there.
    """

    version = models.ForeignKey(ImrVersion, on_delete=models.CASCADE, related_name="points")
    root = models.UUIDField(default=uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=PointKind)
    number = models.PositiveSmallIntegerField(help_text="Within its kind, from 1")
    text = models.TextField()
    done_on = models.DateField(null=True, blank=True, help_text="Of an action already taken")

    class Privacy:
        identifying = frozenset({"text"})
        plain = frozenset({"id", "version", "root", "kind", "number", "done_on"})

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "kind", "number"],
                name="imr_point_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.UniqueConstraint(fields=["version", "root"], name="imr_point_once_in_a_version"),
            models.CheckConstraint(condition=~Q(text=""), name="imr_point_says_something"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(kind=PointKind.ACTION_TAKEN),
                name="imr_point_is_done_only_as_an_action",
            ),
        ]

    def __str__(self) -> str:
        return f"point {self.number} of version {self.version_id}, {self.kind}"
