from django.conf import settings
from django.db import models

from reports.models.section import SectionKind


class KeptText(models.Model):
    """
    What somebody has typed into a section and not recorded yet, kept while they write.

    It is no version: nobody but its writer is shown it, and it goes when they record the section
    or let it go.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="kept_texts"
    )
    kind = models.CharField(max_length=24, choices=SectionKind)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    empty_because = models.TextField(blank=True)
    based_on = models.PositiveIntegerField(
        help_text="The number of the version it was written on; 0 where there was none"
    )
    kept_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset({"text", "empty_because"})
        plain = frozenset({"id", "review", "kind", "writer", "based_on", "kept_at"})

    class Meta:
        ordering = ["review", "kind", "writer"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "writer"], name="kept_text_one_for_each_writer"
            ),
        ]

    def __str__(self) -> str:
        return f"kept text {self.pk}"
