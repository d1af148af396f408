"""One pseudonym in the place of another, by role and by kin."""

import pytest

from anonymity.checking.checks import misplaced
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            (
                "It was agreed to use the perpetrator programme. Maris attended two sessions "
                "of the course."
            ),
            "Maris attended two sessions of the course",
        ),
        ("Maris was assessed as unsuitable for a behaviour change course.", "Maris was assessed"),
        ("Tobin completed the Freedom Programme that year.", "Tobin completed the Freedom"),
        ("Tobin was visited by the IDVA twice.", "Tobin was visited by the IDVA"),
        ("Tobin told a nurse that she did not feel safe at home.", "Tobin told a nurse that she"),
        ("Maris sat outside Tobin’s flat for an hour.", "Maris sat outside Tobin’s flat"),
        (
            "Tobin refused, since she could cope and her husband would not have it.",
            "Tobin refused, since she could cope and her husband",
        ),
    ],
)
def test_one_in_the_place_of_the_other_is_found(line, text):
    found = told(misplaced, line)
    assert len(found) == 1
    assert found[0].startswith(text)


@pytest.mark.parametrize(
    "line",
    [
        "Tobin was referred to a perpetrator programme. He attended two sessions of the course.",
        "Maris completed the Freedom Programme and was visited by the IDVA.",
        "Tobin said that he was still her husband.",
        "Tobin told Odette that her husband was late.",
        "Maris said that her husband would not have it.",
        "Tobin said that a wife should obey her husband.",
        "The panel asked whether Maris attended a perpetrator programme.",
    ],
)
def test_what_goes_with_the_role_is_left(line):
    assert told(misplaced, line) == []


def test_a_son_who_has_none_is_not_afraid_of_his_son():
    people = (
        Person(role="victim", pseudonym="Maris", sex="M"),
        Person(role="perpetrator", pseudonym="Tobin", sex="M", relationship="son of the victim"),
    )
    line = "Tobin slept little because he was afraid of his son, and told nobody."
    right = "Maris slept little because he was afraid of his son, and told nobody."
    assert told(misplaced, line, register=Register(people=people)) == [line.split(",")[0]]
    assert told(misplaced, right, register=Register(people=people)) == []
    child = Person(role="child", pseudonym="Child A", relationship="child of Tobin")
    assert told(misplaced, line, register=Register(people=(*people, child))) == []
