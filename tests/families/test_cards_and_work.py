from datetime import date

import pytest
from django.urls import reverse

from families import cards
from families.models import EntryKind
from families.queries.work import family_waiting
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import UserFactory
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 10)


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


def happened(review, *traits, **given):
    contact = FamilyContactFactory(review=review, **given)
    for trait in traits:
        FamilyContactEntryFactory(contact=contact, **{trait: True})
    return contact


class TestCard:
    def test_how_it_stands_in_a_few_words(self, review, chair):
        for _ in range(3):
            happened(review, "leaflet_given", "advocacy", "contributes")
        happened(review)

        card = cards.family(review, chair, TODAY)

        assert card.figure == "3 in touch"
        assert card.lines == ["1 not yet approached", "Advocacy not yet offered to 1"]
        assert card.href == reverse("families:compartment", args=[review.reference])

    def test_the_other_side_does_not_count(self, review, chair):
        happened(review, "contributes", of_perpetrator=True)

        card = cards.family(review, chair, TODAY)

        assert (card.figure, card.lines) == ("", ["Nobody is recorded yet"])

    def test_a_draft_with_them(self, review, chair):
        happened(review, "advocacy", "draft")

        assert (
            "A draft is with them until 23 February 2026"
            in cards.family(review, chair, TODAY).lines
        )
        later = cards.family(review, chair, date(2026, 2, 24))
        assert not any("draft" in line for line in later.lines)

    @pytest.mark.parametrize(
        "role", [Role.CSP_CHAIR, Role.PANEL_MEMBER, Role.HOME_OFFICE_LIAISON, None]
    )
    def test_nobody_else_has_one(self, review, role):
        happened(review)
        reader = playing(role, to=review) if role else UserFactory()

        assert cards.family(review, reader, TODAY) is None

    def test_it_is_on_the_home_page_of_those_who_may_open_it(self, client, review, chair):
        for reader, is_there in ((chair, True), (playing(Role.PANEL_MEMBER, to=review), False)):
            client.force_login(reader)
            shown = client.get(review.get_absolute_url()).content.decode()
            assert ("Family and others" in shown) is is_there


def work(user):
    return [(item.what, item.due_on) for item in family_waiting(user, TODAY)]


class TestWork:
    def test_advocacy_is_offered_with_the_first_contact(self, review, chair):
        contact = happened(review)
        assert work(chair) == []  # nobody was in touch with them yet

        FamilyContactEntryFactory(contact=contact)
        assert work(chair) == [("Offer advocacy: family and others", None)]

        FamilyContactEntryFactory(contact=contact, advocacy=True)
        assert work(chair) == []

    @pytest.mark.parametrize("closing", ["declined", "not_to_be"])
    def test_not_to_those_who_are_left_alone(self, review, chair, closing):
        happened(review, "leaflet_given", closing)

        assert work(chair) == []

    def test_those_who_declined_for_now_are_asked_again_on_their_day(self, review, chair):
        for day in (date(2026, 9, 1), date(2026, 8, 1), None):
            FamilyContactEntryFactory(
                contact=happened(review, "advocacy"), declined_for_now=True, ask_again_on=day
            )

        assert work(chair) == [("Ask again: family and others", date(2026, 8, 1))]

    def test_comments_wait_for_what_became_of_them(self, review, chair):
        contact = happened(review, of_perpetrator=True)
        comments = FamilyContactEntryFactory(contact=contact, comments=True)

        [item] = family_waiting(chair, TODAY)
        assert item.what == "Say what became of comments: the perpetrator's side"
        assert item.href == reverse("families:perpetrator-side", args=[review.reference])

        FamilyContactEntryFactory(
            contact=contact, kind=EntryKind.DISPOSITION, answers=comments, disposition="ADOPTED"
        )
        assert work(chair) == []

    def test_it_is_for_whoever_holds_the_pen(self, review):
        happened(review, "leaflet_given")
        officer = playing(Role.CSP_OFFICER, to=review)
        secretary = playing(Role.REVIEW_SECRETARY, to=review)
        others = [playing(Role.PANEL_MEMBER, to=review), UserFactory()]
        assert (bool(work(officer)), bool(work(secretary))) == (True, False)

        playing(Role.INDEPENDENT_CHAIR, to=review)
        assert (bool(work(officer)), bool(work(secretary))) == (False, True)
        assert [work(other) for other in others] == [[], []]

    def test_nothing_is_owed_once_the_review_has_ended(self):
        review = ReviewFactory(at_stage=Stage.CONCLUDED)
        happened(review, "leaflet_given")

        assert work(playing(Role.INDEPENDENT_CHAIR, to=review)) == []

    @pytest.mark.parametrize("rows", [1, 8])
    def test_in_the_same_few_queries(self, review, chair, rows, django_assert_num_queries):
        for _ in range(rows):
            happened(review, "leaflet_given", "declined_for_now", "comments")

        with django_assert_num_queries(2):
            family_waiting(chair, TODAY)
