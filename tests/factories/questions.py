from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from questions.models import Delegation, PoliceAnswer, Question, QuestionKind
from tests.factories.guests import GuestLinkFactory
from tests.factories.reviews import AgencyInvolvementFactory

AT = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)


class QuestionFactory(DjangoModelFactory):
    """
    A question that was asked. `drafted=True` is not; `answered=True` has its answer.

    `interview=True` asks whether a member of staff of a body may be interviewed; `agreed=True`
    says yes.
    """

    class Meta:
        model = Question

    class Params:
        drafted = factory.Trait(asked_on=None, due_on=None)
        answered = factory.Trait(
            answer="The duty manager decided.", answered_on=date(2026, 2, 1), answered_at=AT
        )
        interview = factory.Trait(
            kind=QuestionKind.INTERVIEW,
            staff_of=factory.SubFactory(
                AgencyInvolvementFactory, review=factory.SelfAttribute("..involvement.review")
            ),
            staff_post="Community midwife",
        )
        agreed = factory.Trait(interview=True, answered=True, decision=PoliceAnswer.YES)

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    number = factory.LazyAttribute(lambda made: made.involvement.questions.count() + 1)
    question = "Who decided that the referral was closed?"
    where = "Paragraph 4.12"
    quoted = "The referral was closed."
    raised_at = AT
    asked_on = date(2026, 1, 31)
    due_on = date(2026, 2, 10)


class DelegationFactory(DjangoModelFactory):
    class Meta:
        model = Delegation

    question = factory.SubFactory(QuestionFactory)
    link = factory.SubFactory(GuestLinkFactory)
    delegated_at = AT
