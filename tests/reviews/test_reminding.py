"""On which days a rule reminds, and what a sweep owes that was not there every day."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.deadlines import RULES, RULES_OF, due_on
from reviews.deadlines.reminding import owed, steps_of
from reviews.deadlines.rule import Basis, Length, Rule, Step
from reviews.deadlines.words import WAITS, all_words, code_of

DAY = timedelta(days=1)
START = date(2026, 1, 5)


def days_of(code, count=20, **days):
    given_days = {"started_on": START, "stands_on": due_on(code, started_on=START), **days}
    return [(step.key, step.on) for step in islice(steps_of(RULES[code], **given_days), count)]


def test_the_decision_is_reminded_of_on_the_days_of_its_rule_and_every_week_once_late():
    assert days_of("D4", 7) == [
        ("start+14", date(2026, 1, 19)),
        ("start+21", date(2026, 1, 26)),
        ("start+27", date(2026, 2, 1)),
        ("due+0", date(2026, 2, 5)),
        ("due+1", date(2026, 2, 6)),
        ("due+8", date(2026, 2, 13)),
        ("due+15", date(2026, 2, 20)),
    ]


def test_months_are_calendar_months():
    assert days_of("D11", 3, started_on=date(2026, 8, 31), stands_on=date(2027, 2, 28)) == [
        ("start+90", date(2026, 11, 30)),
        ("start+135", date(2027, 1, 15)),
        ("start+150", date(2027, 1, 31)),
    ]


def test_a_rule_that_does_not_repeat_comes_to_an_end():
    assert [key for key, _ in days_of("D14")] == ["due+0"]
    assert days_of("D8")[-1] == ("due+7", due_on("D8", started_on=START) + 7 * DAY)


def test_what_comes_after_an_escalation_is_one_too():
    stands_on = due_on("D3", started_on=START)
    steps = list(islice(steps_of(RULES["D3"], started_on=START, stands_on=stands_on), 6))
    assert [step.is_escalation for step in steps] == [False, False, False, True, True, True]


def test_a_rule_without_reminders_has_no_step():
    assert list(steps_of(RULES["D15"], started_on=START, stands_on=START)) == []


def owed_of(code, *, since=START, noted_on=START, today):
    stands_on = due_on(code, started_on=START)
    return owed(
        RULES[code],
        started_on=START,
        stands_on=stands_on,
        since=since,
        noted_on=noted_on,
        today=today,
    )


def test_nothing_is_owed_before_the_first_step():
    found = owed_of("D4", today=date(2026, 1, 18))
    assert (found.tell, found.missed, found.next_on) == (None, (), date(2026, 1, 19))


def test_a_step_is_owed_on_its_day():
    found = owed_of("D4", since=date(2026, 1, 19), today=date(2026, 1, 19))
    assert (found.tell.key, found.late_by, found.next_on) == ("start+14", 0, date(2026, 1, 26))


def test_after_an_outage_the_last_step_is_told_late_and_the_others_were_missed():
    found = owed_of("D4", since=date(2026, 1, 19), today=date(2026, 1, 28))
    assert found.tell.key == "start+21"
    assert found.late_by == 2
    assert [step.key for step in found.missed] == ["start+14"]


def test_what_is_recorded_late_was_not_missed():
    noted_on = date(2026, 2, 10)
    found = owed_of("D4", noted_on=noted_on, today=noted_on)
    assert (found.tell.key, found.missed, found.late_by) == ("due+1", (), 0)


def test_what_is_recorded_late_but_is_not_due_yet_waits_for_its_next_step():
    found = owed_of("D4", noted_on=date(2026, 1, 20), today=date(2026, 1, 20))
    assert (found.tell, found.next_on) == (None, date(2026, 1, 26))


# Whatever the rule and whenever the sweeps run

lengths = st.builds(Length, months=st.integers(0, 3), days=st.integers(0, 40))
steps = st.one_of(
    st.builds(Step, after_start=lengths, is_escalation=st.booleans()),
    st.builds(Step, after_due=st.integers(-40, 40), is_escalation=st.booleans()),
)
rules = st.builds(
    Rule,
    code=st.just("D0"),
    name=st.just("a"),
    starts_from=st.just("b"),
    met_by=st.just("c"),
    owner=st.just("d"),
    told=st.just(("CSP_OFFICER",)),
    basis=st.just(Basis.DEFAULT),
    source=st.just("e"),
    length=lengths,
    reminders=st.lists(steps, max_size=5).map(tuple),
    repeat_every=st.integers(0, 9),
)


@given(rule=rules, runs=st.integers(0, 80), gaps=st.lists(st.integers(1, 30), max_size=12))
def test_every_step_is_told_or_missed_once_whenever_the_sweeps_run(rule, runs, gaps):
    stands_on = START + runs * DAY
    since, told, missed = START, [], []
    today = START
    for gap in (0, *gaps):
        today += gap * DAY
        if since is None or since > today:
            continue
        found = owed(
            rule, started_on=START, stands_on=stands_on, since=since, noted_on=START, today=today
        )
        told += [found.tell] if found.tell else []
        missed += found.missed
        assert found.next_on is None or found.next_on > today
        assert found.late_by == ((today - found.tell.on).days if found.tell else 0)
        since = found.next_on
    passed = {
        step.on: step
        for step in islice(steps_of(rule, started_on=START, stands_on=stands_on), 900)
        if START <= step.on <= today
    }
    assert sorted({step.on for step in (*told, *missed)}) == sorted(passed)
    assert len({step.on for step in told}) == len(told)
    assert not {step.on for step in told} & {step.on for step in missed}


@given(rule=rules, runs=st.integers(0, 80))
def test_steps_come_in_the_order_of_their_days_each_with_a_key_of_its_own(rule, runs):
    found = list(islice(steps_of(rule, started_on=START, stands_on=START + runs * DAY), 30))
    assert [step.on for step in found] == sorted(step.on for step in found)
    repeats = found[len(rule.reminders) :]
    assert len({step.key for step in repeats}) == len(repeats)


@pytest.mark.parametrize("regime", RULES_OF)
def test_every_rule_has_words_of_its_own_but_those_of_the_family(regime):
    for rule in RULES_OF[regime].rules:
        words = all_words()[code_of(rule, regime_code=regime)]
        assert words == (rule.name if rule.reader != "family_read" else all_words()[WAITS])
