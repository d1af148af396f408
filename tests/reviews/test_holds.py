"""A name of the case holds access, until somebody has looked. All names are invented."""

import re

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from messaging.models import Message
from reviews import access
from reviews.access import Permission, Refused, Role
from reviews.operations import admission, holds, people
from reviews.operations.people import Identity
from reviews.queries.holds import holds_to_clear
from tests.factories.agencies import UserFactory
from tests.factories.reviews import (
    AT,
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.reviews.acting import admit, url

pytestmark = pytest.mark.django_db

NAME = "Maris Tolvane"
TODAY = AT.date()
CANARY = "zzcanaryzz"


@pytest.fixture
def review(db):
    return ReviewFactory(reference="NS-DHR-7")


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def person(review):
    return PersonFactory(review=review, true_name=NAME, aliases=["Mim Tolvane"])


def opens(client, user, review):
    client.force_login(user)
    return client.get(url("home", review)).status_code


def may_read(user, review):
    access.forget(user)
    return access.has(user, Permission.REVIEW_READ, on=review)


def record(review, by, **said):
    identity = Identity(role="WITNESS", **{"true_name": NAME, **said})
    return people.add_person(review=review, identity=identity, today=TODAY, by=by, at=AT)


class TestHolding:
    def test_whoever_is_admitted_under_a_name_of_the_case_is_held(self, client, review, person):
        held = playing(Role.PANEL_MEMBER, to=review, full_name="Tolvane, M.")

        assert opens(client, held, review) == 404
        assert held.memberships.get().is_held

    def test_another_name_is_not_held(self, client, review, person):
        assert opens(client, playing(Role.PANEL_MEMBER, to=review), review) == 200

    def test_another_name_of_the_person_holds_too(self, client, review, person):
        held = playing(Role.PANEL_MEMBER, to=review, full_name="Mim Tolvane")
        assert opens(client, held, review) == 404

    def test_it_bites_on_the_next_request_once_the_person_is_recorded(
        self, client, review, officer
    ):
        member = playing(Role.PANEL_MEMBER, to=review, full_name=NAME)
        assert opens(client, member, review) == 200

        record(review, officer)

        assert client.get(url("home", review)).status_code == 404

    def test_a_name_added_later_holds_from_then_on(self, client, review, officer):
        member = playing(Role.PANEL_MEMBER, to=review, full_name="Ketta Holme")
        person = record(review, officer)
        assert opens(client, member, review) == 200

        people.change_person(
            person=person,
            identity=Identity(role="WITNESS", true_name=NAME, aliases=["Ketta Holme"]),
            today=TODAY,
            by=officer,
            at=AT,
        )

        assert client.get(url("home", review)).status_code == 404

    def test_everything_they_hold_in_the_review_is_held_and_nothing_elsewhere(self, review, person):
        part = AgencyInvolvementFactory(review=review)
        elsewhere = ReviewFactory()
        held = playing(Role.AGENCY_CONTACT, to=part, full_name=NAME)
        admit(held, Role.PANEL_MEMBER, review)
        admit(held, Role.PANEL_MEMBER, elsewhere)

        assert not access.has(held, Permission.SCOPING_READ, on=part)
        assert not may_read(held, review)
        assert may_read(held, elsewhere)

    @pytest.mark.parametrize("role", [Role.CSP_OFFICER, Role.CSP_CHAIR, Role.INDEPENDENT_CHAIR])
    def test_nobody_is_above_it(self, client, review, person, role):
        assert opens(client, playing(role, to=review, full_name=NAME), review) == 404

    def test_a_held_chair_is_no_chair_and_a_held_officer_no_last_one(self, review, person, officer):
        playing(Role.INDEPENDENT_CHAIR, to=review, full_name=NAME)
        playing(Role.CSP_OFFICER, to=review, full_name="M Tolvane")

        assert not access.has_independent_chair(review)
        assert access.is_last_officer(officer.memberships.get())

    def test_nobody_is_held_twice_for_one_person(self, review, person, officer):
        held = playing(Role.PANEL_MEMBER, to=review, full_name=NAME)
        admit(held, Role.ADVISER, review)
        record(review, officer, true_name="Ketta Holme")
        assert review.access_holds.count() == 1

    def test_admitting_again_does_not_let_in(self, review, person):
        held = playing(Role.PANEL_MEMBER, to=review, full_name=NAME)
        access.remove(membership=held.memberships.get(), by=COMMAND_LINE, at=AT)
        admit(held, Role.PANEL_MEMBER, review)
        assert not may_read(held, review)

    def test_the_trail_says_who_and_no_name(self, review, person):
        held = playing(Role.PANEL_MEMBER, to=review, full_name=NAME)
        event = AuditEvent.objects.get(event="review.access_held")
        assert event.subjects == {"user_id": held.pk, "person_id": person.pk}


def without_token(response):
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "", response.content.decode())


