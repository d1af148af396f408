from django.conf import settings
from django.db import models

from documents.models import Provenance, provenance_constraint
from reports.models.draft import Draft


class SignOff(Provenance):
    """
    That the partnership signed off a draft, as its minute says: by its chair, or entered for them.

    A later sign-off, of a later draft, never edits an earlier one.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="sign_offs")
    body = models.CharField(max_length=200, help_text="The meeting or body that signed it off")
    signed_on = models.DateField()
    decided_by = models.CharField(max_length=200, help_text="Name and post of the CSP chair")
    minute = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    conditions = models.TextField(blank=True, help_text="What is still to be done")
    dissent = models.TextField(blank=True, help_text="Who disagreed, and why")
    unusual_reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset(
            {"decided_by", "conditions", "dissent", "unusual_reason"}
        )
        plain = Provenance.Privacy.plain | frozenset(
            {"id", "draft", "body", "signed_on", "minute", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["-signed_on", "-id"]
        constraints = [provenance_constraint("report_sign_off")]

    def __str__(self) -> str:
        return f"sign-off {self.pk} of draft {self.draft_id}"
