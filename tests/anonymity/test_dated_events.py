"""What happens once and is told on two days. All is invented."""

import pytest

from anonymity.checking.checks import dated_events
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["In March 2020 a jury convicted Tobin of murder.", "He was found guilty in May 2020."],
         ["March 2020", "May 2020"]),
        (["The couple had separated in January 2019.", "3.4 April 2019. The couple separated."],
         ["January 2019", "April 2019"]),
        (["The trial began in May 2020.", "The trial took place in May 2020.",
          "His trial was held in June 2020."], ["June 2020"]),
        (["The inquest was held in the spring of 2021.", "The inquest concluded in October 2021."],
         ["spring of 2021", "October 2021"]),
        (["Child A was born in 2012.", "Child A was born in July 2013."], ["2012", "July 2013"]),
        (["Maris and Tobin married in 2009.", "They were married on 2 May 2010."],
         ["2009", "2 May 2010"]),
        (["Tobin was charged with murder on 14 June 2019.",
          "He was charged with her murder on 15 June 2019."], ["14 June 2019", "15 June 2019"]),
        (["The decision to hold a review was made on 3 July 2019.",
          "The partnership decided on 9 July 2019 to conduct a review."],
         ["3 July 2019", "9 July 2019"]),
        (["The Chair was appointed in May 2019.",
          "Imelda Trask was appointed as independent chair in June 2019."],
         ["May 2019", "June 2019"]),
        (["Imelda Trask was appointed as independent chair in May 2019.",
          "Imelda Trask was appointed in June 2019."], ["May 2019", "June 2019"]),
    ],
)  # fmt: skip
def test_two_days_of_one_event_are_found(lines, texts):
    assert found(dated_events, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        ["He was found guilty in May 2020.", "In May 2020 a jury convicted Tobin of murder."],
        ["The inquest was held in the autumn of 2021.", "The inquest concluded in October 2021."],
        ["He was convicted of theft in 2011.", "He was convicted of murder in May 2020."],
        ["The couple separated again in May 2018.", "They separated in January 2019."],
        ["Child A was born in 2012.", "Child B was born in 2014."],
        ["The Chair was appointed in May 2019.", "The chair was appointed on 14 May 2019."],
        ["He was sentenced in May 2020.", "He was convicted in April 2020."],
        ["The trial was expected to begin in March 2020.", "The trial began in July 2020."],
        ["They had not separated by March 2018.", "They separated in January 2019."],
        ["Before the trial began in May 2020 the panel met.", "It met in March 2020."],
        ["The first panel meeting, planned for March, was held on 2 May 2020.",
         "The panel met again on 9 June 2020."],
    ],
)  # fmt: skip
def test_what_agrees_and_what_happens_more_than_once_is_left(lines):
    assert found(dated_events, *lines) == []


def test_what_is_told_of_three_days_happens_more_than_once():
    lines = [f"They separated in {month} 2018." for month in ("January", "March", "May", "July")]
    assert found(dated_events, *lines) == []


def test_the_reason_names_the_other_place():
    from anonymity.checking.paper import Paper
    from tests.anonymity.samples import REGISTER

    paper = Paper.of_text("3.2 The trial began in May 2020.\n7.1 The trial began in July 2020.")
    reasons = [one.reason for one in dated_events.find(paper, REGISTER)]
    assert reasons[0] == "Of the trial, paragraph 7.1 says July 2020."


def test_the_month_of_what_came_before_is_not_that_of_what_followed():
    lines = [
        "His plea was accepted in May 2020 and he was sentenced in the following month for it.",
        "In June 2020 he was sentenced for murder.",
    ]
    assert found(dated_events, *lines) == []


def test_they_are_not_the_couple_where_somebody_else_is_spoken_of():
    lines = ("Maris and Tobin separated in 2017.", "Maris had met Child A’s uncle. They separated")
    assert found(dated_events, lines[0], f"Child A stayed. {lines[1]} in 2011.") == []
