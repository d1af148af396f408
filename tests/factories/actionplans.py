from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from actionplans.cycle import ActionStatus
from actionplans.models import (
    Action,
    AddresseeAnswer,
    AgencyResponse,
    AnswerKind,
    Assurance,
    ConclusionAudit,
    EvidenceFile,
    Finding,
    FindingEvidence,
    LearningPoint,
    Milestone,
    PanelChoice,
    PanelDisposition,
    PlanImport,
    PlanRelease,
    ProgressNote,
    Recommendation,
    ResponseKind,
    Scope,
    SetAside,
    Source,
)
from actionplans.queries.drafting import wording_now
from documents.kinds import DocumentKind
from documents.models import Route
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ImrAcceptanceFactory, ImrPointFactory, ImrVersionFactory
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


class AgencyResponseFactory(DjangoModelFactory):
    """That an agency of the review accepts a finding, in an email."""

    class Meta:
        model = AgencyResponse

    class Params:
        disputed = factory.Trait(kind=ResponseKind.DISPUTES, words="We did ask, in March.")

    finding = factory.SubFactory(FindingFactory)
    agency = factory.LazyAttribute(
        lambda made: AgencyInvolvementFactory(review=made.finding.review)
    )
    kind = ResponseKind.ACCEPTS
    words = "We have changed how we ask."
    received_via = Route.EMAIL
    on_behalf_of = "Head of Safeguarding, Tern Valley Housing"
    given_on = date(2026, 2, 20)
    recorded_at = AT


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


class PanelDispositionFactory(DjangoModelFactory):
    """That the panel left to an agency what its accepted report recommends."""

    class Meta:
        model = PanelDisposition

    review = factory.SubFactory(ReviewFactory)
    point = factory.LazyAttribute(lambda made: accepted_recommendation(made.review))
    root = factory.SelfAttribute("point.root")
    choice = PanelChoice.LEFT
    reason = "It is for that agency alone, and is under way."
    decided_on = date(2026, 2, 27)
    recorded_at = AT


def accepted_recommendation(review):
    """Make a recommendation in a report of an agency of this review that the panel accepted."""
    made = ImrPointFactory(version__imr__involvement__review=review)
    made.version.submitted_at, made.version.sha256 = AT, "0" * 64
    made.version.save(update_fields=["submitted_at", "sha256"])
    ImrAcceptanceFactory(version=made.version)
    return made


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
        done = factory.Trait(
            claims=ActionStatus.DONE_UNVERIFIED, words="Everybody has been, all 38."
        )

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


class SetAsideFactory(DjangoModelFactory):
    """That what a check says of a recommendation was looked at, and the words stand."""

    class Meta:
        model = SetAside

    recommendation = factory.SubFactory(RecommendationFactory)
    code = "dated"
    wording = factory.LazyAttribute(lambda made: wording_now(made.recommendation or made.action))
    reason = "The day stands in the plan of the agency."
    recorded_at = AT


class PlanImportFactory(DjangoModelFactory):
    """A Word file with an action plan that nobody has looked over yet."""

    class Meta:
        model = PlanImport

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.plan_imports.count() + 1)
    document = factory.SubFactory(DocumentFactory, kind=DocumentKind.DOCX)
    received_at = AT


class EvidenceFileFactory(DjangoModelFactory):
    """A second file of a report."""

    class Meta:
        model = EvidenceFile

    note = factory.SubFactory(ProgressNoteFactory)
    document = factory.SubFactory(DocumentFactory)


class PlanReleaseFactory(DjangoModelFactory):
    """That the plan, which holds nothing yet, is shared with the agencies."""

    class Meta:
        model = PlanRelease

    review = factory.SubFactory(ReviewFactory)
    plan = factory.LazyFunction(lambda: {"lessons": [], "recommendations": []})
    released_at = AT
