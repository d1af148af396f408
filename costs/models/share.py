"""Who shares the cost of a review, and what was asked of them for it."""

from django.db import models
from django.db.models import Q

from costs.models.entry import COMMON, Entry, above_nothing, pounds_field
from pages.templatetags.money import pounds

EITHER = Q(amount__isnull=True, per_cent__isnull=False) | Q(
    amount__isnull=False, per_cent__isnull=True
)


class Share(Entry):
    """What one body contributes: an amount, or so much of every hundred pounds of the budget."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    amount = pounds_field(null=True)
    per_cent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    agreed_on = models.DateField(null=True, help_text="Empty while it is only proposed")
    agreed_by = models.CharField(max_length=200, blank=True)
    agreement_noted_at = models.DateTimeField(
        null=True, help_text="When it was recorded that it is agreed"
    )

    class Privacy:
        identifying = frozenset({"agreed_by", "taken_back_because"})
        plain = COMMON | {"agency", "amount", "per_cent", "agreed_on", "agreement_noted_at"}

    class Meta(Entry.Meta):
        ordering = ["agency__name", "id"]
        constraints = [
            *Entry.Meta.constraints,
            *above_nothing("amount", "per_cent"),
            models.CheckConstraint(condition=EITHER, name="share_is_an_amount_or_per_cent"),
            models.CheckConstraint(
                condition=Q(per_cent__isnull=True) | Q(per_cent__lte=100),
                name="share_is_of_the_whole_at_most",
            ),
            models.UniqueConstraint(
                fields=["review", "agency"],
                condition=Q(taken_back_at__isnull=True),
                name="share_of_a_body_once",
            ),
        ]

    def __str__(self) -> str:
        return f"share {self.pk} of review {self.review_id}"

    # Questions

    @property
    def described(self) -> str:
        return f"{self.agency}: {self.size}."

    @property
    def size(self) -> str:
        if self.amount is not None:
            return pounds(self.amount)
        share = f"{self.per_cent:f}".rstrip("0").rstrip(".")
        return f"{share} % of the budget"


class Claim(Entry):
    """An invoice that the partnership sent to a body for its share."""

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="claims")
    number = models.CharField(max_length=60)
    amount = pounds_field()
    sent_on = models.DateField()
    received_on = models.DateField(null=True, help_text="When the money came")

    class Privacy:
        identifying = frozenset({"number", "taken_back_because"})
        plain = COMMON | {"share", "amount", "sent_on", "received_on"}

    class Meta(Entry.Meta):
        ordering = ["sent_on", "id"]
        constraints = [*Entry.Meta.constraints, *above_nothing("amount")]

    def __str__(self) -> str:
        return f"claim {self.pk} of review {self.review_id}"

    # Questions

    @property
    def described(self) -> str:
        return f"Invoice {self.number} to {self.share.agency}, {pounds(self.amount)}."
