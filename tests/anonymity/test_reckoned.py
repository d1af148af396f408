"""Lengths beside the days that they are of. All is invented."""

import pytest

from anonymity.checking.checks import grades, reckoned, retold
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["She had five weeks of support, between 4 October and 2 December 2021."], "five weeks"),
        (["From May 2018 to June 2020, a period of five years, nobody came."], "five years"),
        (["It waited four months, from March to October 2017."], "four months"),
        (["In April 2017 Tobin was seen. He was discharged eleven weeks later, in May 2017."],
         "eleven weeks later, in May 2017"),
        (["She moved in early July 2021. A week later, in June 2021, she rang."],
         "A week later, in June 2021"),
        (["It began on 3 October 2020 and ended on 11 December 2021, some eight months later."],
         "some eight months later"),
        (["4. CHRONOLOGY", "4.1 In June 2018 Maris was treated for a burn.",
          "4.2 In November 2018, three months after the burn, Maris rang the council."],
         "three months after the burn"),
    ],
)  # fmt: skip
def test_a_length_that_its_days_do_not_have_is_found(lines, text):
    assert found(reckoned, *lines) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["She had four weeks of support, between 4 October and 2 November 2021."],
        ["From May 2018 to June 2020, a period of two years, nobody came."],
        ["From May 2018 to June 2020 Tobin served a sentence of nine years."],
        ["In April 2017 Tobin was seen. He was discharged four weeks later, in May 2017."],
        ["It began in October 2020 and ended in December 2021, some fourteen months later."],
        ["Maris, who was five months pregnant, moved between May 2018 and June 2018."],
        ["4. CHRONOLOGY", "4.1 In June 2018 Maris was treated for a burn.",
         "4.2 In November 2018, five months after the burn, Maris rang the council."],
        ["4. CHRONOLOGY", "4.1 In June 2018 Maris had a burn.", "4.2 In August 2018 a second burn.",
         "4.3 In November 2018, three months after the burn, Maris rang the council."],
    ],
)  # fmt: skip
def test_a_length_that_fits_or_is_of_something_else_is_left(lines):
    assert found(reckoned, *lines) == []


CHRONOLOGY = (
    "4. CHRONOLOGY",
    "4.1 On 12 December 2017 Maris called the police. Tobin had held her by the throat.",
    "4.2 A safeguarding enquiry was opened and closed within a week.",
    "4.3 In January 2018 the case was heard.",
    "6. ANALYSIS",
)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("6.1 When Tobin held her by the throat in March 2018, nobody asked.", ["March 2018"]),
        ("6.1 When Tobin held her by the throat in December 2017, nobody asked.", []),
        ("6.1 The safeguarding enquiry that was opened in December 2016 came too late.",
         ["December 2016"]),
        ("6.1 The safeguarding enquiry that was opened in January 2018 came too late.", []),
    ],
)  # fmt: skip
def test_what_a_chronology_tells_without_a_day_has_that_of_what_stands_around_it(line, texts):
    assert found(retold, *CHRONOLOGY, line) == texts


def test_a_grade_is_of_the_month_that_stands_around_it():
    lines = (*CHRONOLOGY[:2], "4.2 The DASH was graded as high risk.", *CHRONOLOGY[3:])
    wrong = "6.1 The DASH of December 2017 was graded as medium risk."
    assert found(grades, *lines, wrong) == ["graded as medium"]
    assert found(grades, *lines, wrong.replace("medium", "high")) == []


LICENSED = [
    "4. CHRONOLOGY",
    "4.1 In May 2017 Tobin’s licence for the van was renewed by the council.",
    "4.2 In June 2018 Maris rang the helpline.",
    "4.3 In June 2019 Maris died.",
    "5. ANALYSIS",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("5.1 The licence was last renewed some ten months before her death.",
         ["some ten months before her death"]),
        ("5.1 Little was asked, and the licence was renewed ten months before she was killed.",
         ["ten months before she was killed"]),
        ("5.1 The licence was renewed three months after Maris rang the helpline.",
         ["three months after Maris rang the helpline"]),
        ("5.1 The licence was renewed thirteen months before Maris rang the helpline.", []),
        ("5.1 The licence was last renewed some two years before her death.", []),
        ("5.1 The licence was renewed 25 months before her death.", []),
        ("5.1 He had bought the van ten months before her death.", []),
        ("5.1 She rang ten months before her death.", []),
    ],
)  # fmt: skip
def test_a_length_before_the_death_that_the_facts_do_not_have_is_found(line, texts):
    assert found(reckoned, *LICENSED, line) == texts


def test_what_the_facts_tell_twice_is_not_reckoned():
    again = "4.4 In August 2018 Tobin’s licence for the car was renewed."
    line = "5.1 The licence was renewed ten months before her death."
    assert found(reckoned, *LICENSED[:3], again, *LICENSED[3:], line) == []
