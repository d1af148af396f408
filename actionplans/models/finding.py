from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q


class Finding(models.Model):
    """
    What the panel makes of the evidence on one matter: the beginning of the golden thread.

    `enquiry` is the line of enquiry it answers, as the agreed terms worded it then; it is found
    again from later versions by the root of that line.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    statement = models.TextField()
    enquiry = models.ForeignKey(
        "panels.KeyLineOfEnquiry",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    evidence_words = models.TextField(
        blank=True, help_text="What it rests on besides, such as an interview or a policy"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"statement", "evidence_words"})
        plain = frozenset({"id", "review", "number", "enquiry", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"],
                name="finding_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.CheckConstraint(condition=~Q(statement=""), name="finding_says_something"),
        ]

    def __str__(self) -> str:
        return f"finding {self.number} of review {self.review_id}"

    # Questions

    @property
    def name(self) -> str:
        return f"Finding {self.number}"

    @property
    def has_evidence(self) -> bool:
        """Test whether it says what it rests on. Prefetch `evidence` for a list."""
        return bool(self.evidence_words.strip() or self.evidence.all())


class FindingEvidence(models.Model):
    """
    One thing a finding rests on: an entry of a released chronology, or a line of a report.

    Protected, so that neither can go while a finding leans on it.
    """

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="evidence")
    entry = models.ForeignKey(
        "chronologies.ChronologyEntry",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    point = models.ForeignKey(
        "evidence.ImrPoint", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "finding", "entry", "point"})

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence of findings"
        constraints = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False, point__isnull=True)
                | Q(entry__isnull=True, point__isnull=False),
                name="finding_evidence_is_an_entry_or_a_point",
            ),
            models.UniqueConstraint(
                fields=["finding", "entry"], name="finding_rests_on_an_entry_once"
            ),
            models.UniqueConstraint(
                fields=["finding", "point"], name="finding_rests_on_a_point_once"
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} of finding {self.finding_id}"
