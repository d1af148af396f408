from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from families.models.choices import KINDS_OF, Side, side_of
from privacy.fields import IdentifyingTextField
from reviews.models import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


class Answered(models.TextChoices):
    REPORT = "REPORT", "In the report"
    ELSEWHERE = "ELSEWHERE", "Not in the report"


class QuestionQuerySet(models.QuerySet["FamilyQuestion"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the questions of the compartments that this person may open."""
        held = ReviewGrant.objects.held_by(user, Permission.FAMILY_READ)
        return self.filter(contact__review__in=held.values("content_object"))

    def on_side(self, side: Side) -> Self:
        return self.filter(contact__kind__in=KINDS_OF[side])

    def standing(self) -> Self:
        return self.filter(taken_back_at__isnull=True)

    def unanswered(self) -> Self:
        """Keep the standing questions of which nobody has said where they are answered."""
        return self.standing().filter(answered="")

    def untold(self) -> Self:
        """Keep the answered questions whose answer nobody has told to whoever asked."""
        return self.standing().exclude(answered="").filter(told_on__isnull=True)


class FamilyQuestion(models.Model):
    """
    What somebody of the compartment asks the review, in their words, and what became of it.

    The words and who asked do not change: what was recorded wrongly is taken back and stays
    readable. Where it is answered may change as long as chapters are written.
    """

    contact = models.ForeignKey(
        "families.FamilyContact", on_delete=models.PROTECT, related_name="questions"
    )
    words = IdentifyingTextField()
    asked_on = models.DateField()
    enquiry = models.ForeignKey(
        "panels.KeyLineOfEnquiry", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered = models.CharField(max_length=10, choices=Answered, blank=True)
    answer = IdentifyingTextField(
        blank=True, help_text="Chapter or paragraph; or why it is not in the report"
    )
    told_on = models.DateField(null=True, blank=True)
    told_by = IdentifyingTextField(blank=True, help_text="Who told them, and how")
    despite_reason = IdentifyingTextField(
        blank=True, help_text="Why on a day on which they were not to be written to"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_reason = IdentifyingTextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = QuestionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {"words", "answer", "told_by", "despite_reason", "taken_back_reason"}
        )
        plain = frozenset(
            {
                "id", "contact", "asked_on", "enquiry", "answered", "told_on", "taken_back_at",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(answered__gt=""),
                name="family_question_is_answered_before_it_is_told",
            ),
        ]

    def __str__(self) -> str:
        return f"family question {self.pk}"

    def get_absolute_url(self) -> str:
        page = QUESTIONS_OF[side_of(self.contact.kind)]
        return reverse(page, args=[self.contact.review.reference]) + f"#question-{self.pk}"

    # Questions

    @property
    def is_open(self) -> bool:
        return not self.answered and self.taken_back_at is None


QUESTIONS_OF = {
    Side.DIED: "families:questions",
    Side.PERPETRATOR: "families:perpetrator-questions",
}
