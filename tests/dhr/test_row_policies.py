"""The second lock: what the database itself keeps from whoever may not read it."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction
from django.utils import timezone

from actionplans.access import recommendation_or_404
from actionplans.queries.published_plan import plan_of
from agencies.models import User
from audit.acting import acting
from audit.models import ActorKind
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission
from chronologies.operations.storing import store
from dhr.row_policies import POLICIES, unlocked_tables
from evidence.models import ImrPoint, ScopingReturn
from families.models import FamilyContact
from privacy import row_locks
from reports.models import Draft, ReportSection
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role, remove
from reviews.gates import ask, listed
from reviews.models import Membership
from tests.factories.actionplans import RecommendationFactory
from tests.factories.agencies import UserFactory
from tests.factories.chronologies import (
    ChronologyEntryFactory,
    ChronologyRowFactory,
    ChronologySubmissionFactory,
)
from tests.factories.evidence import ImrPointFactory, ScopingReturnFactory
from tests.factories.reports import DraftFactory
from tests.factories.reviews import admit, playing
from tests.house.world import World
from tests.proof.worlds import Neighbour, for_its_agency

pytestmark = pytest.mark.django_db

LOCKED = [
    model
    for app in row_locks.APPS
    for model in apps.get_app_config(app).get_models(include_auto_created=True)
] + [model for model in apps.get_models() if model._meta.db_table in row_locks.TABLES]


@contextmanager
def eyes_of(person):
    """Read with the eyes that the database lends this person, and no rule of ours."""
    kind = ActorKind.PERSON if person else ActorKind.SIGNED_OUT
    with acting(lambda: (kind, person.pk if person else None)):
        yield


def seen_by(person):
    with eyes_of(person):
        return {model.__name__ for model in LOCKED if model.objects.exists()}


@pytest.fixture(scope="module")
def everything_there():
    return {model.__name__ for model in LOCKED} - {"EvidenceRequest_messages"}


def test_every_table_of_these_apps_is_locked():
    assert unlocked_tables() == set()
    assert POLICIES.keys() <= {model._meta.db_table for model in LOCKED}


def test_nobody_without_a_part_gets_a_row_of_any_table():
    World()
    for person in (None, UserFactory(), playing(Role.CSP_OFFICER, to=World().review)):
        others = World().review
        with eyes_of(person):
            for model in LOCKED:
                reached = model.objects.filter(**in_review(model, others))
                assert not reached.exists(), model


def in_review(model, review):
    """Return the filter that leads from a model to its review."""
    names = {field.name for field in model._meta.fields}
    for name, more in (
        ("review", ""), ("involvement", "__review"), ("imr", "__involvement__review"),
        ("submission", "__involvement__review"), ("contact", "__review"), ("draft", "__review"),
        ("version", "__imr__involvement__review"), ("request", "__involvement__review"),
        ("evidencerequest", "__involvement__review"), ("finding", "__review"),
        ("paragraph", "__review"), ("certificate", "__review"),
        ("six_month_return", "__involvement__review"),
        ("sign_off", "__six_month_return__involvement__review"),
        ("dispatch", "__review"), ("process", "__review"), ("line", "__dispatch__review"),
        ("reply", "__review"), ("scoping_return", "__involvement__review"),
        ("question", "__involvement__review"),
    ):  # fmt: skip
        if name in names:
            return {f"{name}{more}": review}
    for name, more in (("partnership", ""), ("theme", "__partnership")):
        if name in names:
            return {f"{name}{more}": review.partnership}
    raise AssertionError(f"How does {model.__name__} hang on a review?")


FAMILY = {
    "ChildRecordCopy", "FamilyContact", "FamilyContactEntry", "FamilyExtract", "FamilyQuestion",
    "QuietDate",
}  # fmt: skip


@pytest.mark.parametrize("role", REVIEW_GRANTS)
def test_the_compartment_opens_to_three_parts(role):
    world = World()
    person = UserFactory()
    admit(person, role, to=world.review)
    opens = {Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY}
    assert (seen_by(person) & FAMILY) == (FAMILY if role in opens else set())


@pytest.mark.parametrize("role", INVOLVEMENT_GRANTS)
def test_no_agency_reaches_the_compartment_or_the_working_text(role):
    world = World()
    assert not seen_by(playing(role, to=world.part)) & {
        *FAMILY,
        "ReportCall",
        "ReportFigure",
        "ReportSection",
        "ReturnedText",
        "Draft",
    }


def test_an_agency_reaches_its_own_words_and_not_its_neighbours():
    world = World()
    theirs = Neighbour(world).part
    person = for_its_agency(world)
    with eyes_of(person):
        assert ChronologySubmission.objects.filter(involvement=world.part).exists()
        assert ScopingReturn.objects.filter(involvement=world.part).exists()
        assert not ScopingReturn.objects.filter(involvement=theirs).exists()
        assert not ChronologyRow.objects.filter(submission__involvement=theirs).exists()
        assert not ChronologyEntry.objects.filter(submission__involvement=theirs).exists()
        assert not ImrPoint.objects.filter(version__imr__involvement=theirs).exists()


def test_entries_open_with_the_release_and_what_was_not_taken_in_does_not():
    sent = ChronologySubmissionFactory(released=True)
    entry = ChronologyEntryFactory(submission=sent)
    ChronologyRowFactory(submission=sent)
    waiting = ChronologySubmissionFactory(
        involvement__review=sent.involvement.review, submitted=True
    )
    ChronologyEntryFactory(submission=waiting)
    with eyes_of(playing(Role.PANEL_MEMBER, to=sent.involvement.review)):
        assert {entry.submission_id for entry in ChronologyEntry.objects.all()} == {sent.pk}
        assert list(ChronologyRow.objects.all()) == [entry.row]


def test_a_draft_opens_with_its_release():
    draft = DraftFactory(released=True)
    review = draft.review
    DraftFactory(review=review)
    panel, chair = playing(Role.PANEL_MEMBER, to=review), playing(Role.INDEPENDENT_CHAIR, to=review)
    with eyes_of(panel):
        assert list(Draft.objects.all()) == [draft]
    with eyes_of(chair):
        assert Draft.objects.count() == 2
    assert "ReportSection" not in seen_by(panel)
    assert ReportSection._meta.db_table in POLICIES


class TestMembership:
    """Whoever's part has ended, or is held, has the eyes of a stranger."""

    @pytest.fixture
    def person(self):
        return playing(Role.CSP_OFFICER, to=World().review)

    def test_while_it_stands(self, person):
        assert "FamilyContact" in seen_by(person)

    def test_removed(self, person):
        remove(membership=person.memberships.get(), by=person, at=timezone.now())
        assert seen_by(person) == set()

    @pytest.mark.parametrize(
        "ended",
        [
            {"until_on": timezone.localdate() - timedelta(days=1)},
            {"until_at": timezone.now() - timedelta(minutes=1)},
            {"held_at": timezone.now()},
            {"removed_at": timezone.now()},
        ],
        ids=["past its day", "past its moment", "held", "removed behind our back"],
    )
    def test_ended(self, person, ended):
        Membership.objects.filter(user=person).update(from_on="2025-01-01", **ended)
        assert seen_by(person) == set()

    def test_a_closed_account(self, person):
        User.objects.filter(pk=person.pk).update(is_active=False)
        assert seen_by(person) == set()

    def test_taken_out_of_its_group(self, person):
        person.groups.clear()
        assert seen_by(person) == set()


