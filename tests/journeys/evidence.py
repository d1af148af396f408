"""Stage 4: agencies look at their own part, answer for it, and the panel accepts."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.cast import REFERENCE, TODAY
from tests.journeys.desk import answer, follow, go_home, press, reads
from tests.journeys.people import Person

INVOLVED = (
    "Did you ever give a service to any of the people this review is about, or take part in a "
    "decision about them?"
)
HAD_NO_PART = dict.fromkeys(
    (
        INVOLVED,
        "Did you manage or supervise that service, then or since?",
        "Do you line-manage anybody who gave it, or did you then?",
        "Do you report to somebody who gave or managed it?",
        "Do you know any of these people, or anybody close to them, in private life?",
        "Is there anything else that others should know of?",
    ),
    "No",
)


def ask_for_evidence(officer: Page) -> None:
    """What the terms of reference say is chosen already."""
    go_home(officer, REFERENCE)
    follow(officer, "Evidence")
    press(officer, "Ask for evidence")
    press(officer, "Go on")
    press(officer, "Ask for this evidence")
    reads(officer, "3 agencies emailed.")


def admit(officer: Page, person: Person, agency: str, part: str) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Evidence")
    follow(officer, agency)
    press(officer, "Admit an author or senior")
    answer(
        officer,
        {
            "Email address": person.email,
            "Full name": person.full_name,
            "What is their part?": part,
        },
    )
    press(officer, "Admit and email them")


def declare_and_begin(author: Page, agency: str, *, post: str) -> None:
    follow(author, "Domestic homicide reviews")
    follow(author, f"Confirm that you can write the IMR of {agency} in {REFERENCE}")
    answer(author, {"Your post": post, **HAD_NO_PART})
    press(author, "Declare this")


def write_the_imr(author: Page, document: Path, *, found: str, lesson: str, remedy: str) -> None:
    follow(author, "What you found")
    answer(author, {"How much did you find?": "Much", "What did you find?": found})
    press(author, "Save")
    follow(author, "How you looked")
    answer(author, {"Which records did you read?": "Every system of ours, from 2020 to today."})
    press(author, "Save")
    follow(author, "The lines of enquiry")
    follow(author, "Answer line of enquiry 1")
    answer(author, {"Or where does your document say it?": "Section 5"})
    press(author, "Save")
    follow(author, "Back to the task")
    for point, words in (("Learning", lesson), ("Recommendations", remedy)):
        follow(author, point)
        answer(author, {"In your words": words})
        press(author, "Save")
        follow(author, "Back to the task")
    follow(author, "The document, as Word or PDF")
    answer(author, {"The document": document})
    press(author, "Upload")


def ask_for_sign_off(author: Page) -> None:
    follow(author, "Somebody senior, who did not write it, signs it off")
    press(author, "Ask for sign-off")
    reads(author, "Version 1 waits for sign-off.")


def sign_off(senior: Page, agency: str) -> None:
    follow(senior, f"Sign off the IMR of {agency} in {REFERENCE}")
    answer(senior, {"When does it go to the panel?": "Now"})
    press(senior, "Sign off")


def record_a_sign_off(officer: Page, agency: str, email: Path, *, senior: str) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Evidence")
    follow(officer, agency)
    press(officer, "Enter the sign-off")
    answer(officer, {**signed_elsewhere(senior, email), "When did it reach the panel?": TODAY})
    press(officer, "Record the sign-off")


def signed_elsewhere(senior: str, email: Path) -> dict[str, object]:
    return {
        "Who signed it off?": senior,
        "When did they sign it off?": TODAY,
        "How did the sign-off reach you?": "Email",
        "The original": email,
    }


def accept(chair: Page, agency: str) -> None:
    follow(chair, "Domestic homicide reviews")
    follow(chair, f"Read the IMR of {agency} in {REFERENCE}")
    press(chair, "Accept it")
    answer(chair, {"When did the panel accept it?": TODAY})
    press(chair, "Accept it")
    reads(chair, "Accepted")
