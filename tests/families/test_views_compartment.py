from datetime import date

import pytest
from django.urls import reverse

from families.models import Side
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.families import (
    FamilyContactEntryFactory,
    FamilyContactFactory,
    QuietDateFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

SIDES = {Side.DIED: "families:compartment", Side.PERPETRATOR: "families:perpetrator-side"}
SHEETS = {Side.DIED: "families:sheet", Side.PERPETRATOR: "families:perpetrator-sheet"}
PAGES = [*SIDES.values(), *SHEETS.values()]


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def officer(review, client):
    officer = playing(Role.CSP_OFFICER, to=review)
    client.force_login(officer)
    return officer


def page(client, name, review, *args):
    return client.get(reverse(name, args=[review.reference, *args]))


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("name", PAGES)
class TestWhoMayOpen:
    @pytest.mark.parametrize(
        "role", [Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY]
    )
    def test_those_who_keep_it_and_the_officer(self, client, review, role, name):
        client.force_login(playing(role, to=review))

        assert page(client, name, review).status_code == 200

    @pytest.mark.parametrize(
        "role",
        [
            Role.CSP_CHAIR,
            Role.PANEL_MEMBER,
            Role.ADVISER,
            Role.NEIGHBOURING_OFFICER,
            Role.HOME_OFFICE_LIAISON,
        ],
    )
    def test_nobody_else_of_the_review(self, client, review, role, name):
        client.force_login(playing(role, to=review))

        assert page(client, name, review).status_code == 404

    @pytest.mark.parametrize("role", [Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF, Role.PANEL_MEMBER])
    def test_nobody_of_an_agency(self, client, review, role, name):
        client.force_login(playing(role, to=AgencyInvolvementFactory(review=review)))

        assert page(client, name, review).status_code == 404

    def test_neither_a_stranger_nor_the_officer_of_another_review(self, client, review, name):
        for person in (UserFactory(), playing(Role.CSP_OFFICER, to=ReviewFactory())):
            client.force_login(person)
            assert page(client, name, review).status_code == 404

    def test_nobody_signed_out(self, client, review, name):
        assert page(client, name, review).status_code == 302


class TestOneSide:
    def test_who_was_offered_what_and_what_is_still_to_be_offered(self, client, review, officer):
        contact = FamilyContactFactory(review=review, own_name="Relative Invented")
        FamilyContactEntryFactory(contact=contact, leaflet_given=True)
        FamilyContactFactory(review=review, kind="EMPLOYER")
        accepted = FamilyContactFactory(review=review)
        FamilyContactEntryFactory(contact=accepted, advocacy=True)

        shown = text(page(client, "families:compartment", review))

        assert "0 in touch; 1 not yet approached; 2 yet to answer; " in shown
        assert "advocacy not yet offered to 1." in shown
        for words in (
            "Relative Invented",
            "Given",
            "Not offered",
            "Accepted",
            "Advocacy and their wishes",
        ):
            assert words in shown

    def test_each_side_is_without_the_other(self, client, review, officer):
        FamilyContactFactory(review=review, own_name="Bereaved Invented")
        FamilyContactFactory(review=review, own_name="Brother Invented", of_perpetrator=True)

        for names in (SIDES, SHEETS):
            died = text(page(client, names[Side.DIED], review))
            perpetrator = text(page(client, names[Side.PERPETRATOR], review))
            assert "Bereaved Invented" in died
            assert "Brother Invented" not in died
            assert "Brother Invented" in perpetrator
            assert "Bereaved Invented" not in perpetrator

    @pytest.mark.parametrize("name", PAGES)
    def test_an_empty_side_says_what_would_fill_it(self, client, review, officer, name):
        assert "Nobody is recorded here yet" in text(page(client, name, review))

    def test_whoever_only_reads_is_told_why(self, client, review, officer):
        playing(Role.INDEPENDENT_CHAIR, to=review)

        shown = text(page(client, "families:compartment", review))

        assert "The independent chair keeps this record. You can read it." in shown
        assert "Add somebody" not in shown

    def test_a_draft_they_have_to_read(self, client, review, officer, time_machine):
        time_machine.move_to("2026-02-10 09:00+00:00")
        contact = FamilyContactFactory(review=review)
        FamilyContactEntryFactory(contact=contact, draft=True, happened_on=date(2026, 2, 2))

        assert "23 February 2026 (in 13 days)" in text(page(client, SIDES[Side.DIED], review))
        time_machine.move_to("2026-02-24 09:00+00:00")
        assert "is with them to read" not in text(page(client, SIDES[Side.DIED], review))

    def test_a_day_not_to_write_on_shows_beside_the_name(
        self, client, review, officer, time_machine
    ):
        time_machine.move_to("2026-03-14 09:00+00:00")
        QuietDateFactory(contact=FamilyContactFactory(review=review))

        assert "Not to be written to today" in text(page(client, SIDES[Side.DIED], review))

    @pytest.mark.parametrize("name", PAGES)
    @pytest.mark.parametrize("rows", [3, 30])
    def test_as_few_queries_whatever_the_rows(
        self, client, review, officer, name, rows, django_assert_max_num_queries
    ):
        for number in range(rows):
            contact = FamilyContactFactory(review=review, of_perpetrator=bool(number % 2))
            FamilyContactEntryFactory(contact=contact, draft=True)
            QuietDateFactory(contact=contact)

        with django_assert_max_num_queries(14):
            page(client, name, review)


class TestSheet:
    def test_how_to_reach_them_and_when_not_to(self, client, review, officer):
        contact = FamilyContactFactory(
            review=review, reached_at="01632 960 001", interpreter_needed=True, language="Polish"
        )
        QuietDateFactory(contact=contact)

        shown = text(page(client, "families:contact-sheet", review, contact.pk))

        for words in (contact.name, "01632 960 001", "Polish", "Needed", "14 March, every year"):
            assert words in shown

    def test_of_one_person_nobody_else_is_on_it(self, client, review, officer):
        contact = FamilyContactFactory(review=review)
        other = FamilyContactFactory(review=review)

        shown = text(page(client, "families:contact-sheet", review, contact.pk))

        assert contact.name in shown
        assert other.name not in shown
