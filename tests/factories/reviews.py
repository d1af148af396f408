from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from agencies.models import COMMAND_LINE
from reviews import access
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.models import (
    AccessHold,
    AgencyInvolvement,
    Capacity,
    Deadline,
    Decision,
    EarlierStep,
    GateWaiver,
    Notice,
    NoticeKind,
    NoticeRoute,
    Outcome,
    PartDeclaration,
    Person,
    PersonAddress,
    PersonRole,
    Review,
    Role,
    StageMove,
    Standing,
    Tie,
    TieKind,
)
from reviews.models.independence import questions_for
from tests.factories.agencies import (
    AgencyFactory,
    CommunitySafetyPartnershipFactory,
    UserFactory,
)

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FAR_AHEAD = datetime(2100, 3, 2, 9, 30, tzinfo=UTC)


class ReviewFactory(DjangoModelFactory):
    """
    A review whose death has just been notified. `at_stage=Stage.EVIDENCE` takes it further by
    the shortest road, with a move for each stage. `follow(review.pk)` makes its deadlines.
    """

    class Meta:
        model = Review
        skip_postgeneration_save = True

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    reference = factory.LazyAttributeSequence(
        lambda review, n: f"{review.partnership.reference_prefix}-DHR-{n}"
    )
    notified_on = date(2026, 1, 5)
    notified_by = "Northshire Police"
    died_on = date(2026, 1, 2)
    recorded_at = AT

    @factory.post_generation
    def at_stage(self, create, stage, **kwargs):
        for row in LIFECYCLE.path_to(stage or Stage.NOTIFIED):
            StageMove.objects.create(
                review=self,
                from_stage=row.from_,
                to_stage=row.to,
                moved_on=self.notified_on,
                recorded_at=AT,
            )
            self.stage = row.to
        self.save()


class AgencyInvolvementFactory(DjangoModelFactory):
    class Meta:
        model = AgencyInvolvement

    review = factory.SubFactory(ReviewFactory)
    agency = factory.SubFactory(AgencyFactory)
    added_on = date(2026, 1, 6)
    recorded_at = AT


class PersonFactory(DjangoModelFactory):
    """The person who died, with an invented name."""

    class Meta:
        model = Person

    review = factory.SubFactory(ReviewFactory)
    role = PersonRole.VICTIM
    true_name = factory.Sequence(lambda n: f"Truename{n} Invented")
    pseudonym = factory.Sequence(lambda n: f"Maris{n}")
    recorded_at = AT


class PersonAddressFactory(DjangoModelFactory):
    class Meta:
        model = PersonAddress

    person = factory.SubFactory(PersonFactory)
    alias = "Address 1"
    address = "1 Nowhere Lane, Norham"


class TieFactory(DjangoModelFactory):
    """A parent of a child."""

    class Meta:
        model = Tie

    person = factory.SubFactory(PersonFactory)
    kind = TieKind.PARENT
    other = factory.SubFactory(
        PersonFactory,
        review=factory.SelfAttribute("..person.review"),
        role=PersonRole.CHILD,
        pseudonym=factory.Sequence(lambda n: f"Child {n}"),
    )
    recorded_at = AT


class DecisionFactory(DjangoModelFactory):
    """A confirmed decision to review, made by the CSP chair in person."""

    class Meta:
        model = Decision

    review = factory.SubFactory(ReviewFactory)
    outcome = Outcome.REVIEW
    standing = Standing.CONFIRMED
    decided_on = date(2026, 1, 20)
    decided_by = "Chair of the partnership"
    rationale = "The definition is met."
    recorded_at = AT


class NoticeFactory(DjangoModelFactory):
    class Meta:
        model = Notice

    review = factory.SubFactory(ReviewFactory)
    kind = NoticeKind.HOME_OFFICE_DECISION
    sent_on = date(2026, 1, 21)
    route = NoticeRoute.EMAIL
    recorded_at = AT


class StageMoveFactory(DjangoModelFactory):
    class Meta:
        model = StageMove

    review = factory.SubFactory(ReviewFactory)
    from_stage = Stage.NOTIFIED
    to_stage = Stage.DECISION_PENDING
    moved_on = date(2026, 1, 10)
    recorded_at = AT


class GateWaiverFactory(DjangoModelFactory):
    class Meta:
        model = GateWaiver

    move = factory.SubFactory(StageMoveFactory)
    gate = "agencies_are_asked"
    said = "No agency has been asked."
    reason = "Asked by letter before."


class EarlierStepFactory(DjangoModelFactory):
    class Meta:
        model = EarlierStep

    review = factory.SubFactory(ReviewFactory)
    event = "First panel meeting"
    happened_on = date(2025, 2, 3)
    recorded_at = AT


class DeadlineFactory(DjangoModelFactory):
    class Meta:
        model = Deadline

    review = factory.SubFactory(ReviewFactory)
    code = "D11"
    started_on = date(2026, 1, 20)
    due_on = date(2026, 7, 20)


class AccessHoldFactory(DjangoModelFactory):
    """Somebody admitted who bears the name of somebody in the review. Nobody has looked yet."""

    class Meta:
        model = AccessHold

    person = factory.SubFactory(PersonFactory, true_name="Alwyn Testerby")
    review = factory.SelfAttribute("person.review")
    held_at = AT

    @factory.lazy_attribute
    def user(self):
        user = UserFactory(full_name="A Testerby")
        admit(user, Role.PANEL_MEMBER, to=self.review)
        self.review.access_holds.all().delete()
        return user


class PartDeclarationFactory(DjangoModelFactory):
    """An officer who declares no connection."""

    class Meta:
        model = PartDeclaration

    review = factory.SubFactory(ReviewFactory)
    user = factory.LazyAttribute(lambda made: playing(Role.CSP_OFFICER, to=made.review))
    part = Capacity.OFFICER
    declared_on = date(2026, 2, 2)
    answers = factory.LazyAttribute(
        lambda made: {asked.code: not asked.connects_if for asked in questions_for(made.part)}
    )
    recorded_at = AT


def playing(role: Role, *, to, **user):
    """Return a new person admitted in a role to a review or to an agency's part of it."""
    person = UserFactory(**user)
    admit(person, role, to=to)
    return person


def admit(person, role: Role, *, to):
    until_at = FAR_AHEAD if role == Role.EMERGENCY_READER else None
    access.admit(
        user=person, role=role, to=to, by=COMMAND_LINE, at=AT, from_on=date(2026, 1, 5),
        until_at=until_at,
    )  # fmt: skip
