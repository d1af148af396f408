"""What says on which day somebody died without its date."""

import pytest

from anonymity.checking.checks import day_of_death
from anonymity.checking.finding import Severity
from anonymity.checking.paper import Paper
from tests.anonymity.who import PEOPLE, told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("On the Tuesday in the second week of June 2019 nobody saw her.",
         "On the Tuesday in the second week of June 2019"),
        ("He rang two days before the end of June.", "two days before the end of June."),
        ("She died on the Thursday of the week in which the schools broke up.",
         "She died on the Thursday of the week in which the schools broke up"),
        ("She died on the eve of their tenth wedding anniversary.",
         "She died on the eve of their tenth wedding anniversary"),
        ("She was killed in the early hours of Wednesday.", "hours of Wednesday"),
        ("Paramedics came on Wednesday evening.", "on Wednesday evening"),
        ("Her body was found two days after Father’s Day.", "two days after Father’s Day"),
        ("The panel’s third meeting was by chance the first anniversary of his death.",
         "meeting was by chance the first anniversary of his death"),
        ("I know that it will be a year on the 12th since your sister died.",
         "year on the 12th since your sister died"),
        ("They met again a year to the day after she left.",
         "a year to the day after she left"),
    ],
)  # fmt: skip
def test_what_leaves_one_day_is_found(line, text):
    assert text in told(day_of_death, line)


@pytest.mark.parametrize(
    "line",
    [
        "She died in June 2019.",
        "On the second Tuesday of May 2014 she saw her GP.",
        "She went to work on Wednesdays.",
        "He worked on Tuesday and was well.",
        "The panel met in the first week of July 2020.",
    ],
)
def test_what_leaves_many_and_other_days_is_left(line):
    assert told(day_of_death, line) == []


def test_it_is_serious_and_is_looked_for_in_every_chapter():
    line = "It was the second Wednesday of June 2019."
    (one,) = day_of_death.find(Paper.of_text(f"METHODOLOGY\n\n{line}"), PEOPLE)
    assert one.severity is Severity.SERIOUS
    assert told(day_of_death, line, heading="BIBLIOGRAPHY") == []


def test_days_between_another_day_and_the_death_are_found():
    for line, text in (
        ("Thirteen days after that Maris was killed.", "Thirteen days after that Maris was killed"),
        ("Maris was killed 36 hours later.", "was killed 36 hours later"),
    ):
        assert told(day_of_death, line) == [text]
    for line in ("Three weeks later Maris was killed.", "Three days later Maris was seen."):
        assert told(day_of_death, line) == []


def test_a_week_of_its_month_is_found_only_beside_the_killing():
    line = "In the first week of June 2019 Maris was killed."
    assert told(day_of_death, line) == ["In the first week of June 2019"]
    for line in (
        "In the first week of June 2019 Tobin rang the surgery.",
        "Maris came to the group in the last days of June 2019.",
    ):
        assert told(day_of_death, line) == []
