from dataclasses import replace

import pytest

from anonymity.checking.checks import pseudonyms
from anonymity.checking.register import Person, Register
from tests.anonymity.samples import REGISTER, found

OFTEN = ["Maris spoke to Tobin about Maris’s mother and Child A."] * 6


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Despite Marsi saying so, nobody asked.", "Marsi"),
        ("Mariss was at home.", "Mariss"),
        ("Maros was at home.", "Maros"),
        ("The police spoke to Tobni.", "Tobni"),
        ("Child C was at school.", "Child C"),
        ("She was known to Toben as well.", "Toben"),
    ],
)
def test_a_pseudonym_gone_wrong_is_found(line, text):
    assert any(text in one for one in found(pseudonyms, *OFTEN, line))


@pytest.mark.parametrize(
    "line",
    [
        "Maris’s sister rang ‘Maris’.",
        "The victim, Maris, was at home; the perpetrator, Tobin, was not.",
        "Maria is the name of a hurricane, told of six times: Maria, Maria, Maria, Maria, Maria.",
        "Child A and Child B were at school.",
        "Adult C is of another study",
        "Marriage and mares",
    ],
)
def test_right_ones_are_left(line):
    assert found(pseudonyms, *OFTEN, line) == []


def test_a_slip_is_put_right():
    from anonymity.checking.paper import Paper
    from tests.anonymity.samples import REGISTER

    (one,) = pseudonyms.find(Paper.of_text("\n".join([*OFTEN, "Marsi rang."])), REGISTER)
    assert one.proposal == "Maris"


def test_who_is_listed_and_stands_nowhere_else_is_found():
    listed = ["Maris\tThe victim", "Tobin\tHusband of Maris", "Aunt Ro\tAunt of Maris"]
    assert found(pseudonyms, *listed, *OFTEN) == ["Aunt Ro"]
    barred = [row.replace("\t", " | ") for row in (*listed, "Ms Q\tA friend of Tobin")]
    assert found(pseudonyms, *barred, *OFTEN) == ["Aunt Ro", "Ms Q"]
    assert found(pseudonyms, *barred, *OFTEN, "Ms Q met Aunt Ro.") == []


@pytest.mark.parametrize("line", ["T. collected it.", "M was seen by her GP.", "Marise was there."])
def test_first_letters_and_other_spellings_are_found(line):
    assert len(found(pseudonyms, *OFTEN, line)) == 1


@pytest.mark.parametrize("line", ["A. was said", "Plan T was made.", "Mr. T. Lorne said", "I was."])
def test_other_letters_are_left(line):
    assert found(pseudonyms, *OFTEN, line) == []


def test_a_month_is_no_slip_of_a_name():
    register = replace(REGISTER, people=(Person(pseudonym="Joan"), Person(pseudonym="Apryl")))
    often = ["Joan rang Apryl."] * 9
    assert found(pseudonyms, *often, "It was June, or April.", register=register) == []
    assert found(pseudonyms, *often, "It was Aprly.", register=register) == ["Aprly"]


def lettered(*names):
    return Register(people=tuple(Person(role="family", pseudonym=name) for name in names))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("In May DT was seen at the surgery.", "DT"),
        ("DT’s sister came in June.", "DT"),
        ("The school wrote of K4 in May.", "K4"),
    ],
)
def test_letters_of_nobody_are_found(line, text):
    register = lettered("DV", "BT", "K1", "K2")
    assert found(pseudonyms, line, register=register) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["The DT was seen as a risk."],
        ["A disclosure team (DT) was there. DT was asked."],
        ["DT told her. DT said so. DT was there."],
        ["The GP had been told, and PC Trask rang."],
        ["BT was seen at the surgery, and so was K2."],
    ],
)
def test_letters_of_the_trade_are_left(lines):
    register = lettered("DV", "BT", "K1", "K2")
    assert not [
        one for one in found(pseudonyms, *lines, register=register) if one in ("DT", "GP", "PC")
    ]


LETTERED = Register(
    people=tuple(
        Person(role=role, pseudonym=letter, sex="M", relationship=said)
        for role, letter, said in (
            ("victim", "H", ""), ("perpetrator", "R", "partner"), ("friend", "W", "friend"),
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("Officers found H and Z by the river.", ["Z"]),
        ("Z and R were asked to leave.", ["Z"]),
        ("Nobody asked why Z was there.", ["Z"]),
        ("H was seen by a doctor. R said that he had fallen.", []),
        ("Class B was reclassified, and hepatitis C was found.", []),
        ("See R and D. Appendices R and S were added.", []),
    ],
)
def test_single_letters_are_people_where_several_go_by_one(line, marks):
    assert found(pseudonyms, line, register=LETTERED) == marks


def test_one_that_is_a_cell_of_its_own_and_used_nowhere_is_found():
    cells = ["Maris", "\t", "The victim", "Tobin", "\t", "Her husband", "Maris rang."]
    assert found(pseudonyms, *cells) == ["Tobin"]
    assert found(pseudonyms, *cells, "Tobin rang.") == []


NAMED = replace(REGISTER, people=tuple(one for one in REGISTER.people if not one.is_child))


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("The panel thanks the family of Adult D.", ["Adult D"]),
        ("Child C was seen at school.", ["Child C"]),
        ("A friend, known here as Adult D, rang. Adult D was met.", []),
        ("The review of the death of Adult D said the same.", []),
        ("Adult D rang. Adult D called. Adult D wrote.", []),
        ("Adult A&E and Child B/C were asked.", []),
    ],
)
def test_a_letter_of_nobody_is_found_where_people_go_by_names(line, marks):
    assert found(pseudonyms, line, register=NAMED) == marks


def test_a_neighbour_whom_nobody_counted_is_found():
    known = Register(
        people=(Person(role="other", pseudonym="Neighbour 1"), Person(pseudonym="Neighbour 2"))
    )
    line = "Neighbour 2 was away, and Neighbour 3 heard shouting."
    assert found(pseudonyms, line, register=known) == ["Neighbour 3"]
    assert found(pseudonyms, line) == []


def test_somebody_with_a_title_and_a_surname_is_no_slip():
    lines = ["Maris rang. Maris wrote. Maris met her GP. Maris moved."]
    assert found(pseudonyms, *lines, "Professor Marris Ostler wrote of it.") == []
    assert found(pseudonyms, *lines, "Marris wrote of it.") == ["Marris"]


def test_the_beginning_of_a_sentence_is_no_slip():
    known = Register(people=(Person(pseudonym="Beth"), Person(role="other", pseudonym="Thea")))
    lines = [
        "Beth rang Thea. Beth wrote. Thea met her GP. Beth moved.",
        "Both said so. Then she left.",
    ]
    assert found(pseudonyms, *lines, register=known) == []
