from datetime import date

import pytest

from families.models import QuietDate


def quiet(from_on, to_on=None, *, every_year=False):
    return QuietDate(from_on=from_on, to_on=to_on, every_year=every_year, why="a day")


BIRTHDAY = quiet(date(1990, 3, 14), every_year=True)
LEAP = quiet(date(1992, 2, 29), every_year=True)
TRIAL = quiet(date(2026, 6, 3), date(2026, 6, 17))
NEW_YEAR = quiet(date(2020, 12, 30), date(2021, 1, 2), every_year=True)


@pytest.mark.parametrize(
    ("row", "day", "is_quiet"),
    [
        (TRIAL, date(2026, 6, 2), False),
        (TRIAL, date(2026, 6, 3), True),
        (TRIAL, date(2026, 6, 17), True),
        (TRIAL, date(2026, 6, 18), False),
        (TRIAL, date(2027, 6, 10), False),
        (BIRTHDAY, date(2026, 3, 14), True),
        (BIRTHDAY, date(2026, 3, 15), False),
        (LEAP, date(2026, 2, 28), True),  # no 29th this year
        (LEAP, date(2028, 2, 28), False),
        (LEAP, date(2028, 2, 29), True),
        (NEW_YEAR, date(2026, 12, 31), True),
        (NEW_YEAR, date(2027, 1, 2), True),
        (NEW_YEAR, date(2027, 1, 3), False),
    ],
)
def test_covers(row, day, is_quiet):
    assert row.covers(day) is is_quiet


@pytest.mark.parametrize(
    ("row", "next_on"),
    [
        (TRIAL, date(2026, 6, 10)),  # it is now
        (quiet(date(2026, 7, 1)), date(2026, 7, 1)),
        (quiet(date(2026, 6, 9)), None),  # over
        (BIRTHDAY, date(2027, 3, 14)),
        (NEW_YEAR, date(2026, 12, 30)),
    ],
)
def test_next_on(row, next_on):
    assert row.next_on(date(2026, 6, 10)) == next_on


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (TRIAL, "3 June 2026 to 17 June 2026"),
        (BIRTHDAY, "14 March, every year"),
        (NEW_YEAR, "30 December to 2 January, every year"),
        (quiet(date(2026, 6, 9)), "9 June 2026"),
    ],
)
def test_when(row, words):
    assert row.when == words
