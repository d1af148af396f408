"""What a review says of how it was made, and what the paper itself disproves."""

import pytest

from anonymity.checking.checks import method
from anonymity.checking.register import Person, Register
from tests.anonymity.who import told

LETTERS = Register(
    people=(
        Person(role="victim", pseudonym="K", sex="F", true_names=("Philippa Ostrander",)),
        Person(role="friend", pseudonym="W", sex="F", true_names=("Winifred Pell",)),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "The letters are not the initials of those concerned",
        "none of them is the first letter of anybody’s own name",
        "The letters were chosen at random",
        "letters bear no relation to the names of the people",
    ],
)
def test_a_letter_that_is_the_persons_own_is_found_where_none_is_said_to_be(line):
    assert told(method, f"K is the victim, and {line}.", register=LETTERS)
    nobody = Register(people=LETTERS.people[:1])
    assert told(method, f"K is the victim, and {line}.", register=nobody) == []


@pytest.mark.parametrize(
    "denied",
    [
        "None of her family felt able to take part in the review",
        "No family members were interviewed",
        "Nobody in her family was involved in the review",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "Lorne told the Chair that Maris sang.",
        "The panel is grateful to Odette for her time.",
        "Lorne and Odette read the draft report in June.",
    ],
)
def test_who_is_said_not_to_have_taken_part_and_did_is_found(denied, line):
    assert told(method, f"{denied}.", line) == [denied]


@pytest.mark.parametrize(
    "lines",
    [
        ["None of her family took part in the review.", "Lorne did not meet the Chair."],
        ["Neither of her parents took part.", "Lorne told the Chair that Maris sang."],
        ["None of her family rang the surgery.", "Lorne told the Chair that Maris sang."],
        ["The letters of the surgery were not answered.", "Lorne told the Chair of it."],
    ],
)
def test_what_the_paper_keeps_is_left(lines):
    assert told(method, *lines) == []
