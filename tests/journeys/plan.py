"""Stages 7 and 10: what the panel finds and recommends, and what agencies do about it."""

from datetime import timedelta

from playwright.sync_api import Page

from tests.journeys.cast import HOSPITAL, PARTNERSHIP, POLICE, REFERENCE, TODAY
from tests.journeys.desk import answer, follow, go_home, press, reads
from tests.journeys.papers import SHOUTING
from tests.journeys.terms import ENQUIRY

LEARNT = "Control is found only by asking."
JOINT_REMEDY = "Agree one way in which every agency asks about control."


def find_and_learn(chair: Page) -> None:
    """A finding rests on a row of a chronology; learning rests on the finding."""
    go_home(chair, REFERENCE)
    follow(chair, "Findings and learning")
    press(chair, "Add a finding")
    answer(
        chair,
        {
            "What does the panel find?": "Two calls passed without a question about control.",
            "Which line of enquiry does it answer?": f"1. {ENQUIRY}",
        },
    )
    press(chair, "Add the finding")
    press(chair, "Choose evidence")
    chair.get_by_label(SHOUTING).check()
    press(chair, "It rests on what is ticked")
    follow(chair, "Add a learning point")
    answer(chair, {"What is to be learnt?": LEARNT})
    press(chair, "Add the learning point")


def recommend(chair: Page) -> None:
    go_home(chair, REFERENCE)
    follow(chair, "Action plan")
    press(chair, "Decide on recommendations of reports")
    answer(chair, {"Why?": "Each is for its own agency, which has begun it."})
    press(chair, "Take over from reports of agencies")
    reads(chair, "2 recommendations are taken over.")
    go_home(chair, REFERENCE)
    follow(chair, "Action plan")
    press(chair, "Add a recommendation")
    answer(
        chair,
        {
            "What should be done?": JOINT_REMEDY,
            "How far does it reach?": "Local, multi-agency",
            "Or another body, in words": PARTNERSHIP,
            "Which learning does it rest on?": [f"1. {LEARNT}"],
        },
    )
    press(chair, "Add the recommendation")


def plan_an_action(officer: Page, *, recommendation: int, lead: str, action: str) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Action plan")
    follow(officer, f"Recommendation {recommendation} has no action.")
    press(officer, "Add an action")
    is_agency = lead in (POLICE, HOSPITAL)
    answer(
        officer,
        {
            "Action to take": action,
            "Lead agency" if is_agency else "Or another lead": lead,
            "How will one know that something is different?": "Records say what was asked.",
            "Target date": TODAY + timedelta(days=20),
        },
    )
    press(officer, "Add the action")


def report_progress(contact: Page, *, action: str, words: str) -> None:
    follow(contact, "Domestic homicide reviews")
    follow(contact, f"Report on action {action} in {REFERENCE}")
    press(contact, "Report progress")
    answer(
        contact,
        {
            "How does it stand?": "Done",
            "On which day?": TODAY,
            "What was done, and what is different now?": words,
        },
    )
    press(contact, "Add to the log")
    reads(contact, words)
