"""Only one of the two died, and only the other was tried for it."""

import pytest

from anonymity.checking.checks import roles
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("the victim, Tobin, was at home", "victim, Tobin"),
        ("The perpetrator Maris was arrested.", "perpetrator Maris"),
        ("Tobin (the victim) rang.", "Tobin (the victim)"),
        ("Tobin was murdered at home.", "Tobin was murdered"),
        ("The panel sends its condolences to Tobin and hopes for change.", "condolences to Tobin"),
        ("The post-mortem examination of Tobin was held.", "Tobin"),
        ("A year before Tobin died there was a call.", "Tobin died"),
        ("Maris was charged with murder the next day.", "Maris was charged with murder"),
        ("Maris pleaded guilty to manslaughter.", "Maris pleaded guilty to manslaughter"),
        (
            "Maris’s trial for it was long; Maris’s minimum term is 20 years.",
            "Maris’s minimum term",
        ),
        ("It was Maris who killed. Maris killed Tobin in the kitchen.", "Maris killed Tobin"),
        ("Tobin was killed by Maris at home.", "killed by Maris"),
        ("He was advised to change his telephone number.", "He was advised to change his"),
        ("She was recalled to prison in May.", "She was recalled to prison"),
        ("She breached her bail twice.", "She breached her bail"),
        ("Tobin was not seen alone at any visit.", "Tobin was not seen alone"),
        ("Tobin told the IDVA what had happened.", "Tobin told the IDVA"),
        ("Tobin said to his GP that she was afraid of him.", "she was afraid"),
        ("Maris had threatened to kill Tobin.", "Maris had threatened to kill Tobin"),
        ("Maris was given police bail that night.", "Maris was given police bail"),
        ("Maris was arrested for breach of it.", "Maris was arrested for breach"),
        ("Maris’s probation officer rang.", "Maris’s probation officer"),
        ("Tobin was assaulted by Maris.", "Tobin was assaulted by Maris"),
        ("Tobin was too frightened to leave.", "Tobin was too frightened to leave"),
        ("Tobin did not support a prosecution.", "Tobin did not support a prosecution"),
        ("Nobody recognised Tobin as a victim of abuse.", "recognised Tobin as a victim"),
        ("The IDVA tried to contact Tobin.", "IDVA tried to contact Tobin"),
        ("Officers arrested Maris at the scene.", "arrested Maris"),
        ("Maris made no comment.", "Maris made no comment"),
        ("Maris had a history of violence to others.", "Maris had a history of violence"),
        ("Tobin withdrew his statement.", "Tobin withdrew his statement"),
        ("Maris gave evidence from behind a screen.", "Maris gave evidence"),
        (
            "Maris had claimed self-defence, which nobody believed.",
            "Maris had claimed self-defence",
        ),
        ("Maris met with the chair twice.", "Maris met with the chair"),
        ("Maris told the jury that she was afraid.", "Maris told the jury"),
        ("Maris appealed against the sentence.", "Maris appealed against"),
        ("the threat that Maris made to harm Tobin", "threat that Maris made to harm Tobin"),
    ],
)
def test_what_fits_only_the_other_is_found(line, text):
    assert any(text in one for one in told(roles, line))


@pytest.mark.parametrize(
    "line",
    [
        "The victim, Maris, was at home; the perpetrator, Tobin, was not.",
        "the perpetrator and Maris were at home",
        "Odette gave evidence, and told the court that Maris asked the school for help.",
        "Lorne met with the chair, read the draft and told the panel of Maris.",
        "Tobin was convicted of the murder of Maris.",
        "Tobin was charged with her murder and pleaded guilty to manslaughter.",
        "Maris was killed by Tobin, and Maris’s death was found that night.",
        "The death of Tobin’s father in 2010 changed him.",
        "Maris was arrested for shoplifting and given a caution.",
        "Tobin said that he was afraid of being killed.",
        "He breached his bail; she was advised to change her telephone number.",
        "She was served with a notice by the landlord.",
        "Maris was seen alone and told the IDVA that she was afraid.",
        "Tobin had threatened to kill Maris; the threats made by Tobin to Maris were known.",
        "If Maris killed Tobin, she said, she would go to prison.",
    ],
)
def test_what_fits_is_left(line):
    assert told(roles, line) == []


def test_of_a_perpetrator_who_died_too_it_may_be_said():
    lines = ["Tobin took his own life that night.", "The death of Tobin was told to his brother."]
    assert told(roles, *lines) == []


def test_what_a_paper_says_again_and_again_it_means():
    assert told(roles, *["Before Tobin died he wrote to her."] * 4) == []


def test_without_a_victim_or_a_perpetrator_nothing_is_said():
    nobody = Register(people=(Person(role="friend", pseudonym="Maris"),))
    assert told(roles, "Maris was charged with murder.", register=nobody) == []


def test_two_of_one_sex_are_not_told_apart_by_he_and_she():
    two = Register(
        people=(
            Person(role="victim", pseudonym="Maris", sex="M"),
            Person(role="perpetrator", pseudonym="Tobin", sex="M"),
        )
    )
    assert told(roles, "He was advised to change his telephone number.", register=two) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Maris read the second draft with her advocate.", "Maris read the second draft"),
        ("Maris was sent the overview report in May.", "Maris was sent the overview report"),
        ("Maris met with the Panel in June.", "Maris met with the Panel"),
        ("The chair visited Maris at home.", "The chair visited Maris"),
        ("Maris has since moved to another town.", "Maris has since moved"),
        ("Maris now lives with her mother.", "Maris now lives"),
        ("Maris chose her own pseudonym.", "Maris chose her own pseudonym"),
    ],
)
def test_the_dead_who_take_part_in_the_review_are_found(line, text):
    assert told(roles, line, heading="INVOLVEMENT OF THE FAMILY") == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The chair visited Maris’s mother, who read the second draft.",
        "Tobin met the chair and read the report.",
        "Maris read a letter of the social worker.",
        "Maris saw a draft letter to her landlord.",
        "Maris met the chair of the residents.",
    ],
)
def test_those_who_live_take_part(line):
    assert told(roles, line, heading="INVOLVEMENT OF THE FAMILY") == []
