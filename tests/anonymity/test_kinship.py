"""Who is what to whom, as the register and the paper's own list say."""

from dataclasses import replace

import pytest

from anonymity.checking.checks import kinship
from anonymity.checking.register import Person, Register
from tests.anonymity.who import PEOPLE, told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("She went out with her husband Maris that day.", "her husband Maris"),
        ("His wife, Tobin, was at work.", "His wife, Tobin"),
        ("Tobin, her sister, rang the police.", "Tobin, her sister"),
        ("That day Mrs Tobin was at home.", "Mrs Tobin"),
        ("She rang Mr Odette at work.", "Mr Odette"),
        ("Maris’s mother, Lorne, was told.", "Maris’s mother, Lorne"),
        ("Odette, Maris’s sister, spoke to the chair.", "Odette, Maris’s sister"),
        ("Odette is the sister of Maris and lives near.", "Odette is the sister of Maris"),
        ("Tobin, the father of Child A, was there.", "Tobin, the father of Child A"),
        ("She was killed by her son at home.", "killed by her son"),
        ("Child B, the elder, was asleep.", "Child B, the elder"),
        ("Tobin’s mother Odette met the chair.", "Tobin’s mother Odette"),
        ("Maris’s brother, Maris, was told.", "Maris’s brother, Maris"),
    ],
)
def test_another_relationship_is_found(line, text):
    assert told(kinship, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "She went out with her husband Tobin that day.",
        "Mr Tobin rang Mrs Odette.",
        "Maris’s mother, Odette, and her brother, Lorne, were told.",
        "Her mother, Maris and Child A were in the car.",
        "She told her sister, Maris, and the neighbours.",
        "Garth, the father of Child A, was there.",
        "Child A, the elder, was asleep.",
        "She was killed by her former husband at home.",
        "Tobin’s sister was at the trial.",
        "The wife of a neighbour saw Tobin.",
    ],
)
def test_what_agrees_is_left(line):
    assert told(kinship, line) == []


def test_the_papers_own_list_says_who_is_who():
    rows = ["Wren\tFriend of Maris", "Ida and Ewan\tAunt and uncle of Maris"]
    assert told(kinship, *rows, "Maris’s uncle, Ida, rang.") == ["Maris’s uncle, Ida"]
    assert told(kinship, *rows, "Maris’s aunt, Ida, rang.") == []


def test_without_people_nothing_is_doubted():
    assert told(kinship, "Her husband Maris rang.", register=Register()) == []


FRIENDS = replace(
    PEOPLE,
    people=(
        *PEOPLE.people,
        Person(role="friend", pseudonym="Wenda", sex="F", relationship="friend of Maris"),
        Person(role="family", pseudonym="Isolde", sex="F", relationship="partner of Tobin"),
    ),
)


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("The chair wrote to Tobin. Wenda, his partner, was told.", ["Wenda, his partner"]),
        ("The chair wrote to Tobin. Isolde, his partner, was told.", []),
        ("The chair wrote to Tobin and Lorne. Wenda, his partner, was told.", []),
        ("The chair met Odette, Maris’s friend, in May.", ["Odette, Maris’s friend"]),
        ("The chair met Wenda, Maris’s friend, in May.", []),
        ("Odette is Maris’s mother, Tobin is her husband.", []),
    ],
)
def test_a_friend_is_no_partner_and_a_mother_no_friend(line, marks):
    assert told(kinship, line, register=FRIENDS) == marks


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("It helped. Her mother, Saffron, said that it was too late.", ["Her mother, Saffron"]),
        ("Maris was alone. Her mother Saffron had gone.", ["Her mother Saffron"]),
        ("Tamsin was alone. Her mother, Saffron, had gone.", []),
        ("Her sister, Saffron, said so. Her mother, Odette, had gone.", []),
        ("Her mother, Saffron and Odette had gone.", []),
        ("Tobin was alone. His mother, Saffron, had gone.", []),
    ],
)
def test_one_relative_in_the_place_of_another_is_found(line, marks):
    more = (
        Person(role="family", pseudonym="Saffron", sex="F", relationship="sister of the victim"),
        Person(role="friend", pseudonym="Tamsin", sex="F", relationship="friend"),
    )
    register = replace(PEOPLE, people=(*PEOPLE.people, *more))
    assert told(kinship, line, register=register) == marks


SIBLINGS = ("Maris – the victim", "Tobin – the perpetrator", "Edda – daughter of Maris and Tobin")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Edda, their only child, left at noon.", "Edda, their only child"),
        ("They came with their only child, Edda.", "their only child, Edda"),
        ("Edda was Maris’s only child.", "Edda was Maris’s only child"),
    ],
)
def test_an_only_child_with_a_brother_is_found(line, text):
    brother = "Anselm – son of Maris and Tobin"
    assert told(kinship, *SIBLINGS, brother, line) == [text]
    assert told(kinship, *SIBLINGS, "Anselm – son of Tobin", line) == []


def test_an_only_daughter_with_a_brother_is_left():
    line = "Edda, their only daughter, left at noon."
    assert told(kinship, *SIBLINGS, "Anselm – son of Maris and Tobin", line) == []
    assert told(kinship, *SIBLINGS, "Runa – daughter of Maris and Tobin", line)
