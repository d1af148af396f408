from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from decisions.models import DecisionKind, Forum, RegisterEntry
from tests.factories.reviews import ReviewFactory


class RegisterEntryFactory(DjangoModelFactory):
    """A decision of the chair alone that everybody on the panel reads."""

    class Meta:
        model = RegisterEntry

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.register_entries.count() + 1)
    kind = DecisionKind.NOT_PURSUED
    about = "A gym"
    reason = "It keeps no records beyond a year."
    forum = Forum.CHAIR
    decided_on = date(2026, 2, 2)
    recorded_at = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
