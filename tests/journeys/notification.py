"""Stage 1: a death is notified, and the partnership decides."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.cast import (
    BORN_ON,
    DIED_ON,
    NOTIFIED_ON,
    PERPETRATOR,
    REFERENCE,
    TODAY,
    VICTIM,
    VICTIM_ALIAS,
)
from tests.journeys.desk import answer, follow, go_home, press, reads


def open_the_review(officer: Page, notification: Path) -> None:
    follow(officer, "Domestic homicide reviews")
    follow(officer, "Reviews you can open")
    press(officer, "Open a review")
    answer(
        officer,
        {
            "When was the partnership told of the death?": NOTIFIED_ON,
            "Who told it?": "Northside Police, review officer",
            "The notification": notification,
            "What kind of death does it appear to be?": "Intimate partner homicide",
            "Date of death": DIED_ON,
            "Full name of the person who died": VICTIM,
            "Other names the person was known by": VICTIM_ALIAS,
            "Date of birth": BORN_ON,
        },
    )
    press(officer, "Open the review")
    reads(officer, f"{REFERENCE} is open. Ask agencies now.")


def record_the_perpetrator(officer: Page) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "People and pseudonyms")
    press(officer, "Add a person")
    answer(
        officer,
        {
            "Who are they in this review?": "Perpetrator, or alleged",
            "Full name": PERPETRATOR,
            "Relationship to the person who died": "Husband",
        },
    )
    press(officer, "Record the person")


def move_on(page: Page, verb: str, *, to: str) -> None:
    """Take the review to its next stage, where nothing is in the way."""
    go_home(page, REFERENCE)
    press(page, verb)
    press(page, verb)
    reads(page, f"{REFERENCE} now stands at: {to}.")


def decide_to_review(csp_chair: Page) -> None:
    follow(csp_chair, f"Decide whether to review in {REFERENCE}")
    press(csp_chair, "Record a decision")
    answer(
        csp_chair,
        {
            "What was decided?": "Hold a review",
            "Is it final?": "Confirmed",
            "When was it decided?": TODAY,
            "Who decided?": "Conrad Hale, chair of the partnership",
            "Which of these were found to be so?": [
                "The person who died was 16 or over",
                "The other person was a relative, a partner or of the same household",
            ],
            "Which part of the definition does the death meet?": (
                "Violence, abuse or neglect by a current or former intimate partner"
            ),
            "Circumstances of concern": ["Abuse was known to, or reported to, an agency"],
            "Reasons": "Three agencies knew the household, and two knew of abuse.",
            "Who disagreed, and why": "Nobody.",
        },
    )
    press(csp_chair, "Record the decision")


def tell_of_the_decision(officer: Page) -> None:
    for missing, notice in (
        ("the Home Office", "Home Office told of the decision"),
        ("the family", "Family told of the decision"),
    ):
        go_home(officer, REFERENCE)
        follow(officer, f"It is not recorded that {missing} was told of the decision.")
        answer(
            officer,
            {
                "Who was told of what?": notice,
                "Date of the letter": TODAY,
                "How did it go?": "Email",
            },
        )
        press(officer, "Record the letter")
