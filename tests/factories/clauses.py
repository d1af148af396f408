from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from clauses.models import Clause, ClauseKind, ClauseWording, Occasion
from tests.factories.agencies import CommunitySafetyPartnershipFactory, UserFactory


class ClauseFactory(DjangoModelFactory):
    """A clause of a partnership that says nothing yet; or, with `owner`, of a chair."""

    class Meta:
        model = Clause

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)


class ClauseWordingFactory(DjangoModelFactory):
    """What a clause says now: a line of enquiry for any review."""

    class Meta:
        model = ClauseWording

    clause = factory.SubFactory(ClauseFactory)
    number = 1
    kind = ClauseKind.ENQUIRY
    occasion = Occasion.ANY
    title = factory.Sequence(lambda n: f"Heard alone, {n}")
    text = factory.Sequence(lambda n: f"Was anybody heard alone, and {n} times over?")
    written_at = datetime(2026, 2, 20, 9, 30, tzinfo=UTC)
    written_by = factory.SubFactory(UserFactory)
