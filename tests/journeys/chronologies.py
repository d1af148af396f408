"""Stage 5: three agencies' files become one story, and nothing is dropped in silence."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.cast import HOSPITAL, HOUSING, POLICE, REFERENCE, TODAY
from tests.journeys.desk import answer, follow, go_home, press, reads
from tests.journeys.evidence import signed_elsewhere
from tests.journeys.papers import CONTACTS, MENDED_DAY


def send(author: Page, agency: str, file: Path) -> None:
    follow(author, "Domestic homicide reviews")
    follow(author, f"Send the chronology of {agency} in {REFERENCE}")
    answer(author, {"The chronology": file})
    press(author, "Send the chronology")
    wait_until_read(author)


def record(officer: Page, file: Path, email: Path) -> None:
    """Enter a file that came by email, for an agency that has nobody here."""
    go_home(officer, REFERENCE)
    follow(officer, "Chronology")
    follow(officer, "How far each agency’s chronology is")
    follow(officer, HOUSING)
    press(officer, "Enter a file for this agency")
    answer(
        officer,
        {
            "The chronology": file,
            "How did it reach you?": "Email",
            "Who gave it?": "Rita Brook, housing manager",
            "When did they give it?": TODAY,
            "The original": email,
        },
    )
    press(officer, "Enter the chronology")
    wait_until_read(officer)


def wait_until_read(page: Page) -> None:
    """The page looks again by itself while the file is read."""
    expect(page.get_by_role("heading", name="How the file was understood")).to_be_visible()


def mend_the_impossible_day(author: Page) -> None:
    reads(author, "3 rows: 2 entries, 1 to mend.", "there is no 31 February")
    author.get_by_label("Date, and the time if it is known").fill(MENDED_DAY)
    author.get_by_role("button", name="Take it in").click()
    reads(author, "3 rows: 3 entries.")


def submit(page: Page) -> None:
    press(page, "Submit to the review")
    reads(page, "Waiting for sign-off")


def sign_off(senior: Page, agency: str) -> None:
    follow(senior, "Domestic homicide reviews")
    follow(senior, f"Sign off the chronology of {agency} in {REFERENCE}")
    press(senior, "Sign off")


def record_a_sign_off(officer: Page, agency: str, email: Path, *, senior: str) -> None:
    go_home(officer, REFERENCE)
    follow(officer, "Chronology")
    follow(officer, "How far each agency’s chronology is")
    follow(officer, agency)
    press(officer, "Enter the sign-off")
    answer(officer, signed_elsewhere(senior, email))
    press(officer, "Record the sign-off")


def release_all(chair: Page) -> None:
    follow(chair, "Domestic homicide reviews")
    follow(chair, f"Release 3 chronologies to the panel in {REFERENCE}")
    for agency in (POLICE, HOSPITAL, HOUSING):
        follow(chair, f"Release the chronology of {agency}")
        press(chair, "Release to the panel")


def read_the_whole_story(member: Page) -> None:
    go_home(member, REFERENCE)
    follow(member, "Chronology")
    reads(member, "6 entries, all agencies in one order.")
    rows = member.get_by_role("row")
    for agency, words in CONTACTS:
        expect(rows.filter(has_text=agency).filter(has_text=words)).to_have_count(1)
