"""What the sweep notes in the ledger: each step once for each person, whatever happens."""

from datetime import date

import pytest

from reminders.models import Reminder, State, Why
from reminders.operations import sweeping
from reminders.operations.sweeping import sweep
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Deadline
from tests.factories.agencies import AgencyLeadFactory
from tests.factories.reviews import AgencyInvolvementFactory, admit, playing
from tests.reminders.conftest import at, clock
from tests.reviews.clock import follow


def ledger(**only):
    rows = Reminder.objects.filter(**only).order_by("step_on", "recipient", "pk")
    return [(row.step, row.recipient, row.state) for row in rows]


def steps(**only):
    return [step for step, *_ in ledger(**only)]


class TestOneStep:
    def test_is_noted_on_its_day(self, decision, officer):
        sweep(at=at(1, 18))
        assert ledger() == []

        sweep(at=at(1, 19))
        assert ledger() == [("start+14", officer, State.WAITING)]
        row = Reminder.objects.get()
        assert (row.step_on, row.stands_on, row.late_by) == (date(2026, 1, 19), date(2026, 2, 5), 0)

    def test_once_however_often_it_is_swept(self, decision):
        for hour in range(24):
            sweep(at=at(1, 19, hour))
        Deadline.objects.update(next_step_on=date(2026, 1, 1))
        sweep(at=at(1, 19, 23))

        assert steps() == ["start+14"]

    def test_and_though_the_deadline_is_written_anew(self, review, officer):
        follow(review.pk)
        Deadline.objects.update(noted_at=at(1, 5))
        sweep(at=at(1, 19))
        Deadline.objects.all().delete()
        follow(review.pk)
        Deadline.objects.update(noted_at=at(1, 5))

        sweep(at=at(1, 19))

        assert steps(code="D4") == ["start+14"]

    def test_each_step_on_its_own_day(self, decision):
        for day in range(5, 32):
            sweep(at=at(1, day))
        for day in range(1, 29):
            sweep(at=at(2, day))

        assert steps() == [
            "start+14", "start+21", "start+27", "due+0", "due+1", "due+8", "due+15", "due+22"
        ]  # fmt: skip
        assert set(Reminder.objects.values_list("late_by", flat=True)) == {0}

    def test_an_escalation_goes_to_those_above_as_well(self, review, officer):
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        csp_chair = playing(Role.CSP_CHAIR, to=review)
        clock(review, "D11")

        sweep(at=at(2, 5))
        assert {who for _, who, _ in ledger()} == {officer, chair}
        sweep(at=at(2, 6))
        assert {who for _, who, _ in ledger(step="due+1")} == {officer, chair, csp_chair}
        assert set(Reminder.objects.filter(is_escalation=True).values_list("step", flat=True)) == {
            "due+1"
        }


class TestOutage:
    def test_the_last_step_is_told_late_and_the_others_are_missed(self, decision, officer):
        sweep(at=at(1, 18))
        sweep(at=at(2, 3))

        assert ledger() == [
            ("start+14", officer, State.MISSED),
            ("start+21", officer, State.MISSED),
            ("start+27", officer, State.WAITING),
        ]
        assert Reminder.objects.get(step="start+27").late_by == 2
        assert Reminder.objects.get(step="start+21").why == Why.OVERTAKEN

    def test_what_is_recorded_late_is_told_only_what_is_so_now(self, review, officer):
        clock(review, noted_at=at(2, 10))
        sweep(at=at(2, 10))
        assert ledger() == [("due+1", officer, State.WAITING)]
        assert Reminder.objects.get().late_by == 0


class TestMoving:
    def test_a_deadline_that_moves_is_reminded_of_anew(self, decision):
        sweep(at=at(2, 5))
        decision.agreed_on, decision.next_step_on = date(2026, 3, 5), decision.started_on
        decision.noted_at = at(2, 5, 12)
        decision.save()

        sweep(at=at(2, 5, 13))
        assert steps(stands_on=date(2026, 3, 5)) == []
        sweep(at=at(3, 5))
        assert steps(stands_on=date(2026, 3, 5), state=State.WAITING) == ["due+0"]

    def test_one_that_a_hold_moves_every_day_is_left_alone_until_it_stands(
        self, review, officer, settings
    ):
        follow(review.pk, today=date(2026, 1, 5))
        Deadline.objects.update(noted_at=at(1, 5))
        sweep(at=at(2, 6))
        told = steps()
        for day in range(7, 27):
            settings.CLOCK_AGREED = f"{__name__}.since_the_first_of_february"
            follow(review.pk, today=date(2026, 2, day))
            sweep(at=at(2, day))
        assert steps() == told
        settings.CLOCK_AGREED = f"{__name__}.twentieth_of_february"
        follow(review.pk, today=date(2026, 2, 27))
        for day in range(1, 8):
            sweep(at=at(3, day))
        assert steps(stands_on=date(2026, 2, 20)) != []

    def test_one_that_is_met_owes_nothing(self, review, officer):
        clock(review, met_on=date(2026, 1, 7), next_step_on=date(2026, 1, 19))
        sweep(at=at(1, 19))
        assert ledger() == []
        assert Deadline.objects.get().next_step_on is None

    def test_nor_does_that_of_a_review_that_has_ended_until_it_runs_again(self, review, decision):
        review.stage = Stage.CONCLUDED
        review.save()
        sweep(at=at(1, 19))
        assert ledger() == []

        review.stage = Stage.ACTION_MONITORING
        review.save()
        sweep(at=at(1, 26))
        assert steps(state=State.WAITING) == ["start+21"]

    def test_what_was_cancelled_waits_again_where_the_deadline_stands_again(self, decision):
        sweep(at=at(1, 19))
        Reminder.objects.update(state=State.CANCELLED, why=Why.SETTLED, ended_at=at(1, 19, 10))
        Deadline.objects.update(next_step_on=decision.started_on)

        sweep(at=at(1, 19, 11))

        assert [state for *_, state in ledger()] == [State.WAITING]

    def test_follow_has_its_reminders_looked_at(self, review):
        follow(review.pk)
        assert Deadline.objects.get(code="D4").next_step_on == review.notified_on
        sweep(at=at(1, 6))
        follow(review.pk)
        assert Deadline.objects.get(code="D4").next_step_on == date(2026, 1, 19)