class TestWhatTheHeldPersonLearns:
    def test_no_email_no_page_no_list_names_the_review(self, client, review, person, officer):
        person.relationship = CANARY
        person.save()
        UserFactory(email="held@example.org", full_name=NAME)
        admission.admit_by_email(
            email="held@example.org",
            full_name="",
            role=Role.PANEL_MEMBER,
            to=review,
            today=TODAY,
            by=officer,
            at=AT,
        )
        assert not Message.objects.filter(review_ref=review.reference).exists()

        client.force_login(review.memberships.get(held_at__isnull=False).user)
        for address in [reverse("reviews:my-work"), reverse("reviews:list")]:
            page = client.get(address).content.decode()
            assert review.reference not in page
            assert CANARY not in page
            assert "held" not in page.lower()
        for name in ["home", "people", "access"]:
            missing = client.get(f"/reviews/NO-SUCH-1/{name}/")
            held = client.get(url(name, review))
            assert held.status_code == 404
            assert CANARY not in held.content.decode()
            assert without_token(held) == without_token(missing)

    def test_the_officer_does_see_it(self, client, review, person, officer):
        person.relationship = CANARY
        person.save()
        client.force_login(officer)
        assert client.get(url("people", review)).status_code == 200
        assert CANARY in person.relationship


class TestClearing:
    @pytest.fixture
    def hold(self, review, person, officer):
        playing(Role.PANEL_MEMBER, to=review, full_name=NAME, email="held@example.org")
        return review.access_holds.get()

    def test_an_officer_lets_them_in_with_a_reason_and_tells_them(
        self, client, review, officer, hold
    ):
        holds.clear_hold(hold=hold, because="Another year of birth.", by=officer, at=AT)

        assert opens(client, hold.user, review) == 200
        assert Message.objects.get(kind="admitted").to_address == "held@example.org"
        assert hold.cleared_by == officer

    def test_it_stays_cleared_for_this_person_alone(self, client, review, officer, hold):
        holds.clear_hold(hold=hold, because="Another year of birth.", by=officer, at=AT)
        people.change_person(
            person=hold.person,
            identity=Identity(role="WITNESS", true_name="M Tolvane"),
            today=TODAY,
            by=officer,
            at=AT,
        )
        assert opens(client, hold.user, review) == 200

        record(review, officer, true_name="Maris J Tolvane")
        assert opens(client, hold.user, review) == 404

    def test_two_likenesses_are_cleared_one_by_one(self, client, review, officer, hold):
        record(review, officer, true_name="Maris J Tolvane")
        first, second = review.access_holds.all()

        holds.clear_hold(hold=first, because="Another.", by=officer, at=AT)
        assert opens(client, hold.user, review) == 404
        assert not Message.objects.filter(kind="admitted").exists()
        holds.clear_hold(hold=second, because="Another.", by=officer, at=AT)
        assert opens(client, hold.user, review) == 200

    def test_a_reason_is_needed_and_one_decision_is_enough(self, officer, hold):
        with pytest.raises(Refused, match="Say how you know") as refusal:
            holds.clear_hold(hold=hold, because=" ", by=officer, at=AT)
        assert refusal.value.field == "because"
        holds.clear_hold(hold=hold, because="Another.", by=officer, at=AT)
        with pytest.raises(Refused, match="looked at already"):
            holds.clear_hold(hold=hold, because="Another.", by=officer, at=AT)

    def test_nobody_clears_their_own_and_no_other_role_clears(self, review, person, hold):
        for role in [Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY, Role.PANEL_MEMBER]:
            with pytest.raises(Refused):
                holds.clear_hold(hold=hold, because="x", by=playing(role, to=review), at=AT)
        own = playing(Role.CSP_OFFICER, to=review, full_name=NAME)
        with pytest.raises(Refused):
            holds.clear_hold(hold=own.access_holds.get(), because="x", by=own, at=AT)

    def test_where_the_only_officer_is_held_the_chair_of_the_partnership_clears(self, review):
        only = playing(Role.CSP_OFFICER, to=review, full_name=NAME)
        chair = playing(Role.CSP_CHAIR, to=review)
        PersonFactory(review=review, true_name=NAME)
        access.screen_person(review.people.get(), by=COMMAND_LINE, at=AT)
        assert not may_read(only, review)
        [item] = holds_to_clear(chair, TODAY)

        hold = review.access_holds.get()
        assert item.href == url("hold", review, hold.pk)
        holds.clear_hold(hold=hold, because="Another.", by=chair, at=AT)
        assert may_read(only, review)

    def test_removing_ends_it_and_the_hold_waits_for_nobody(self, review, officer, hold):
        holds.remove_held(hold=hold, by=officer, at=AT)

        assert not review.memberships.filter(user=hold.user, removed_at=None).exists()
        assert holds_to_clear(officer, TODAY) == []
        with pytest.raises(Refused):
            holds.remove_held(hold=hold, by=hold.user, at=AT)

    def test_cleared_after_their_removal_nobody_is_told(self, review, officer, hold):
        holds.remove_held(hold=hold, by=officer, at=AT)
        holds.clear_hold(hold=hold, because="Another.", by=officer, at=AT)
        assert not Message.objects.filter(kind="admitted").exists()


