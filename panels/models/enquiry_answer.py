from django.conf import settings
from django.db import models
from django.db.models import Q

from panels.models.agreement_round import AgreementRound
from panels.models.enquiry import KeyLineOfEnquiry
from panels.models.meeting import Meeting


class EnquiryAnswer(models.Model):
    """
    What the panel has found or concluded on one line of enquiry by a day.

    Only ever added to: a later answer stands above an earlier one and leaves it readable. It hangs
    on the line as the version agreed then words it, and is found from any other by its root.
    """

    append_only = True

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="enquiry_answers"
    )
    enquiry = models.ForeignKey(KeyLineOfEnquiry, on_delete=models.PROTECT, related_name="answers")
    answered_on = models.DateField()
    text = models.TextField(help_text="By pseudonym, as it may print")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(
        AgreementRound, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    otherwise = models.CharField(
        max_length=200, blank=True, help_text="Such as the evidence it was read from"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text", "otherwise"})
        plain = frozenset(
            {
                "id", "review", "enquiry", "answered_on", "meeting", "round", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["answered_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="enquiry_answer_says_a_thing"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, round__isnull=True, otherwise="")
                | Q(meeting__isnull=True, round__isnull=False, otherwise="")
                | Q(meeting__isnull=True, round__isnull=True) & ~Q(otherwise=""),
                name="enquiry_answer_has_one_source",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to line of enquiry {self.enquiry_id}"

    # Questions

    @property
    def source(self) -> str:
        """Where it comes from, as one says it: "panel meeting 2"."""
        if self.meeting:
            return f"panel meeting {self.meeting.number}"
        return "a round of agreement" if self.round_id else self.otherwise
