"""What is told of those who live on, in whatever words: of whom a sentence speaks decides."""

import pytest

from anonymity.checking.checks import private_life
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told

PEOPLE = Register(
    people=(
        Person(role="victim", pseudonym="Marigold", sex="F"),
        Person(role="perpetrator", pseudonym="Tobias", sex="M"),
        Person(role="child", pseudonym="Child P", publish_sex=False),
        Person(role="friend", pseudonym="Honora", sex="F"),
    ),
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Child P’s speech therapy was paid for.", "Child P’s speech therapy"),
        ("Child P uses an inhaler at school.", "Child P uses an inhaler"),
        ("Her mother had a stroke that winter.", "Her mother had a stroke"),
        ("Honora was on dialysis by then.", "Honora was on dialysis"),
        ("His brother is an alcoholic.", "His brother is an alcoholic"),
        ("Child P started secondary school that year.", "Child P started secondary school"),
        ("Child P had just turned six.", "Child P had just turned six"),
        ("Child P arrived three weeks after Easter.", "Child P arrived three weeks after"),
        ("The baby is now with foster carers in Wexcombe.", "The baby is now with"),
        ("Honora now lives abroad with her sister.", "Honora now lives abroad with her sister"),
        ("Child P sees an aunt every other weekend.", "Child P sees an aunt every other weekend"),
        ("Honora’s visa ran out in the spring.", "Honora’s visa"),
        ("Child P is adopted.", "Child P is adopted"),
        ("Honora lives overseas in Quillon.", "Honora lives overseas in Quillon"),
        ("Honora came alone. Mild dementia was found.", "Mild dementia"),
        ("Child P was born three weeks early.", "Child P was born three weeks early"),
        ("Child P told a nurse that Daddy was cross.", "Child P told a nurse that Daddy"),
        ("The perpetrator’s mother had cancer.", "The perpetrator’s mother had cancer"),
        ("Tobias told nobody of his HIV.", "his HIV"),
        (
            "Child P has contact by letter at Christmas.",
            "Child P has contact by letter at Christmas",
        ),
        ("Child P said “he hit the dog”.", "Child P said “he hit the dog”"),
    ],
)
def test_what_is_told_of_somebody_who_lives_on_is_found(line, text):
    found = told(private_life, line, register=PEOPLE)
    assert any(text.startswith(one) or one.startswith(text) for one in found), found


@pytest.mark.parametrize(
    "line",
    [
        "Child P stayed with Marigold during the school holidays.",
        "Marigold came with Honora. Mild impairment was found.",
        "Honora has lived abroad for many years.",
        "Child P, who lives with the child’s other parent, is well.",
        "Days in the lives of the family are not given; the children live their lives at home.",
        "Many were killed by a child. Abuse is hidden behind frailty, dementia or stress.",
        "Honora asked for a tribute to be placed at its front.",
        "Both went to Honora. The practice had been adopted in error.",
        "Most are killed by a partner, fewer by a son, and the risk of women is of suicide.",
        "Honora stood by. A person with dementia can be seen alone.",
        "A letter to each of the children is kept, and Child P has one.",
        "Within a week Tobias applied for the children to live with him.",
        "An officer met the children once. It said that her health gave “cause for some concern”.",
        "Marigold uses an inhaler.",
        "Marigold was on dialysis. She took tablets each day.",
        "Marigold lived with Child P. She saw a counsellor.",
        "Marigold had a stroke, and the nurse said that she was prescribed tablets.",
        "Tobias saw a psychiatrist each week.",
        "The GP asked whether Child P had nightmares.",
        "The policy on children with asthma was reviewed.",
        "Child P was at home.",
        "The terms of reference ask if Child P saw a psychologist.",
        "There is no record that Child P had seizures.",
    ],
)
def test_what_is_told_of_the_dead_of_rules_and_of_questions_is_left(line):
    assert told(private_life, line, register=PEOPLE) == []


def test_a_pronoun_means_whom_it_can():
    lines = "Marigold met Honora. Tobias was there. He was sectioned. She was sectioned."
    assert told(private_life, lines, register=PEOPLE) == ["She was sectioned"]


def test_of_an_adult_each_word_is_decided_on_once():
    again = ["Honora was on dialysis.", "Honora was on dialysis."]
    assert len(told(private_life, *again, register=PEOPLE)) == 1


def test_books_and_plans_tell_of_nobody():
    for heading in ("BIBLIOGRAPHY", "ACTION PLAN"):
        line = "Child P uses an inhaler."
        assert told(private_life, line, register=PEOPLE, heading=heading) == []


def test_the_lives_of_somebody_are_no_whereabouts():
    assert told(private_life, "Events in the lives of those concerned are dated by month.") == []
