"""How reminders go out: one message a day to each person, escalations at once, nothing twice."""

from datetime import date

import pytest

from messaging import delivery
from messaging.models import Message
from messaging.models import State as Sending
from reminders.models import Reminder, State, Why
from reminders.operations.bouncing import pass_on
from reminders.operations.letters import write_letters
from reminders.operations.sweeping import sweep
from reviews.access import Role
from reviews.models import Deadline
from tests.factories.agencies import AgencyLeadFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, admit, playing
from tests.reminders.conftest import at, clock

pytestmark = pytest.mark.django_db


def work(moment):
    """Sweep, write and send, as the worker does."""
    pass_on(at=moment)
    sweep(at=moment)
    write_letters(at=moment)
    for message in Message.objects.due(at=moment).order_by("pk"):
        delivery.deliver(message_id=message.pk, at=moment)


def lines(mail):
    """Return what a message lists, without its links."""
    return [line for line in mail.body.splitlines() if "-DHR-" in line and "http" not in line]


class TestDigest:
    def test_lists_everything_that_is_due_in_one_message(self, decision, officer, mailoutbox):
        other = ReviewFactory(reference="AB-DHR-4")
        admit(officer, Role.CSP_OFFICER, to=other)
        clock(other, "D16", due_on=date(2026, 1, 19))

        work(at(1, 19))

        (mail,) = mailoutbox
        assert mail.to == [officer.email]
        assert lines(mail) == [
            "AB-DHR-4: Send the report to the Home Office – due today",
            "AB-DHR-3: Decide whether to review – due in 17 days",
        ]
        assert "http://127.0.0.1:8000/reviews/AB-DHR-3/decision/\n" in mail.body
        assert set(Reminder.objects.values_list("state", flat=True)) == {State.MAILED}

    def test_goes_out_once_a_day(self, review, decision, officer, mailoutbox):
        work(at(1, 19, 9))
        clock(review, "D16", due_on=date(2026, 1, 19))
        work(at(1, 19, 15))
        assert len(mailoutbox) == 1

        work(at(1, 20, 9))
        assert [lines(mail) for mail in mailoutbox[1:]] == [
            ["AB-DHR-3: Send the report to the Home Office – 1 day late"]
        ]

    def test_one_person_is_not_told_what_another_owes(self, review, decision, officer, mailoutbox):
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        clock(review, "D19", due_on=date(2026, 2, 2))
        work(at(1, 19))
        told = {mail.to[0]: lines(mail) for mail in mailoutbox}
        assert told == {
            officer.email: ["AB-DHR-3: Decide whether to review – due in 17 days"],
            chair.email: ["AB-DHR-3: Revise the report – due in 14 days"],
        }

    def test_of_the_familys_only_that_something_waits(self, review, mailoutbox):
        playing(Role.INDEPENDENT_CHAIR, to=review)
        clock(review, "D14", due_on=date(2026, 1, 19))

        work(at(1, 19))

        (mail,) = mailoutbox
        assert lines(mail) == ["AB-DHR-3: Something waits in this review"]
        assert "famil" not in mail.body.lower()
        assert "due" not in "".join(lines(mail))

    def test_to_a_lead_only_that_something_waits(self, review, mailoutbox):
        part = AgencyInvolvementFactory(review=review)
        AgencyLeadFactory(agency=part.agency, partnership=review.partnership)
        clock(review, "D9", involvement=part, due_on=date(2026, 2, 16))
        work(at(1, 26))
        assert lines(mailoutbox[0]) == [
            "AB-DHR-3: Something waits for your organisation in this review"
        ]

    def test_an_agency_asked_twice_is_told_in_one_line_of_both(self, review, mailoutbox):
        part = AgencyInvolvementFactory(review=review)
        author = playing(Role.IMR_AUTHOR, to=part)
        for subject in ("imr-1", "imr-2"):
            clock(review, "D9", involvement=part, due_on=date(2026, 2, 16), subject=subject)
        work(at(1, 26))
        told = {mail.to[0]: lines(mail) for mail in mailoutbox}
        assert told[author.email] == [
            "AB-DHR-3: Send the IMR, the report or the chronology (2 of these) – due in 21 days"
        ]

    def test_a_lead_is_not_told_how_much_waits(self, review, mailoutbox):
        part = AgencyInvolvementFactory(review=review)
        AgencyLeadFactory(agency=part.agency, partnership=review.partnership)
        for subject in ("imr-1", "imr-2"):
            clock(review, "D9", involvement=part, due_on=date(2026, 2, 16), subject=subject)
        work(at(1, 26))
        assert lines(mailoutbox[0]) == [
            "AB-DHR-3: Something waits for your organisation in this review"
        ]

    def test_says_that_it_is_late_after_an_outage(self, decision, mailoutbox):
        work(at(1, 18))
        work(at(1, 22))
        assert "(This reminder comes 3 days late.)" in mailoutbox[0].body


