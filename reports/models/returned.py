from django.conf import settings
from django.db import models
from django.urls import reverse

from reports.models.section import SectionKind


class ReturnedText(models.Model):
    """
    A Word file of the report that came back, and what was read of it, kept as it was read.

    `reading` is what `reports.readers.returned.kept` makes plain; empty while the file waits to be
    checked for malware. What of it is taken becomes versions of sections.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="returned_texts"
    )
    number = models.PositiveIntegerField(help_text="Of the file, within its review")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    reading = models.JSONField(null=True, blank=True, help_text="What was read, by its places")
    returned_at = models.DateTimeField()
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"reading"})
        plain = frozenset({"id", "review", "number", "document", "returned_at", "returned_by"})

    class Meta:
        ordering = ["review", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="returned_text_has_its_own_number"
            ),
        ]

    def __str__(self) -> str:
        return f"returned text {self.number} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("reports:returned-text", args=[self.review.reference, self.number])

    # Questions

    @property
    def name(self) -> str:
        return f"File {self.number}"

    @property
    def is_read(self) -> bool:
        return self.reading is not None

    @property
    def who(self) -> str:
        return self.returned_by.full_name if self.returned_by else "the command line"

    def text_of(self, kind: SectionKind) -> str:
        """Return what stands under a heading in the file; nothing where it has no words there."""
        sections = (self.reading or {}).get("sections", {})
        return str(sections.get(kind.value, ""))
