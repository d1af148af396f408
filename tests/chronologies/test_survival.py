"""Which rows of an earlier file survive in a later one."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronologies.survival import Told, survivors

MAY = date(2016, 5, 22)
JUNE = date(2016, 6, 1)


def told(what, day=MAY, *others, written=None):
    return Told(
        days=(day, day), date=written or (f"{day:%d/%m/%Y}" if day else ""), what=what,
        others=others or ("", ""),
    )  # fmt: skip


VISIT = told("Home visit. Nobody answered the door, card left.")
LETTER = told("Letter sent to both adults about the missed visit.", JUNE)
CALL = told("Call from the school nurse, who was worried.", JUNE)


def test_rows_are_the_same_wherever_they_now_stand():
    assert survivors([VISIT, LETTER, CALL], [CALL, VISIT, LETTER]) == {0: 2, 1: 0, 2: 1}


def test_rows_with_the_same_words_pair_off_in_order_and_none_twice():
    twice = told("Telephone call, no answer.")
    assert survivors([twice, twice], [twice, twice, twice]) == {0: 0, 1: 1}
    assert survivors([twice, twice, twice], [twice]) == {0: 0}


def test_a_row_written_anew_on_its_day_is_still_the_same():
    again = told("Home visit at two. Nobody answered the door, so a card was left for the adults.")
    other = told("Seen at the surgery with a bruise on the left arm.")
    assert survivors([VISIT, LETTER], [other, again]) == {1: 0}


def test_of_two_alike_each_goes_on_as_what_it_is_most_like():
    before = [told(f"Home visit, {who} was in and upset.") for who in ("mother", "father")]
    now = [told(f"Home visit, {who} was in and very upset.") for who in ("father", "mother")]
    assert survivors(before, now) == {0: 1, 1: 0}


def test_the_same_words_beside_other_words_tell_which_is_which():
    before = [
        told("Call, no answer.", MAY, "10:00", "x"),
        told("Call, no answer.", MAY, "14:00", "x"),
    ]
    now = [told("Call, no answer.", MAY, "14:00", "y"), told("Call, no answer.", MAY, "10:00", "y")]
    assert survivors(before, now) == {0: 1, 1: 0}


def test_a_corrected_date_keeps_its_event():
    assert survivors([VISIT], [told(VISIT.what, JUNE)]) == {0: 0}
    short = told("Call.", MAY, "Case system", "")
    assert survivors([short], [told("Call.", JUNE, "Case system", "")]) == {0: 0}


def test_a_corrected_date_with_another_source_needs_words_that_tell():
    assert survivors([VISIT], [told(VISIT.what, JUNE, "Paper file", "")]) == {0: 0}
    assert survivors([told("Call.")], [told("Call.", JUNE, "Paper file", "")]) == {}
    assert survivors([VISIT, VISIT], [told(VISIT.what, JUNE, "Paper file", "")]) == {}


def test_similar_words_on_another_day_are_another_event():
    assert survivors([VISIT], [told(VISIT.what.replace("card", "note"), JUNE)]) == {}


def test_other_words_on_the_same_day_are_another_event():
    assert survivors([VISIT], [told(LETTER.what)]) == {}


def test_columns_read_otherwise_are_the_same_row():
    before = told("Late.", MAY, "Home visit.", "")
    assert survivors([before], [told("Home visit.", MAY, "", "Late.")]) == {0: 0}


def test_rows_without_a_day_are_known_by_their_words():
    before = told("Called back and left a message.", None)
    assert survivors([before], [told("Called back, left a message.", None)]) == {0: 0}


WORDS = st.lists(
    st.sampled_from(["call", "visit", "letter", "school", "nurse", "upset"]), max_size=4
)
ROWS = st.lists(
    st.builds(
        lambda words, day, other: told(" ".join(words), day, other, ""),
        WORDS, st.sampled_from([MAY, JUNE, None]), st.sampled_from(["", "Case system"]),
    )
)  # fmt: skip


@given(ROWS, ROWS)
def test_no_row_is_in_two_pairs(before, now):
    found = survivors(before, now)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(now)))
    assert set(found.values()) <= set(range(len(before)))


@given(st.data(), ROWS)
def test_a_file_sent_again_in_any_order_changes_nothing(data, before):
    now = data.draw(st.permutations(before))
    found = survivors(before, now)
    assert sorted(found.values()) == list(range(len(before)))
    assert all(now[new] == before[old] for new, old in found.items())


@given(ROWS, ROWS, st.randoms())
def test_rows_come_and_go_and_the_rest_stay_what_they_were(before, more, chance):
    """What is in both files in the same words is never taken for something else."""
    now = [*before, *more]
    chance.shuffle(now)
    found = survivors(before, now)
    assert sorted(found.values()) == list(range(len(before)))
    assert all(now[new] == before[old] for new, old in found.items())


@given(ROWS, ROWS)
def test_nothing_old_is_left_that_something_new_says_in_the_same_words(before, now):
    found = survivors(before, now)
    gone = {row for place, row in enumerate(before) if place not in found.values()}
    come = {row for place, row in enumerate(now) if place not in found}
    assert not gone & come


@pytest.mark.slow
@pytest.mark.parametrize("days", [3000, 1])
def test_the_largest_files_are_held_against_each_other_in_seconds(days):
    """All of it in one day is the worst that can come. Looking at all pairs would take hours."""
    chance = Random(1)
    words = [f"word{n}" for n in range(2000)]
    before = [
        told(" ".join(chance.choices(words, k=30)), date.fromordinal(735_000 + n % days))
        for n in range(30_000)
    ]
    now = [told(f"{row.what} and more", row.days[0]) for row in before]
    chance.shuffle(now)
    found = survivors(before, now)
    assert len(found) == len(before)
    assert all(now[new].what.startswith(before[old].what) for new, old in found.items())
