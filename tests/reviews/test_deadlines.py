"""The rules of the clock, and reckoning with days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import get_resolver
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from reviews.access import Permission, Role
from reviews.deadlines import (
    RULES,
    RULES_OF,
    Basis,
    Length,
    RuleSet,
    days_left,
    due_after,
    due_on,
    find,
    is_working_day,
    working_days_after,
)
from reviews.regimes import REGIMES

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
COUNTS = st.integers(0, 60)
LENGTHS = st.builds(Length, months=st.integers(0, 24), days=COUNTS, working_days=COUNTS)
COUNTED = [code for code, rule in RULES.items() if rule.length is not None]
ALL_RULES = [rule for rules in RULES_OF.values() for rule in rules.rules]


class TestReckoning:
    @pytest.mark.parametrize(
        ("code", "started_on", "due"),
        [
            ("D4", date(2026, 1, 5), date(2026, 2, 5)),
            ("D4", date(2026, 1, 31), date(2026, 2, 28)),
            ("D4", date(2028, 1, 31), date(2028, 2, 29)),
            ("D4", date(2026, 12, 31), date(2027, 1, 31)),
            ("D11", date(2026, 8, 31), date(2027, 2, 28)),
            ("D11", date(2026, 1, 20), date(2026, 7, 20)),
            ("D11", date(2023, 8, 29), date(2024, 2, 29)),
            ("D9", date(2026, 3, 28), date(2026, 5, 9)),  # the clocks go forward on the next day
            ("D9", date(2026, 10, 24), date(2026, 12, 5)),  # and back on this one's
        ],
    )
    def test_due_on(self, code, started_on, due):
        assert due_on(code, started_on=started_on) == due

    def test_a_due_day_on_a_weekend_or_a_bank_holiday_stays_there(self):
        assert due_on("D4", started_on=date(2026, 11, 25)) == date(2026, 12, 25)

    @pytest.mark.parametrize(
        ("started_on", "count", "due"),
        [
            (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday to Easter Monday
            (date(2026, 12, 24), 2, date(2026, 12, 30)),  # Boxing Day is a Saturday: Monday off
            (date(2026, 5, 29), 5, date(2026, 6, 5)),
            (date(2026, 5, 30), 0, date(2026, 5, 30)),
        ],
    )
    def test_working_days_leave_out_weekends_and_bank_holidays(self, started_on, count, due):
        assert due_after(Length(working_days=count), started_on=started_on) == due

    def test_another_length_than_the_rules(self):
        assert due_on("D3", started_on=date(2026, 3, 1), length=Length(days=21)) == date(
            2026, 3, 22
        )

    def test_a_rule_without_a_figure_is_due_on_no_day(self):
        with pytest.raises(ValueError, match="D1 has no figure"):
            due_on("D1", started_on=date(2026, 3, 1))
        with pytest.raises(KeyError):
            due_on("D99", started_on=date(2026, 3, 1))

    def test_the_bank_holidays_are_those_that_the_government_publishes(self):
        published = BankHolidays(use_cached_holidays=True).get_holidays("england-and-wales")
        years = {day["date"].year for day in published}
        ours = {day for year in years for day in bank_holidays_of(year)}
        assert len(published) > 20
        assert {day["date"] for day in published} == ours


def bank_holidays_of(year):
    first = date(year, 1, 1)
    days = (first + timedelta(days=count) for count in range(366))
    return {
        day for day in days if day.year == year and day.weekday() < 5 and not is_working_day(day)
    }


class TestProperties:
    @given(day=DAYS, later=st.integers(0, 400), length=LENGTHS)
    def test_who_starts_later_is_never_due_earlier(self, day, later, length):
        after = due_after(length, started_on=day + timedelta(days=later))
        assert due_after(length, started_on=day) <= after

    @given(day=DAYS, first=COUNTS, second=COUNTS)
    def test_days_add_up(self, day, first, second):
        once = due_after(Length(days=first + second), started_on=day)
        between = due_after(Length(days=first), started_on=day)
        assert due_after(Length(days=second), started_on=between) == once

    @given(day=DAYS, first=COUNTS, second=COUNTS)
    def test_working_days_add_up(self, day, first, second):
        once = working_days_after(day, first + second)
        assert working_days_after(working_days_after(day, first), second) == once

    @given(day=DAYS, count=st.integers(1, 60))
    def test_working_days_end_on_one(self, day, count):
        assert is_working_day(working_days_after(day, count))

    @given(day=DAYS, months=st.integers(0, 48))
    def test_a_month_ends_on_the_same_day_or_on_the_last(self, day, months):
        due = due_after(Length(months=months), started_on=day)
        assert (due.year - day.year) * 12 + due.month - day.month == months
        assert due.day == day.day or (due + timedelta(days=1)).day == 1

    @given(day=DAYS, length=LENGTHS, passed=COUNTS)
    def test_days_left_run_down_to_the_due_day(self, day, length, passed):
        due = due_after(length, started_on=day)
        assert day + timedelta(days=days_left(due, today=day)) == due
        today = day + timedelta(days=passed)
        assert days_left(due, today=today) == days_left(due, today=day) - passed


class TestRules:
    @pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
    def test_every_rule_names_roles_rights_and_pages_that_exist(self, rule):
        assert {*rule.told, *rule.told_late} <= set(Role)
        assert rule.reader in set(Permission)

    def test_the_deadlines_of_the_field_are_all_there(self):
        assert set(RULES) == {f"D{n}" for n in range(1, 32)} - {"D23"}
        assert {rule.code for rule in RULES_OF["DARDR"].rules} == set(RULES) - {"D22"} | {"D23"}

    def test_each_regime_has_its_rules_dated_and_says_what_is_not_confirmed(self):
        assert set(RULES_OF) == set(REGIMES)
        assert not RULES_OF["DHR_2016"].unconfirmed
        for regime in ("DARDR", "SUSR"):
            assert RULES_OF[regime].as_of == "November 2026"
            assert "not confirmed" in RULES_OF[regime].unconfirmed
            assert all("not confirmed" in rule.source for rule in RULES_OF[regime].rules)

    @pytest.mark.parametrize("said", ["source", "owner", "told", "name"])
    def test_a_rule_that_says_too_little_fails_by_its_code(self, said):
        with pytest.raises(ImproperlyConfigured, match=f"D4 must say its {said}"):
            replace(RULES["D4"], **{said: type(getattr(RULES["D4"], said))()})

    def test_reminders_need_a_figure(self):
        with pytest.raises(ImproperlyConfigured, match="D4 has reminders, but no length"):
            replace(RULES["D4"], length=None)

    def test_a_rule_stands_in_a_regime_once(self):
        with pytest.raises(ImproperlyConfigured, match="DHR_2016 says D4 twice"):
            RuleSet(
                regime_code="DHR_2016", as_of="", unconfirmed="", rules=(RULES["D4"], RULES["D4"])
            )

    def test_only_local_figures_are_a_partnerships_to_set(self):
        assert find("D9", regime_code="SUSR").may_be_local
        assert not RULES["D4"].may_be_local
        assert not RULES["D15"].may_be_local  # there is no figure to change
        assert {basis for basis in Basis if basis.is_local} == {Basis.LOCAL, Basis.DEFAULT}

    def test_each_reminder_of_a_rule_has_a_key_of_its_own(self):
        for rule in ALL_RULES:
            keys = [step.key for step in rule.reminders]
            assert len(keys) == len(set(keys)), rule.code

    def test_an_authority_is_said_once(self):
        assert RULES["D4"].authority == "Statutory guidance: 2016 guidance (paragraph not verified)"
        assert RULES["D21"].authority == "Home Office letter"

    def test_lengths_are_said_in_words(self):
        assert str(Length(months=1, days=2)) == "1 month and 2 days"
        assert str(Length(working_days=1)) == "1 working day"
        assert str(Length()) == "the same day"

    def test_what_tells_of_a_deadline_tells_of_one_that_exists(self):
        every = {rule.code for rule in ALL_RULES}
        assert set(settings.CLOCK_FACTS) <= every
        without_figure = {code for code in every if find_anywhere(code).length is None}
        assert not without_figure & set(settings.CLOCK_FACTS)

    def test_each_page_is_a_page(self):
        names = {f"{space}:{name}" for space, name in named_pages()}
        assert {rule.page for rule in ALL_RULES} <= names


def find_anywhere(code):
    return next(rule for rule in ALL_RULES if rule.code == code)


def named_pages():
    for space, (_, resolver) in get_resolver().namespace_dict.items():
        for name in resolver.reverse_dict:
            if isinstance(name, str):
                yield space, name
