"""Laws and their years, and who chaired. All people are invented."""

import pytest

from anonymity.checking.checks import chairs, instances, intervals, laws, outcomes
from tests.anonymity.samples import found

LINKED = (
    "She was a manager in Penmoor until 2014. She has never been employed by any agency in Penmoor."
)


@pytest.mark.parametrize(
    ("check", "lines", "texts"),
    [
        (laws, ["under section 9 of the Domestic Violence, Crime and Victims Act 2014"],
         ["Domestic Violence, Crime and Victims Act 2014"]),
        (laws, ["Section 76 of the Serious Crime Act 2016 makes it an offence."],
         ["Serious Crime Act 2016"]),
        (laws, ["The panel considered all ten protected characteristics."],
         ["ten protected characteristics"]),
        (laws, ["Domestic homicide reviews came into force on 13 April 2013."], ["13 April 2013"]),
        (chairs, ["Independent Chair: Imelda Trask", "Rowan Pell was appointed as chair."],
         ["Imelda Trask", "Rowan Pell"]),
        (chairs, [LINKED],
         ["has never been employed by any agency in Penmoor"]),
        (intervals, ["The decision to hold a review was made on 3 July 2019.",
                     "The review was completed in May 2021.",
                     "It was finished within six months."], ["finished within six months"]),
        (intervals, ["Maris was 34 and Tobin was 41.", "Tobin was twelve years older than Maris."],
         ["twelve years older"]),
        (outcomes, ["The inquest was opened and not resumed.", "The inquest was held in May 2021."],
         ["and not resumed", "inquest was held"]),
        (outcomes, ["They had never married.", "The couple were married in May 2012."],
         ["They had never married", "The couple were married in"]),
        (instances, ["The GP saw her nineteen times in all.",
                     "The practice saw her on eleven occasions in the period under review."],
         ["nineteen times", "eleven occasions"]),
        (instances, ["THE FACTS", "4.1 In March 2017 Maris called the police.", "ANALYSIS",
                     "Her first call to the police was in June 2018."],
         ["Her first call to the police"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(check, lines, texts):
    assert found(check, *lines) == texts


@pytest.mark.parametrize(
    ("check", "lines"),
    [
        (laws, ["the Domestic Violence, Crime and Victims Act 2004 and the Equality Act 2010"]),
        (laws, ["the Health and Social Care Act 2012", "the Mental Health Act 2007"]),
        (laws, ["Two of the protected characteristics, of all nine protected characteristics."]),
        (laws, ["Domestic homicide reviews came into force on 13 April 2011."]),
        (chairs, ["Independent Chair: Imelda Trask", "Dr Imelda Trask was appointed as chair."]),
        (chairs, ["Rowan Pell was appointed as chair of the partnership.",
                  "Independent Chair: Imelda Trask"]),
        (chairs, [LINKED.replace("in Penmoor until", "in Calder until")]),
        (intervals, ["The decision to hold a review was made on 3 July 2019.",
                     "The review was completed in May 2021.",
                     "It was not completed within six months."]),
        (intervals, ["Maris was 34 and Tobin was 41.", "Tobin was seven years older than Maris."]),
        (outcomes, ["The inquest was opened in May 2020.", "The inquest was held in May 2021."]),
        (instances, ["The GP saw her nineteen times in all.", "Police came four times in all."]),
        (instances, ["THE FACTS", "4.1 In March 2017 Maris called the police.", "ANALYSIS",
                     "Her first call to the police was in March 2017."]),
    ],
)  # fmt: skip
def test_what_is_right_is_left(check, lines):
    assert found(check, *lines) == []


def test_letters_behind_the_name_of_a_chair_are_no_other_name():
    lines = ["Independent Chair: Imelda Trask OBE", "Imelda Trask was appointed Chair in May 2019."]
    assert found(chairs, *lines) == []
    assert found(chairs, *lines, "The review was chaired by Rowan Hale.") == ["Rowan Hale"]
