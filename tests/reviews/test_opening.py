from datetime import date, timedelta

import pytest

from agencies.models import COMMAND_LINE, PostKind
from reviews import rules
from reviews.access import Permission, Refused, Role
from reviews.lifecycle import Stage
from reviews.models import EarlierStep, Review
from reviews.operations import opening
from reviews.operations.opening import Notification
from reviews.operations.people import Identity
from reviews.queries import duplicates
from tests.factories.agencies import CommunitySafetyPartnershipFactory, PostFactory, UserFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def open_one(post, reference="NS-DHR-1", **told):
    told = {"notified_on": date(2026, 2, 20), "died_on": date(2026, 2, 18), **told}
    return opening.open_review(
        partnership=post.partnership,
        reference=reference,
        notification=Notification(**told),
        today=TODAY,
        by=post.user,
        at=AT,
    )


def test_opening_admits_the_officers_the_chair_and_the_liaison_of_the_day():
    post = PostFactory()
    chair = PostFactory(partnership=post.partnership, kind=PostKind.CHAIR)
    liaison = PostFactory(partnership=post.partnership, kind=PostKind.HOME_OFFICE_LIAISON)
    PostFactory(partnership=post.partnership, kind=PostKind.ADMINISTRATOR)
    PostFactory(partnership=post.partnership, until_on=date(2026, 1, 1))
    PostFactory()
    review = open_one(post)
    admitted = {(row.user, row.role) for row in review.memberships.all()}
    assert admitted == {
        (post.user, Role.CSP_OFFICER),
        (chair.user, Role.CSP_CHAIR),
        (liaison.user, Role.HOME_OFFICE_LIAISON),
    }


def test_the_person_who_died_is_recorded_with_the_review():
    post = PostFactory()
    review = opening.open_with_victim(
        partnership=post.partnership,
        reference="NS-DHR-1",
        notification=Notification(notified_on=date(2026, 2, 20)),
        victim=Identity(role="VICTIM", true_name="Ann Invented"),
        today=TODAY,
        by=post.user,
        at=AT,
    )
    assert review.people.get().true_name == "Ann Invented"


@pytest.mark.parametrize("kind", [PostKind.CHAIR, PostKind.ADMINISTRATOR])
def test_only_an_officer_opens_a_review(kind):
    with pytest.raises(Refused, match="Only a CSP officer"):
        open_one(PostFactory(kind=kind))


def test_an_officer_of_another_partnership_does_not_open_here():
    post = PostFactory()
    post.partnership = CommunitySafetyPartnershipFactory()
    with pytest.raises(Refused, match="Only a CSP officer"):
        open_one(post)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"notified_on": date(2026, 3, 3)}, "notified_on"),
        ({"died_on": date(2026, 2, 21)}, "died_on"),
        ({"died_on": None, "incident_on": date(2026, 2, 21)}, "incident_on"),
        ({"incident_on": date(2026, 2, 19)}, "incident_on"),
        ({"died_on": date(1970, 1, 1)}, "died_on"),
        ({"period_from": date(2026, 1, 1), "period_to": date(2025, 1, 1)}, "period_to"),
        ({"reference": "ann invented"}, "reference"),
        ({"reference": "NS"}, "reference"),
    ],
)
def test_impossible_facts_are_refused_by_name(told, field):
    with pytest.raises(Refused) as refusal:
        open_one(PostFactory(), **told)
    assert refusal.value.field == field
    assert not Review.objects.exists()


def test_a_reference_stands_for_one_review():
    taken = ReviewFactory()
    with pytest.raises(Refused, match="Another review"):
        open_one(PostFactory(), reference=taken.reference)


@pytest.mark.parametrize("reference", ["QUILL-7", "NS-NOVA-QUILL", "NS-REX-1"])
def test_a_reference_that_names_somebody_is_refused(reference):
    rules.check_reference_names_nobody("NS-DHR-7", ["Nova Quill", "Rex"])
    with pytest.raises(Refused, match="word of the name") as refusal:
        rules.check_reference_names_nobody(reference, ["Nova Quill", "Rex"])
    assert refusal.value.field == "reference"


