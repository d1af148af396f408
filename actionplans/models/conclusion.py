from django.conf import settings
from django.db import models
from django.db.models import Q


class ConclusionAudit(models.Model):
    """
    The audit at the end of a review: whether its actions were done, and what is different.

    Another thing than the audit trail. Only ever added to: the last one stands.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="conclusion_audits"
    )
    audited_on = models.DateField()
    found = models.TextField()
    carried_out_by = models.CharField(max_length=200, help_text="Name or body")
    minute = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"found", "carried_out_by"})
        plain = frozenset({"id", "review", "audited_on", "minute", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(found=""), name="conclusion_audit_found_something")
        ]

    def __str__(self) -> str:
        return f"conclusion audit {self.pk} of review {self.review_id}"
