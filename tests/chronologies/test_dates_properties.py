"""What holds for every text that a person or a machine can put in a cell."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronologies.dates import words
from chronologies.dates.precision import Precision
from chronologies.dates.read import read_date
from chronologies.dates.reading import ImpossibleDate

pytestmark = pytest.mark.slow

PIECES = [
    *words.DOUBT,
    *words.BEFORE,
    *words.AFTER,
    *words.UNTIL,
    *words.MONTHS,
    *words.SEASONS,
    *words.THIRDS,
    *words.WEEKDAYS,
    *words.ONWARDS,
    *words.NOT_KNOWN,
    *list("-/.,&+:?()[]<>~@’\n0123459"),
    *("and", "or", "to", "between", "from", "w/c", "since", "by", "Q1", "Q4", "quarter"),
    *("am", "pm", "hrs", "noon", "midnight", "evening", "at", "1st", "22nd", "th", "'s", "1990s"),
    *("12", "13", "22", "28", "29", "30", "31", "32", "45", "59", "60", "99", "00", "02", "16"),
    *("1430", "1930", "2016", "2017", "2027", "2028", "1899", "22/05/2016", "02.28", "11/2009"),
]
GLUE = st.sampled_from(["", " ", " ", "-", "/", "."])
DATED = st.lists(st.tuples(st.sampled_from(PIECES), GLUE), max_size=10).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
TEXTS = st.one_of(st.text(max_size=60), DATED)
YEARS = st.integers(2000, 2100)


@given(text=TEXTS, time_text=TEXTS, year=YEARS)
@example(text="\u0662\u0662/\u0660\u0665/\u0662\u0660\u0661\u0666", time_text="\u0661", year=2026)
@example(text="²²/05/2016", time_text="", year=2026)
@example(text="1 May 2016 " * 100, time_text=":" * 1000, year=2026)
def test_reading_never_raises_and_keeps_the_words(text, time_text, year):
    assert read_date(text, reference_year=year, time_text=time_text).raw == text


@given(text=TEXTS, year=YEARS)
def test_days_run_forwards_and_fit_their_precision(text, year):
    reading = read_date(text, reference_year=year)
    if isinstance(reading, ImpossibleDate):
        return
    earliest, latest, precision = reading.earliest, reading.latest, reading.precision

    bounds = (earliest is not None, latest is not None)
    assert bounds == {
        Precision.UNKNOWN: (False, False),
        Precision.BEFORE: (False, True),
        Precision.AFTER: (True, False),
    }.get(precision, (True, True))
    if earliest and latest:
        assert earliest <= latest
    if precision is Precision.EXACT:
        assert earliest == latest


@given(text=TEXTS, year=YEARS)
def test_a_day_is_only_given_where_its_number_and_its_year_are_written(text, year):
    reading = read_date(text, reference_year=year)
    if getattr(reading, "precision", None) is Precision.EXACT:
        numbers = [int(digits) for digits in re.findall(r"\d{1,2}", text)]
        numbers += [int(digits) for digits in re.findall(r"\d{1,2}", text[1:])]
        written = "".join(re.findall(r"\d", text))

        assert reading.earliest.day in numbers
        assert f"{reading.earliest.year % 100:02d}" in written


@given(day=st.dates(date(1900, 1, 1), date(2027, 12, 31)))
def test_every_day_is_read_back_from_the_usual_forms(day):
    forms = ["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%-d %B %Y", "%A %-d %b %Y", "%d-%b-%Y", "%d%m%Y"]
    for form in forms:
        reading = read_date(day.strftime(form), reference_year=2026)

        assert (reading.earliest, reading.latest, reading.precision) == (day, day, Precision.EXACT)
        assert (reading.doubt, reading.notes) == (False, ())


@given(moment=st.times(), form=st.sampled_from(["%H:%M", "%H.%M", "%H%Mhrs", "%I:%M%p", "%H%M"]))
def test_every_time_is_read_back_from_the_usual_forms(moment, form):
    written = moment.strftime(form)
    beside = read_date("22/05/2016", reference_year=2026, time_text=written)
    after = read_date(f"22/05/2016 {written}", reference_year=2026)

    assert beside.time == after.time == moment.replace(second=0, microsecond=0)
