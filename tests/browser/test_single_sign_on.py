"""Single sign-on in a real browser, whose policy lets no form of ours end at another site."""

import re

import pytest
from playwright.sync_api import expect

from tests.accounts.provider import CLIENT, SECRET, Provider
from tests.live import running_app

pytestmark = pytest.mark.slow


@pytest.fixture
def provider():
    provider = Provider()
    provider.claims["amr"] = ["pwd", "mfa"]
    yield provider
    provider.stop()


@pytest.fixture
def app(provider):
    told = {
        "OIDC_SERVER_URL": provider.url,
        "OIDC_CLIENT_ID": CLIENT,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_NAME": "Northside Council",
        "OIDC_SECOND_FACTOR_COUNTS": "1",
    }
    with running_app(**told) as app:
        yield app


def test_the_button_leads_to_the_organisation_and_back(app, provider, browser):
    given = app.manage(
        *("start_post", "--partnership", "Northside", "--kind", "administrator"),
        *("--holder", provider.claims["email"], "--name", "Olive Tarn"),
    )
    assert given.returncode == 0, given.stderr
    for scripts in (True, False):
        page = browser.new_context(java_script_enabled=scripts, locale="en-GB").new_page()
        page.goto(f"{app.url}/")
        page.get_by_role("button", name="Sign in with Northside Council").click()
        page.wait_for_url(re.compile(rf"^{app.url}/(?!sign-in)"))
        expect(page.get_by_text("Olive Tarn").first).to_be_visible()
        page.context.close()
