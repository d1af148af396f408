"""What was sent and what is to come: the officers see it, an administrator the envelope."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from reviews.access import Role
from tests.factories.agencies import PostFactory
from tests.factories.messaging import MessageFactory
from tests.factories.reminders import ReminderFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.reminders.conftest import at, clock
from tests.reminders.test_letters import work

pytestmark = pytest.mark.django_db


def test_an_officer_sees_what_went_out_with_its_outcome(client, decision, officer):
    work(at(1, 19))
    client.force_login(officer)
    page = client.get(reverse("reminders:register", args=["AB-DHR-3"])).content.decode()
    assert officer.email in page
    assert "D4 Decide whether to review" in page
    assert "Sent" in page


def test_what_went_out_of_an_agency_names_it(client, review, officer):
    for agency in ("Ashgrove Care", "Birchwood Housing"):
        part = AgencyInvolvementFactory(review=review, agency__name=agency)
        playing(Role.IMR_AUTHOR, to=part)
        clock(review, "D9", involvement=part, due_on=date(2026, 2, 16), subject=f"imr-{part.pk}")
    work(at(1, 26))
    client.force_login(officer)
    page = client.get(reverse("reminders:register", args=["AB-DHR-3"])).content.decode()
    until_now = page[page.index("Until now") :]
    for agency in ("Ashgrove Care", "Birchwood Housing"):
        assert f"D9 Send the IMR, the report or the chronology, {agency}" in until_now


def test_it_asks_as_often_for_many_agencies_as_for_one(client, review, officer):
    client.force_login(officer)
    asked = []
    for count in (1, 5):
        for _ in range(count):
            part = AgencyInvolvementFactory(review=review)
            ReminderFactory(
                review=review,
                code="D9",
                involvement=part,
                recipient=officer,
                subject=f"imr-{part.pk}",
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("reminders:register", args=["AB-DHR-3"]))
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_and_what_is_to_come_in_the_next_days_and_to_whom(client, review, officer):
    today = timezone.localdate()
    chair = playing(Role.CSP_CHAIR, to=review, full_name="Carol Chair")
    clock(review, "D4", started_on=today, due_on=today + timedelta(days=10))
    clock(review, "D16", started_on=today, due_on=today + timedelta(days=15))
    client.force_login(officer)

    page = client.get(reverse("reminders:register", args=["AB-DHR-3"])).content.decode()
    coming = page[page.index("In the next 14 days") : page.index("Until now")]

    assert "Carol Chair" in coming
    assert "told to those above as well" in coming
    assert "D16" not in coming
    assert chair.full_name in coming


def test_an_administrator_sees_the_envelope_and_not_the_case(client, review, decision, officer):
    work(at(1, 19))
    MessageFactory(review_ref=review.reference, to_address="author@agency.example")
    MessageFactory(review_ref=ReviewFactory().reference, to_address="elsewhere@agency.example")
    administrator = PostFactory(partnership=review.partnership, kind=PostKind.ADMINISTRATOR).user
    client.force_login(administrator)

    where = reverse("reminders:envelopes", args=[review.partnership.slug])
    page = client.get(where).content.decode()

    assert officer.email in page
    assert "author@agency.example" in page
    assert "elsewhere@agency.example" not in page
    assert review.reference not in page
    assert "Decide" not in page
