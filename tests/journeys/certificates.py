"""What is to leave is checked, what is found decided on, and two people answer for it."""

from playwright.sync_api import Page, expect

from tests.journeys.cast import REFERENCE
from tests.journeys.desk import answer, follow, go_home, press, reads

DONE = "It can be certified."


def have_checked(officer: Page) -> None:
    """From the page of what is to leave: have it checked, and decide on all that is found."""
    press(officer, "Check for identifiers")
    expect(officer.locator("#checking .app-lede")).to_be_visible(timeout=60_000)
    while officer.locator("#checking table a").count():
        if DONE in officer.locator("#checking .app-lede").inner_text():
            break
        decide_on_the_first(officer)
    reads(officer, "certified")


def decide_on_the_first(officer: Page) -> None:
    """The findings still to decide on come first, on this page as on the next."""
    with officer.expect_navigation():
        officer.locator("#checking table a").first.click()
    for box in officer.locator("input[name=chosen]").all():
        box.check()
    stays = officer.get_by_label("It stays", exact=True).count()
    answer(
        officer,
        {
            "What do you decide on those that are ticked?": (
                "It stays" if stays else "It identifies nobody"
            ),
            "Why?": "The panel weighed it.",
        },
    )
    press(officer, "Decide")


def certify(signer: Page, *, what: str, goes_to: str) -> None:
    """Sign as the first person."""
    go_to_checks(signer)
    follow_first(signer, what, table="Checks")
    press(signer, "Certify")
    answer(signer, {"Where does it go?": goes_to})
    signer.get_by_label("I have read it").check()
    press(signer, "Sign the certificate")
    reads(signer, "A second person has to sign")


def sign_too(signer: Page, *, what: str) -> None:
    """Sign as the second person."""
    go_to_checks(signer)
    follow_first(signer, what, table="Certificates")
    signer.get_by_label("I have read it").check()
    press(signer, "Sign as the second person")
    reads(signer, "It is certified.")


def go_to_checks(signer: Page) -> None:
    go_home(signer, REFERENCE)
    follow(signer, "Identifier check")


def follow_first(page: Page, words: str, *, table: str) -> None:
    with page.expect_navigation():
        page.get_by_role("table", name=table, exact=True).get_by_role("link").filter(
            has_text=words
        ).first.click()
