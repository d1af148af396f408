"""Stage 2: agencies are asked what they know, and answer each in their own way."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.cast import HOSPITAL, HOUSING, POLICE, REFERENCE, SURGERY, TODAY, VICTIM
from tests.journeys.desk import answer, follow, go_home, press, reads, try_to


def ask_agencies(officer: Page) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Agencies")
    press(officer, "Ask agencies")
    for agency in (POLICE, HOSPITAL, HOUSING, SURGERY):
        answer(officer, {agency: True})
    press(officer, "Go on with the ticked agencies")
    answer(officer, {"Whom to ring with questions": "Olive Partridge, 0300 000 0000"})
    press(officer, "Ask the agencies")
    reads(officer, "4 agencies emailed, 2 people admitted to answer.", "0 of 4 answered.")


def answer_in_person(contact: Page, agency: str, *, account: str) -> None:
    follow(contact, f"Say what {agency} knows in {REFERENCE}")
    reads(contact, VICTIM, "From now on nothing about these people may be deleted")
    answer(
        contact,
        {
            "Have you secured your records?": "Yes",
            "What did your search find?": "Much contact",
            "What is known": account,
        },
    )
    press(contact, "Send the answer")
    reads(contact, "Your answer has arrived")


def record_an_emailed_answer(officer: Page, email: Path) -> None:
    record_answer(
        officer,
        HOUSING,
        {
            "What did the agency answer?": "Chronology only",
            "How did it reach you?": "Email",
            "Who gave it?": "Rita Brook, housing manager",
            "When did they give it?": TODAY,
            "The original": email,
        },
    )
    reads(officer, "Entered for Rita Brook, housing manager from an email", email.name)


def record_a_nil_return(officer: Page) -> None:
    """A nil return counts once it says what was searched; nothing typed before is lost."""
    go_to_answer(officer, SURGERY)
    answer(
        officer,
        {
            "What did the agency answer?": "Nil return",
            "How did it reach you?": "Telephone",
            "Who gave it?": "Practice manager",
            "When did they give it?": TODAY,
        },
    )
    try_to(officer, "Record the answer")
    reads(officer, "Say which systems and records were searched", "Say who searched")
    answer(
        officer,
        {
            "Systems and records searched": "The patient record system and the paper archive",
            "Names, aliases, dates of birth and addresses searched under": "All in the letter",
            "Who searched": "Practice manager",
        },
    )
    press(officer, "Record the answer")
    follow(officer, "Agencies")
    reads(officer, "4 of 4 answered.")


def record_answer(officer: Page, agency: str, answers: dict[str, object]) -> None:
    go_to_answer(officer, agency)
    answer(officer, answers)
    press(officer, "Record the answer")


def go_to_answer(officer: Page, agency: str) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Agencies")
    follow(officer, agency)
    press(officer, "Record an answer")
