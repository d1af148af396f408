"""Stage 3: the panel forms, declares itself independent, and meets."""

from playwright.sync_api import Page

from tests.journeys.cast import INDEPENDENT_CHAIR, PANEL_MEMBER, REFERENCE, TODAY
from tests.journeys.desk import answer, follow, go_home, press, reads

NO_CONNECTION = {
    "Have you known, at work or in private, anyone this review is about?": "No",
    "Have you given a service to them, or managed or supervised somebody who did?": "No",
    "Is there anything else that others should know of?": "No",
}
OF_A_CHAIR = {
    "Do you work for an agency of this review or for the partnership?": "No",
    "Have you worked for an agency of this review, for the partnership or in its area?": "No",
    "Do you take part in another review in this area, or did you?": "No",
    "Statement of independence": "I have chaired reviews for eight years, none of them here.",
}
OF_A_MEMBER = {"Are you senior enough to commit the body you speak for?": "Yes"}


def appoint_the_chair(officer: Page) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Panel")
    press(officer, "Appoint the independent chair")
    answer(
        officer,
        {
            "Full name": INDEPENDENT_CHAIR.full_name,
            "Do they have a vote?": "Yes",
            "They also write the overview report": True,
            "When were they appointed?": TODAY,
            "Email address": INDEPENDENT_CHAIR.email,
        },
    )
    press(officer, "Appoint the chair")


def seat_a_member(officer: Page) -> None:
    follow(officer, "Panel")
    press(officer, "Add a member")
    answer(
        officer,
        {
            "What is their part?": "Panel member",
            "Full name": PANEL_MEMBER.full_name,
            "Job title": "Service manager",
            "Another organisation they come from": "Haven, domestic abuse service",
            "Do they have a vote?": "Yes",
            "What specialist knowledge do they bring?": "Domestic abuse",
            "Email address": PANEL_MEMBER.email,
        },
    )
    press(officer, "Add the member")


def declare_independence(member: Page, answers: dict[str, str]) -> None:
    follow(member, f"Declare your independence in {REFERENCE}")
    answer(member, {**NO_CONNECTION, **answers})
    press(member, "Declare this")
    reads(member, "The declaration is recorded.")


def call_a_meeting(chair: Page, *agenda: str) -> None:
    go_home(chair, REFERENCE)
    follow(chair, "Panel")
    follow(chair, "Meetings and their actions")
    press(chair, "Plan or record a meeting")
    answer(
        chair,
        {
            "On which day?": TODAY,
            "Starts": "10:00",
            "How does the panel meet?": "By video",
            "Agenda": "\n".join(agenda),
        },
    )
    press(chair, "Record the meeting")
    press(chair, "Tell the members")
    press(chair, "Tell them now")


def take_the_minutes(chair: Page, *, item: str, decision: str) -> None:
    press(chair, "Record who came")
    answer(chair, {INDEPENDENT_CHAIR.full_name: "Came", PANEL_MEMBER.full_name: "Came"})
    press(chair, "Record who came")
    reads(chair, "2 of 2 came or were represented")
    press(chair, "Write minutes")
    answer(
        chair,
        {
            "What is it?": "Decision",
            "Under which item of the agenda?": item,
            "Words of the minutes": decision,
        },
    )
    press(chair, "Save")
    reads(chair, decision)
