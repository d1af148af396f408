"""What docs/chronology-dates.md says is what happens."""

import pytest

from chronologies.dates.clock_words import PARTS_OF_DAY
from chronologies.dates.read import read_date
from tests.chronologies.documented import rows_of

PAGE = "chronology-dates.md"
READ = rows_of(PAGE, headings=["Written", "Earliest", "Latest", "Precision", "Doubt", "Time"])
IMPOSSIBLE = rows_of(PAGE, headings=["Written", "Found"])
PARTS = rows_of(PAGE, headings=["Part of the day", "From", "To"])


def test_the_page_has_its_tables():
    assert (len(READ) > 120, len(IMPOSSIBLE) > 10, len(PARTS) > 5) == (True, True, True)


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "precision", "doubt", "time"), READ, ids=lambda cell: cell
)
def test_a_date_is_read_as_the_page_says(written, earliest, latest, precision, doubt, time):
    reading = read_date(written, reference_year=2026)

    assert [
        str(reading.earliest or ""),
        str(reading.latest or ""),
        reading.precision.value,
        "yes" if reading.doubt else "",
        f"{reading.time:%H:%M}" if reading.time else "",
    ] == [earliest, latest, precision, doubt, time]
    assert reading.raw == written


@pytest.mark.parametrize(("written", "found"), IMPOSSIBLE, ids=lambda cell: cell)
def test_an_impossible_date_says_what_was_found(written, found):
    impossible = read_date(written, reference_year=2026)

    assert impossible.found == f"{written} ({found})"
    assert "day, month, year" in impossible.wanted


@pytest.mark.parametrize(("part", "start", "end"), PARTS, ids=lambda cell: cell)
def test_a_part_of_the_day_runs_as_the_page_says(part, start, end):
    earliest, latest = PARTS_OF_DAY[part]

    assert (f"{earliest:%H:%M}", f"{latest:%H:%M}") == (start, end)
