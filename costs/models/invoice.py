from decimal import Decimal

from django.db import models
from django.db.models import Q

from costs.models.agreed import CostKind
from costs.models.entry import COMMON, Entry, above_nothing, pounds_field
from pages.templatetags.money import pounds


class Invoice(Entry):
    """An invoice that the partnership received. One over what was agreed is kept and shown."""

    number = models.CharField(max_length=60)
    supplier = models.CharField(max_length=200, help_text="From whom it came")
    kind = models.CharField(max_length=20, choices=CostKind)
    net = pounds_field()
    vat = pounds_field()
    dated_on = models.DateField()
    paid_on = models.DateField(null=True)
    unusual_reason = models.TextField(
        blank=True, help_text="Why the day may be before the partnership was told of the death"
    )

    class Privacy:
        identifying = frozenset({"number", "supplier", "unusual_reason", "taken_back_because"})
        plain = COMMON | {"kind", "net", "vat", "dated_on", "paid_on"}

    class Meta(Entry.Meta):
        ordering = ["dated_on", "id"]
        constraints = [
            *Entry.Meta.constraints,
            *above_nothing("net"),
            models.CheckConstraint(condition=Q(vat__gte=0), name="invoice_vat_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"invoice {self.pk} of review {self.review_id}"

    # Questions

    @property
    def described(self) -> str:
        return f"Invoice {self.number} of {self.supplier}, {pounds(self.net)} without VAT."

    @property
    def gross(self) -> Decimal:
        return Decimal(self.net + self.vat)
