"""Stage 7: the report is written, read, commented on, agreed and signed off."""

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.cast import CSP_CHAIR, REFERENCE, TODAY, VICTIM_PSEUDONYM
from tests.journeys.desk import answer, follow, go_home, in_words, press, reads


def write(chair: Page, section: str, words: str) -> None:
    go_to_report(chair)
    follow(chair, f"Write {section}")
    chair.get_by_role("button", name="Plain", exact=True).click()
    answer(chair, {section: words})
    press(chair, "Record this section")
    reads(chair, words.splitlines()[-1])


def number_and_release(chair: Page, purpose: str) -> None:
    go_to_report(chair)
    press(chair, "Make a numbered draft")
    answer(chair, {"What is it for?": purpose})
    press(chair, "Make the draft")
    press(chair, "Release the draft")
    press(chair, "Release the draft")


def comment(member: Page, draft: str, *, paragraph: str, words: str) -> None:
    go_to_report(member)
    follow(member, draft)
    reads(member, VICTIM_PSEUDONYM)
    press(member, "Comment on it")
    answer(
        member,
        {"What is it about?": "Overview report", "Paragraph": paragraph, "Comment": words},
    )
    press(member, "Record your comment")


def settle(chair: Page, draft: str, *, because: str) -> None:
    go_to_report(chair)
    follow(chair, draft)
    follow(chair, "1 comment")
    with chair.expect_navigation():
        chair.get_by_role("link", name="Say what becomes of it").click()
    answer(chair, {"What becomes of it?": "Not adopted", "Why?": because})
    press(chair, "Record what becomes of it")


def ask_for_agreement(chair: Page, draft: str) -> None:
    go_to_report(chair)
    follow(chair, draft)
    press(chair, "Ask people to agree")
    answer(
        chair,
        {
            "What is the last day to answer?": TODAY + timedelta(days=7),
        },
    )
    press(chair, "Continue")
    press(chair, "Email 2 people")


def agree(member: Page) -> None:
    follow(member, "Domestic homicide reviews")
    follow(member, f"Answer whether you agree: draft of the report, version 1 in {REFERENCE}")
    answer(member, {"Do you agree?": "Agree"})
    press(member, "Give this answer")


def close_the_round(chair: Page) -> None:
    press(chair, "Close the round")
    press(chair, "Close the round")
    reads(chair, "Agreed: 2 agree.")


def record_the_agreement(chair: Page, draft: str) -> None:
    go_to_report(chair)
    follow(chair, draft)
    press(chair, "Record that the panel agreed")
    answer(
        chair,
        {
            "Where was it agreed?": f"The round closed on {in_words(TODAY)}",
            "When was it agreed?": TODAY,
        },
    )
    press(chair, "Record the agreement")


def sign_off(csp_chair: Page, draft: str, minute: Path) -> None:
    go_to_report(csp_chair)
    follow(csp_chair, draft)
    press(csp_chair, "Record the sign-off")
    answer(
        csp_chair,
        {
            "Which meeting or body signed it off?": "The board of the partnership",
            "When?": TODAY,
            "Who decided?": f"{CSP_CHAIR.full_name}, chair of the partnership",
            "The minute": minute,
        },
    )
    press(csp_chair, "Record the sign-off")


def go_to_report(page: Page) -> None:
    go_home(page, REFERENCE)
    follow(page, "Report")
