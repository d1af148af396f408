from django.conf import settings
from django.db import models

from privacy.fields import IdentifyingTextField


class YearlyLook(models.Model):
    """That the chair's contract and the agreements on data were looked at, and what was found."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="yearly_looks"
    )
    looked_on = models.DateField()
    note = IdentifyingTextField(help_text="What was found, and what is to change")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note"})
        plain = frozenset({"id", "review", "looked_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-looked_on", "-id"]

    def __str__(self) -> str:
        return f"yearly look {self.pk} at review {self.review_id}"