class TestWriting:
    def test_nothing_is_written_into_another_agencys_part(self):
        world = World()
        theirs = Neighbour(world).part
        with (
            eyes_of(for_its_agency(world)),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            ScopingReturnFactory(involvement=theirs, request=None, original=None)

    def test_nor_many_at_one_go(self):
        world = World()
        theirs = ChronologySubmissionFactory(involvement=Neighbour(world).part, read=True)
        rows = ChronologyRowFactory.build_batch(3, submission=theirs)
        with (
            eyes_of(for_its_agency(world)),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            store(rows)

    def test_nothing_of_others_is_changed_or_removed(self):
        world = World()
        theirs = Neighbour(world).part
        with eyes_of(for_its_agency(world)):
            assert ScopingReturn.objects.filter(involvement=theirs).update(recorded_by=None) == 0
            assert FamilyContact.objects.all().delete()[0] == 0


class TestToldToMore:
    """What people are told of records that they do not read."""

    def test_whose_report_asked_for_it_first(self):
        point = ImrPointFactory()
        part = point.version.imr.involvement
        one = RecommendationFactory(review=part.review, taken_from=point)
        with eyes_of(playing(Role.NEIGHBOURING_OFFICER, to=part.review)):
            assert not ImrPoint.objects.exists()
            (printed,) = plan_of(part.review).recommendations
            assert recommendation_or_404(part.review, one.pk).taken_from == point
        assert printed.source == f"Report of {part.agency.name}"

    def test_a_gate_says_the_same_to_everybody(self):
        review = World().review
        told = {gate: ask(gate, review) for gate in listed()}
        assert any(told.values())
        with eyes_of(playing(Role.CSP_CHAIR, to=review)):
            assert {gate: ask(gate, review) for gate in listed()} == told


class TestEyes:
    def test_a_lifted_block_reads_everything_and_then_no_more(self):
        World()
        with eyes_of(UserFactory()):
            with row_locks.lifted():
                assert FamilyContact.objects.exists()
            assert not FamilyContact.objects.exists()

    def test_a_guest_reads_one_part(self):
        world = World()
        theirs = Neighbour(world).part
        with eyes_of(None), row_locks.for_part(theirs.pk):
            assert {row.involvement_id for row in ScopingReturn.objects.all()} == {theirs.pk}
            assert not ChronologySubmission.objects.exists()

    def test_the_worker_reads_everything(self):
        World()
        with acting(lambda: (ActorKind.WORKER, None)):
            assert FamilyContact.objects.exists()

    def test_what_was_told_goes_with_what_was_taken_back(self):
        review = World().review
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        with eyes_of(chair):
            with transaction.atomic():
                assert FamilyContact.objects.exists()
                transaction.set_rollback(True)
            assert FamilyContact.objects.exists()

    def test_whoever_comes_after_has_eyes_of_their_own(self):
        review = World().review
        for _ in range(2):
            assert seen_by(playing(Role.INDEPENDENT_CHAIR, to=review))
            assert not seen_by(UserFactory())
        assert FamilyContact.objects.exists()  # a test looks at everything

    def test_a_long_list_read_bit_by_bit(self):
        review = World().review
        with eyes_of(UserFactory()):
            assert list(FamilyContact.objects.iterator()) == []
        with eyes_of(playing(Role.INDEPENDENT_CHAIR, to=review)):
            assert list(FamilyContact.objects.iterator())
