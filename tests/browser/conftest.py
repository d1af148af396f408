"""The demonstration, served once for all tests of a file, and any number of people in it."""

import pytest

from tests.browsing import note_faults
from tests.live import running_app


@pytest.fixture(scope="module")
def demonstration():
    with running_app() as app:
        loaded = app.manage("load_demonstration")
        assert loaded.returncode == 0, loaded.stderr
        yield app


@pytest.fixture
def open_page(browser, demonstration):
    contexts, faults = [], []

    def opened():
        contexts.append(browser.new_context(base_url=demonstration.url, locale="en-GB"))
        contexts[-1].set_default_timeout(30_000)
        page = contexts[-1].new_page()
        note_faults(page, faults)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)  # such as what the content security policy stopped
