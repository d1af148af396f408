"""Days, feasts and weekdays beside the death, which lead back to it."""

from datetime import date

import pytest

from anonymity.checking.checks import days_around
from anonymity.checking.finding import Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Person, Register
from anonymity.checking.words.feasts import day_called
from tests.anonymity.who import PEOPLE, told

NOBODY = Register(people=(Person(role="victim", pseudonym="Maris", sex="F"),))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The Partnership was told on 14 June 2019, two days after Maris was killed.",
         "on 14 June 2019, two days after Maris was killed"),
        ("On the day after the homicide, 13 June 2019, the police wrote to the council.",
         "the day after the homicide, 13 June 2019"),
        ("Records were secured on 13 June 2019 (within 24 hours of the death).",
         "on 13 June 2019 (within 24 hours of the death"),
        ("The force told the board on 13 June 2019, the day after the couple were found.",
         "on 13 June 2019, the day after the couple were found"),
        ("The GP saw Maris on 11 June 2019, the day before she died.",
         "on 11 June 2019, the day before she died"),
        ("The force referred itself on 12 June 2019, the same day as the killing.",
         "on 12 June 2019, the same day as the killing"),
        ("Odette rang on 13 June 2019. Maris had died the day before.",
         "on 13 June 2019. Maris had died the day before"),
        ("The board heard on 17 June 2019; five days earlier Maris had been killed.",
         "on 17 June 2019; five days earlier Maris had been killed"),
    ],
)  # fmt: skip
def test_a_day_from_which_the_death_can_be_reckoned_stops(line, text):
    (one,) = days_around.find(Paper.of_text(f"METHODOLOGY\n\n{line}"), PEOPLE)
    assert (one.text, one.severity) == (text, Severity.STOP)


def test_where_nobody_knows_the_death_it_is_serious():
    line = "The council heard on 14 June 2019, three days after the murder."
    (one,) = days_around.find(Paper.of_text(line), NOBODY)
    assert one.severity is Severity.SERIOUS


@pytest.mark.parametrize(
    "line",
    [
        "The panel met on 14 June 2020, the day after the meeting of the board.",
        "On 14 June 2019 the Partnership was told of the death.",
        "The review was to end on 1 July 2020, 300 days after the death.",
        "The day after the homicide the police wrote to the council.",
    ],
)
def test_days_of_something_else_are_left(line):
    assert told(days_around, line) == []


def with_death(*day):
    return Register(people=(Person(role="victim", pseudonym="Maris", died_on=date(*day)),))


@pytest.mark.parametrize(
    ("day", "line", "text"),
    [
        ((2020, 1, 25), "He remembered it, because he had been at a Burns Night supper.",
         "Burns Night"),
        ((2019, 3, 31), "A neighbour heard shouting late on Mothering Sunday.", "Mothering Sunday"),
        ((2021, 10, 31), "It was the night on which the clocks went back.", "clocks went back"),
        ((2018, 11, 5), "Fireworks had begun; it was Bonfire Night.", "Bonfire Night"),
        ((2022, 3, 1), "Pancake Day at the school was put off.", "Pancake Day"),
    ],
)  # fmt: skip
def test_a_feast_that_was_the_day_of_the_death_is_found(day, line, text):
    assert told(days_around, line, register=with_death(*day)) == [text]


def test_other_feasts_and_those_of_other_years_are_left():
    for line in ("They met at a Burns Night supper.", "On Bonfire Night 2016 they quarrelled."):
        assert told(days_around, line, register=with_death(2018, 11, 5)) == []


def test_a_feast_beside_the_killing_is_found_where_the_day_is_not_known():
    line = "Neighbours were out for St George’s Day. Maris was found dead at home."
    assert told(days_around, line, register=NOBODY) == ["St George’s Day"]
    line = "It was the evening of the Cup Final. Maris was pronounced dead at home."
    assert told(days_around, line) == ["Cup Final"]
    line = "Nobody was at home, since it was the village fete. Maris was found dead."
    assert told(days_around, line) == ["village fete"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("On the third Thursday of the month Tobin rang. Maris was pronounced dead.",
         "On the third Thursday of the month"),
        ("Maris was killed at home. It was a Wednesday.", "It was a Wednesday"),
        ("On the last day of that month Lorne found that Maris was dead.",
         "On the last day of that month"),
    ],
)  # fmt: skip
def test_a_weekday_of_the_month_is_found_beside_the_killing(line, text):
    assert told(days_around, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "On the second Tuesday of the month the group met in the hall.",
        "Maris went every month, on the first Monday of the month, until she was killed.",
        "Maris died at home. It was her bedroom.",
    ],
)
def test_other_weekdays_are_left(line):
    assert told(days_around, line) == []


def test_feasts_that_move_are_reckoned():
    assert day_called("Easter Sunday", 2024) == date(2024, 3, 31)
    assert day_called("Shrove Tuesday", 2023) == date(2023, 2, 21)
    assert day_called("Father’s Day", 2021) == date(2021, 6, 20)
    assert day_called("Remembrance Sunday", 2020) == date(2020, 11, 8)
    assert day_called("August bank holiday", 2019) == date(2019, 8, 26)
    assert day_called("Market Day", 2019) is None
