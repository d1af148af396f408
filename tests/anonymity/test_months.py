"""As many months as a sentence counts. All is invented."""

import pytest

from anonymity.checking.checks import months
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    "line",
    [
        "She rang on four occasions, in May 2017, June 2017 and July 2018.",
        "There were three visits in May 2017 and June 2017.",
        "He had two arrests, in May 2016, March 2017 and early April 2018.",
        "It was heard at two conferences: in May, June and again in July 2018.",
        "3.2 Police attended five incidents at the flat, on 3 May 2017 and 4 June 2018.",
    ],
)
def test_a_month_too_many_or_too_few_is_found(line):
    assert len(found(months, line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "She rang on three occasions, in May 2017, June 2017 and July 2018.",
        "There were nine visits, most of them in May 2017 and June 2017.",
        "There were nine visits between May 2017 and June 2018.",
        "Of four visits, the first two were in May 2017 and June 2017.",
        "There were three calls, in May 2017 (twice) and June 2017.",
        "There were five calls. In May 2017 and June 2017 she was seen.",
        "There were three calls, in May 2017 and June 2017 (two).",
        "She was seen five times, including visits in May 2017 and June 2017.",
    ],
)
def test_as_many_as_are_counted_are_left(line):
    assert found(months, line) == []


def test_months_that_go_on_with_a_weekday_are_left():
    line = "They met on four occasions: on 8 May, 3 June and 9 June 2020, on Monday 6 July 2020."
    assert found(months, line) == []
