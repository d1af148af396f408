"""Addresses whose street has no English word for one."""

import pytest

from anonymity.checking.checks import addresses
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Maris went to 14 Heol Las that night.", "14 Heol Las"),
        ("Maris rang Odette at 3 Maes y Bryn, and went there.", "3 Maes y Bryn"),
        ("Maris walked along Ffordd Wen with her.", "Ffordd Wen"),
        ("Maris was found at 22 Broadway by a neighbour.", "22 Broadway"),
        ("Maris moved to 4 The Paddocks in the spring.", "4 The Paddocks"),
        ("Maris lived at 9a Pentwyn, near her mother.", "9a Pentwyn"),
    ],
)
def test_a_number_with_a_name_is_an_address(line, text):
    assert set(told(addresses, line)) == {text}


@pytest.mark.parametrize(
    "line",
    [
        "Maris was seen at 12 Noon, and again at 2 Panel meetings.",
        "Maris was at 11 Core Group meetings.",
        "She met Maris at 3 Child Protection Conferences and said so.",
        "Maris was told at 10 March and at 4 Maris rang.",
        "Maris moved to Maes Glas with her sister Bryn Acke.",
    ],
)
def test_other_numbers_before_a_capital_are_left(line):
    assert told(addresses, line) == []
