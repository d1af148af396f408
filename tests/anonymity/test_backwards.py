"""What stands in another order than it was, or after a death. All is invented."""

from datetime import date

import pytest

from anonymity.checking.checks import backwards, outcomes, outlived, terms
from anonymity.checking.register import Person, Register
from tests.anonymity.samples import found

FACTS = "4. CHRONOLOGY"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["He was seen in prison in May 2019, after his conviction.",
          "In March 2020 a jury convicted Tobin of murder."], "May 2019, after his conviction"),
        (["It was decided in May 2019, a month after the arrest in June 2019."],
         "May 2019, a month after the arrest in June 2019"),
        ([FACTS, "4.1 In May 2018 he was admitted and was sent home in April 2018."], "April 2018"),
        ([FACTS, "4.1 In May 2018 a plan was made. The plan was ended in February 2018."],
         "February 2018"),
    ],
)  # fmt: skip
def test_days_in_another_order_than_the_words_are_found(lines, text):
    assert found(backwards, *lines) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["He was seen in prison in May 2021, after his conviction.",
         "In March 2020 a jury convicted Tobin of murder."],
        ["It was decided in July 2019, a month after the arrest in June 2019."],
        [FACTS, "4.1 In May 2018 he was admitted and was sent home in July 2018."],
        [FACTS, "4.1 In May 2018 he was admitted. He had been admitted in April 2018."],
        [FACTS, "4.1 In May 2018 she rang. A report of April 2018 was found."],
        [FACTS, "4.1 In May 2018 she said that in April 2018 he had left."],
        ["The plan of May 2018 was ended in April 2018."],
    ],
)  # fmt: skip
def test_what_looks_back_and_says_so_is_left(lines):
    assert found(backwards, *lines) == []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("In July 2019 Maris attended the surgery.", ["July 2019 Maris attended"]),
        (
            "Maris was offered an appointment in August 2019.",
            ["Maris was offered an appointment in August 2019"],
        ),
        ("In June 2019 Maris attended the surgery.", []),
        ("In July 2019 Tobin attended the surgery.", []),
        ("In July 2019 it was found that Maris had attended the surgery.", []),
        ("The inquest heard in July 2019 that Maris told a friend.", []),
    ],
)
def test_what_was_done_after_a_death_is_found(line, texts):
    assert found(outlived, line) == texts


def test_without_a_day_of_the_death_nothing_was_after_it():
    people = (Person(role="victim", pseudonym="Maris"),)
    line = "In July 2019 Maris attended the surgery."
    assert found(outlived, line, register=Register(people=people)) == []
    died = "Maris died in May 2019."
    assert found(outlived, died, line, register=Register(people=people)) != []
    assert found(outlived, line, register=Register()) == []


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["For manslaughter he was sentenced to eleven years’ imprisonment.",
          "A sentence of fourteen years for manslaughter was short."],
         ["sentenced to eleven years’", "sentence of fourteen years"]),
        (["For manslaughter he was sentenced to eleven years.",
          "A sentence of eleven years for manslaughter was short."], []),
        (["For manslaughter he was sentenced to two years and four months.",
          "The term of three years and four months for manslaughter was short."],
         ["sentenced to two years and four months", "term of three years and four months"]),
        (["For manslaughter he was sentenced to three years and four months’ imprisonment.",
          "A sentence of 3 years 4 months for manslaughter was short."], []),
        (["He had a suspended sentence of eight months.",
          "The suspended sentence of eighteen months was new to them."],
         ["sentence of eight months", "sentence of eighteen months"]),
        (["He had a sentence of eight months for theft.",
          "A sentence of fourteen years for manslaughter was short."], []),
        (["The maximum sentence of fourteen years for manslaughter is seldom given.",
          "For manslaughter he was sentenced to eleven years."], []),
    ],
)  # fmt: skip
def test_two_lengths_of_one_sentence_are_found(lines, texts):
    assert found(terms, *lines) == texts


def test_a_plea_that_spared_a_trial_and_a_jury_are_found():
    lines = ("Tobin stood trial in May 2020.",
             "Tobin pleaded guilty to manslaughter at the first opportunity.")  # fmt: skip
    assert len(found(outcomes, *lines)) == len(lines)
    assert found(outcomes, lines[0], "He pleaded guilty to manslaughter, not murder.") == []


LATE = Register(
    people=(
        Person(role="victim", pseudonym="Maris", sex="F", died_on=date(2019, 6, 12)),
        Person(role="family", pseudonym="Bram", relationship="late father of Maris"),
    ),
    period_from=date(2015, 1, 1),
)


@pytest.mark.parametrize(
    "lines",
    [
        ["In May 2018 the trust wrote to Bram to say that he would be seen if he rang."],
        ["4.2 Bram told the officer so in May 2018."],
        ["4.2 Bram died in May 2016.", "4.3 In July 2016 Bram was seen by a nurse."],
    ],
)
def test_the_dead_of_a_family_do_nothing(lines):
    assert len(found(outlived, FACTS, *lines, register=LATE)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["In May 2008 the trust wrote to Bram."],
        ["In May 2018 she had told Bram of it long before."],
        ["4.2 Bram died in May 2016.", "4.3 In July 2015 Bram was seen by a nurse."],
        ["In May 2018 she spoke of Bram’s death."],
    ],
)
def test_what_they_did_before_is_left(lines):
    assert found(outlived, FACTS, *lines, register=LATE) == []


@pytest.mark.parametrize(
    "line",
    [
        "They read it in January 2022 and again after changes in April 2022.",
        "They met in November 2022, after the trial, and at the office in January 2023.",
    ],
)
def test_two_days_of_two_things_are_left(line):
    assert found(backwards, line) == []
