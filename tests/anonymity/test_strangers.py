"""First names that no list of the review has."""

import pytest

from anonymity.checking.checks import strangers
from anonymity.checking.register import Register
from tests.anonymity.who import PEOPLE, told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("That evening Deborah rang the police.", "Deborah"),
        ("Maris told Fatima’s mother of it.", "Fatima"),
        ("Will said that he had seen nothing.", "Will"),
        ("It was then that Zephrine told a nurse.", "Zephrine"),
        ("Maris rang her sister Quillamette.", "Quillamette"),
        ("Zephrine told four people of it.", "Zephrine"),
        ("Friends of Violet were the ones who knew.", "Violet"),
        ("Grant, who had let the flat, was not asked.", "Grant"),
        ("It was Will, to whom the car belonged.", "Will"),
        ("An uncle, Zephrin, came that night.", "Zephrin"),
        ("His brother-in-law Zephrin paid the fine.", "Zephrin"),
        ("In May 2016 Quessil left the team and no one was told.", "Quessil"),
        ("Quessil was off sick from June.", "Quessil"),
        ("After Rose retired, there was nobody.", "Rose"),
        ("The note reads: “Call from a neighbour. Brondel thinks he cannot cope.”", "Brondel"),
        ("When Quessil visited, nobody was in.", "Quessil"),
        ("Her midwife, Quessil, was not told.", "Quessil"),
        ("Olumide went with her.", "Olumide"),
    ],
)
def test_a_name_of_nobody_is_found(line, text):
    assert told(strangers, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "That evening Maris and Odette rang the police.",
        "Security told her to go. Nobody asked why. Neighbours said little.",
        "Will she come? May be. In June she did.",
        "Women are not believed (Deborah and Wells, 2016).",
        "The St Deborah Trust and Deborah House were asked.",
        "A friend, known here as Deborah, rang the police.",
        "It helps women.[2: Thorne, R. and Deborah, S. (2020) Voice. London: Quill]",
        "Thorne, R. and Deborah, S. (2020) Voice. It is told by Deborah’s family and others.",
        "Clare’s Law was not explained; Sarah’s Law is another.",
        "Northmoor Police sent Philippa a letter.",
        "Security, who had the keys, and Probation, who knew of it, were asked.",
        "The Coroner said so, the Nurse told her, and Coroner recorded it.",
        "The Hub told her. Lockdown came. Brexit came up. Refuge visited her.",
        "Turnaround left the borough and Turnaround visited; Turnaround wants funds.",
        "Her cousin, Lorne, rang; a colleague, Monday being her day, did not.",
    ],
)
def test_other_words_and_names_that_are_known_are_left(line):
    assert told(strangers, line) == []


def test_it_is_found_before_any_heading_and_where_the_review_is_told():
    line = "We want all who read this to know what Deborah was to us."
    assert told(strangers, line, heading="Foreword") == ["Deborah"]
    assert told(strangers, "Deborah", heading="Foreword") == []


def test_a_name_that_stands_there_often_is_a_pseudonym_nobody_told():
    assert told(strangers, *["Deborah rang."] * 5) == []


def test_the_panel_and_a_paper_without_a_register_are_left():
    assert told(strangers, "Deborah was at the meeting.", heading="REVIEW PANEL MEMBERS") == []
    assert told(strangers, "Deborah rang.", register=Register()) == []


def test_a_stranger_in_a_question_of_the_terms_of_reference_is_found():
    asked = "What did the practice know of Rashid’s debts?"
    assert told(strangers, asked, heading="Terms of reference") == ["Rashid"]
    assert told(strangers, "Rashid was thanked.", heading="Terms of reference") == []


def test_a_neighbour_and_the_chair_called_by_a_short_name_are_left():
    register = Register(people=PEOPLE.people, may_be_named=("Christopher Pell",))
    lines = ["That night the Neighbour rang.", "Then Chris told the meeting."]
    assert told(strangers, *lines, register=register) == []
    assert told(strangers, *lines) == ["Chris"]
