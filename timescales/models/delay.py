from django.conf import settings
from django.db import models
from django.db.models import F, Q

from privacy.fields import IdentifyingTextField
from timescales.models.cause import Cause


class DelaySpan(models.Model):
    """What somebody decided that some days of a review were spent on, first and last included."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="delay_spans"
    )
    from_on = models.DateField()
    to_on = models.DateField()
    cause = models.CharField(max_length=20, choices=Cause)
    note = IdentifyingTextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note"})
        plain = frozenset({"id", "review", "from_on", "to_on", "cause", "decided_at", "decided_by"})

    class Meta:
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="delay_span_ends_after_it_began"
            )
        ]

    def __str__(self) -> str:
        return f"days {self.pk} of review {self.review_id}"
