import pytest

from reports.anonymity.checks import pseudonyms
from tests.reports.anonymity.samples import found

OFTEN = ["Maris spoke to Tobin about Maris’s mother and Child A."] * 6


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Despite Marsi saying so, nobody asked.", "Marsi"),
        ("Mariss was at home.", "Mariss"),
        ("Maros was at home.", "Maros"),
        ("The police spoke to Tobni.", "Tobni"),
        ("Child C was at school.", "Child C"),
        ("the victim, Tobin, was at home", "victim, Tobin"),
        ("The perpetrator Maris was arrested.", "The perpetrator Maris"),
        ("Tobin (the victim) rang", "Tobin (the victim)"),
        ("Maris had hurt himself", "Maris had hurt himself"),
        ("Tobin locked herself in", "Tobin locked herself"),
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
        "Maris hurt herself and Tobin hurt himself",
        "the perpetrator and Maris were at home",
        "Marriage and mares",
    ],
)
def test_right_ones_are_left(line):
    assert found(pseudonyms, *OFTEN, line) == []


def test_a_slip_is_put_right():
    from reports.anonymity.paper import Paper
    from tests.reports.anonymity.samples import REGISTER

    (one,) = pseudonyms.find(Paper.of_text("\n".join([*OFTEN, "Marsi rang."])), REGISTER)
    assert one.proposal == "Maris"
