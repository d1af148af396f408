from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from privacy.fields import IdentifyingTextField


class MaySee(models.TextChoices):
    """Whom the owner lets see it. The record of it is shown to the same people."""

    WRITERS = "WRITERS", "The chair and their office"
    RUNNERS = "RUNNERS", "The chair’s office and the partnership’s officers"
    PANEL = "PANEL", "The whole panel"


class Ending(models.TextChoices):
    RETURN = "RETURN", "Return it"
    DESTROY = "DESTROY", "Destroy it"


class LoanQuerySet(models.QuerySet["Loan"]):
    def out(self) -> Self:
        return self.filter(ended_on__isnull=True)


class Loan(models.Model):
    """Material that was lent to the chair: whose, who may see it, what happens to it and when."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="loans")
    number = models.PositiveSmallIntegerField()
    what = IdentifyingTextField(help_text="Such as the case summary, or recordings of calls")
    owner = models.CharField(max_length=200, help_text="Who lent it")
    lent_on = models.DateField()
    may_see = models.CharField(max_length=10, choices=MaySee)
    conditions = IdentifyingTextField(blank=True, help_text="What the owner asked for")
    ending = models.CharField(max_length=10, choices=Ending)
    due_on = models.DateField(help_text="When it is to be returned or destroyed")
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, choices=Ending, blank=True)
    ended_note = IdentifyingTextField(blank=True, help_text="To whom, or how, and who saw it done")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LoanQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"what", "owner", "conditions", "ended_note"})
        plain = frozenset(
            {
                "id", "review", "number", "lent_on", "may_see", "ending", "due_on", "ended_on",
                "ended_as", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="loan_has_its_number"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="")
                | Q(ended_on__isnull=False, ended_on__gte=F("lent_on")) & ~Q(ended_as=""),
                name="loan_ended_on_and_as_together",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("lent_on")), name="loan_due_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"loan {self.number} of review {self.review_id}"

    # Questions

    @property
    def is_out(self) -> bool:
        return self.ended_on is None

    @property
    def was_returned(self) -> bool:
        return self.ended_as == Ending.RETURN

    def is_late(self, *, today: date) -> bool:
        return self.is_out and self.due_on < today
