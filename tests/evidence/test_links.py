"""Who is sent a link, and what the CSP officer sees of it and can do."""

from datetime import date, timedelta

import pytest

from audit.models import AuditEvent
from evidence.models import ScopingChase, ScopingLink, ScopingRequest
from evidence.operations import asking, chasing, links
from evidence.rules.links import last_day
from guests.models import GuestCode, GuestLink
from messaging.models import Message, State
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.evidence.conftest import NOW, TODAY
from tests.evidence.scoping import FILLED, LETTER, address, at, boxed, named, shown
from tests.factories.agencies import AgencyFactory, UserFactory
from tests.factories.evidence import (
    ScopingLinkFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(asked):
    """Alder Trust has a mailbox, and nobody who can sign in."""
    asked.agency.secure_email = "box@alder.example"
    asked.agency.save()
    return asked


def opens(client, secret="a-secret"):
    return client.get(f"/answer/{secret}/").status_code == 200


def secret_of(message):
    return message.path.split("/")[2]


class TestWhoGetsOne:
    def test_an_agency_without_accounts_gets_a_link_with_its_letter(self, desk, review):
        desk.post(address(review, "confirm-asking", boxed()), FILLED)

        link = ScopingLink.objects.get()
        letter = ScopingRequest.objects.get()
        assert link.request == letter
        assert letter.message.kind == "scoping_requested_by_link"
        assert link.link.message == letter.message
        assert link.link.sent_to == letter.sent_to == "box@body.example"
        assert opens(desk, secret_of(letter.message))

    def test_an_agency_in_which_somebody_can_answer_gets_its_page(self, desk, review):
        part = AgencyInvolvementFactory(review=review, agency=boxed())
        playing(Role.AGENCY_CONTACT, to=part)
        desk.post(address(review, "confirm-asking", part.agency), FILLED)

        message = ScopingRequest.objects.get().message
        assert (message.kind, message.path) == ("scoping_requested", part.get_absolute_url())
        assert not GuestLink.objects.exists()

    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, None])
    def test_somebody_who_cannot_answer_does_not_count(self, desk, review, role):
        part = AgencyInvolvementFactory(review=review, agency=boxed())
        if role:
            playing(role, to=part)
        else:
            playing(Role.AGENCY_CONTACT, to=part, is_active=False)
        desk.post(address(review, "confirm-asking", part.agency), FILLED)
        assert ScopingLink.objects.count() == 1

    def test_a_contact_let_in_with_the_letter_gets_its_page(self, desk, review):
        desk.post(address(review, "confirm-asking", named()), FILLED)
        assert not GuestLink.objects.exists()

    def test_a_contact_not_let_in_gets_a_link(self, desk, review):
        agency = named()
        desk.post(address(review, "confirm-asking", agency), {**FILLED, "admit_contacts": ""})
        assert GuestLink.objects.get().sent_to == agency.single_point.email

    def test_a_reminder_carries_a_link_anew(self, asked, link, client, when):
        chasing.chase(
            review=asked.review, requests=[link.request], route="EMAIL", chased_on=TODAY, **when
        )

        message = ScopingChase.objects.get().message
        assert message.kind == "scoping_chased_by_link"
        assert opens(client, secret_of(message))
        assert not opens(client)
        assert link.request.links.count() == 2

    def test_asking_again_closes_the_link_of_the_letter_before(self, asked, link, client, when):
        letter = {**vars(LETTER), "note": "A further name."}
        asking.ask(
            review=asked.review,
            agencies=[asked.agency],
            letter=asking.Letter(**letter),
            admit_contacts=False,
            again=True,
            **when,
        )
        assert not opens(client)
        assert ScopingLink.objects.last().request == asked.scoping_requests.last()

    def test_a_link_that_is_over_is_not_taken_back_by_a_newer_one(self, asked, link, when):
        GuestLink.objects.update(expires_on=date(2026, 2, 1))
        links.send_link(request=link.request, **when)
        link.link.refresh_from_db()
        assert not link.link.is_revoked

    def test_it_lasts_four_weeks_or_two_weeks_beyond_the_due_day(self):
        assert last_day(TODAY, today=TODAY) == TODAY + timedelta(days=28)
        assert last_day(date(2026, 3, 1), today=TODAY) == date(2026, 3, 15)


