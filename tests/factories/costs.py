from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from costs.models import Budget, Claim, CostKind, Fee, Invoice, Share
from tests.factories.agencies import AgencyFactory
from tests.factories.reviews import AT, ReviewFactory


class EntryFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    review = factory.SubFactory(ReviewFactory)
    recorded_at = AT

    class Params:
        taken_back = factory.Trait(taken_back_at=AT, taken_back_because="Typed twice.")


class BudgetFactory(EntryFactory):
    class Meta:
        model = Budget

    amount = Decimal(12000)
    agreed_on = date(2026, 1, 20)
    agreed_by = "Board of the partnership"
    note = "Out of the reserve."


class FeeFactory(EntryFactory):
    class Meta:
        model = Fee

    kind = CostKind.CHAIR
    payee = "The chair’s firm"
    amount = Decimal(8000)
    agreed_on = date(2026, 1, 20)
    agreed_by = "Head of community safety"


class ShareFactory(EntryFactory):
    """A share that was agreed."""

    class Meta:
        model = Share

    agency = factory.SubFactory(AgencyFactory)
    amount = Decimal(4000)
    agreed_on = date(2026, 2, 1)
    agreed_by = "Director of finance"

    class Params:
        proposed = factory.Trait(agreed_on=None, agreed_by="")
        of_the_budget = factory.Trait(amount=None, per_cent=Decimal(25))


class ClaimFactory(EntryFactory):
    class Meta:
        model = Claim

    share = factory.SubFactory(ShareFactory, review=factory.SelfAttribute("..review"))
    number = factory.Sequence(lambda n: f"CSP-{n + 1}")
    amount = Decimal(2000)
    sent_on = date(2026, 2, 15)


class InvoiceFactory(EntryFactory):
    class Meta:
        model = Invoice

    number = factory.Sequence(lambda n: f"INV-{n + 1}")
    supplier = "The chair’s firm"
    kind = CostKind.CHAIR
    net = Decimal(3000)
    vat = Decimal(600)
    dated_on = date(2026, 2, 20)