class TestPages:
    @pytest.fixture
    def hold(self, review, person, officer):
        playing(Role.PANEL_MEMBER, to=review, full_name="M Tolvane")
        return review.access_holds.get()

    def test_the_officer_finds_it_on_three_pages(self, client, review, officer, hold):
        client.force_login(officer)
        address = url("hold", review, hold.pk)

        assert address in client.get(reverse("reviews:my-work")).content.decode()
        assert address in client.get(url("access", review)).content.decode()
        assert "1 held until you look" in client.get(url("home", review)).content.decode()
        page = client.get(address).content.decode()
        assert "M Tolvane" in page
        assert NAME in page

    def test_letting_in_by_the_page(self, client, review, officer, hold):
        client.force_login(officer)
        said = {"is_somebody_else": "yes", "because": "Another year of birth."}
        client.post(url("hold", review, hold.pk), said)
        assert opens(client, hold.user, review) == 200
        client.force_login(officer)
        page = client.get(url("access", review)).content.decode()
        assert re.search(rf"M Tolvane, [^<]* by {officer.full_name}: Another year of birth\.", page)

    def test_a_missing_reason_is_said_at_its_field(self, client, review, officer, hold):
        client.force_login(officer)
        response = client.post(url("hold", review, hold.pk), {"is_somebody_else": "yes"})
        assert "Say how you know that it is somebody else" in response.content.decode()

    def test_removing_by_the_page(self, client, review, officer, hold):
        client.force_login(officer)
        client.post(url("hold", review, hold.pk), {"is_somebody_else": "no"})
        assert not review.memberships.filter(user=hold.user, removed_at=None).exists()
        assert client.get(url("hold", review, hold.pk)).status_code == 404

    def test_admitting_somebody_alike_says_so_to_the_officer(self, client, review, officer, person):
        client.force_login(officer)
        said = {"email": "new@example.org", "full_name": NAME, "role": Role.PANEL_MEMBER}
        response = client.post(url("admit", review), said, follow=True)
        assert f"{NAME} is admitted and held" in response.content.decode()
