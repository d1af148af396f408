"""The story order: total, stable, the same whoever comes first."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronologies.dates.read import read_date
from chronologies.story import Place, merge, story_key
from tests.chronologies.documented import rows_of

ORDER = rows_of("chronology-dates.md", headings=["Written", "Time", "Agency", "Row"])


@dataclass(frozen=True)
class Told:
    """An entry, as far as the order is concerned, and words that are not."""

    place: Place
    words: str = ""


def place_of(written, clock, agency, row):
    reading = read_date(written, reference_year=2026, time_text=clock)
    return Place(
        earliest=reading.earliest,
        latest=reading.latest,
        time_from=reading.clock.earliest,
        time_to=reading.clock.latest,
        agency=agency,
        row=int(row),
    )


def by_place(told):
    return told.place


def test_the_order_is_the_one_of_the_page():
    documented = [Told(place_of(*cells), words=str(cells)) for cells in ORDER]
    shuffled = Random(7).sample(documented, len(documented))

    assert len(documented) > 20
    assert merge(shuffled, place=by_place) == documented


PLACES = st.builds(
    lambda days, clock, **fields: Place(
        earliest=days[0], latest=days[1], time_from=clock[0], time_to=clock[1], **fields
    ),
    days=st.one_of(
        st.tuples(st.none(), st.none()),
        st.tuples(st.none(), st.dates(date(2015, 1, 1), date(2016, 1, 1))),
        st.tuples(st.dates(date(2015, 1, 1), date(2016, 1, 1)), st.none()),
        st.builds(
            lambda day, length: (day, day + timedelta(days=length)),
            st.dates(date(2015, 1, 1), date(2015, 3, 1)),
            st.integers(0, 400),
        ),
    ),
    clock=st.one_of(
        st.just((None, None)), st.times().map(lambda at: (at, at)), st.just((time(5), time(11)))
    ),
    agency=st.sampled_from(["police", "police-north", "gp", "gp-2"]),
    sequence=st.integers(0, 3),
    version=st.integers(1, 2),
    row=st.integers(1, 30_000),
)
CHRONOLOGY = st.lists(
    PLACES, max_size=30, unique_by=lambda place: (place.agency, place.version, place.row)
).map(lambda places: [Told(place) for place in places])


@pytest.mark.slow
@given(entries=CHRONOLOGY, seed=st.randoms(use_true_random=False), cut=st.integers(0, 30))
def test_merging_is_lossless_idempotent_and_blind_to_the_order_of_arrival(entries, seed, cut):
    composite = merge(entries, place=by_place)
    shuffled = seed.sample(entries, len(entries))

    assert sorted(map(by_place, composite), key=repr) == sorted(map(by_place, entries), key=repr)
    assert merge(shuffled[:cut], shuffled[cut:], place=by_place) == composite
    assert merge(composite, shuffled[:cut], place=by_place) == composite


@pytest.mark.slow
@given(first=PLACES, second=PLACES)
def test_the_earlier_first_day_comes_first(first, second):
    def begins(place):
        return place.earliest or place.latest or date.max

    if begins(first) < begins(second):
        assert story_key(first) < story_key(second)


def test_the_agency_s_own_sequence_counts_before_its_rows():
    day = date(2016, 5, 12)
    first = Place(day, day, "gp", row=9, sequence=1)
    second = replace(first, row=8, sequence=2)

    assert story_key(first) < story_key(second)


def test_a_time_without_an_end_is_a_moment():
    day = date(2016, 5, 12)
    moment = Place(day, day, "gp", row=1, time_from=time(14), time_to=time(14))

    assert story_key(replace(moment, time_to=None)) == story_key(moment)


def test_two_entries_cannot_be_the_same_row():
    day = date(2016, 5, 12)
    row = Place(day, day, "gp", row=1)

    with pytest.raises(ValueError, match="one place"):
        merge([Told(row, "Seen at home.")], [Told(row, "Not seen.")], place=by_place)
