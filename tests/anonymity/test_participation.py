"""Who took part in the review, told in two ways."""

import pytest

from anonymity.checking.checks import participation
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told

MET = "The chair met with Tobin in prison and heard his view."


def test_who_declined_and_was_met_is_found():
    assert told(participation, MET, "Tobin declined to take part.") == [
        "Tobin declined to take part"
    ]
    assert told(participation, MET, "The perpetrator refused to be interviewed.") == [
        "The perpetrator refused to be interviewed"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Tobin declined to take part."],
        [MET],
        [MET, "Lorne declined to take part.", "Tobin declined the offer of a solicitor."],
    ],
)
def test_who_did_one_of_the_two_is_left(lines):
    assert told(participation, *lines) == []


def test_both_sons_of_one_son_and_one_daughter_is_found():
    family = Register(
        people=(
            Person(role="victim", pseudonym="Maris"),
            Person(role="family", pseudonym="Wren", relationship="daughter of the victim"),
            Person(role="family", pseudonym="Jory", relationship="son of the victim"),
        )
    )
    assert told(participation, "Both sons were told.", register=family) == ["Both sons"]
    assert told(participation, "Both children were told.", register=family) == []


def test_who_declined_is_not_thanked_for_an_account():
    declined = "Tobin was invited to contribute through his clinician. He declined."
    thanks = "The Chair is grateful to Tobin for his account."
    assert told(participation, declined, thanks) == [declined.removesuffix(".") + "."]
    assert told(participation, declined) == []
