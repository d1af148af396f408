from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q


class Confidence(models.TextChoices):
    """How firmly the evidence carries a finding, in the panel's own judgement."""

    FIRM = "FIRM", "Firm: several sources say the same"
    FAIR = "FAIR", "Fair: it rests on one good source"
    OPEN = "OPEN", "Open: it is likely, and cannot be shown"


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
    confidence = models.CharField(max_length=4, choices=Confidence, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"statement", "evidence_words"})
        plain = frozenset(
            {"id", "review", "number", "enquiry", "confidence", "recorded_at", "recorded_by"}
        )

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


# What a finding can rest on, each by a key of its own
THINGS = ("entry", "point", "account", "answer", "query")


def only(thing: str) -> Q:
    """Say that evidence is one of them and none of the others."""
    return Q(**{f"{one}__isnull": one != thing for one in THINGS})


class FindingEvidence(models.Model):
    """
    One thing a finding rests on: an entry of a released chronology, a line of a report, the answer
    of a body to a question, or what the family told the review.

    Protected, so that none of them can go while a finding leans on it. Of an account of the family
    everybody reads the day on which it was recorded and nothing else; the day is kept here because
    the entry itself never leaves its compartment.
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
    account = models.ForeignKey(
        "families.FamilyContactEntry",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The first of a line of corrections",
    )
    account_recorded_on = models.DateField(null=True, blank=True)
    answer = models.ForeignKey(
        "questions.Question",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="A question that a body answered",
    )
    query = models.ForeignKey(
        "evidence.ImrQuery",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="A question on a report that its agency answered",
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {"id", "finding", "account_recorded_on", *THINGS},
        )

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence of findings"
        constraints = [
            models.CheckConstraint(
                condition=reduce(or_, [only(thing) for thing in THINGS]),
                name="finding_evidence_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=True, account_recorded_on__isnull=True)
                | Q(account__isnull=False, account_recorded_on__isnull=False),
                name="finding_evidence_account_has_its_day",
            ),
            models.UniqueConstraint(
                fields=["finding", "entry"], name="finding_rests_on_an_entry_once"
            ),
            models.UniqueConstraint(
                fields=["finding", "point"], name="finding_rests_on_a_point_once"
            ),
            models.UniqueConstraint(
                fields=["finding", "account"], name="finding_rests_on_an_account_once"
            ),
            models.UniqueConstraint(
                fields=["finding", "answer"], name="finding_rests_on_an_answer_once"
            ),
            models.UniqueConstraint(
                fields=["finding", "query"], name="finding_rests_on_a_query_once"
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} of finding {self.finding_id}"