class TestAdopting:
    def adopt(self, review, by=COMMAND_LINE, **told):
        told = {
            "stage": Stage.EVIDENCE,
            "days": {Stage.COMMISSIONED: date(2026, 2, 2)},
            "steps": [EarlierStep(event="First panel meeting", happened_on=date(2026, 2, 9))],
            "reason": "Begun on paper.",
            **told,
        }
        return opening.adopt(review=review, today=TODAY, by=by, at=AT, **told)

    def test_a_running_review_stands_where_it_stood(self):
        review = self.adopt(ReviewFactory())
        assert review.stage == Stage.EVIDENCE
        assert review.is_adopted
        moves = {move.to_stage: move for move in review.moves.all()}
        assert all(move.before_this_system for move in moves.values())
        assert moves[Stage.COMMISSIONED].moved_on == date(2026, 2, 2)
        assert moves[Stage.PANEL_FORMED].moved_on is None
        follow(review.pk)
        assert review.deadlines.get(code="D4").met_on == date(2026, 2, 2)
        assert review.deadlines.get(code="D11").due_on == date(2026, 8, 2)
        step = review.earlier_steps.get()
        assert (step.event, step.recorded_at) == ("First panel meeting", AT)
        assert str(step) == f"earlier step {step.pk}"

    def test_a_deadline_met_on_a_day_nobody_knows_does_not_run(self):
        review = self.adopt(ReviewFactory(), days={}, steps=[])
        follow(review.pk)
        assert not review.deadlines.exists()

    def test_what_is_entered_afterwards_is_old_by_nature(self):
        review = self.adopt(ReviewFactory())
        assert not rules.is_unusual_on(review, review.notified_on)
        assert rules.is_unusual_on(review, review.notified_on - timedelta(days=1))

    def test_it_is_taken_over_once(self):
        with pytest.raises(Refused, match="left its first stage already"):
            self.adopt(self.adopt(ReviewFactory()))

    def test_one_reason_is_asked(self):
        with pytest.raises(Refused, match="one sentence"):
            self.adopt(ReviewFactory(), reason=" ")

    def test_days_of_the_future_are_refused(self):
        with pytest.raises(Refused, match="today or in the past"):
            self.adopt(ReviewFactory(), days={Stage.COMMISSIONED: date(2026, 3, 3)})

    def test_only_an_officer_adopts(self):
        review = ReviewFactory()
        with pytest.raises(Refused, match="Only a CSP officer"):
            self.adopt(review, by=UserFactory())


class TestDuplicates:
    def find(self, review, reader, **told):
        told = {"names": [], "born_on": None, "died_on": None, **told}
        return duplicates.possible_duplicates(partnership=review.partnership, reader=reader, **told)

    @pytest.mark.parametrize(
        "told",
        [
            {"names": ["ann  INVENTED"]},
            {"names": ["Annie"]},
            {"born_on": date(1980, 5, 1)},
            {"died_on": date(2026, 1, 4)},
        ],
    )
    def test_the_same_death_is_found(self, told):
        review = ReviewFactory(died_on=date(2026, 1, 2))
        PersonFactory(
            review=review, true_name="Ann Invented", aliases=["Annie"], born_on=date(1980, 5, 1)
        )
        officer = playing(Role.CSP_OFFICER, to=review)
        assert self.find(review, officer, **told) == [review]

    def test_another_death_is_not(self):
        review = ReviewFactory(died_on=date(2026, 1, 2))
        PersonFactory(review=review, true_name="Ann Invented")
        officer = playing(Role.CSP_OFFICER, to=review)
        assert self.find(review, officer, names=["Bea Invented"], died_on=date(2026, 2, 2)) == []

    def test_reviews_that_the_reader_may_not_know_are_not_told(self):
        review = ReviewFactory()
        PersonFactory(review=review, true_name="Ann Invented")
        assert self.find(review, UserFactory(), names=["Ann Invented"]) == []

    def test_the_next_reference_counts_on(self):
        partnership = CommunitySafetyPartnershipFactory(reference_prefix="ZZ")
        assert duplicates.next_reference(partnership) == "ZZ-DHR-1"
        for reference in ("ZZ-DHR-9", "ZZ-DHR-OLD"):
            ReviewFactory(partnership=partnership, reference=reference)
        assert duplicates.next_reference(partnership) == "ZZ-DHR-10"


def test_permissions_have_words():
    assert all(permission.label for permission in Permission)
