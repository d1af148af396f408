"""What people do on the pages of a review, and what comes back when something is wrong."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from reviews.access import Role
from reviews.models import Membership
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
)
from tests.reviews.acting import day, in_review, url

pytestmark = pytest.mark.django_db


class TestPeople:
    def told(self, **changed):
        return {"role": "PERPETRATOR", "true_name": "Bob Invented", "pseudonym": "Oran", **changed}

    def test_a_person_is_added_changed_and_given_an_address(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        client.post(url("add-person", review), self.told(aliases="Bobby", born_on_day=""))
        person = review.people.get()
        change = url("change-person", review, person.pk)
        assert "Bobby" in client.get(change).content.decode()
        client.post(change, self.told(sex="M", **day("born_on", date(1979, 5, 1))))
        assert 'value="M" selected' in client.get(change).content.decode()
        address = url("add-address", review, person.pk)
        assert "Where Oran lived" in client.get(address).content.decode()
        assert "Enter the address" in client.post(address, {"address": ""}).content.decode()
        client.post(address, {"address": "1 Nowhere Lane"})
        page = client.get(url("people", review)).content.decode()
        assert "1 May 1979" in page
        assert "Address 1" in page

    def test_the_panel_reads_who_the_subjects_are_and_not_who_else_was_heard(self, client):
        review = in_review(client, Role.PANEL_MEMBER)
        died = PersonFactory(review=review)
        witness = PersonFactory(review=review, role="WITNESS")
        page = client.get(url("people", review)).content.decode()
        home = client.get(review.get_absolute_url()).content.decode()
        assert died.true_name in page
        assert witness.true_name not in page
        assert "1 person" in home

    def test_nobody_becomes_the_person_who_died_by_oversight(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        shown = client.post(url("add-person", review), self.told(role="")).content.decode()
        assert "Choose who they are in this review" in shown
        assert not review.people.exists()

    @pytest.mark.parametrize("page", ["add-person", "change-person"])
    def test_a_pseudonym_that_gives_the_name_away_is_refused(self, client, page):
        review = in_review(client, Role.CSP_OFFICER)
        person = PersonFactory(review=review)
        args = [] if page == "add-person" else [person.pk]
        told = self.told(pseudonym="Uncle Bob")
        shown = client.post(url(page, review, *args), told).content.decode()
        assert "share no word" in shown
        assert "Uncle Bob" in shown

    def test_who_only_reads_gets_no_buttons(self, client):
        review = in_review(client, Role.PANEL_MEMBER)
        PersonFactory(review=review, true_name="Ann Invented", relationship="friend")
        page = client.get(url("people", review)).content.decode()
        assert "Ann Invented" in page
        assert "Add a person" not in page
        assert client.get(url("add-person", review)).status_code == 404

    def test_an_empty_list_says_where_to_start(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        assert (
            "Start with the person who died" in client.get(url("people", review)).content.decode()
        )


class TestAdmission:
    def test_somebody_is_admitted_and_removed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "new@agency.example", "full_name": "New Person", "role": "ADVISER"}
        assert client.post(url("admit", review), told).url == url("access", review)
        membership = Membership.objects.get(role="ADVISER")
        page = client.get(url("access", review)).content.decode()
        assert "has not set a password yet" in page
        remove = url("remove", review, membership.pk)
        assert "Remove New Person?" in client.get(remove).content.decode()
        client.post(remove)
        assert "No longer admitted" in client.get(url("access", review)).content.decode()
        assert client.get(remove).status_code == 404

    def test_whoever_has_two_parts_is_not_said_to_be_out_by_losing_one(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        part = AgencyInvolvementFactory(review=review, agency__name="Riverbank")
        told = {"email": "two@agency.example", "full_name": "Two Hats", "role": "PANEL_MEMBER"}
        client.post(url("admit", review), told)
        client.post(url("admit-for-agency", review, part.pk), told)
        seat, hat = Membership.objects.filter(role="PANEL_MEMBER").order_by("pk")
        page = client.get(url("access", review)).text
        assert "Two Hats as Panel member, Riverbank" in page
        remove = client.get(url("remove", review, seat.pk)).text
        assert "no page of this review" not in remove
        assert "<li>Panel member, Riverbank</li>" in remove
        said = client.post(url("remove", review, seat.pk), follow=True).text
        assert "can no longer open this review" not in said
        assert "can still open what they see as: Panel member, Riverbank" in said
        assert "no page of this review" in client.get(url("remove", review, hat.pk)).text
        said = client.post(url("remove", review, hat.pk), follow=True).text
        assert "Two Hats can no longer open this review" in said

    def test_a_second_last_day_is_not_said_to_count(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "aud@council.example", "full_name": "Au Ditor", "role": "AUDITOR"}
        client.post(url("admit", review), told)
        again = told | {"email": "AUD@council.example"} | day("until_on", timezone.localdate())
        page = client.post(url("admit", review), again).text
        assert "Au Ditor is admitted as this already" in page
        assert Membership.objects.get(role="AUDITOR").until_on is None
        assert client.post(url("admit", review), told | {"role": "ADVISER"}).status_code == 302

    @pytest.mark.parametrize("typed", ["x" * 201, "Ann " * 60])
    def test_a_name_too_long_to_keep_is_said(self, client, typed):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "new@agency.example", "full_name": typed, "role": "ADVISER"}
        page = client.post(url("admit", review), told).text
        assert "Shorten full name to 200 characters" in page
        assert typed.strip() in page

    def test_an_address_too_long_to_keep_is_said(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        email = f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 60}.example"
        told = {"email": email, "full_name": "Long Address", "role": "ADVISER"}
        assert "Shorten email address to 254" in client.post(url("admit", review), told).text

    def test_a_refusal_keeps_what_was_typed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "new@agency.example", "full_name": "", "role": "ADVISER"}
        page = client.post(url("admit", review), told).content.decode()
        assert "Enter the full name" in page
        assert "new@agency.example" in page

    def test_the_last_officer_is_not_removed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        membership = Membership.objects.get()
        page = client.post(url("remove", review, membership.pk)).content.decode()
        assert "at least one CSP officer" in page

    def test_somebody_is_admitted_for_an_agency_until_a_day(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        part = AgencyInvolvementFactory(review=review)
        told = {
            "email": "author@agency.example",
            "full_name": "New Author",
            "role": "IMR_AUTHOR",
            **day("until_on", timezone.localdate()),
        }
        admit = url("admit-for-agency", review, part.pk)
        assert client.get(admit).status_code == 200
        assert client.post(admit, told).url == part.get_absolute_url()
        page = client.get(url("access", review)).content.decode()
        assert "IMR author" in page
        Membership.objects.filter(role="IMR_AUTHOR").update(
            until_on=timezone.localdate() - timedelta(days=1),
            from_on=timezone.localdate() - timedelta(days=2),
        )
        assert "until " in client.get(url("access", review)).content.decode()
