"""An officer puts days to people: whom it asks, what leaves by email, what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from availability.models import DatesPoll
from availability.operations.asking import remind, take_back_link
from messaging.models import Message
from reviews.access import Refused, Role
from tests.availability.conftest import NOW, TODAY
from tests.evidence.saying import errors, text
from tests.factories.availability import DayAnswerFactory, PollInviteeFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import AccessHoldFactory, PersonFactory, playing
from tests.panels.saying import day

pytestmark = pytest.mark.django_db

DAYS = {
    **day("held_on_1", date(2026, 3, 24)), "starts_1": "10:00", "ends_1": "12:00",
    **day("held_on_2", date(2026, 3, 26)), "starts_2": "14:00",
}  # fmt: skip
ADVISER = {"name_1": "Di Adviser", "other_email_1": "di@advice.example"}
ASKED = {
    **DAYS, **ADVISER, "mode": "HYBRID", "place": "Guildhall, room 2", "note": "Two hours.",
    **day("closing_on", date(2026, 3, 10)),
}  # fmt: skip


@pytest.fixture
def member(review):
    user = playing(Role.PANEL_MEMBER, to=review)
    return PanelMemberFactory(review=review, user=user, full_name="Ines Okafor")


def ask(client, review, **changed):
    return client.post(
        reverse("availability:ask", args=[review.reference]),
        {**ASKED, "confirmed": "yes", **changed},
    )


def test_a_member_is_asked_on_the_page_and_an_adviser_by_a_link(
    signed_in, review, member, mailoutbox, run_queued
):
    said = {f"ask_{member.pk}": "on", f"email_{member.pk}": member.user.email}
    first = signed_in.post(reverse("availability:ask", args=[review.reference]), {**ASKED, **said})
    assert "2 people will be emailed" in text(first)
    assert "Tuesday 24 March 2026, 10:00 to 12:00" in text(first)
    assert not DatesPoll.objects.exists()
    with run_queued():
        ask(signed_in, review, **said)

    poll = DatesPoll.objects.get()
    assert [(one.user, bool(one.link)) for one in poll.invitees.all()] == [
        (member.user, False),
        (None, True),
    ]
    assert {mail.to[0] for mail in mailoutbox} == {member.user.email, "di@advice.example"}
    for mail in mailoutbox:
        assert review.reference in mail.body
        for kept in ("March", "10:00", "Guildhall", "Two hours", "Di Adviser", "Ines"):
            assert kept not in mail.body + mail.subject
    event = AuditEvent.objects.get(event="dates.asked")
    assert event.subjects == {"poll_id": poll.pk, "people": 2}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"held_on_2_day": "24", "starts_2": "10:00"}, "stands here twice"),
        ({"held_on_2_day": "", "held_on_2_month": "", "held_on_2_year": "", "starts_2": ""},
         "at least 2 days"),
        ({"held_on_2_day": "2"}, "Every day must be in the future"),
        ({"ends_1": "09:00"}, "must end after it starts"),
        ({"closing_on_day": "24"}, "before the first of the days"),
        ({"closing_on_day": "1"}, "today or later"),
        ({"name_1": "", "other_email_1": ""}, "Choose who is asked"),
        ({"name_2": "Di", "other_email_2": "DI@advice.example"}, "Ask each person once"),
        ({"starts_3": "09:00"}, "Enter day 3"),
    ],
)  # fmt: skip
def test_what_nobody_could_answer_is_refused_in_words(signed_in, review, changed, said):
    shown = ask(signed_in, review, **changed)

    assert said in " ".join(words for one in errors(shown).values() for words in one)
    assert not DatesPoll.objects.exists()


def test_no_name_of_the_case_goes_to_people_without_an_account(signed_in, review):
    PersonFactory(review=review, true_name="Alwyn Testerby")

    for field in ("note", "place"):
        shown = ask(signed_in, review, **{field: "At the home of Alwyn Testerby"})
        assert errors(shown)
        assert "Testerby" not in str(errors(shown))
    assert not Message.objects.exists()


def test_nobody_whose_access_is_held_is_asked(signed_in, review):
    held = AccessHoldFactory(person=PersonFactory(review=review))

    shown = ask(signed_in, review, other_email_1=held.user.email)

    assert "cannot be asked yet" in str(errors(shown))


def test_a_member_of_the_panel_asks_nobody(client, review, member):
    client.force_login(member.user)

    assert ask(client, review).status_code == 404


class TestReminding:
    def test_only_those_who_have_not_answered_get_a_new_link(self, poll, days, officer):
        waiting = PollInviteeFactory(poll=poll, token="old")
        DayAnswerFactory(answer__invitee__poll=poll, answer__invitee__token="done", day=days[0])
        PollInviteeFactory(
            poll=poll, token="gone", member=PanelMemberFactory(review=poll.review, left=True)
        )
        on_the_page = PollInviteeFactory(poll=poll, account=True)

        assert remind(poll=poll, today=TODAY, by=officer, at=NOW) == 2

        sent = Message.objects.exclude(kind="dates_asked_by_link")
        assert {(one.kind, one.to_address) for one in sent} == {
            ("dates_reminded_by_link", waiting.email),
            ("dates_reminded", on_the_page.email),
        }
        old = waiting.link
        waiting.refresh_from_db()
        old.refresh_from_db()
        assert old.is_revoked
        assert waiting.has_link
        assert waiting.reminded_at == NOW

    def test_nobody_is_reminded_twice_in_a_day(self, poll, officer):
        PollInviteeFactory(poll=poll, token="old")
        remind(poll=poll, today=TODAY, by=officer, at=NOW)
        later = PollInviteeFactory(poll=poll, token="later")

        assert remind(poll=poll, today=TODAY, by=officer, at=NOW) == 1
        with pytest.raises(Refused, match="was reminded today"):
            remind(poll=poll, today=TODAY, by=officer, at=NOW)
        sent = [one.to_address for one in Message.objects.filter(kind="dates_reminded_by_link")]
        assert sent.count(later.email) == 1

    def test_nobody_is_reminded_after_the_last_day(self, poll, officer):
        PollInviteeFactory(poll=poll, token="old")

        with pytest.raises(Refused, match="last day"):
            remind(poll=poll, today=date(2026, 3, 17), by=officer, at=NOW)

    def test_a_link_that_was_taken_back_is_not_sent_again(self, poll, officer, signed_in):
        invitee = PollInviteeFactory(poll=poll, token="old")
        take_back_link(invitee=invitee, by=officer, at=NOW)

        args = [poll.review.reference, poll.pk]
        assert "Remind" not in text(signed_in.get(reverse("availability:poll", args=args)))
        assert remind(poll=poll, today=TODAY, by=officer, at=NOW) == 0
