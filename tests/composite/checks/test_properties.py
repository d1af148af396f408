"""What holds for every story, however odd."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composite.checks.all_checks import CODES, find_all
from composite.checks.options import Options
from composite.checks.story import Address, Agency, Person, Register, Told
from tests.composite.checks.world import AGENCIES, LABELS, REGISTER, cases

pytestmark = pytest.mark.slow

DAYS = st.one_of(st.dates(), st.dates(date(2016, 9, 25), date(2016, 10, 12)))
PIECES = sorted(
    {told.what_happened for code in CODES for one in cases(code, "tuning") for told in one.story}
)
WORDS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=3).map(" ".join))


@st.composite
def tellings(draw):
    precision = draw(
        st.sampled_from(["exact", "exact", "exact", "range", "before", "after", "unknown"])
    )
    days = sorted([draw(DAYS), draw(DAYS)])
    earliest, latest = {
        "exact": (days[0], days[0]),
        "range": tuple(days),
        "before": (None, days[0]),
        "after": (days[0], None),
        "unknown": (None, None),
    }[precision]
    clock = draw(st.one_of(st.none(), st.times()))
    agency = draw(st.sampled_from(sorted(LABELS)))
    return Told(
        root=UUID(int=draw(st.integers(0, 2**128 - 1))),
        agency=agency,
        agency_label=LABELS[agency],
        place="Submission 1, row 1",
        row=draw(st.integers(0, 20)),
        table=draw(st.sampled_from(["", "Table 2"])),
        earliest=earliest,
        latest=latest,
        precision=precision,
        doubt=draw(st.booleans()),
        time_from=clock,
        time_to=draw(st.one_of(st.just(clock), st.none(), st.just(time.max))) if clock else None,
        time_precision=draw(st.sampled_from(["exact", "about", "range", "part", "unknown"])),
        raw_date=draw(WORDS),
        what_happened=draw(WORDS),
        location=draw(WORDS),
        referral=draw(WORDS),
        action_taken=draw(WORDS),
        risk_assessment=draw(st.sampled_from(["", "High", "Standard", "Medium or high"])),
        is_key=draw(st.booleans()),
    )


STORIES = st.lists(tellings(), max_size=8)
REGISTERS = st.builds(
    Register,
    period_from=st.one_of(st.none(), DAYS),
    period_to=st.one_of(st.none(), DAYS),
    died_on=st.one_of(st.none(), DAYS),
    incident_on=st.one_of(st.none(), DAYS),
    people=st.lists(
        st.builds(
            Person,
            role=st.sampled_from(["VICTIM", "PERPETRATOR", "CHILD"]),
            true_name=st.text(max_size=12),
            aliases=st.tuples(st.text(max_size=8)),
            initials=st.tuples(st.text(max_size=3)),
            pseudonym=st.text(max_size=8),
            relationship=st.text(max_size=12),
        ),
        max_size=3,
    ).map(tuple),
    addresses=st.lists(
        st.builds(Address, alias=st.text(max_size=10), address=st.text(max_size=20)), max_size=3
    ).map(tuple),
    agencies=st.one_of(
        st.just(AGENCIES),
        st.lists(
            st.builds(
                Agency,
                slug=st.sampled_from(sorted(LABELS)),
                name=st.text(max_size=20),
                kind=st.sampled_from(["POLICE", "GP", "OTHER", ""]),
                holds_nothing=st.booleans(),
            ),
            max_size=3,
        ).map(tuple),
    ),
)
SOME = Options(gap_months=1, referral_days=3, minutes_apart=0)


@given(story=STORIES, register=REGISTERS, options=st.sampled_from([Options(), SOME]))
def test_nothing_that_an_agency_tells_stops_the_checks(story, register, options):
    for one in find_all(story, register, options=options):
        assert one.words
        assert set(one.roots) <= {told.root for told in story}
        assert len(set(one.roots)) == len(one.roots) > 0


@given(story=STORIES, order=st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_changes_nothing(story, order):
    shuffled = list(story)
    order.shuffle(shuffled)
    assert find_all(shuffled, REGISTER) == find_all(story, REGISTER)


@given(story=STORIES)
def test_the_same_story_gives_the_same_findings_under_the_same_keys(story):
    first, again = find_all(story, REGISTER), find_all(story, REGISTER)
    assert first == again
    keys = [one.key for one in first]
    assert keys == [one.key for one in again]
    assert len(set(keys)) == len(keys)


@given(story=STORIES)
def test_a_check_that_is_off_finds_nothing_and_changes_no_other(story):
    everything = find_all(story, REGISTER)
    for code in CODES:
        alone = find_all(story, REGISTER, on={code})
        assert alone == [one for one in everything if one.check == code]


@given(story=STORIES)
def test_the_labels_of_agencies_are_not_what_is_recognised(story):
    renamed = [replace(told, agency_label="Renamed", place="Submission 2, row 9") for told in story]
    assert {one.key for one in find_all(renamed, REGISTER)} == {
        one.key for one in find_all(story, REGISTER)
    }
