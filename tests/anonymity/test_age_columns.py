"""Ages in the column of a table."""

import pytest

from anonymity.checking.checks import age_columns
from tests.anonymity.samples import found

HEAD = "Name\tWho\tAge then"


@pytest.mark.parametrize(
    ("rows", "ages"),
    [
        ([HEAD, "Maris\tWife\t34", "Tobin\tHusband\tthirties"], ["34"]),
        (["Age\tName", "41 years\tTobin"], ["41"]),
        ([HEAD, "The victim\tWife\taged 34"], ["34"]),
    ],
)
def test_an_age_in_a_table_of_people_is_found(rows, ages):
    assert found(age_columns, *rows) == ages


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, "Maris\tWife\tthirties"],
        ["Agency\tContacts", "Maris\t34"],
        [HEAD, "Women of the county\t\t34"],
        [HEAD, "The table ends.", "Maris\tseen\t34"],
        ["Stages\tName", "12\tMaris"],
    ],
)
def test_other_numbers_are_left(rows):
    assert found(age_columns, *rows) == []
