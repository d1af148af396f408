from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.factories.reviews import AT, ReviewFactory
from timescales.models import Cause, DelaySpan, Extension, Hold, HoldLook, YearlyLook


class HoldFactory(DjangoModelFactory):
    """A hold that runs, for a trial."""

    class Meta:
        model = Hold

    review = factory.SubFactory(ReviewFactory)
    cause = Cause.CRIMINAL
    note = "The trial is listed for the summer."
    agreed_by = "Chair of the partnership and independent chair"
    began_on = date(2026, 2, 1)
    review_on = date(2026, 3, 20)
    recorded_at = AT


class HoldLookFactory(DjangoModelFactory):
    class Meta:
        model = HoldLook

    hold = factory.SubFactory(HoldFactory)
    looked_on = date(2026, 3, 1)
    next_on = date(2026, 3, 31)
    note = "The trial was put back by a month."
    recorded_at = AT


class ExtensionFactory(DjangoModelFactory):
    class Meta:
        model = Extension

    review = factory.SubFactory(ReviewFactory)
    due_on = date(2026, 12, 1)
    agreed_on = date(2026, 3, 1)
    agreed_by = "The panel at its fourth meeting"
    cause = Cause.AGENCY_LATE
    note = "Two reports are to come."
    recorded_at = AT


class DelaySpanFactory(DjangoModelFactory):
    class Meta:
        model = DelaySpan

    review = factory.SubFactory(ReviewFactory)
    from_on = date(2026, 2, 1)
    to_on = date(2026, 2, 28)
    cause = Cause.CRIMINAL
    note = "Waiting for the trial."
    decided_at = AT


class YearlyLookFactory(DjangoModelFactory):
    class Meta:
        model = YearlyLook

    review = factory.SubFactory(ReviewFactory)
    looked_on = date(2026, 3, 1)
    note = "The day rate is to be agreed anew by the summer."
    recorded_at = AT
