"""The finer points of reading dates, beyond the tables of docs/chronology-dates.md."""

from datetime import time

import pytest

from chronologies.dates.precision import Precision, TimePrecision
from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading, ImpossibleDate


def read(text, time_text=""):
    return read_date(text, reference_year=2026, time_text=time_text)


class TestWeekday:
    def test_a_weekday_that_is_not_that_of_the_day_is_told(self):
        reading = read("Monday 22 May 2016")

        assert reading.notes == ("Monday is written; 22 May 2016 was a Sunday.",)
        assert (reading.weekday, reading.weekday_agrees) == (0, False)

    @pytest.mark.parametrize("text", ["Sun 22 May 2016", "22 May 2016", "May 2016", "Monday"])
    def test_all_others_agree(self, text):
        assert read(text).weekday_agrees

    def test_each_day_of_a_range_has_its_own(self):
        assert read("Sat/Sun 3/4 May 2014").notes == ()
        assert read("Sat 3 - Mon 5 May 2014").notes == ()
        assert read("Sat 3 - Mon 4 May 2014").notes == (
            "Monday is written; 4 May 2014 was a Sunday.",
        )

    def test_of_the_first_day_of_a_week_none_is_compared(self):
        assert read("w/c Tues 5 May 2014").notes == ()

    def test_two_weekdays_of_one_day_are_not_read(self):
        assert read("Sun/Sat 3 May 2014").notes == ("Not read: sun.",)
        assert read("Sat/Sun May and June 2014").precision is Precision.RANGE


class TestNotes:
    @pytest.mark.parametrize(
        ("text", "notes"),
        [
            ("22 May", ("No year is written.",)),
            ("02.03", ("This can be a day without its year, or a time.",)),
            ("22/05/2016 (see 14/03/2012)", ("The words in brackets were left out.",)),
            ("Christmas 2018", ("Not read: christmas.",)),
            ("24/05/2016 - 22/05/2016", ("The later day is written first.",)),
            ("1 " * 200, ("This is too long to be a date.",)),
            ("nothing (at all)", ("Not read: nothing all.",)),
        ],
    )
    def test_what_a_person_should_look_at_is_told(self, text, notes):
        assert read(text).notes == notes


class TestImpossible:
    def test_it_keeps_the_words_and_says_what_is_wanted(self):
        assert read(" 31/2/18 ") == ImpossibleDate(
            raw=" 31/2/18 ",
            found="31/2/18 (there is no 31 February)",
            wanted="a day that exists, written day, month, year, such as 22/05/2016; "
            "where the day is not known, the month or the year alone",
        )

    def test_one_impossible_day_makes_a_range_impossible(self):
        assert isinstance(read("31 February to 3 March 2016"), ImpossibleDate)
        assert isinstance(read("1990 - 2099"), ImpossibleDate)

    def test_29_february_without_a_year_is_possible(self):
        assert read("29 February").is_unknown


class TestShapesThatAreNotRead:
    @pytest.mark.parametrize(
        "text",
        [
            "20163105",  # eight digits in neither order
            "May 2016 - 40",
            "winter 2016/18",
            "Q1 2016/19",
            "May 2016 June 2017",
            "2016-00",
            "24 hours in May 2016",
            "25.70",
        ],
    )
    def test_they_are_asked_for(self, text):
        assert read(text).is_unknown

    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("w/c May 2016", "2016-05-01", "2016-05-31"),
            ("late 5 May 2016", "2016-05-05", "2016-05-05"),
            ("late to early 2016", "2016-01-01", "2016-12-31"),
            ("22 May, 2016", "2016-05-22", "2016-05-22"),
            ("22/05/2016, 2", "2016-05-22", "2016-05-22"),
            ("5 May 2014 w/c", "2014-05-05", "2014-05-11"),
            ("week commencing w/e 11 May 2014", "2014-05-05", "2014-05-11"),
            ("3 May 2016 - 5", "2016-05-03", "2016-05-05"),
            ("early - late May 2016", "2016-05-01", "2016-05-31"),
            ("early May to mid 2016", "2016-05-01", "2016-08-31"),
            ("early to 22 May 2016", "", "2016-05-22"),
            ("from 3 May, before 9 May 2016", "2016-05-03", "2016-05-08"),
            ("since 3 May and up to 9 May 2016", "2016-05-03", "2016-05-09"),
            ("after 3 May 2016 by 9 May 2016", "2016-05-04", "2016-05-09"),
            ("after 9 May 2016 and before 3 May 2016", "2016-05-03", "2016-05-09"),
            ("03.05 - 05.05.16", "2016-05-03", "2016-05-05"),
            ("22 May - and 24 May 2016", "2016-05-22", "2016-05-24"),
            ("22 May to - 24 May 2016", "2016-05-22", "2016-05-24"),
            ("22 May 2016 - 22 May 2016", "2016-05-22", "2016-05-22"),
        ],
    )
    def test_words_out_of_place_take_nothing_away(self, text, earliest, latest):
        reading = read(text)

        assert (str(reading.earliest or ""), str(reading.latest or "")) == (earliest, latest)