class TestQuietHours:
    @pytest.mark.parametrize(
        "moment",
        [
            at(1, 19, 0, 5), at(1, 19, 6, 59), at(1, 19, 19, 0), at(1, 19, 23, 59),
            at(1, 24), at(1, 25),  # Saturday, Sunday
            at(4, 3), at(4, 6), at(12, 28),  # Good Friday, Easter Monday, Boxing Day kept
        ],
    )  # fmt: skip
    def test_nothing_that_can_wait_goes_out(self, review, officer, mailoutbox, moment):
        clock(review, "D16", due_on=moment.date())
        work(moment)
        assert mailoutbox == []
        assert Reminder.objects.get().state == State.WAITING

    @pytest.mark.parametrize("moment", [at(1, 19, 7, 0), at(1, 19, 18, 59), at(7, 1, 7, 0)])
    def test_the_rest_of_the_day_it_does(self, review, officer, mailoutbox, moment):
        clock(review, "D16", due_on=moment.date())
        work(moment)
        assert len(mailoutbox) == 1

    def test_what_fell_on_a_weekend_goes_on_monday_and_says_how_it_is_then(
        self, decision, mailoutbox
    ):
        for day in (31, 1):
            work(at(1 if day == 31 else 2, day))
        work(at(2, 2, 6))
        assert mailoutbox == []

        work(at(2, 2, 7))
        assert lines(mailoutbox[0]) == ["AB-DHR-3: Decide whether to review – due in 3 days"]
        assert "late" not in mailoutbox[0].body

    def test_an_escalation_goes_at_once(self, review, officer, mailoutbox):
        clock(review, "D16", due_on=date(2026, 1, 17))
        work(at(1, 23, 12))
        work(at(1, 24, 3))  # a Saturday, at night

        assert [mail.subject for mail in mailoutbox][-1:] == [
            "OFFICIAL-SENSITIVE: Something is late in a review"
        ]
        assert lines(mailoutbox[-1]) == [
            "AB-DHR-3: Send the report to the Home Office – 7 days late"
        ]

    def test_the_hours_are_a_setting(self, decision, mailoutbox, settings):
        settings.REMINDERS_QUIET, settings.REMINDERS_ON_WORKING_DAYS = ["23:00", "04:00"], False
        work(at(1, 25, 22))
        assert len(mailoutbox) == 1


class TestMeanwhile:
    """Between the ledger and the message, and between the message and the mail server."""

    @pytest.fixture(params=["waits for its message", "waits for the mail server"])
    def noted(self, request, decision):
        sweep(at=at(1, 19))
        if request.param == "waits for the mail server":
            write_letters(at=at(1, 19))
        return decision

    def test_what_is_met_is_not_sent(self, noted, mailoutbox):
        Deadline.objects.update(met_on=date(2026, 1, 19))
        work(at(1, 19, 10))
        assert mailoutbox == []
        row = Reminder.objects.get()
        assert (row.state, row.why, row.message) == (State.CANCELLED, Why.SETTLED, None)

    def test_nor_what_has_moved(self, noted, mailoutbox):
        Deadline.objects.update(agreed_on=date(2026, 3, 5))
        work(at(1, 19, 10))
        assert mailoutbox == []
        assert Reminder.objects.get().state == State.CANCELLED

    def test_what_is_no_longer_theirs_goes_to_whoever_it_is_now(
        self, noted, review, officer, mailoutbox
    ):
        officer.memberships.update(removed_at=at(1, 19, 9, 30))
        successor = playing(Role.CSP_OFFICER, to=review)

        work(at(1, 19, 10))
        work(at(1, 19, 10, 5))

        assert [mail.to for mail in mailoutbox] == [[successor.email]]
        assert Reminder.objects.get(recipient=officer).why == Why.NOT_THEIRS

    def test_of_two_steps_only_the_later_is_told(self, noted, officer, mailoutbox):
        Deadline.objects.update(next_step_on=date(2026, 1, 26))
        Message.objects.update(try_after=at(1, 26, 9))
        sweep(at=at(1, 26))
        write_letters(at=at(1, 26))
        for message in Message.objects.due(at=at(1, 26)):
            delivery.deliver(message_id=message.pk, at=at(1, 26))
        said = [line for mail in mailoutbox for line in lines(mail)]
        assert set(said) == {"AB-DHR-3: Decide whether to review – due in 10 days"}

    def test_a_message_with_nothing_left_is_withdrawn(self, decision, mailoutbox):
        sweep(at=at(1, 19))
        (message,) = write_letters(at=at(1, 19))
        Deadline.objects.all().delete()

        delivery.deliver(message_id=message.pk, at=at(1, 19, 10))

        message.refresh_from_db()
        assert (message.state, mailoutbox) == (Sending.WITHDRAWN, [])


class TestMailServer:
    def test_a_message_that_is_tried_again_says_what_is_so_then(self, decision, mail_server):
        mail_server.to_recipient = "451 Try later"
        work(at(1, 19, 17))
        mail_server.to_recipient = "250 OK"
        work(at(1, 20, 9))

        (mail,) = mail_server.received
        assert "Decide whether to review – due in 16 days" in mail.get_content()
        assert Message.objects.get().state == Sending.SENT
