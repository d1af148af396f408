from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.models.finding import Finding
from documents.models import Provenance, provenance_constraint


class ResponseKind(models.TextChoices):
    ACCEPTS = "ACCEPTS", "Accepts it"
    IN_PART = "IN_PART", "Accepts it in part"
    DISPUTES = "DISPUTES", "Disputes it"


class AgencyResponse(Provenance):
    """
    What an agency says of a finding that concerns it, in its own words; always entered for it.

    Only ever added to: the last one of each agency stands.
    """

    append_only = True

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="responses")
    agency = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=8, choices=ResponseKind)
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"words"}
        plain = Provenance.Privacy.plain | {
            "id", "finding", "agency", "kind", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            provenance_constraint("agency_response"),
            models.CheckConstraint(
                condition=Q(kind=ResponseKind.ACCEPTS) | ~Q(words=""),
                name="agency_response_says_what_it_disputes",
            ),
        ]

    def __str__(self) -> str:
        return f"response {self.pk} to finding {self.finding_id}"
