from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from evidence.models.tier import Tier
from privacy.fields import IdentifyingTextField


class EvidenceRequestQuerySet(models.QuerySet["EvidenceRequest"]):
    def standing(self) -> Self:
        """Keep what is asked of each agency now: the last of its requests."""
        later = EvidenceRequest.objects.filter(
            involvement=OuterRef("involvement"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later))


class EvidenceRequest(models.Model):
    """
    What the panel asks of one agency from a day on.

    It is never edited: another tier, another day or another note is another request, with a
    reason, and the last one stands.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="evidence_requests"
    )
    tier = models.CharField(max_length=20, choices=Tier)
    asked_on = models.DateField()
    due_on = models.DateField(null=True, blank=True, help_text="Empty where nothing more is asked")
    chronology_due_on = models.DateField(
        null=True, blank=True, help_text="Where the chronology is due before the report"
    )
    written_by = models.ForeignKey(
        "agencies.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Another body that writes for the agency, such as one for several GP practices",
    )
    decided_at = models.ForeignKey(
        "panels.Meeting",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The meeting of the panel that decided it",
    )
    whom_to_ring = IdentifyingTextField(
        blank=True, help_text="Whom the agency rings with questions"
    )
    note = IdentifyingTextField(blank=True, help_text="What is asked of it beyond the usual")
    reason = models.TextField(blank=True, help_text="Why something else is asked than before")
    told_otherwise = models.CharField(
        max_length=200,
        blank=True,
        help_text="How the agency was asked, where it was not emailed from here",
    )
    messages = models.ManyToManyField("messaging.Message", related_name="+", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EvidenceRequestQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"whom_to_ring", "note", "reason"})
        plain = frozenset(
            {
                "id", "involvement", "tier", "asked_on", "due_on", "told_otherwise", "recorded_at",
                "recorded_by", "chronology_due_on", "written_by", "decided_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tier=Tier.NOTHING, due_on__isnull=True)
                | ~Q(tier=Tier.NOTHING) & Q(due_on__isnull=False, due_on__gte=F("asked_on")),
                name="evidence_request_is_due_after_it_is_asked",
            ),
            models.CheckConstraint(
                condition=Q(chronology_due_on__isnull=True)
                | Q(chronology_due_on__gte=F("asked_on"), chronology_due_on__lte=F("due_on")),
                name="evidence_request_has_its_chronology_first",
            ),
            models.CheckConstraint(
                condition=~Q(tier=Tier.IN_ANOTHERS) | Q(written_by__isnull=False),
                name="evidence_request_in_anothers_report_says_whose",
            ),
        ]

    def __str__(self) -> str:
        return f"evidence request {self.pk}, {self.tier}"

    # Questions

    @property
    def asks(self) -> Tier:
        return Tier(self.tier)

    @property
    def chronology_by(self) -> date | None:
        """The day of the chronology: its own, where it comes first, or that of all."""
        return self.chronology_due_on or self.due_on

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today
