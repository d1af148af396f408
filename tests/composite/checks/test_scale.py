"""A story of many entries is not compared entry by entry with itself."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from composite.checks import likeness, spelling
from composite.checks.all_checks import find_all
from composite.checks.story import Told
from tests.composite.checks.world import AGENCIES, REGISTER, cases

pytestmark = pytest.mark.slow

ENTRIES = 3000
WORDS = [
    f"{told.what_happened} {told.action_taken}"
    for code in ("told_by_two_agencies", "name_unlike_the_register", "referral_not_received")
    for one in cases(code, "tuning")
    for told in one.story
]


def told(number, *, days):
    agency = AGENCIES[number % len(AGENCIES)]
    day = date(2014, 1, 1) + timedelta(days=number % days)
    return Told(
        root=UUID(int=number + 1),
        agency=agency.slug,
        agency_label=agency.label,
        place=f"Submission 1, row {number}",
        row=number,
        earliest=day,
        latest=day,
        precision="exact",
        time_from=time(number % 24),
        time_precision="exact",
        what_happened=WORDS[number * 7 % len(WORDS)],
    )


def counted(monkeypatch, module, name):
    calls = []
    inner = getattr(module, name)

    def counting(*args):
        calls.append(1)
        return inner(*args)

    monkeypatch.setattr(module, name, counting)
    return calls


@pytest.mark.parametrize("days", [300, 1])
def test_few_entries_are_compared_with_each_other(monkeypatch, days):
    compared = counted(monkeypatch, likeness, "likeness")
    spelt = counted(monkeypatch, spelling, "distance")
    find_all([told(number, days=days) for number in range(ENTRIES)], REGISTER)
    assert 0 < len(compared) < ENTRIES * 20  # all pairs would be four and a half million
    assert len(spelt) < ENTRIES
