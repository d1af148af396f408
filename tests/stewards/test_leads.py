"""Who answers for the people of an agency, and what that opens: nothing of a review."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE, Agency, AgencyLead, PostKind, User
from audit.models import AuditEvent
from messaging.models import Message
from reviews.access import Permission, Refused, Role, has
from reviews.lifecycle import Stage
from reviews.models import Membership
from stewards.models import Newcomer
from stewards.operations import colleagues, leads
from tests.factories.agencies import AgencyLeadFactory, PostFactory, UserFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    admit,
    playing,
)
from tests.pages.reading import Html
from tests.stewards.conftest import holding

pytestmark = pytest.mark.django_db


def name(client, place, body, **told):
    told = {"agency": body.pk, "email": "new@agency.example", "full_name": "Nia New", **told}
    return client.post(reverse("stewards:name-lead", args=[place.slug]), told)


def invite(client, town, **told):
    told = {
        "part": town.part.pk, "role": "IMR_AUTHOR", "email": "new@agency.example",
        "full_name": "Nia New", **told,
    }  # fmt: skip
    return client.post(reverse("stewards:invite-colleague", args=[town.agency.pk]), told)


def people(town):
    return reverse("stewards:people", args=[town.agency.pk])


class TestNaming:
    def test_an_officer_names_a_lead_by_email(self, client, town):
        client.force_login(town.officer)
        AgencyLead.objects.all().delete()
        assert "name a lead" in client.get(reverse("stewards:leads", args=[town.place.slug])).text
        assert name(client, town.place, town.agency).status_code == 302
        lead = AgencyLead.objects.get()
        assert (lead.user.full_name, lead.made_by) == ("Nia New", town.officer)
        kinds = set(Message.objects.values_list("kind", "to_address"))
        assert ("account_invited", "new@agency.example") in kinds
        assert ("lead_yours", "new@agency.example") in kinds
        assert AuditEvent.objects.filter(event="lead.named").exists()
        page = client.get(reverse("stewards:leads", args=[town.place.slug])).text
        assert "has not set a password yet" in page

    def test_no_administrator_names_one_who_would_let_them_in(self, client, town, today, now):
        client.force_login(town.administrator)
        AgencyLead.objects.all().delete()
        shown = client.get(reverse("stewards:leads", args=[town.place.slug])).text
        assert (town.agency.name in shown, "name a lead" in shown.lower()) == (True, False)
        assert name(client, town.place, town.agency).status_code == 404
        with pytest.raises(Refused, match="Only a CSP officer"):
            leads.name_lead(
                agency=town.agency, partnership=town.place, email="a@b.example", full_name="A",
                today=today, by=town.administrator, at=now,
            )  # fmt: skip

    def test_who_has_an_account_leads_with_it(self, client, town):
        client.force_login(town.officer)
        known = UserFactory(email="known@agency.example")
        name(client, town.place, town.agency, email="Known@Agency.example", full_name="")
        assert known.leads.get().agency == town.agency

    @pytest.mark.parametrize(
        ("told", "words"),
        [
            ({"email": "officer@csp.example"}, "Somebody else has to give this"),
            ({"full_name": ""}, "Enter the full name"),
            ({"email": "leads@agency.example"}, "leads this body already"),
            ({"email": "gone@agency.example"}, "account is closed"),
            ({"agency": ""}, "Choose the body"),
        ],
    )
    def test_what_cannot_be_is_said(self, client, town, told, words):
        town.lead.email = "leads@agency.example"
        town.lead.save()
        UserFactory(email="gone@agency.example", is_active=False)
        client.force_login(town.officer)
        page = name(client, town.place, town.agency, **told)
        assert words in page.text
        assert AgencyLead.objects.count() == 1

    def test_nobody_leads_a_body_that_no_review_here_has_asked(self, client, town, today, now):
        elsewhere = AgencyInvolvementFactory().agency
        client.force_login(town.officer)
        assert name(client, town.place, elsewhere).status_code == 200
        with pytest.raises(Refused, match="No review of this partnership"):
            leads.name_lead(
                agency=elsewhere, partnership=town.place, email="a@b.example", full_name="A",
                today=today, by=COMMAND_LINE, at=now,
            )  # fmt: skip
        assert AgencyLead.objects.count() == 1

    @pytest.mark.parametrize("who", ["chair", "independent", "author", "lead"])
    def test_others_find_no_page_and_are_refused(self, client, town, today, now, who):
        user = getattr(town, who)
        client.force_login(user)
        assert client.get(reverse("stewards:leads", args=[town.place.slug])).status_code == 404
        assert name(client, town.place, town.agency).status_code == 404
        with pytest.raises(Refused, match="ends a lead"):
            leads.end_lead(lead=AgencyLead.objects.get(), today=today, by=user, at=now)

    def test_an_officer_of_another_partnership_is_a_stranger(self, client, town):
        other = PostFactory(kind=PostKind.OFFICER)
        AgencyInvolvementFactory(review__partnership=other.partnership, agency=town.agency)
        client.force_login(other.user)
        assert client.get(reverse("stewards:leads", args=[town.place.slug])).status_code == 404
        lead = AgencyLead.objects.get()
        end = reverse("stewards:end-lead", args=[other.partnership.slug, lead.pk])
        assert client.post(end).status_code == 404
        assert AgencyLead.objects.get().ended_at is None

    def test_ending_it_bites_on_the_next_page(self, client, town):
        lead = AgencyLead.objects.get()
        end = reverse("stewards:end-lead", args=[town.place.slug, lead.pk])
        client.force_login(town.officer)
        assert "End the lead of" in client.get(end).text
        assert client.post(end).status_code == 302
        assert client.post(end).status_code == 404
        assert (
            "No longer leads" in client.get(reverse("stewards:leads", args=[town.place.slug])).text
        )
        client.force_login(town.lead)
        assert client.get(people(town)).status_code == 404
        assert invite(client, town).status_code == 404
        client.force_login(town.officer)
        name(client, town.place, town.agency, email=town.lead.email)
        client.force_login(town.lead)
        assert client.get(people(town)).status_code == 200

    def test_ending_twice_is_ending_once(self, town, today, now):
        for _ in range(2):
            leads.end_lead(lead=AgencyLead.objects.get(), today=today, by=town.officer, at=now)
        assert AuditEvent.objects.filter(event="lead.ended").count() == 1

    def test_a_partnership_that_asked_nobody_says_so(self, client):
        post = PostFactory(kind=PostKind.ADMINISTRATOR)
        client.force_login(post.user)
        page = client.get(reverse("stewards:leads", args=[post.partnership.slug])).text
        assert "Once a review has brought in a body" in page

    def test_a_lead_past_their_last_day_leads_no_longer(self, client, town):
        AgencyLead.objects.update(until_on=timezone.localdate() - timedelta(days=1))
        client.force_login(town.lead)
        assert client.get(people(town)).status_code == 404


class TestPage:
    def test_it_shows_people_references_and_parts_and_nothing_of_the_case(self, client, town):
        PersonFactory(review=town.review, true_name="Orla Marker", pseudonym="Maris")
        client.force_login(town.lead)
        page = client.get(people(town)).text
        assert town.author.full_name in page
        assert town.review.reference in page
        assert "IMR author" in page
        assert "Orla Marker" not in page
        assert "Maris" not in page
        assert town.officer.full_name not in page

    def test_being_a_lead_opens_nothing_of_the_review(self, client, town):
        for permission in Permission:
            assert not has(town.lead, permission, on=town.review)
            assert not has(town.lead, permission, on=town.part)
        client.force_login(town.lead)
        for where in (town.review.get_absolute_url(), town.part.get_absolute_url()):
            assert client.get(where).status_code == 404
        assert client.get(reverse("agencies:directory")).status_code == 404
        assert f"People of {town.agency.name}" in client.get("/").text

    def test_the_lead_of_another_agency_of_the_review_finds_nothing(self, client, town):
        other = AgencyInvolvementFactory(review=town.review)
        stranger = AgencyLeadFactory(partnership=town.place, agency=other.agency).user
        client.force_login(stranger)
        assert client.get(people(town)).status_code == 404
        assert invite(client, town).status_code == 404
        part = town.author.memberships.get()
        mine = reverse("stewards:end-part", args=[other.agency.pk, part.pk])
        assert client.post(mine).status_code == 404
        page = client.post(
            reverse("stewards:invite-colleague", args=[other.agency.pk]),
            {"part": town.part.pk, "role": "IMR_AUTHOR", "email": "x@y.example", "full_name": "X"},
        )
        assert page.status_code == 200
        assert not User.objects.filter(email="x@y.example").exists()

    def test_a_lead_reaches_no_review_of_a_partnership_that_did_not_name_them(self, client, town):
        elsewhere = AgencyInvolvementFactory(agency=town.agency)
        hidden = playing(Role.IMR_AUTHOR, to=elsewhere)
        client.force_login(town.lead)
        page = client.get(people(town)).text
        assert hidden.full_name not in page
        assert elsewhere.review.reference not in page
        assert invite(client, town, part=elsewhere.pk).status_code == 200
        end = reverse("stewards:end-part", args=[town.agency.pk, hidden.memberships.get().pk])
        assert client.post(end).status_code == 404
        assert hidden.memberships.get().removed_at is None

    def test_nobody_yet(self, client, town):
        lead = AgencyLeadFactory(partnership=town.place).user
        client.force_login(lead)
        page = client.get(reverse("stewards:people", args=[lead.leads.get().agency_id])).text
        assert "No review that runs has asked this body" in page
        Membership.objects.filter(user=town.author).update(until_on=town.part.added_on)
        client.force_login(town.lead)
        page = client.get(people(town)).text
        assert "Nobody of this body has a part yet" in page
        assert "No longer on a review" in page

    def test_a_hold_for_a_name_is_not_shown(self, client, town, now):
        """That a colleague bears a name of the case is a word of the case."""
        client.force_login(town.lead)
        before = Html(client.get(people(town)).text).text
        Membership.objects.filter(user=town.author).update(held_at=now)
        assert Html(client.get(people(town)).text).text == before


class TestInviting:
    def test_a_colleague_gets_the_part_and_the_officer_is_told(self, client, town):
        client.force_login(town.lead)
        assert (
            client.get(reverse("stewards:invite-colleague", args=[town.agency.pk])).status_code
            == 200
        )
        assert invite(client, town).status_code == 302
        made = Membership.objects.get(user__email="new@agency.example")
        assert (made.role, made.involvement, made.admitted_by) == (
            Role.IMR_AUTHOR, town.part, town.lead,
        )  # fmt: skip
        assert has(made.user, Permission.IMR_WRITE, on=town.part)
        told = Message.objects.get(kind="colleague_joined")
        assert told.to_address == town.officer.email
        assert "Nia" not in told.path
        client.force_login(town.officer)
        assert "Look at a new person" in client.get("/").text
        page = client.get(reverse("stewards:newcomers", args=[town.review.reference])).text
        assert "Nia New" in page
        assert town.lead.full_name in page
        listed = client.get(reverse("reviews:access", args=[town.review.reference])).text
        assert town.lead.full_name in listed

    def test_the_officer_looks_and_the_task_is_done(self, client, town):
        client.force_login(town.lead)
        invite(client, town)
        client.force_login(town.officer)
        where = reverse("stewards:newcomers", args=[town.review.reference])
        shown = Newcomer.objects.get().pk
        client.post(where, {"newcomer": ["x", "999999"]})
        assert Newcomer.objects.get().seen_at is None
        assert client.post(where, {"newcomer": shown}).status_code == 302
        assert Newcomer.objects.get().seen_by == town.officer
        assert "Look at a new person" not in client.get("/").text
        assert "Nobody new" in client.get(where).text

    def test_who_was_removed_needs_no_look(self, client, town):
        client.force_login(town.lead)
        invite(client, town)
        client.force_login(town.officer)
        made = Membership.objects.get(user__email="new@agency.example")
        client.post(reverse("reviews:remove", args=[town.review.reference, made.pk]))
        assert "Look at a new person" not in client.get("/").text

    def test_nobody_else_looks(self, town, now):
        for user in (town.lead, town.chair, town.administrator):
            with pytest.raises(Refused):
                colleagues.look_at_newcomers(review=town.review, newcomers=[], by=user, at=now)

    @pytest.mark.parametrize(
        ("told", "words"),
        [
            ({"role": "PANEL_MEMBER"}, "what was chosen is not offered"),
            ({"role": "CSP_OFFICER"}, "what was chosen is not offered"),
            ({"email": "author@agency.example"}, "has a part in this review already"),
            ({"email": "officer@csp.example"}, "has a part in this review already"),
            ({"full_name": ""}, "Enter the full name"),
            ({"part": ""}, "Choose the review"),
            (
                {"until_on_day": "1", "until_on_month": "1", "until_on_year": "2020"},
                "must be today or later",
            ),
        ],
    )
    def test_what_a_lead_cannot_give_is_said(self, client, town, told, words):
        client.force_login(town.lead)
        before = Membership.objects.count()
        page = invite(client, town, **told)
        assert (page.status_code, words in page.text) == (200, True)
        assert Membership.objects.count() == before

    def test_whoever_works_for_the_body_in_another_review_joins_this_one(self, client, town):
        known = playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(agency=town.agency))
        client.force_login(town.lead)
        invite(client, town, email=known.email)
        assert town.review.memberships.filter(user=known).exists()

    def test_nobody_of_another_body_nor_with_a_post_joins_by_a_lead(self, client, town):
        elsewhere = playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory())
        client.force_login(town.lead)
        for known in (
            elsewhere,
            playing(Role.INDEPENDENT_CHAIR, to=ReviewFactory()),
            town.administrator,
        ):
            page = invite(client, town, email=known.email)
            assert "works for somebody else here. Ask the CSP officer" in page.text
            assert not town.review.memberships.filter(user=known).exists()

    def test_a_lead_does_not_let_themselves_in(self, client, town):
        client.force_login(town.lead)
        page = invite(client, town, email=town.lead.email.upper())
        assert "Somebody else has to give this to you" in page.text
        assert not town.lead.memberships.exists()

    def test_a_seat_on_the_panel_is_not_theirs_to_give_by_any_way(self, town, today, now):
        with pytest.raises(Refused, match="does not give this part"):
            colleagues.invite_colleague(
                part=town.part, role=Role.PANEL_MEMBER, email="a@b.example", full_name="A",
                today=today, by=town.lead, at=now,
            )  # fmt: skip

    def test_nobody_works_on_a_review_that_has_ended(self, client, town, today, now):
        ended = AgencyInvolvementFactory(
            review=ReviewFactory(partnership=town.place, at_stage=Stage.RETENTION),
            agency=town.agency,
        )
        client.force_login(town.lead)
        assert invite(client, town, part=ended.pk).status_code == 200
        with pytest.raises(Refused, match="has ended"):
            colleagues.invite_colleague(
                part=ended, role=Role.IMR_AUTHOR, email="a@b.example", full_name="A", today=today,
                by=town.lead, at=now,
            )  # fmt: skip

    @pytest.mark.parametrize("who", ["officer", "chair", "administrator", "author"])
    def test_who_does_not_lead_is_refused(self, town, today, now, who):
        with pytest.raises(Refused, match="Only the lead"):
            colleagues.invite_colleague(
                part=town.part, role=Role.IMR_AUTHOR, email="a@b.example", full_name="A",
                today=today, by=getattr(town, who), at=now,
            )  # fmt: skip


class TestEnding:
    def test_a_colleague_loses_the_next_page(self, client, town):
        part = town.author.memberships.get()
        end = reverse("stewards:end-part", args=[town.agency.pk, part.pk])
        client.force_login(town.author)
        assert client.get(town.part.get_absolute_url()).status_code == 200
        client.force_login(town.lead)
        assert "End the part of" in client.get(end).text
        assert client.post(end).status_code == 302
        client.force_login(town.author)
        assert client.get(town.part.get_absolute_url()).status_code == 404

    def test_a_seat_on_the_panel_is_the_officers_to_end(self, client, town, today, now):
        member = playing(Role.PANEL_MEMBER, to=town.part)
        seat = member.memberships.get()
        client.force_login(town.lead)
        assert "the CSP officer looks after this part" in client.get(people(town)).text
        end = reverse("stewards:end-part", args=[town.agency.pk, seat.pk])
        assert client.post(end).status_code == 404
        with pytest.raises(Refused, match="does not end this part"):
            colleagues.end_part(membership=seat, today=today, by=town.lead, at=now)
        whole = town.officer.memberships.get()
        with pytest.raises(Refused, match="no part of an agency"):
            colleagues.end_part(membership=whole, today=today, by=town.lead, at=now)


def test_a_lead_of_several_partnerships_sees_all_they_were_named_for(client, town):
    elsewhere = AgencyInvolvementFactory(agency=town.agency)
    AgencyLeadFactory(partnership=elsewhere.review.partnership, agency=town.agency, user=town.lead)
    theirs = playing(Role.SENIOR_SIGN_OFF, to=elsewhere)
    client.force_login(town.lead)
    assert theirs.full_name in client.get(people(town)).text
    assert client.get("/").text.count(f"People of {town.agency.name}") == 1


def test_an_administrator_leads_by_being_named_not_by_the_post(client, town):
    client.force_login(town.administrator)
    assert client.get(people(town)).status_code == 404
    other = holding(town.place, PostKind.ADMINISTRATOR)
    admit(other, Role.ADVISER, to=town.review)
    assert Agency.objects.filter(leads__user=other).count() == 0
