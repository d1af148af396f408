from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from guests.models import secret_hash
from reminders.models import Absence, CalendarFeed, Digest, Reminder
from tests.factories.agencies import UserFactory
from tests.factories.reviews import ReviewFactory


class DigestFactory(DjangoModelFactory):
    class Meta:
        model = Digest

    recipient = factory.SubFactory(UserFactory)
    on = date(2026, 3, 2)


class ReminderFactory(DjangoModelFactory):
    """A reminder of the decision that waits for its message."""

    class Meta:
        model = Reminder

    review = factory.SubFactory(ReviewFactory)
    code = "D4"
    stands_on = date(2026, 2, 5)
    step = "start+14"
    step_on = date(2026, 1, 19)
    recipient = factory.SubFactory(UserFactory)
    role = "CSP_OFFICER"
    noted_at = datetime(2026, 1, 19, 9, 0, tzinfo=UTC)


class AbsenceFactory(DjangoModelFactory):
    class Meta:
        model = Absence

    user = factory.SubFactory(UserFactory)
    from_on = date(2026, 1, 19)
    until_on = date(2026, 1, 30)
    recorded_at = datetime(2026, 1, 16, 9, 0, tzinfo=UTC)


class CalendarFeedFactory(DjangoModelFactory):
    class Meta:
        model = CalendarFeed
        exclude = ["secret"]

    user = factory.SubFactory(UserFactory)
    secret = factory.Sequence(lambda n: f"{n:043}")
    token_sha256 = factory.LazyAttribute(lambda it: secret_hash(it.secret))
    made_at = datetime(2026, 1, 16, 9, 0, tzinfo=UTC)
