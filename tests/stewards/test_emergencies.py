"""Emergency access: two people, a reason, an alert, a third person, and an end."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from messaging.models import Message
from reviews.access import Permission, Refused, Role, has
from reviews.models import Membership
from stewards import tasks
from stewards.models import EmergencyAccess
from stewards.operations import emergencies
from tests.factories.agencies import UserFactory
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import playing
from tests.factories.stewards import EmergencyAccessFactory
from tests.reviews.acting import day
from tests.stewards.conftest import REASON, page_of

pytestmark = pytest.mark.django_db


def at_home(client, review):
    return client.get(reverse("reviews:home", args=[review.reference]))


def test_one_asks_another_approves_a_third_reads(client, town, stand_in):
    client.force_login(stand_in)
    assert at_home(client, town.review).status_code == 404
    client.force_login(town.administrator)
    form = reverse("stewards:ask-emergency", args=[town.place.slug])
    assert stand_in.full_name in client.get(form).text
    ends = timezone.localtime(town.tomorrow)
    told = {
        "reference": town.review.reference.lower(), "reader": stand_in.pk, "reason": REASON,
        "until_time": f"{ends:%H:%M}", **day("until_on", ends.date()),
    }  # fmt: skip
    assert client.post(form, told).status_code == 302
    asked = EmergencyAccess.objects.get()
    assert not has(stand_in, Permission.REVIEW_READ, on=town.review)
    waiting = client.get(reverse("stewards:emergencies", args=[town.place.slug])).text
    assert "Waits for a second person" in waiting
    client.force_login(town.second)
    assert "Approve or refuse emergency access" in client.get("/").text
    assert REASON in client.get(page_of(town, asked)).text
    assert client.post(page_of(town, asked), {"approve": "yes"}).status_code == 302
    assert "Approve or refuse emergency access" not in client.get("/").text
    client.force_login(stand_in)
    page = at_home(client, town.review)
    assert page.status_code == 200
    assert f"{stand_in.full_name} has emergency access until" in page.text


def test_everybody_who_answers_for_the_review_is_told_at_once(given, town, stand_in):
    told = Message.objects.filter(kind="emergency_given")
    assert set(told.values_list("to_address", flat=True)) == {
        "officer@csp.example", "chair@csp.example", "ind@chair.example", "protection@csp.example",
    }  # fmt: skip
    assert Message.objects.get(kind="emergency_yours").to_address == stand_in.email
    asked = Message.objects.filter(kind="emergency_asked").values_list("to_address", flat=True)
    assert set(asked) == {"bert@csp.example", "chair@csp.example"}
    events = AuditEvent.objects.filter(event__startswith="emergency.").order_by("pk")
    assert [(row.event, row.actor_id) for row in events] == [
        ("emergency.asked", town.administrator.pk), ("emergency.approved", town.second.pk),
    ]  # fmt: skip
    assert all(REASON not in str(row.subjects) for row in events)


def test_everybody_who_opens_the_review_sees_who_and_until_when(client, given, town, stand_in):
    for user, may_end in ((town.officer, True), (town.chair, True), (town.independent, True)):
        client.force_login(user)
        page = at_home(client, town.review).text
        assert f"{stand_in.full_name} has emergency access until" in page
        assert ("end it</a>" in page) is may_end
    client.force_login(playing(Role.PANEL_MEMBER, to=town.review))
    page = at_home(client, town.review).text
    assert f"{stand_in.full_name} has emergency access until" in page
    assert "end it</a>" not in page


def test_the_family_compartment_stays_closed_and_nothing_can_be_changed(client, given, town):
    FamilyContactFactory(review=town.review)
    client.force_login(given.reader)
    reference = [town.review.reference]
    for name in ("families:compartment", "families:sheet", "families:perpetrator-side"):
        assert client.get(reverse(name, args=reference)).status_code == 404
    for name in ("reviews:access", "reviews:admit", "reviews:history", "reviews:add-person"):
        assert client.get(reverse(name, args=reference)).status_code == 404
    assert "amily" not in at_home(client, town.review).text.split("<main")[1]


def test_every_page_they_open_is_recorded(client, given, town):
    client.force_login(given.reader)
    at_home(client, town.review)
    client.get(reverse("panels:panel", args=[town.review.reference]))
    client.get(reverse("reviews:people", args=[town.review.reference]))
    client.get("/")
    seen = AuditEvent.objects.filter(actor_id=given.reader.pk, event__endswith=".looked_at")
    assert [(row.event, row.subjects["route"]) for row in seen.order_by("pk")] == [
        ("emergency.looked_at", "reviews:home"),
        ("emergency.looked_at", "panels:panel"),
        ("people.looked_at", "reviews:people"),
    ]
    for user in (town.officer, town.chair, town.independent):
        client.force_login(user)
        at_home(client, town.review)
    assert AuditEvent.objects.filter(event="emergency.looked_at").count() == 2


def test_it_ends_by_itself_on_the_next_request(client, given, town):
    client.force_login(given.reader)
    assert at_home(client, town.review).status_code == 200
    past = timezone.now() - timedelta(seconds=1)
    Membership.objects.filter(pk=given.membership_id).update(until_at=past)
    assert at_home(client, town.review).status_code == 404
    client.force_login(town.officer)
    assert "has emergency access" not in at_home(client, town.review).text


def test_what_ran_out_is_swept_into_the_trail(given, town):
    past = timezone.now() - timedelta(seconds=1)
    Membership.objects.filter(pk=given.membership_id).update(until_at=past)
    for _ in range(2):
        tasks.end_run_out()
    assert AuditEvent.objects.filter(event="review.removed").count() == 1
    given.membership.refresh_from_db()
    EmergencyAccess.objects.update(until_at=past, asked_at=past - timedelta(hours=1))
    given = EmergencyAccess.objects.get()
    assert given.standing(timezone.now()) == "Ended"


@pytest.mark.parametrize("who", ["officer", "chair", "independent"])
def test_officers_and_chairs_end_it_at_once(client, given, town, who):
    client.force_login(getattr(town, who))
    listed = reverse("stewards:emergencies-of-review", args=[town.review.reference])
    end = reverse("stewards:end-emergency", args=[town.review.reference, given.pk])
    page = client.get(listed).text
    assert REASON in page
    assert town.second.full_name in page
    assert "End the access of" in client.get(end).text
    assert client.post(end).status_code == 302
    assert client.post(end).status_code == 302
    assert AuditEvent.objects.filter(event="emergency.ended").count() == 1
    assert "Ended early" in client.get(listed).text
    told = {row.to_address for row in Message.objects.filter(kind="emergency_ended")}
    assert {"stand@in.example", "officer@csp.example", "protection@csp.example"} <= told
    client.force_login(given.reader)
    assert at_home(client, town.review).status_code == 404


@pytest.mark.parametrize("who", ["administrator", "second", "lead", "author", "reader"])
def test_nobody_else_sees_or_ends_it_in_the_review(client, given, town, today, now, who):
    user = given.reader if who == "reader" else getattr(town, who)
    client.force_login(user)
    listed = reverse("stewards:emergencies-of-review", args=[town.review.reference])
    end = reverse("stewards:end-emergency", args=[town.review.reference, given.pk])
    assert (client.get(listed).status_code, client.post(end).status_code) == (404, 404)
    with pytest.raises(Refused):
        emergencies.end_emergency(request=given, today=today, by=user, at=now)
    assert given.is_running(now)


def test_the_officer_may_also_remove_them_as_anybody(client, given, town):
    client.force_login(town.officer)
    client.post(reverse("reviews:remove", args=[town.review.reference, given.membership_id]))
    listed = reverse("stewards:emergencies-of-review", args=[town.review.reference])
    assert "Ended early" in client.get(listed).text


def test_a_review_without_any_says_so(client, town):
    client.force_login(town.officer)
    listed = reverse("stewards:emergencies-of-review", args=[town.review.reference])
    assert "Nobody was ever let in this way" in client.get(listed).text


def test_the_list_of_a_partnership_that_never_needed_it(client, town):
    client.force_login(town.chair)
    page = client.get(reverse("stewards:emergencies", args=[town.place.slug])).text
    assert "Nobody has asked" in page
    assert "Ask for emergency access</a>" not in page


@pytest.mark.parametrize("same", ["reader", "approved_by", "both"])
def test_the_database_asks_for_three_people(same):
    one, two = UserFactory(), UserFactory()
    people = {
        "reader": {"asked_by": one, "reader": one},
        "approved_by": {"asked_by": one, "approved_by": one, "running": True},
        "both": {"reader": two, "approved_by": two, "running": True},
    }[same]
    with pytest.raises(IntegrityError, match="three_people"), transaction.atomic():
        EmergencyAccessFactory(**people)
