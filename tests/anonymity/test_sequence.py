"""What cannot come in that order, or was not there yet. All is invented."""

import pytest

from anonymity.checking.checks import anachronisms, intervals, periods, plans, reckoned, sequence
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("check", "lines", "texts"),
    [
        (sequence, ["Records were read from May 2018 to March 2018."], ["May 2018 to March 2018"]),
        (sequence, ["The trial began in May 2020.", "He was sentenced in April 2020."],
         ["April 2020"]),
        (sequence, ["4.2 A neighbour rang 999 at 16.42 and police arrived at 16.35."], ["16.35"]),
        (reckoned, ["On 3 March 2018 she moved. Five weeks later, on 20 June 2018, she rang."],
         ["Five weeks later, on 20 June 2018"]),
        (reckoned, ["He wrote in May 2018 and two weeks later, in September 2018, again."],
         ["two weeks later, in September 2018"]),
        (intervals, ["Tobin was born in 1980.", "In 2010 Tobin was 24 and out of work."],
         ["Tobin was 24"]),
        (intervals, ["They married in May 2015.", "They had been married for ten years."],
         ["married for ten years"]),
        (anachronisms, ["In 2009 Maris asked the police under Clare’s Law."], ["In 2009"]),
        (anachronisms, ["The Harbour Hub was launched in May 2018.",
                        "In March 2017 Maris was seen by the Harbour Hub."], ["March 2017"]),
        (anachronisms, ["Child B was born in 2017.", "In May 2016 Child B was seen alone."],
         ["Child B"]),
        (periods, ["The period under review is from March 2012 to her death.",
                   "APPENDIX A TERMS OF REFERENCE",
                   "To examine what was known from January 2012 to June 2019."], ["March 2012"]),
        (periods, ["The period under review is from January 2012 to her death.",
                   "APPENDIX A TERMS OF REFERENCE",
                   "To consider what was known between March 2010 and June 2019."],
         ["March 2010"]),
        (plans, ["ACTION PLAN", *(f"{at}\tTrain staff\tHousing\tMay 2020" for at in (1, 2, 3)),
                 "4\tWrite to all\tHousing\tMay 2010"], ["May 2010"]),
    ],
)  # fmt: skip
def test_what_cannot_be_is_found(check, lines, texts):
    assert found(check, *lines) == texts


@pytest.mark.parametrize(
    ("check", "lines"),
    [
        (sequence, ["Records were read from March 2018 to May 2018."]),
        (sequence, ["The trial began in May 2020.", "He was sentenced in May 2020."]),
        (sequence, ["4.2 A neighbour rang 999 at 16.35 and police arrived at 16.42."]),
        (sequence, ["4.2 She rang 999 at 23.58 and police arrived at 00.07."]),
        (reckoned, ["On 3 March 2018 she moved. Five weeks later, on 9 April 2018, she rang."]),
        (reckoned, ["He wrote in May 2018 and four months later, in September 2018, again."]),
        (intervals, ["Tobin was born in 1980.", "In 2010 Tobin was 29 and out of work."]),
        (intervals, ["They married in May 2010.", "They had been married for nine years."]),
        (anachronisms, ["In 2016 Maris asked the police under Clare’s Law."]),
        (anachronisms, ["In 2009, before Clare’s Law, Maris could not have asked."]),
        (anachronisms, ["Child B was born in 2017.", "In May 2016 she was expecting Child B."]),
        (periods, ["The period under review is from January 2012 to her death.",
                   "APPENDIX A TERMS OF REFERENCE",
                   "To examine what was known from 1 January 2012 to June 2019."]),
        (plans, ["ACTION PLAN", *(f"{at}\tTrain staff\tHousing\tMay 2020" for at in (1, 2, 3)),
                 "4\tRewrite the policy of May 2010\tHousing\tMay 2021"]),
    ],
)  # fmt: skip
def test_what_can_be_is_left(check, lines):
    assert found(check, *lines) == []