class TestWhom:
    def test_everybody_in_a_part_that_the_rule_tells(self, review, decision, officer):
        chair = playing(Role.CSP_CHAIR, to=review)
        second = playing(Role.CSP_OFFICER, to=review)
        playing(Role.INDEPENDENT_CHAIR, to=review)

        sweep(at=at(1, 19))

        assert {who for _, who, _ in ledger()} == {officer, chair, second}

    def test_somebody_with_two_parts_once(self, review, decision, officer):
        admit(officer, Role.CSP_CHAIR, to=review)
        sweep(at=at(1, 19))
        assert len(ledger()) == 1

    @pytest.mark.parametrize(
        "ended",
        [
            {"removed_at": at(1, 18)},
            {"until_on": date(2026, 1, 18)},
            {"held_at": at(1, 18)},
        ],
    )
    def test_nobody_whose_part_does_not_stand(self, review, decision, officer, ended):
        second = playing(Role.CSP_OFFICER, to=review)
        second.memberships.update(**ended)
        sweep(at=at(1, 19))
        assert [who for _, who, _ in ledger()] == [officer]

    def test_nobody_whose_account_is_closed(self, review, decision, officer):
        playing(Role.CSP_OFFICER, to=review, is_active=False)
        sweep(at=at(1, 19))
        assert [who for _, who, _ in ledger()] == [officer]

    def test_an_agencys_own_people_and_no_other_agencys(self, review):
        part, other = AgencyInvolvementFactory.create_batch(2, review=review)
        author = playing(Role.IMR_AUTHOR, to=part)
        playing(Role.IMR_AUTHOR, to=other)
        clock(review, "D9", involvement=part, subject="imr-1", due_on=date(2026, 2, 16))

        sweep(at=at(1, 26))

        assert ledger() == [("start+21", author, State.WAITING)]

    def test_a_late_agencys_senior_officer_and_the_partnerships(self, review, officer):
        part = AgencyInvolvementFactory(review=review)
        author, senior = playing(Role.IMR_AUTHOR, to=part), playing(Role.SENIOR_SIGN_OFF, to=part)
        clock(review, "D9", involvement=part, due_on=date(2026, 2, 16))
        sweep(at=at(2, 22))
        sweep(at=at(2, 23))
        assert {who for _, who, _ in ledger(step="due+7")} == {author, senior, officer}

    def test_the_lead_of_an_agency_in_which_nobody_is_admitted(self, review, officer):
        part = AgencyInvolvementFactory(review=review)
        lead = AgencyLeadFactory(agency=part.agency, partnership=review.partnership).user
        AgencyLeadFactory(agency=part.agency)  # towards another partnership
        clock(review, "D9", involvement=part, due_on=date(2026, 2, 16))
        sweep(at=at(1, 26))
        assert [who for _, who, _ in ledger()] == [lead]

    def test_the_officer_where_it_has_no_lead(self, review, officer):
        part = AgencyInvolvementFactory(review=review)
        clock(review, "D9", involvement=part, due_on=date(2026, 2, 16))
        sweep(at=at(1, 26))
        assert [who for _, who, _ in ledger()] == [officer]

    def test_that_nobody_is_left_is_said(self, review):
        clock(review)
        sweep(at=at(1, 19))
        sweep(at=at(1, 19))
        row = Reminder.objects.get()
        assert (row.recipient, row.state, row.why) == (None, State.WITHHELD, Why.NOBODY)


def test_many_are_taken_some_at_a_time_and_the_rest_is_left_to_the_next(
    review, officer, monkeypatch
):
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    monkeypatch.setattr(sweeping, "MOST", 4)
    for number in range(5):
        clock(review, subject=f"thing-{number}")

    assert not sweep(at=at(1, 19))
    assert len(ledger()) == 4
    assert sweep(at=at(1, 19))
    assert len(ledger()) == 5


def since_the_first_of_february(deadlines, *, today):
    return [one.due_on + (today - date(2026, 2, 1)) for one in deadlines]


def twentieth_of_february(deadlines, *, today):
    return [date(2026, 2, 20) for _ in deadlines]