class TestTimes:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest", "precision"),
        [
            ("22/05/2016 14:30 - 15:00", time(14, 30), time(15), TimePrecision.RANGE),
            ("between 2pm and 4pm on 22/05/2016", time(14), time(16), TimePrecision.RANGE),
            ("22/05/2016 2-4pm", time(14), time(16), TimePrecision.RANGE),
            ("22/05/2016 23:00 - 01:00", time(23), time(23, 59), TimePrecision.RANGE),
            ("22/05/2016 10.05-10.10", time(10, 5), time(10, 10), TimePrecision.RANGE),
            ("22/05/2016 10.05-10.45", time(10, 5), time(10, 45), TimePrecision.RANGE),
            ("22/05/2016 14:30 - 25:70", time(14, 30), time(14, 30), TimePrecision.EXACT),
            ("22/05/2016 25:70 - 14:30", time(14, 30), time(14, 30), TimePrecision.EXACT),
            ("22/05/2016 morning/afternoon", time(5), time(17, 59), TimePrecision.PART_OF_DAY),
            ("22/05/2016 approx evening", time(17), time(23, 59), TimePrecision.PART_OF_DAY),
            ("22/05/2016 evening 19:30", time(19, 30), time(19, 30), TimePrecision.EXACT),
            ("22/05/2016 14:30?", time(14, 30), time(14, 30), TimePrecision.ABOUT),
            ("22/05/2016 midnight", time(0), time(0), TimePrecision.ABOUT),
            ("1930 22/05/2016", time(19, 30), time(19, 30), TimePrecision.EXACT),
            ("22/05/2016 2099", None, None, TimePrecision.UNKNOWN),
            ("22/05/2016 4-2", None, None, TimePrecision.UNKNOWN),
        ],
    )
    def test_beside_a_date(self, text, earliest, latest, precision):
        clock = read(text).clock

        assert (clock.earliest, clock.latest, clock.precision) == (earliest, latest, precision)

    @pytest.mark.parametrize(
        ("text", "hour", "minute"),
        [
            ("02.03", 2, 3),
            ("930", 9, 30),
            ("0930", 9, 30),
            ("1930", 19, 30),
            ("2.30 pm", 14, 30),
            ("14:30pm", 14, 30),
            ("9-11pm", 21, 0),
            ("11-1pm", 11, 0),
        ],
    )
    def test_in_a_column_of_times(self, text, hour, minute):
        assert read("22/05/2016", text).time == time(hour, minute)

    @pytest.mark.parametrize("text", ["999", "14.3", "teatime", "2099"])
    def test_what_is_no_time_is_told(self, text):
        reading = read("22/05/2016", text)

        assert (reading.time, reading.notes) == (None, (f"“{text}” is not read as a time.",))

    def test_a_time_that_cannot_be_is_told(self):
        assert read("22/05/2016", "25:70").notes == ("“25:70” is no time of day.",)
        assert read("22/05/2016", "3-25pm").notes == ("“25pm” is no time of day.",)

    def test_the_column_of_times_counts_and_a_difference_is_told(self):
        reading = read("22/05/2016 14:30", "15:00")

        assert reading.time == time(15)
        assert reading.notes == ("Another time stands beside the date.",)

    def test_the_time_beside_the_date_counts_where_the_column_says_nothing(self):
        assert read("22/05/2016 14:30", "n/k").time == time(14, 30)
        assert read("22/05/2016 14:30", "14:30").notes == ()

    def test_a_time_or_a_second_day_is_in_doubt(self):
        reading = read("22/05/2016 - 10.05")

        assert (reading.time, reading.doubt) == (time(10, 5), True)

    def test_of_several_times_the_first_is_read_and_the_rest_told(self):
        reading = read("22/05/2016 14:30, then 16:00")

        assert reading.time == time(14, 30)
        assert "More than one time is written; the first is read." in reading.clock.notes

    def test_how_a_time_is_known_is_kept(self):
        assert read("22/05/2016 approx 14:30").time_precision is TimePrecision.ABOUT


def test_an_unread_cell_has_no_day():
    assert read("") == DateReading(raw="")
