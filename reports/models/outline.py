from django.conf import settings
from django.db import models

# By their keys. The others are what every report has to have
MAY_BE_LEFT_OUT = frozenset(
    {"tribute", "condolences", "local-learning", "analysis-enquiries", "analysis-equality"}
)


class ChapterChoice(models.Model):
    """
    What the chair chose for one chapter of this review's report: where it stands, how it is
    called, or that it is left out. A report without any has the usual chapters.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="chapter_choices"
    )
    key = models.CharField(max_length=40, help_text="As in reports.queries.assembly.outline")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200, blank=True, help_text="Empty: the usual one")
    left_out_because = models.TextField(blank=True, help_text="Empty: it stands in the report")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"title", "left_out_because"})
        plain = frozenset({"id", "review", "key", "place", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["review", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "key"], name="chapter_chosen_once"),
        ]

    def __str__(self) -> str:
        return f"chapter {self.key} of review {self.review_id}"
