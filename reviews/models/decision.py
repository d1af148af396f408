from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from documents.models import Provenance, provenance_constraint


class Outcome(models.TextChoices):
    REVIEW = "REVIEW", "Hold a review"
    JOINT = "JOINT", "Hold a joint review"
    NO_REVIEW = "NO_REVIEW", "Do not hold a review"


class Standing(models.TextChoices):
    PROVISIONAL = "PROVISIONAL", "Provisional"
    CONFIRMED = "CONFIRMED", "Confirmed"


class Decision(Provenance):
    """
    What the CSP chair decided about one death, and why; entered by the chair, or for the chair.

    A provisional decision may be followed by a confirmed one; a later decision never edits an
    earlier one.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    standing = models.CharField(max_length=12, choices=Standing)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200, help_text="Name and post of the CSP chair")
    rationale = models.TextField()
    dissent = models.TextField(blank=True, help_text="Who disagreed, and why")
    limb = models.CharField(max_length=30, blank=True, help_text="Part of the definition it meets")
    eligibility = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    circumstances = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    joint_with = models.CharField(
        max_length=200,
        blank=True,
        help_text="The other review, such as a safeguarding adults review",
    )
    minute = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unusual_reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset(
            {"decided_by", "rationale", "dissent", "unusual_reason"}
        )
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "review", "outcome", "standing", "decided_on", "limb", "eligibility",
                "circumstances", "joint_with", "minute", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [provenance_constraint("decision")]

    def __str__(self) -> str:
        return f"decision {self.pk}"

    # Questions

    @property
    def is_confirmed(self) -> bool:
        return self.standing == Standing.CONFIRMED

    @property
    def is_to_review(self) -> bool:
        return self.outcome in {Outcome.REVIEW, Outcome.JOINT}

    @property
    def limb_in_words(self) -> str:
        return dict(self.review.regime.limbs).get(self.limb, "")

    @property
    def eligibility_in_words(self) -> list[str]:
        return [words for code, words in self.review.regime.eligibility if code in self.eligibility]

    @property
    def circumstances_in_words(self) -> list[str]:
        chosen = self.circumstances
        return [words for code, words in self.review.regime.circumstances if code in chosen]
