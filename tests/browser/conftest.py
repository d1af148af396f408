"""The demonstration, served once for all tests of a file, and any number of people in it."""

import pytest

from tests.live import running_app


@pytest.fixture(scope="module")
def demonstration():
    with running_app() as app:
        loaded = app.manage("load_demonstration")
        assert loaded.returncode == 0, loaded.stderr
        yield app


@pytest.fixture
def open_page(browser, demonstration):
    contexts = []

    def opened():
        contexts.append(browser.new_context(base_url=demonstration.url, locale="en-GB"))
        contexts[-1].set_default_timeout(30_000)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
