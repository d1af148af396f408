"""The tools of the browser tests do notice what they are there for."""

import pytest

from tests.browser.axe import axe

pytestmark = pytest.mark.slow


def test_axe_names_what_is_wrong(page):
    page.set_content("<html lang=en><title>A</title><main><h1>A</h1><img src=data:,></main>")

    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_axe_accepts_a_good_page(page):
    page.set_content("<html lang=en><title>A</title><main><h1>A</h1><p>Words.</main>")

    axe(page)


def test_the_browser_reaches_the_running_app(page):
    assert page.goto("/healthz").text() == "ok"
