"""Stage 3: the panel says what the review asks, of whom and about which years."""

from datetime import date

from playwright.sync_api import Page

from tests.journeys.cast import (
    DIED_ON,
    HOSPITAL,
    HOUSING,
    PERPETRATOR,
    PERPETRATOR_PSEUDONYM,
    POLICE,
    REFERENCE,
    TODAY,
    VICTIM,
    VICTIM_PSEUDONYM,
)
from tests.journeys.desk import answer, follow, go_home, in_words, press, reads

ENQUIRY = "What did agencies know of control in the home, and what did they do?"


def write_the_terms(chair: Page) -> None:
    go_home(chair, REFERENCE)
    follow(chair, "Terms of reference")
    press(chair, "Begin the terms of reference")
    follow(chair, "Change This review")
    answer(chair, {"Whom is the review about?": [VICTIM_PSEUDONYM, PERPETRATOR_PSEUDONYM]})
    press(chair, "Record whom it is about")
    follow(chair, "Change Period under review")
    answer(
        chair,
        {
            "First day of the period": date(TODAY.year - 3, 1, 1),
            "Last day of the period": DIED_ON,
            "How is it printed?": "Months and years",
        },
    )
    press(chair, "Record the period")
    follow(chair, "Change Key lines of enquiry")
    press(chair, "Add a line of enquiry")
    answer(chair, {"What does the review ask?": ENQUIRY})
    press(chair, "Add this line")
    follow(chair, "Back to the terms of reference")
    follow(chair, "Change Evidence from agencies")
    for agency in (POLICE, HOSPITAL):
        answer(chair, {f"Individual management review from {agency}": True})
    for agency in (POLICE, HOSPITAL, HOUSING):
        answer(chair, {f"Chronology from {agency}": True})
    press(chair, "Record what each sends")


def agree_the_terms(chair: Page) -> None:
    """The meeting agreed them; they print with pseudonyms only."""
    press(chair, "Record the agreement")
    answer(
        chair,
        {
            "Where was it agreed?": f"Meeting 1 of the panel, {in_words(TODAY)}",
            "When was it agreed?": TODAY,
        },
    )
    press(chair, "Record the agreement")
    reads(chair, ENQUIRY, VICTIM_PSEUDONYM)
    words = chair.get_by_role("main").inner_text()
    assert VICTIM not in words
    assert PERPETRATOR not in words
