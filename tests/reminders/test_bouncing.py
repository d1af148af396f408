"""An address takes no message: its reminders go to a deputy, and the officer sees whose it is."""

from datetime import date

import pytest
from django.urls import reverse

from messaging.models import Message
from messaging.models import State as Sending
from reminders.models import Reminder, State
from reminders.queries.work import addresses_to_mend
from reviews.access import Role
from tests.factories.agencies import AgencyLeadFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.reminders.conftest import at, clock
from tests.reminders.test_letters import lines, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(review):
    """An agency whose one author owes its report, which reminds on 26 January."""
    part = AgencyInvolvementFactory(review=review)
    clock(review, "D9", involvement=part, due_on=date(2026, 2, 16))
    return part


def bounce(to, moment):
    """Have a person's message given up, as the mail server had said no for good."""
    message = Message.objects.get(reminders__recipient=to)
    message.state, message.sent_at = Sending.FAILED, None
    message.failure = "The mail server did not take this address (code 550)."
    message.save()
    work(moment)


def test_it_goes_to_the_lead_of_the_agency(agency, review, officer, mailoutbox):
    author = playing(Role.IMR_AUTHOR, to=agency)
    lead = AgencyLeadFactory(agency=agency.agency, partnership=review.partnership).user
    work(at(1, 26))
    bounce(author, at(1, 26, 10))

    assert [mail.to for mail in mailoutbox] == [[author.email], [lead.email]]
    row = Reminder.objects.get(recipient=lead)
    assert (row.instead_of, row.state) == (author, State.MAILED)
    assert Reminder.objects.get(recipient=author).state == State.BOUNCED


def test_where_there_is_none_to_the_officer(agency, officer, mailoutbox):
    author = playing(Role.IMR_AUTHOR, to=agency)
    work(at(1, 26))
    bounce(author, at(1, 26, 10))
    assert mailoutbox[-1].to == [officer.email]
    assert lines(mailoutbox[-1]) == [
        "AB-DHR-3: Send the IMR, the report or the chronology – due in 21 days"
    ]


def test_another_who_has_the_same_part_has_it_already(agency, officer, mailoutbox):
    author, other = playing(Role.IMR_AUTHOR, to=agency), playing(Role.IMR_AUTHOR, to=agency)
    work(at(1, 26))
    bounce(author, at(1, 26, 10))
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([author.email, other.email])


def test_it_is_passed_on_once(agency, officer, mailoutbox):
    author = playing(Role.IMR_AUTHOR, to=agency)
    work(at(1, 26))
    bounce(author, at(1, 26, 10))
    for hour in (11, 12, 33 - 20):
        work(at(1, 26, hour))
    assert [mail.to for mail in mailoutbox[1:]] == [[officer.email]]


class TestOfficer:
    def test_is_told_whose_address_it_is_until_a_message_arrives(self, agency, officer, mailoutbox):
        author = playing(Role.IMR_AUTHOR, to=agency, full_name="Ann Author")
        work(at(1, 26))
        assert addresses_to_mend(officer, date(2026, 1, 26)) == []
        bounce(author, at(1, 26, 10))

        (item,) = addresses_to_mend(officer, date(2026, 1, 26))
        assert item.what == "Get a working email address for Ann Author"
        assert item.href == "/reviews/AB-DHR-3/reminders/"
        assert addresses_to_mend(author, date(2026, 1, 26)) == []

        work(at(2, 9))
        assert addresses_to_mend(officer, date(2026, 2, 9)) == []

    def test_sees_it_in_the_register(self, agency, officer, client):
        author = playing(Role.IMR_AUTHOR, to=agency, full_name="Ann Author")
        work(at(1, 26))
        bounce(author, at(1, 26, 10))
        client.force_login(officer)

        page = client.get(reverse("reminders:register", args=["AB-DHR-3"])).content.decode()

        assert "The address took no message" in page
        assert "code 550" in page
        assert "instead of Ann Author" in page
