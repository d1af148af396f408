"""Somebody lost their second factor: who may let them begin anew, and what is asked before."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import factors
from agencies.models import COMMAND_LINE, PostKind
from audit.models import AuditEvent
from messaging.models import Message
from reminders.models import CalendarFeed
from reviews.access import Refused, Role
from stewards import access
from stewards.models import CallBack
from stewards.operations.call_backs import Call, renew_second_factor
from tests.accounts.authenticators import enrol
from tests.factories.agencies import AgencyLeadFactory, PostFactory, UserFactory
from tests.factories.reminders import CalendarFeedFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, admit, playing
from tests.reviews.acting import day

pytestmark = pytest.mark.django_db


def page_of(user):
    return reverse("stewards:second-factor", args=[user.pk])


def told(**changed):
    said = {
        "asked_by": "Robin of the front desk",
        "number": "0118 999 8819",
        "number_known_from": "The directory of agencies",
        "identity_checked": "Knew the day they began here.",
        "known_before": "on",
        **day("called_on", timezone.localdate()),
    }
    return {**said, **changed}


@pytest.mark.parametrize("who", ["lead", "officer", "administrator"])
def test_they_begin_anew_after_a_call_back(client, town, now, who):
    enrol(town.author, at=now)
    client.force_login(getattr(town, who))
    assert "Ring them back before" in client.get(page_of(town.author)).text
    assert client.post(page_of(town.author), told()).status_code == 302
    town.author.refresh_from_db()
    assert not factors.has_factor(town.author)
    assert not town.author.has_set_password
    made = CallBack.objects.get()
    assert (made.user, made.recorded_by) == (town.author, getattr(town, who))
    event = AuditEvent.objects.get(event="account.called_back")
    assert event.subjects == {"user_id": town.author.pk, "call_back_id": made.pk}
    assert Message.objects.get(kind="factors_forgotten").to_address == town.author.email


def test_the_next_to_be_asked_reads_what_was_checked_before(client, town, now):
    enrol(town.author, at=now)
    client.force_login(town.lead)
    assert "Calls before" not in client.get(page_of(town.author)).text
    client.post(page_of(town.author), told())
    client.force_login(town.officer)

    page = client.get(page_of(town.author)).text

    for words in ("Robin of the front desk", "0118 999 8819", "The directory of agencies",
                  "Knew the day they began here.", town.lead.full_name):  # fmt: skip
        assert words in page


def test_their_browsers_are_signed_out(client, town, django_user_model):
    theirs = type(client)()
    theirs.force_login(town.author)
    assert theirs.get("/").status_code == 200
    client.force_login(town.lead)
    client.post(page_of(town.author), told())
    assert theirs.get("/").status_code == 302


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"asked_by": ""}, "Enter who rang"),
        ({"number": ""}, "Enter the number you rang back"),
        ({"number_known_from": ""}, "Enter where you knew the number from"),
        ({"identity_checked": ""}, "Say how you checked"),
        ({"known_before": ""}, "Ring back on a number you knew before"),
        ({"called_on_year": ""}, "The day of the call"),
        ({"called_on_year": "2100"}, "must have been today or earlier"),
    ],
)
def test_without_a_call_back_nothing_is_forgotten(client, town, now, changed, words):
    enrol(town.author, at=now)
    client.force_login(town.officer)
    page = client.post(page_of(town.author), told(**changed))
    assert (page.status_code, words in page.text) == (200, True)
    assert factors.has_factor(town.author)
    assert not CallBack.objects.exists()


@pytest.mark.parametrize("who", ["lead", "officer", "administrator", "author", "chair"])
def test_never_for_oneself(client, town, today, now, who):
    user = getattr(town, who)
    client.force_login(user)
    assert client.get(page_of(user)).status_code == 404
    with pytest.raises(Refused, match="do not answer for this person"):
        renew_second_factor(user=user, call=call(today), today=today, by=user, at=now)


def call(today):
    return Call(
        asked_by="R", number="1", number_known_from="D", identity_checked="K", called_on=today
    )


@pytest.mark.parametrize("who", ["author", "chair", "independent", "stranger"])
def test_who_answers_for_nobody_finds_no_page(client, town, who):
    client.force_login(getattr(town, who, None) or UserFactory())
    assert client.get(page_of(town.author)).status_code == 404
    assert client.post(page_of(town.author), told()).status_code == 404
    assert not CallBack.objects.exists()


def test_others_of_their_kind_elsewhere_find_no_page(client, town):
    other = AgencyInvolvementFactory(review=town.review)
    elsewhere = ReviewFactory()
    for stranger in (
        AgencyLeadFactory(partnership=town.place, agency=other.agency).user,
        AgencyLeadFactory(agency=town.agency).user,
        playing(Role.CSP_OFFICER, to=elsewhere),
        PostFactory(kind=PostKind.ADMINISTRATOR).user,
    ):
        client.force_login(stranger)
        assert client.get(page_of(town.author)).status_code == 404


def test_a_lead_leaves_alone_whoever_works_for_others_too(client, town, today):
    """One account wears many hats: the lead of one agency must not unlock all of them."""
    client.force_login(town.lead)
    people = reverse("stewards:people", args=[town.agency.pk])
    assert page_of(town.author) in client.get(people).text
    post = PostFactory(user=town.author, kind=PostKind.CHAIR)
    assert client.get(page_of(town.author)).status_code == 404
    assert "Works for others too" in client.get(people).text
    post.delete()
    admit(town.author, Role.ADVISER, to=ReviewFactory())
    assert client.get(page_of(town.author)).status_code == 404
    assert access.may_renew_factor(town.administrator, town.author, today=today)


def test_a_lead_leaves_alone_the_lead_of_another_body(town, today):
    AgencyLeadFactory(user=town.author)
    assert not access.may_renew_factor(town.lead, town.author, today=today)


def test_a_lead_helps_the_other_lead_of_the_same_body(town, today):
    other = AgencyLeadFactory(partnership=town.place, agency=town.agency).user
    assert access.may_renew_factor(town.lead, other, today=today)


def test_once_their_part_has_ended_the_lead_does_not_answer_for_them(town, today, now):
    town.author.memberships.update(removed_at=now)
    assert not access.may_renew_factor(town.lead, town.author, today=today)
    assert not access.may_renew_factor(town.officer, town.author, today=today)


def test_nobody_begins_anew_with_a_closed_account(client, town):
    town.author.is_active = False
    town.author.save()
    client.force_login(town.administrator)
    assert client.get(page_of(town.author)).status_code == 404


def test_the_command_line_rings_nobody(town, today):
    assert not access.may_renew_factor(COMMAND_LINE, town.author, today=today)


def test_the_address_of_their_calendar_stops(client, town):
    CalendarFeedFactory(user=town.author)
    client.force_login(town.lead)
    client.post(page_of(town.author), told())
    assert not CalendarFeed.objects.exists()
    event = AuditEvent.objects.get(event="account.feed_stopped")
    assert (event.actor_id, event.subjects) == (town.lead.pk, {"user_id": town.author.pk})
