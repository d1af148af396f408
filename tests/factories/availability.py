from datetime import UTC, date, datetime, time

import factory
from factory.django import DjangoModelFactory

from availability.models import Can, DatesPoll, DayAnswer, OfferedDay, PollAnswer, PollInvitee
from panels.models import Mode
from tests.factories.agencies import UserFactory
from tests.factories.guests import GuestLinkFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)


class DatesPollFactory(DjangoModelFactory):
    """A poll that is open until 16 March 2026. `closed=True` ended without a meeting."""

    class Meta:
        model = DatesPoll

    class Params:
        closed = factory.Trait(closed_at=AT, closed_because="Nobody can come before Easter.")

    review = factory.SubFactory(ReviewFactory)
    mode = Mode.HYBRID
    place = "Guildhall, room 2"
    note = "About two hours."
    opened_on = date(2026, 2, 20)
    closing_on = date(2026, 3, 16)
    recorded_at = AT


class OfferedDayFactory(DjangoModelFactory):
    """A day in the last week of March 2026, at ten."""

    class Meta:
        model = OfferedDay

    poll = factory.SubFactory(DatesPollFactory)
    held_on = factory.Sequence(lambda n: date(2026, 3, 23 + n % 7))
    starts = time(10, 0)
    ends = time(12, 0)


class PollInviteeFactory(DjangoModelFactory):
    """Somebody asked who has no account and no link. `account=True`, `token="…"` give them one."""

    class Meta:
        model = PollInvitee

    class Params:
        token = ""
        account = factory.Trait(user=factory.SubFactory(UserFactory))

    poll = factory.SubFactory(DatesPollFactory)
    full_name = factory.Sequence(lambda n: f"Asked Number {n}")
    organisation = "Northside Advocacy"
    email = factory.Sequence(lambda n: f"asked{n}@agency.example")
    link = factory.Maybe(
        "token",
        yes_declaration=factory.SubFactory(
            GuestLinkFactory,
            token=factory.SelfAttribute("..token"),
            message__kind="dates_asked_by_link",
            sent_to=factory.SelfAttribute("..email"),
            review_ref=factory.SelfAttribute("..poll.review.reference"),
            expires_on=factory.SelfAttribute("..poll.closing_on"),
        ),
        no_declaration=None,
    )
    asked_at = AT


class PollAnswerFactory(DjangoModelFactory):
    """An answer without a word about any day: `DayAnswerFactory(answer=…)` adds one."""

    class Meta:
        model = PollAnswer

    invitee = factory.SubFactory(PollInviteeFactory)
    remark = "I have to leave at noon."
    recorded_at = datetime(2026, 2, 23, 9, 0, tzinfo=UTC)


class DayAnswerFactory(DjangoModelFactory):
    class Meta:
        model = DayAnswer

    answer = factory.SubFactory(PollAnswerFactory)
    day = factory.SubFactory(OfferedDayFactory, poll=factory.SelfAttribute("..answer.invitee.poll"))
    can = Can.YES
