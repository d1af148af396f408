"""A day that stands out of the order of a chronology."""

from anonymity.checking.checks import order
from tests.anonymity.who import told

ENTRIES = [f"In {month} 2018 the police were called." for month in ("March", "May", "July")]
LATER = [f"In {month} 2018 there was a call." for month in ("August", "October")]


def test_a_year_that_was_typed_again_is_found():
    wrong = "In July 2017 a neighbour rang."
    assert told(order, *ENTRIES, wrong, *LATER) == ["July 2017"]


def test_what_looks_back_and_what_begins_anew_is_left():
    back = "In July 2017 she had already told her GP."
    assert told(order, *ENTRIES, back, *LATER) == []
    anew = [f"In {month} 2016 his GP saw him." for month in ("May", "June", "August")]
    assert told(order, *ENTRIES, *LATER, *anew) == []
    assert told(order, *ENTRIES[:2], "In July 2017 a neighbour rang.") == []


def test_days_of_the_review_are_in_no_chronology():
    assert told(order, *ENTRIES, "In July 2017 he rang.", *LATER, heading="METHODOLOGY") == []
