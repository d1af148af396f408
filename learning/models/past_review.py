from django.conf import settings
from django.db import models
from django.db.models import Q


class PastReview(models.Model):
    """
    A review that was published elsewhere or before this system, for what it recommended.

    It has no people and no evidence: only what anybody could read. `published_in` is the first of
    the month of its publication; `document` is the report its words were read from.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership",
        on_delete=models.PROTECT,
        related_name="past_reviews",
        help_text="Who brought it in",
    )
    title = models.CharField(max_length=200)
    published_by = models.CharField(max_length=200, help_text="The partnership whose review it was")
    published_in = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"title"})
        plain = frozenset(
            {
                "id", "partnership", "published_by", "published_in", "link", "document",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-published_in", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "title", "published_in"],
                name="past_review_is_brought_in_once",
            ),
            models.CheckConstraint(
                condition=Q(published_in__day=1), name="past_review_is_known_by_its_month"
            ),
        ]

    def __str__(self) -> str:
        return f"past review {self.pk}"


class ReportReading(models.Model):
    """
    What was read out of a published report, until somebody confirms it: nothing of it is recorded.

    lines: as `learning.readers.lines.as_data` has them. `recorded_as` is what became of it.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=200)
    published_by = models.CharField(max_length=200)
    published_in = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lines = models.JSONField(default=list)
    recorded_as = models.OneToOneField(
        PastReview, null=True, blank=True, on_delete=models.PROTECT, related_name="reading"
    )
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"title", "lines"})
        plain = frozenset(
            {
                "id", "partnership", "published_by", "published_in", "link", "document",
                "recorded_as", "read_at", "read_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-read_at", "-id"]

    def __str__(self) -> str:
        return f"reading {self.pk} of a report"
