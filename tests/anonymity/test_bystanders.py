"""A relative who lives is not the one who was killed, nor the one who killed."""

import pytest

from anonymity.checking.checks import bystanders
from anonymity.checking.register import Person, Register
from tests.anonymity.who import PEOPLE, told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("To get away from Lorne she would have had to leave.", "get away from Lorne"),
        ("Maris was frightened of Lorne by then.", "Maris was frightened of Lorne"),
        ("She made a plan to escape from Lorne.", "escape from Lorne"),
        ("Years of abuse by Lorne had worn her out.", "abuse by Lorne"),
        ("It did nothing to keep her safe from Lorne.", "keep her safe from Lorne"),
        ("A restraining order against Lorne was made.", "restraining order against Lorne"),
        ("Lorne was convicted of her murder in May.", "Lorne was convicted of her murder"),
        ("Maris was killed by Odette at home.", "killed by Odette"),
        ("She died at the hands of Lorne.", "at the hands of Lorne"),
        ("The murder of Odette shook the town.", "murder of Odette"),
        ("Lorne was pronounced dead at the scene.", "Lorne was pronounced dead"),
        ("Odette’s killer was tried in May.", "Odette’s killer"),
        ("He killed Lorne that night.", "He killed Lorne"),
        ("The trial of Lorne began in May.", "The trial of Lorne"),
        ("Lorne, who was sentenced to life, wrote to her.", "Lorne, who was sentenced to life"),
        ("The perpetrator, Lorne, was known to probation.", "The perpetrator, Lorne"),
        ("The victim, Odette, was known to the police.", "The victim, Odette"),
    ],
)
def test_a_relative_in_the_place_of_another_is_found(line, text):
    assert text in told(bystanders, line)


@pytest.mark.parametrize(
    "line",
    [
        "To get away from Tobin she stayed with Lorne.",
        "Maris was frightened of Tobin and told Lorne.",
        "Maris was afraid of Garth, her first husband.",
        "She feared that Tobin was going to kill her; it might be that he killed Lorne.",
        "Lorne was arrested for a quarrel in the street.",
        "She had left home because of abuse by Odette.",
        "The abuse that Odette saw began in May.",
        "Maris had not been afraid of Lorne.",
        "The killing of Maris was a blow to Odette.",
        "Lorne’s body mass was measured.",
        "The trial of Tobin was attended by Lorne. The victim’s mother, Odette, was there.",
        "Odette was the victim of a burglary. The perpetrator and Odette had met before.",
    ],
)
def test_what_may_be_true_of_a_relative_is_left(line):
    assert [one for one in told(bystanders, line) if "body" not in one] == []


def test_what_a_paper_often_says_it_means():
    lines = ["Maris was afraid of Lorne."] * 3
    assert told(bystanders, *lines) == []


def test_a_relative_who_died_is_left():
    register = Register(
        people=(
            *PEOPLE.people,
            Person(role="family", pseudonym="Bram", relationship="late uncle of the victim"),
        )
    )
    assert told(bystanders, "The killing of Bram was long ago.", register=register) == []
