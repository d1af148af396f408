"""The sex of a child that is withheld, given away sentences after the child or by a word of kin."""

import pytest

from anonymity.checking.checks import children, sex_of_children
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "A teaching assistant noted what Child A had said. She had begun to wet the bed.",
            "She had begun to wet the bed",
        ),
        ("The visit was short, and Child B had told her that he missed his nan.", "he missed his"),
        ("Child A was quiet. At the next visit he was walking.", "he"),
        ("The school nurse saw Child A on her own.", "Child A on her own"),
        ("Child A was upset. A support worker sat with him.", "worker sat with him"),
        ("Lorne said the little lad had slept. Child A was well.", "the little lad"),
        ("The children were clean. The girls had new shoes.", "The girls"),
        ("Odette looks after her nephew now. Child A is well.", "her nephew"),
        ("Child A and Child B are brothers.", "Child A and Child B are brothers"),
        ("The child asked to be a big sister.", "a big sister"),
        ("The baby was brought in. He slept in his cot.", "He slept in his cot"),
    ],
)
def test_what_gives_away_the_sex_of_a_child_is_found(line, text):
    assert any(text in one or one in text for one in told(sex_of_children, line))


@pytest.mark.parametrize(
    "line",
    [
        "Maris took Child A to nursery. She told the staff that she was late for class.",
        "Garth said that Child A was quiet. He had not seen the school report.",
        "A teacher said that Child A was bright. She was the class teacher.",
        "The health visitor saw Child A. She noted that the toys were clean.",
        "Tobin was a quiet boy. As a boy he was happy. The children were told.",
        "A survey found that one in five girls and boys had seen it. The child was asked.",
        "Child A’s father, Garth, rang. He had no car. The school was told of it.",
        "Maris left with the child, some money and a photograph of her grandmother.",
        "Tobin was out with the boys. Child A said whether he or she was well.",
        "The baby was due in June. She had a scan, and it was well.",
        "Child A’s social worker visited. She had a bottle and a toy with her.",
        "The boys at the garage knew Tobin, and the child was not there.",
        "Every child was asked if his or her school was near.",
    ],
)
def test_what_is_told_of_others_is_left(line):
    assert told(sex_of_children, line) == []


def test_the_children_of_a_grown_up_son_are_children_of_the_review():
    people = (
        Person(role="victim", pseudonym="Maris", sex="M"),
        Person(role="perpetrator", pseudonym="Tobin", sex="M", relationship="adult son"),
        Person(
            role="child", pseudonym="Child A", sex="F", publish_sex=False,
            relationship="child of Tobin",
        ),
    )  # fmt: skip
    line = "Tobin lived in his father’s house. He felt unfit to see his daughter."
    assert told(children, line, register=Register(people=people)) == ["his daughter"]
    line = "Tobin – his son, the perpetrator"
    assert told(children, line, register=Register(people=people)) == []
