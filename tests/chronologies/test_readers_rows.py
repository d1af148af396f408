"""What one row says when its columns are put together."""

import pytest

from chronologies.readers.columns import Column
from chronologies.readers.own_template import EXAMPLE_WORDS
from tests.chronologies.files import HEADINGS, delimited, read_csv

FROM_TO = ["Start date", "End date", "Time", "What happened"]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("22/05/2016", "24/05/2016", ("2016-05-22", "2016-05-24")),
        ("22/05/2016", "22/05/2016", ("2016-05-22", "2016-05-22")),
        ("22/05/2016", "", ("2016-05-22", "2016-05-22")),
        ("May 2016", "June 2016", ("2016-05-01", "2016-06-30")),
        ("", "24/05/2016", ("None", "2016-05-24")),
    ],
)
def test_two_columns_of_dates_are_a_range(start, end, days):
    row = read_csv(delimited([FROM_TO, [start, end, "14:30", "Stayed in hospital."]])).rows[0]

    assert (str(row.date.earliest), str(row.date.latest)) == days
    assert f"{row.date.time:%H:%M}" == "14:30"


def test_an_impossible_last_day_makes_the_range_impossible():
    row = read_csv(delimited([FROM_TO, ["1/2/16", "31/2/16", "", "Stayed."]])).rows[0]

    assert row.date.found == "1/2/16 to 31/2/16 (there is no 31 February)"


def test_the_example_of_the_template_is_left_out_while_its_words_are_unchanged():
    mine = f"{EXAMPLE_WORDS[0]} She left."
    rows = [["1/2/16", "", "", words] for words in (*EXAMPLE_WORDS, mine)]
    file = read_csv(delimited([HEADINGS, *rows]))

    assert [row.text(Column.WHAT_HAPPENED) for row in file.rows] == [mine]
    assert [row.why for row in file.tables[0].left_out][1:] == ["the template's example"] * 2
