from django.conf import settings
from django.db import models

from privacy.fields import IdentifyingTextField


class MediaEntry(models.Model):
    """What a newspaper, broadcaster or other outlet asked or brought, and what was answered."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="media_entries"
    )
    happened_on = models.DateField()
    outlet = models.CharField(max_length=200)
    what = IdentifyingTextField(help_text="What was asked, or published")
    answered_by = IdentifyingTextField(blank=True, help_text="Who answered, for which body")
    line = IdentifyingTextField(blank=True, help_text="The line taken")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"outlet", "what", "answered_by", "line"})
        plain = frozenset({"id", "review", "happened_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-happened_on", "-id"]
        verbose_name_plural = "media entries"

    def __str__(self) -> str:
        return f"media entry {self.pk} of review {self.review_id}"
