from datetime import UTC, date, datetime, timedelta

import pytest

from pages.templatetags.dates import date_long, moment

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("days", "away"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (9, "in 9 days"),
        (-90, "90 days ago"),
        (91, "in 3 months"),
        (-600, "20 months ago"),
        (800, "in 2 years"),
    ],
)
def test_date_long_says_how_far_away(days, away):
    assert date_long(TODAY + timedelta(days=days), TODAY).endswith(f" ({away})")


def test_date_long_alone_is_only_the_date():
    assert date_long(TODAY) == "12 March 2026"


def test_a_moment_after_midnight_in_summer_belongs_to_the_london_day():
    at = datetime(2026, 6, 30, 23, 5, tzinfo=UTC)
    assert date_long(at) == "1 July 2026"
    assert moment(at) == "1 July 2026 at 00:05"


def test_no_date_is_no_words():
    assert date_long(None, TODAY) == moment(None) == ""