class TestTheOfficersPage:
    def test_it_says_how_each_link_stands(self, desk, asked, link):
        page = shown(desk.get(at(asked, "links")))
        for words in ("Open", "box@alder.example", "2 March 2026", "None asked for", "Not yet"):
            assert words in page
        assert at(asked, "links") in shown(desk.get(asked.get_absolute_url()))

        GuestCodeFactory(link=link.link, used_at=NOW)
        GuestCodeFactory(link=link.link, by_telephone=True)
        page = shown(desk.get(at(asked, "links")))
        assert "2, of which 1 by email; the last 2 February 2026 at 09:00" in page
        assert "2 February 2026 at 09:30" in page

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"used_at": NOW}, "Answered"),
            ({"revoked_at": NOW}, "Taken back"),
            ({"expires_on": date(2026, 2, 1)}, "Ended"),
        ],
    )
    def test_a_link_that_is_over_offers_nothing(self, desk, asked, link, fields, words):
        GuestLink.objects.update(**fields)
        page = shown(desk.get(at(asked, "links")))
        assert words in page
        assert "Take the link back" not in page
        assert "Give a code by telephone" not in page

    def test_a_link_whose_letter_is_answered_is_closed(self, desk, asked, link):
        ScopingReturnFactory(request=link.request, by_email=True)
        page = shown(desk.get(at(asked, "links")))
        assert "Closed" in page
        assert "Send a new link" not in page

    def test_an_email_that_did_not_arrive_is_said(self, desk, asked, link):
        Message.objects.update(state=State.FAILED)
        assert "Email not delivered" in shown(desk.get(at(asked, "links")))

    def test_without_a_link_it_says_why(self, desk, asked):
        page = shown(desk.get(at(asked, "links")))
        assert "No link was sent" in page
        assert "Send a new link" in page
        playing(Role.AGENCY_CONTACT, to=asked)
        page = shown(desk.get(at(asked, "links")))
        assert "Somebody of this agency can sign in and answer" in page
        assert "Send a new link" not in page

    def test_it_asks_as_often_for_many_links_as_for_one(
        self, desk, asked, link, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(60) as few:
            desk.get(at(asked, "links"))
        GuestLink.objects.update(revoked_at=NOW)
        ScopingLinkFactory.create_batch(5, request=link.request, link__revoked=True)
        with django_assert_max_num_queries(len(few)):
            desk.get(at(asked, "links"))


class TestWhatTheOfficerDoes:
    def test_a_new_link_takes_the_place_of_the_one_before(self, desk, client, asked, link):
        answer = desk.post(at(asked, "send-link"), follow=True)

        assert "A new link is on its way to box@alder.example." in shown(answer)
        assert not opens(client)
        assert opens(client, secret_of(Message.objects.get(kind="scoping_chased_by_link")))

    @pytest.mark.parametrize("why", ["answered", "people", "no address", "ended"])
    def test_no_link_is_sent_that_nobody_needs(self, desk, asked, link, why):
        if why == "answered":
            ScopingReturnFactory(request=link.request)
        elif why == "people":
            playing(Role.AGENCY_CONTACT, to=asked)
        elif why == "no address":
            asked.agency.secure_email = ""
            asked.agency.save()
        else:
            type(asked.review).objects.update(stage=Stage.CLOSED_NO_REVIEW)

        words = shown(desk.post(at(asked, "send-link")))

        told = {
            "answered": "This letter is answered, or another was sent since.",
            "people": "Somebody of this agency can sign in and answer. No link is needed.",
            "no address": "There is no email address for this agency",
            "ended": "This review has ended",
        }
        assert told[why] in words
        assert ScopingLink.objects.count() == 1
        assert not Message.objects.filter(kind__startswith="scoping_chased").exists()

    def test_there_is_nothing_to_send_before_a_letter(self, desk, review):
        part = AgencyInvolvementFactory(review=review, agency=boxed())
        assert desk.post(at(part, "send-link")).status_code == 404

    def test_taking_a_link_back_closes_it_at_once(self, desk, client, asked, link, officer):
        assert opens(client)
        answer = desk.post(at(asked, "revoke-link", link.pk), follow=True)
        assert "The link is taken back." in shown(answer)
        assert "by Ola Farrow" in shown(answer)
        assert not opens(client)
        event = AuditEvent.objects.get(event="guest.link_revoked")
        assert (event.actor_id, event.subjects) == (officer.pk, {"link_id": link.link_id})

    def test_a_code_is_read_out_once(self, desk, asked, link, officer):
        words = shown(desk.post(at(asked, "telephone-code", link.pk)))
        code = words.partition("<strong>")[2].partition("</strong>")[0]

        assert len(code) == 9
        assert code not in shown(desk.get(at(asked, "links")))
        assert GuestCode.objects.get().recorded_by == officer
        assert AuditEvent.objects.filter(event="guest.code_given", actor_id=officer.pk).exists()
        assert "no-store" in desk.post(at(asked, "telephone-code", link.pk))["Cache-Control"]

    def test_it_opens_the_link(self, desk, client, asked, link):
        words = shown(desk.post(at(asked, "telephone-code", link.pk)))
        code = words.partition("<strong>")[2].partition("</strong>")[0]
        client.logout()
        client.post("/answer/a-secret/code/", {"code": code})
        assert "What does Alder Trust know?" in shown(client.get("/answer/a-secret/"))

    def test_no_code_is_given_for_a_link_that_opens_nothing(self, desk, asked, link):
        GuestLink.objects.update(revoked_at=NOW)
        words = shown(desk.post(at(asked, "telephone-code", link.pk)))
        assert "This link is no longer open." in words
        assert not GuestCode.objects.exists()

    def test_a_link_of_another_agency_is_not_found(self, desk, asked, link, review):
        other = ScopingRequestFactory(involvement__review=review).involvement
        for page in ("revoke-link", "telephone-code"):
            assert desk.post(at(other, page, link.pk)).status_code == 404

    @pytest.mark.parametrize(
        "role", [Role.CSP_CHAIR, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER, Role.AGENCY_CONTACT]
    )
    def test_only_the_officer_does_any_of_it(self, client, asked, link, when, role):
        to = asked if role == Role.AGENCY_CONTACT else asked.review
        person = playing(role, to=to)
        client.force_login(person)
        assert client.get(at(asked, "links")).status_code == 404
        assert client.post(at(asked, "send-link")).status_code == 404
        for page in ("revoke-link", "telephone-code"):
            assert client.post(at(asked, page, link.pk)).status_code == 404
        given = {**when, "by": person}
        with pytest.raises(Refused):
            links.send_link(request=link.request, **given)
        with pytest.raises(Refused):
            links.revoke_link(link=link, by=person, at=NOW)
        with pytest.raises(Refused):
            links.code_by_telephone(link=link, **given)
        assert link.link.is_open(TODAY)

    def test_an_officer_of_another_review_finds_nothing(self, client, asked, link):
        client.force_login(playing(Role.CSP_OFFICER, to=ReviewFactory()))
        assert client.get(at(asked, "links")).status_code == 404

    def test_a_signed_in_stranger_with_the_link_is_a_guest_like_any(self, client, link):
        client.force_login(UserFactory())
        GuestCodeFactory(link=link.link, recorded_at=NOW)
        client.post("/answer/a-secret/code/", {"code": CODE})
        assert "What does Alder Trust know?" in shown(client.get("/answer/a-secret/"))


def test_the_last_look_says_that_some_get_a_link(desk, review):
    words = shown(desk.get(address(review, "confirm-asking", boxed(), AgencyFactory())))
    assert "Where nobody can sign in, the link opens with a code that is sent separately." in words
