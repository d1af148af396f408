from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from actionplans.cycle import ActionStatus
from actionplans.models import (
    Action,
    AddresseeAnswer,
    AnswerKind,
    Assurance,
    ConclusionAudit,
    Finding,
    FindingEvidence,
    LearningPoint,
    Milestone,
    ProgressNote,
    Recommendation,
    Scope,
    Source,
)
from documents.models import Route
from tests.factories.agencies import UserFactory
from tests.factories.evidence import ImrPointFactory, ImrVersionFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class FindingFactory(DjangoModelFactory):
    """A finding that says what it rests on in words."""

    class Meta:
        model = Finding

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.findings.count() + 1)
    statement = factory.Sequence(lambda n: f"Nobody asked when there was reason to, number {n}.")
    evidence_words = "The practice manager, at the second meeting."
    recorded_at = AT


class FindingEvidenceFactory(DjangoModelFactory):
    """That a finding rests on a line of an agency's report."""

    class Meta:
        model = FindingEvidence

    finding = factory.SubFactory(FindingFactory)
    point = factory.SubFactory(ImrPointFactory, version=factory.SubFactory(ImrVersionFactory))


class LearningPointFactory(DjangoModelFactory):
    """New learning that nothing comes of yet."""

    class Meta:
        model = LearningPoint

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.learning_points.count() + 1)
    text = factory.Sequence(lambda n: f"Ask whoever comes alone, number {n}.")
    theme = "Routine enquiry"
    recorded_at = AT


class RecommendationFactory(DjangoModelFactory):
    """
    A local recommendation of the panel to an agency of the review, without an answer.
    `single=True` concerns that agency alone and comes from its report; `elsewhere=True` goes to a
    body that takes no part.
    """

    class Meta:
        model = Recommendation

    class Params:
        single = factory.Trait(scope=Scope.SINGLE_AGENCY, source=Source.IMR)
        elsewhere = factory.Trait(
            addressee=None, addressee_words="Department for Example", scope=Scope.NATIONAL
        )

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.recommendations.count() + 1)
    text = factory.Sequence(lambda n: f"Train everybody who answers the door, number {n}.")
    addressee = factory.LazyAttribute(lambda made: AgencyInvolvementFactory(review=made.review))
    recorded_at = AT


class AddresseeAnswerFactory(DjangoModelFactory):
    """That the addressee accepts, in an email."""

    class Meta:
        model = AddresseeAnswer

    class Params:
        refused = factory.Trait(kind=AnswerKind.NOT_ACCEPTED, reason="It is done already.")

    recommendation = factory.SubFactory(RecommendationFactory)
    kind = AnswerKind.ACCEPTED
    answered_on = date(2026, 2, 20)
    received_via = Route.EMAIL
    on_behalf_of = "Head of Safeguarding, Tern Valley Housing"
    given_on = date(2026, 2, 20)
    recorded_at = AT


class ActionFactory(DjangoModelFactory):
    """
    An action that lacks nothing, led by the addressee of its recommendation, not begun.
    `done=True` is reported done; `checked=True` is checked too; `bare=True` says only what to do.
    """

    class Meta:
        model = Action
        skip_postgeneration_save = True

    class Params:
        bare = factory.Trait(lead=None, outcome_measure="", target_on=None)

    recommendation = factory.SubFactory(RecommendationFactory)
    number = factory.LazyAttribute(lambda made: made.recommendation.actions.count() + 1)
    text = factory.Sequence(lambda n: f"Write a course of half a day, number {n}.")
    lead = factory.SelfAttribute("recommendation.addressee")
    owner = "Head of Training"
    outcome_measure = "Nine of ten people at the desk have been on it."
    target_on = date(2026, 9, 30)
    recorded_at = AT

    @factory.post_generation
    def done(self, create, is_done, **kwargs):
        if is_done:
            ProgressNoteFactory(action=self, done=True, **kwargs)
            self.status = ActionStatus.DONE_UNVERIFIED
            self.completed_on, self.outcome = date(2026, 2, 27), "People now ask."
            self.save()

    @factory.post_generation
    def checked(self, create, is_checked, **kwargs):
        if is_checked:
            note = ProgressNoteFactory(action=self, done=True)
            self.status = ActionStatus.DONE_VERIFIED
            self.completed_on, self.outcome = note.on, "People now ask."
            self.save()
            AssuranceFactory(action=self, note=note)


class MilestoneFactory(DjangoModelFactory):
    """A step that is still to be done. `done=True` is done, with what shows it."""

    class Meta:
        model = Milestone

    class Params:
        done = factory.Trait(done_on=date(2026, 2, 26), evidence="The course pack.")

    action = factory.SubFactory(ActionFactory)
    text = factory.Sequence(lambda n: f"Course agreed, step {n}")
    due_on = date(2026, 6, 30)
    recorded_at = AT


class ProgressNoteFactory(DjangoModelFactory):
    """What somebody with an account wrote. `done=True` claims that it is done."""

    class Meta:
        model = ProgressNote

    class Params:
        done = factory.Trait(claims=ActionStatus.DONE_UNVERIFIED, words="Everybody has been.")

    action = factory.SubFactory(ActionFactory)
    on = date(2026, 2, 27)
    words = "Two of four courses are held."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class AssuranceFactory(DjangoModelFactory):
    """That it is done."""

    class Meta:
        model = Assurance

    note = factory.SubFactory(ProgressNoteFactory, done=True)
    action = factory.SelfAttribute("note.action")
    assured_on = date(2026, 3, 1)
    holds = True
    words = "The attendance lists, and ten calls made as a stranger."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class ConclusionAuditFactory(DjangoModelFactory):
    class Meta:
        model = ConclusionAudit

    review = factory.SubFactory(ReviewFactory)
    audited_on = date(2026, 3, 1)
    found = "Every action is done but one, which cannot be."
    carried_out_by = "Internal audit"
    recorded_at = AT
