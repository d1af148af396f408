"""A day of a chair: a round is closed with one objection, one late email and one silence."""

from datetime import date

import pytest

from tests.browser.axe import axe
from tests.browser.walking import accounts_of, sign_in
from tests.journeys.desk import answer, follow, press, reads, try_to
from tests.journeys.papers import email

pytestmark = pytest.mark.slow

ROUND = "minutes of meeting 1, version 1 in WY-DHR-8"
CAME_TO = (
    "Not agreed: 1 objection. 2 agree, 1 gave no answer, which is no agreement, 1 answer was late."
)


def test_a_chair_closes_a_round(open_page, demonstration, tmp_path):
    chair = open_page()
    accounts = accounts_of(demonstration)
    sign_in(chair, next(one for one in accounts if one["role"] == "Independent chair"))

    follow(chair, f"Settle what was objected to: {ROUND}")
    reads(chair, "2 of 4 have answered", "It is not in the minutes.", "No answer")
    axe(chair)

    row = chair.get_by_role("row").filter(has_text="Nora Ashby")
    with chair.expect_navigation():
        row.get_by_role("link", name="Enter an answer").click()
    answer(
        chair,
        {
            "What did they answer?": "Agree",
            "How did it reach you?": "Email",
            "When did they give it?": date.today(),  # noqa: DTZ011
            "The original": email(tmp_path),
        },
    )
    press(chair, "Record the answer")
    reads(chair, "The answer of Nora Ashby is recorded. It was late.", "The original", "Late")

    press(chair, "Close the round")
    try_to(chair, "Close the round")
    reads(chair, "1 objection is not settled: Paul Denny. Say first what becomes of it.")
    follow(chair, "Back to the round")
    with chair.expect_navigation():
        chair.get_by_role("link", name="Say what becomes of it").click()
    answer(
        chair,
        {
            "What becomes of it?": "Not taken up, and kept as dissent",
            "Why?": "The panel decided on a short report, and the minutes say so.",
        },
    )
    axe(chair)
    press(chair, "Record what becomes of it")

    press(chair, "Close the round")
    reads(chair, CAME_TO)
    press(chair, "Close the round")
    reads(chair, CAME_TO, "by Irene Vale", "The panel decided on a short report")
    axe(chair)
    with chair.expect_download() as taken:
        chair.get_by_role("link", name="The summary as a PDF").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF")
