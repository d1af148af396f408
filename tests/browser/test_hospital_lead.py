"""
A day of a hospital's safeguarding lead: one commissioning pack, from the emailed invitation to the
sign-off by somebody senior who has no account.

Every page on which somebody has to do something counts as a step, whoever does it.
"""

import re
import time
from email import message_from_bytes, policy

import pytest

from tests.agencyfiles.sample import BY_ENQUIRY, word_of
from tests.browser.axe import axe
from tests.browser.walking import accounts_of
from tests.journeys.desk import answer, follow, press, reads
from tests.journeys.evidence import HAD_NO_PART

pytestmark = pytest.mark.slow

FEWER_THAN = 10
LINK = re.compile(r"http\S+")
CODE = re.compile(r"^\d{4} \d{4}$", re.M)
PATIENCE = 240  # seconds for the worker to have sent a letter, beside all else that it does
SENIOR = "bo.lind@calderwick.example"
POST = "IMR author, hospital"
TASK = re.compile("^Confirm that you can write the IMR of .* in WY-DHR-8$", re.S)


class Steps:
    """Counts what people do, and prints it."""

    def __init__(self):
        self.done = []

    def take(self, words):
        self.done.append(words)

    def print(self):
        for number, words in enumerate(self.done, 1):
            print(f"{number}. {words}")


def imr():
    """Return a file that answers the six lines of enquiry of this review, each under a heading."""
    said = list(BY_ENQUIRY.steps)
    place = said.index(("h1", "Policy and training"))
    for number in range(6, 2, -1):
        said.insert(place, ("p", f"Our records answer line {number} in one paragraph."))
        said.insert(place, ("h2", f"Line of enquiry {number}"))
    return word_of(said)


def letter_to(app, address, pattern):
    """Return what fits in the last letter to somebody, once one has come that holds it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for path in reversed(app.mail()):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            if letter["To"] == address and (found := pattern.search(letter.get_content())):
                return found[0]
        time.sleep(0.2)
    raise AssertionError(f"no letter to {address}")


def test_it_takes_fewer_than_ten_steps(open_page, demonstration, tmp_path):
    account = next(one for one in accounts_of(demonstration) if one["role"] == POST)
    lead, senior, steps = open_page(), open_page(), Steps()
    document = tmp_path / "imr.docx"
    document.write_bytes(imr())

    steps.take("follow the link of the invitation and sign in")
    lead.goto(letter_to(demonstration, account["email"], LINK))
    answer(lead, {"Email address": account["email"], "Password": account["password"]})
    press(lead, "Sign in")
    steps.take("choose what is asked")
    with lead.expect_navigation():
        lead.get_by_role("link", name=TASK).click()
    steps.take("say who writes, and that they are independent")
    axe(lead)
    answer(lead, {"Your post": "Named nurse", **HAD_NO_PART})
    press(lead, "Declare this")
    steps.take("upload the Word file")
    axe(lead)
    follow(lead, "The document, as Word or PDF")
    answer(lead, {"The document": document})
    press(lead, "Upload")
    steps.take("confirm what was read in it")
    follow(lead, "Front sheet, parts, recommendations and chronology, as read from it")
    reads(lead, "Ask about control in each first assessment.")
    axe(lead)
    answer(lead, {"How much did your agency find?": "A little"})
    press(lead, "Confirm this")
    steps.take("send it to somebody senior")
    follow(lead, "By a link and a code, sent to somebody senior")
    answer(
        lead,
        {
            "Who signs it off?": "Bo Lind",
            "Their post": "Chief nurse",
            "Their email address": SENIOR,
        },
    )
    press(lead, "Send the link")

    steps.take("follow the link and ask for a code")
    senior.goto(letter_to(demonstration, SENIOR, LINK))
    axe(senior)
    press(senior, "Send me a code")
    steps.take("type the code")
    answer(senior, {"Your code": letter_to(demonstration, SENIOR, CODE)})
    press(senior, "Open the report")
    steps.take("sign it off")
    reads(senior, "Ask about control in each first assessment.")
    axe(senior)
    press(senior, "Sign off")
    reads(senior, "Signed off", "The partnership has it.")

    steps.print()
    assert len(steps.done) < FEWER_THAN
