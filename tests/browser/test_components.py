"""Every component and every kind of question in a real browser, by eye and by keyboard."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from playwright.sync_api import Page, expect

from pages.views import components
from tests.browser.axe import axe

pytestmark = [pytest.mark.slow, pytest.mark.urls("tests.pages.urls")]


@pytest.fixture
def open_gallery(rf: RequestFactory, new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Show the gallery, which the running app does not have, as that app would answer with it."""
    request = rf.get("/components/")
    request.user = AnonymousUser()
    gallery = components(request).content

    def open_page(**look: object) -> Page:
        page = new_page(**look)
        policy = page.request.get("/sign-in/").headers["content-security-policy"]
        headers = {"content-type": "text/html", "content-security-policy": policy}
        page.route("**/components/", lambda route: route.fulfill(body=gallery, headers=headers))
        page.goto("/components/")
        return page

    return open_page


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_components_break_no_rule_and_fit_the_screen(open_gallery, width):
    page = open_gallery(width=width)

    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_stop_of_the_keyboard_skips_to_the_page(open_gallery):
    page = open_gallery(javascript=False)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_problem_has_the_focus_and_leads_to_the_input_to_mend(open_gallery):
    page = open_gallery()
    summary = page.get_by_role("alert").locator("..")

    expect(summary).to_be_focused()
    page.get_by_role("link", name="The day she was found must include").press("Enter")
    expect(page.locator("#id_broken-found_on_month")).to_be_focused()


def test_a_hat_is_changed_by_keyboard_without_a_script(open_gallery):
    page = open_gallery(javascript=False)
    other = page.get_by_role("button", name="IMR author")

    expect(other).to_be_hidden()
    page.get_by_text("CSP officer, Eastmere Partnership").first.press("Enter")
    expect(other).to_be_visible()


def test_a_table_on_a_narrow_screen_is_read_row_by_row(open_gallery):
    page = open_gallery(width=375)
    table = page.get_by_role("region", name="Agencies in this review")
    row = table.get_by_role("row", name="Northside Notified Agency")

    assert row.get_by_role("cell").count() == 4
    for value in row.get_by_role("cell").all():
        place = value.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 375
    heading = "cell => getComputedStyle(cell, '::before').content"
    assert '"What they hold"' in row.get_by_role("cell").last.evaluate(heading)
    assert table.evaluate("table => table.scrollWidth <= table.clientWidth")


def test_a_table_on_a_narrow_screen_can_still_be_sorted(open_gallery):
    page = open_gallery(width=375)
    table = page.get_by_role("region", name="Agencies in this review")

    for column in ("Agency", "Due"):
        place = table.get_by_role("link", name=column, exact=True).bounding_box()
        assert place["x"] + place["width"] <= 375
        assert place["width"] > 10


def test_a_password_can_be_shown(open_gallery):
    page = open_gallery()
    password = page.locator("#id_empty-password")

    page.get_by_role("button", name="Show password").first.click()
    expect(password).to_have_attribute("type", "text")
