"""Whoever is away is not reminded; whoever stands in is, of what they may see themselves."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from reminders.models import Absence, Reminder, State, Why
from reminders.operations.sweeping import sweep
from reviews.access import Role
from tests.factories.reminders import AbsenceFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.reminders.conftest import at, clock
from tests.reminders.test_letters import work

pytestmark = pytest.mark.django_db


def told():
    waiting = Reminder.objects.exclude(state=State.WITHHELD)
    return {row.recipient for row in waiting}


class TestStandingIn:
    def test_a_delegate_who_may_see_it_is_told_instead(self, review, decision, officer):
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        AbsenceFactory(user=officer, delegate=chair)

        sweep(at=at(1, 19))

        assert told() == {chair}
        assert Reminder.objects.get(recipient=chair).instead_of == officer
        row = Reminder.objects.get(recipient=officer)
        assert (row.state, row.why) == (State.WITHHELD, Why.ABSENT)

    def test_a_stranger_is_told_nothing(self, review, decision, officer):
        second = playing(Role.CSP_OFFICER, to=review)
        stranger = playing(Role.CSP_OFFICER, to=ReviewFactory())
        AbsenceFactory(user=officer, delegate=stranger)
        sweep(at=at(1, 19))
        assert told() == {second}

    def test_nor_one_who_may_not_see_what_it_is_about(self, review, officer):
        adviser = playing(Role.ADVISER, to=review)
        clock(review, "D2", due_on=date(2026, 1, 19))
        AbsenceFactory(user=officer, delegate=adviser)
        sweep(at=at(1, 19))
        assert told() == set()
        assert Reminder.objects.get(why=Why.NOBODY).recipient is None

    def test_nor_one_who_is_away_too(self, review, decision, officer):
        chair = playing(Role.CSP_CHAIR, to=review)
        AbsenceFactory(user=officer, delegate=chair)
        AbsenceFactory(user=chair, delegate=officer)
        sweep(at=at(1, 19))
        assert told() == set()

    def test_where_officers_and_those_they_name_are_away_the_csp_chair_is_told(
        self, review, officer
    ):
        independent = playing(Role.INDEPENDENT_CHAIR, to=review)
        chair = playing(Role.CSP_CHAIR, to=review)
        clock(review, "D7", due_on=date(2026, 1, 19))
        AbsenceFactory(user=officer, delegate=independent)
        AbsenceFactory(user=independent, delegate=officer)
        sweep(at=at(1, 19))
        assert told() == {chair}

    def test_on_the_other_days_they_are_told_themselves(self, decision, officer):
        AbsenceFactory(user=officer, from_on=date(2026, 1, 20))
        AbsenceFactory(user=officer, from_on=date(2026, 1, 1), until_on=date(2026, 1, 18))
        sweep(at=at(1, 19))
        assert told() == {officer}

    def test_one_who_goes_away_before_the_message_goes_is_not_written_to(
        self, review, decision, officer, mailoutbox
    ):
        chair = playing(Role.CSP_CHAIR, to=review)
        sweep(at=at(1, 19, 6))
        AbsenceFactory(user=officer)
        work(at(1, 19, 9))
        work(at(1, 19, 9, 5))
        assert [mail.to for mail in mailoutbox] == [[chair.email]]


class TestPage:
    @pytest.fixture(autouse=True)
    def _at_the_end_of_the_century(self, time_machine):
        time_machine.move_to(date(2099, 12, 1))

    def days(self, first, last, **more):
        return {
            "from_on_day": first.day, "from_on_month": first.month, "from_on_year": first.year,
            "until_on_day": last.day, "until_on_month": last.month, "until_on_year": last.year,
            **more,
        }  # fmt: skip

    def test_somebody_says_when_they_are_away_and_who_stands_in(self, client, review, officer):
        chair = playing(Role.CSP_CHAIR, to=review, full_name="Carol Chair")
        client.force_login(officer)
        first, last = date(2100, 1, 4), date(2100, 1, 8)

        response = client.post(
            reverse("reminders:absences"), self.days(first, last, delegate=chair.pk), follow=True
        )

        assert "Carol Chair" in response.content.decode()
        absence = Absence.objects.get()
        assert (absence.user, absence.from_on, absence.until_on) == (officer, first, last)
        assert absence.delegate == chair

        client.post(reverse("reminders:end-absence", args=[absence.pk]))
        assert not Absence.objects.exists()
        events = AuditEvent.objects.filter(event__startswith="absence.").order_by("pk")
        assert [event.event for event in events] == ["absence.noted", "absence.ended"]

    @pytest.mark.parametrize(
        ("first", "last", "said"),
        [
            (date(2100, 1, 8), date(2100, 1, 4), "The last day is before the first."),
            (date(2020, 1, 4), date(2020, 1, 8), "This absence is over already."),
            (date(2100, 1, 4), date(2109, 1, 8), "more than two years away. Check the year"),
            (date(2100, 3, 1), date(2100, 3, 9), "You have an absence on some of these days."),
        ],
    )
    def test_days_that_cannot_be_are_refused(self, client, officer, first, last, said):
        AbsenceFactory(user=officer, from_on=date(2100, 3, 5), until_on=date(2100, 3, 12))
        client.force_login(officer)
        response = client.post(reverse("reminders:absences"), self.days(first, last))
        assert said in response.content.decode()
        assert Absence.objects.count() == 1

    def test_somebody_of_another_review_cannot_stand_in(self, client, officer):
        stranger = playing(Role.CSP_OFFICER, to=ReviewFactory())
        client.force_login(officer)
        days = self.days(date(2100, 1, 4), date(2100, 1, 8), delegate=stranger.pk)
        assert client.post(reverse("reminders:absences"), days).status_code == 200
        assert not Absence.objects.exists()

    def test_nobody_ends_somebody_elses(self, client, officer):
        absence = AbsenceFactory()
        client.force_login(officer)
        where = reverse("reminders:end-absence", args=[absence.pk])
        assert client.post(where).status_code == 404
        assert Absence.objects.exists()
