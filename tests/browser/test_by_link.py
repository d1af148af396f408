"""An agency without an account answers by its link on a telephone, without scripts."""

import re
import time
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe
from tests.journeys.desk import answer, press, reads, try_to

pytestmark = pytest.mark.slow

LINK = re.compile(r"http\S+/answer/\S+/")
CODE = re.compile(r"^\d{4} \d{4}$", re.M)
PATIENCE = 240  # seconds for the worker to have sent a letter, beside all else that it does
REVIEW = "WY-DHR-9"
NAMES = ("Quillfeather", "Wrackham", "Cooper's Rise")


def letters(app, pattern):
    """Return what stands in the letters about the review that fits, each with its words."""
    found = []
    for path in app.mail():
        letter = message_from_bytes(path.read_bytes(), policy=policy.default)
        words = letter.get_content()
        if REVIEW in letter["Subject"] and (there := pattern.search(words)):
            found.append((there[0], letter))
    return found


def wait_for_letter(app, pattern, *, more_than):
    until = time.monotonic() + PATIENCE
    while len(found := letters(app, pattern)) <= more_than:
        assert time.monotonic() < until, "no letter came"
        time.sleep(0.2)
    return found[-1]


@pytest.fixture
def telephone(browser, demonstration):
    context = browser.new_context(
        base_url=demonstration.url,
        viewport={"width": 375, "height": 800},
        java_script_enabled=False,
        locale="en-GB",
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 375, page.url


def test_an_agency_answers_by_its_link(telephone, open_page, demonstration):
    page, desk = telephone, open_page()
    wait_for_letter(demonstration, LINK, more_than=0)
    open_links = (one for one in letters(demonstration, LINK) if page.goto(one[0]).ok)
    link, letter = next(open_links)
    reads(page, "Answer for your organisation", REVIEW, "Olive Marsh")
    fits(page)
    desk.goto(link)
    axe(desk)

    before = len(letters(demonstration, CODE))
    press(page, "Send me a code")
    code, second = wait_for_letter(demonstration, CODE, more_than=before)
    assert second["To"] == letter["To"]
    fits(page)
    desk.goto(page.url)
    axe(desk)

    answer(page, {"Your code": "0000 0000"})
    try_to(page, "Open the request")
    reads(page, "This code is not right")
    answer(page, {"Your code": code})
    press(page, "Open the request")
    reads(page, *NAMES, "Olive Marsh, 0100 555 0142")
    fits(page)

    answer(page, {"What did your search find?": "Nothing"})
    try_to(page, "Send the answer")
    reads(page, "Enter your name", "Say which systems and records were searched")
    fits(page)
    answer(
        page,
        {
            "Your name": "Ines Okoro",
            "Your job title": "Records manager",
            "Have you secured your records?": "Yes",
            "Systems and records searched": "The visitor book and the till",
            "Names, aliases, dates of birth and addresses searched under": "All in the letter",
            "Who searched": "Ines Okoro",
        },
    )
    desk.context.add_cookies(page.context.cookies())
    desk.goto(link)
    axe(desk)
    press(page, "Send the answer")
    reads(page, "Your answer has arrived", "Nil return", "Ines Okoro, Records manager")
    fits(page)
    desk.goto(page.url)
    axe(desk)

    press(page, "Close this page")
    assert page.goto(link).status == 404
    reads(page, "This link opens nothing")
    fits(page)
    for address in ("/", f"/reviews/{REVIEW}/"):
        page.goto(address)
        expect(page).to_have_url(re.compile("/sign-in/"))
