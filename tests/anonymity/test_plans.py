"""What is said of a plan, and what its rows say."""

import pytest

from anonymity.checking.checks import plans
from tests.anonymity.samples import found

OPEN = "2.1\tTrain staff\tHousing\tMay 2023\tIn progress"
DONE = "2.1\tTrain staff\tHousing\tMay 2023\tComplete"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["All actions are now complete.", OPEN], "All actions are now complete"),
        (["All of the recommendations have been implemented.", OPEN],
         "All of the recommendations have been implemented"),
        (["3 Write a leaflet Housing Mar 2022 Sent out in May 2023, target met"],
         "May 2023, target met"),
    ],
)  # fmt: skip
def test_a_plan_that_is_not_done_is_found(lines, text):
    assert found(plans, *lines) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["All actions are now complete.", DONE],
        ["Most actions are complete.", OPEN],
        ["All actions will be reviewed in May.", OPEN],
        ["3 Write a leaflet Housing Mar 2022 Sent out in January 2022, target met"],
        ["3 Write a leaflet Housing Mar 2022 Sent out in May 2023"],
    ],
)
def test_a_plan_that_agrees_is_left(lines):
    assert found(plans, *lines) == []


@pytest.mark.parametrize(("month", "marked"), [("March 2012", ["March 2012"]), ("March 2020", [])])
def test_a_target_long_before_the_death_is_found(month, marked):
    row = f"4\tTrain staff\tHousing\t{month}\tDone"
    assert found(plans, "ACTION PLAN", "", row) == marked
    assert found(plans, "ACTION PLAN", "", row.replace("March", "guidance of March")) == []


@pytest.mark.parametrize(("month", "marked"), [("March 2019", ["March 2019"]), ("July 2019", [])])
def test_what_was_done_before_the_death_is_found(month, marked):
    row = f"4\tTrain staff\tHousing\tDone: {month}\tSheets"
    assert found(plans, "ACTION PLAN", "", row) == marked
    assert found(plans, "ACTION PLAN", "", row.replace("Done: ", "")) == []
