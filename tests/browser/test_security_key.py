"""A security key in a real browser: it is set up at the first sign-in and asked for at the next."""

import pytest

from tests.browser.axe import axe
from tests.journeys.desk import answer, press, reads
from tests.journeys.people import PASSWORD, Person, Town

pytestmark = pytest.mark.slow

KAY = Person("Kay Stone", "kay.stone@westmoor.example")
A_KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": False,
    "hasUserVerification": False,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page_with_key(new_page):
    page = new_page()
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": A_KEY})
    return page


def test_a_key_is_set_up_and_lets_in(live_app, new_page, page_with_key, tmp_path):
    page = page_with_key
    by_name = live_app.url.replace("127.0.0.1", "localhost")  # no browser asks a key elsewhere
    page.goto(invitation(live_app, new_page, tmp_path).replace(live_app.url, by_name))
    answer(page, {"New password": PASSWORD, "New password once more": PASSWORD})
    press(page, "Set password")
    signs_in(page)

    axe(page)
    answer(page, {"Name of the key": "blue key"})
    press(page, "Set up the key")
    axe(page)
    press(page, "I have kept them")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")

    signs_in(page)
    axe(page)
    press(page, "Use your security key")
    page.goto(f"{by_name}/your-account/")
    reads(page, "blue key", "10 recovery codes left")
    axe(page)


def invitation(live_app, new_page, tmp_path):
    """Return the link by which somebody sets their password."""
    asked = ("--partnership", "Westmoor Community Safety Partnership", "--kind", "administrator")
    who = ("--holder", KAY.email, "--name", KAY.full_name)
    assert live_app.manage("start_post", *asked, *who).returncode == 0
    return Town(live_app, new_page, tmp_path).link_in_letter(to=KAY, about="Set up your account")


def signs_in(page):
    answer(page, {"Email address": KAY.email, "Password": PASSWORD})
    press(page, "Sign in")
