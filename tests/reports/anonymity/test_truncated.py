import pytest

from reports.anonymity.checks import truncated
from tests.reports.anonymity.samples import found

LONG = "The minutes of the meeting say that the housing officer who had written the letter"


@pytest.mark.parametrize("end", ["would", "had", "of the", "and that", "should consider"])
def test_a_sentence_that_ends_too_soon_is_found(end):
    (one,) = found(truncated, f"{LONG} {end}", "", "4.2 The next paragraph is whole.")
    assert one.endswith(end)


@pytest.mark.parametrize(
    "lines",
    [
        [f"{LONG} would ring."],
        [f"{LONG} would", "ring in the morning."],
        ["What the agencies had"],
        ["Lead agency", "Target date of"],
        [f"{LONG} rang"],
    ],
)
def test_one_that_goes_on_or_is_a_heading_is_left(lines):
    assert found(truncated, *lines) == []
