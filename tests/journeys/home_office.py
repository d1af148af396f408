"""Stage 8: the Home Office reads the report, and what it asks is answered."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.cast import HOME_OFFICE_LIAISON, REFERENCE, TODAY
from tests.journeys.desk import answer, follow, go_home, press, reads

POINTS = ("Say what support was offered to the family.", "Correct the wording of 9.2.")


def put_the_pack_together(officer: Page, draft: str) -> None:
    follow(officer, "Domestic homicide reviews")
    follow(officer, f"Put the report together for the Home Office in {REFERENCE}")
    press(officer, "Put the first round together")
    answer(officer, {"Which draft is sent?": draft})
    press(officer, "Put it together")


def send_the_pack(officer: Page) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Home Office")
    press(officer, "Record that it was sent")
    answer(officer, {"When was it sent?": TODAY, "How was it sent?": "Email"})
    press(officer, "Record that it was sent")


def read_the_pack(liaison: Page, folder: Path) -> Path:
    """Return the report as the Home Office has it."""
    follow(liaison, "Domestic homicide reviews")
    follow(liaison, f"Read round 1 in {REFERENCE}")
    with liaison.expect_download() as coming:
        liaison.get_by_role("link", name="Overview report, draft 1").click()
    path = folder / "as-sent.pdf"
    coming.value.save_as(path)
    return path


def record_that_it_arrived(officer: Page) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Home Office")
    press(officer, "Record that the Home Office has it")
    answer(
        officer,
        {
            "When did the Home Office have it?": TODAY,
            "How did it reach you?": "Email",
            "Who said so?": HOME_OFFICE_LIAISON.full_name,
            "When did they say so?": TODAY,
        },
    )
    press(officer, "Record it")


def record_the_letter(officer: Page, letter: Path) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Home Office")
    press(officer, "Record the letter")
    answer(
        officer,
        {
            "What does it say?": "Cleared subject to changes",
            "What is the date of the letter?": TODAY,
            "Who signed it?": "Chair of the quality assurance board",
            "How did it reach you?": "Email",
            "The letter itself": letter,
        },
    )
    press(officer, "Record the letter")
    press(officer, "Enter its points")
    answer(officer, {"Paste the points of the letter": "\n".join(f"- {one}" for one in POINTS)})
    press(officer, "Show what was understood")
    reads(officer, "2 points understood")
    press(officer, "Keep these points")


def answer_the_points(chair: Page) -> None:
    go_home(chair, REFERENCE)
    follow(chair, "Home Office")
    follow(chair, "Round 1")
    with chair.expect_navigation():
        chair.get_by_role("link", name="open this point").first.click()
    answer(chair, {"What becomes of it?": "Adopted", "Where did the report change?": "Conclusions"})
    press(chair, "Keep the answer")
    reads(chair, POINTS[1])
    answer(
        chair,
        {"What becomes of it?": "Not adopted", "Reasons": "The words are the neighbour’s own."},
    )
    press(chair, "Keep the answer")
    reads(chair, "2 of 2 answered")
