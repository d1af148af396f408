from datetime import UTC, date, datetime

import factory
from dateutil.relativedelta import relativedelta
from factory.django import DjangoModelFactory

from actionplans.cycle import ActionStatus
from outcomes.models import (
    ReturnAnswer,
    ReturnLine,
    ReturnQuestion,
    ReturnSignOff,
    SixMonthReturn,
)
from tests.factories.actionplans import ActionFactory, ProgressNoteFactory, RecommendationFactory
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AgencyInvolvementFactory

AT = datetime(2026, 8, 2, 9, 30, tzinfo=UTC)


class SixMonthReturnFactory(DjangoModelFactory):
    """A return that waits for its agency, without a line."""

    class Meta:
        model = SixMonthReturn

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    number = factory.LazyAttribute(lambda made: made.involvement.six_month_returns.count() + 1)
    from_on = date(2026, 4, 2)
    due_on = factory.LazyAttribute(
        lambda made: made.from_on + relativedelta(months=6 * made.number)
    )
    recorded_at = AT


class ReturnLineFactory(DjangoModelFactory):
    """An action of the agency, as it stood."""

    class Meta:
        model = ReturnLine

    six_month_return = factory.SubFactory(SixMonthReturnFactory)
    action = factory.LazyAttribute(
        lambda made: ActionFactory(
            recommendation=RecommendationFactory(
                review=made.six_month_return.involvement.review,
                addressee=made.six_month_return.involvement,
            )
        )
    )
    place = factory.LazyAttribute(lambda made: made.six_month_return.lines.count() + 1)
    numbers = factory.LazyAttribute(
        lambda made: f"{made.action.recommendation.number}.{made.action.number}"
    )
    recommendation = "Train everybody who answers the door."
    text = factory.LazyAttribute(lambda made: made.action.text)
    status = ActionStatus.NOT_STARTED


class ReturnSignOffFactory(DjangoModelFactory):
    """Signed off on the page by somebody of the agency."""

    class Meta:
        model = ReturnSignOff

    six_month_return = factory.SubFactory(SixMonthReturnFactory)
    full_name = "Edda Marsh"
    job_title = "Head of Safeguarding"
    signed_off_on = date(2026, 8, 20)
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class ReturnAnswerFactory(DjangoModelFactory):
    """What is said of a line of the same return."""

    class Meta:
        model = ReturnAnswer

    line = factory.SubFactory(ReturnLineFactory)
    sign_off = factory.LazyAttribute(
        lambda made: ReturnSignOffFactory(six_month_return=made.line.six_month_return)
    )
    note = factory.LazyAttribute(lambda made: ProgressNoteFactory(action=made.line.action))
    is_as_before = False


class ReturnQuestionFactory(DjangoModelFactory):
    """What a signed return was sent back with."""

    class Meta:
        model = ReturnQuestion

    sign_off = factory.SubFactory(ReturnSignOffFactory)
    words = "Which teams have not been on the course?"
    asked_on = date(2026, 8, 25)
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)
