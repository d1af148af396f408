"""What was agreed that a review may cost."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round

from costs.models.entry import COMMON, Entry, above_nothing, pounds_field
from pages.templatetags.dates import date_long
from pages.templatetags.money import pounds
from privacy.fields import IdentifyingTextField


class CostKind(models.TextChoices):
    """What money is spent on in a review."""

    CHAIR = "CHAIR", "Independent chair"
    AUTHOR = "AUTHOR", "Author of the report"
    ADVOCACY = "ADVOCACY", "Expert advocacy for the family"
    INTERPRETING = "INTERPRETING", "Interpreting and translation"
    PRINTING = "PRINTING", "Printing and publication"
    OTHER = "OTHER", "Other"


class Budget(Entry):
    """What the review may cost in all. The last one agreed counts."""

    amount = pounds_field()
    agreed_on = models.DateField()
    agreed_by = models.CharField(max_length=200, help_text="Who agreed it, such as the CSP board")
    note = IdentifyingTextField(blank=True)
    unusual_reason = models.TextField(
        blank=True, help_text="Why the day may be before the partnership was told of the death"
    )

    class Privacy:
        identifying = frozenset({"agreed_by", "note", "unusual_reason", "taken_back_because"})
        plain = COMMON | {"amount", "agreed_on"}

    class Meta(Entry.Meta):
        ordering = ["-agreed_on", "-id"]
        constraints = [*Entry.Meta.constraints, *above_nothing("amount")]

    def __str__(self) -> str:
        return f"budget {self.pk} of review {self.review_id}"

    # Questions

    @property
    def described(self) -> str:
        return f"Budget of {pounds(self.amount)}, agreed on {date_long(self.agreed_on)}."


class Fee(Entry):
    """What was agreed to be paid to somebody: in all, and by the day where it is so agreed."""

    kind = models.CharField(max_length=20, choices=CostKind)
    payee = models.CharField(max_length=200, help_text="Who is paid")
    amount = pounds_field()
    day_rate = pounds_field(null=True)
    days = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    agreed_on = models.DateField()
    agreed_by = models.CharField(max_length=200)
    unusual_reason = models.TextField(
        blank=True, help_text="Why the day may be before the partnership was told of the death"
    )

    class Privacy:
        identifying = frozenset({"payee", "agreed_by", "unusual_reason", "taken_back_because"})
        plain = COMMON | {"kind", "amount", "day_rate", "days", "agreed_on"}

    class Meta(Entry.Meta):
        ordering = ["agreed_on", "id"]
        constraints = [
            *Entry.Meta.constraints,
            *above_nothing("amount", "day_rate", "days"),
            models.CheckConstraint(
                condition=Q(day_rate__isnull=True, days__isnull=True)
                | Q(amount=Round(F("day_rate") * F("days"), 2)),
                name="fee_by_the_day_comes_to_its_amount",
            ),
        ]

    def __str__(self) -> str:
        return f"fee {self.pk} of review {self.review_id}"

    # Questions

    @property
    def described(self) -> str:
        return f"Fee of {pounds(self.amount)} for {self.payee}."
