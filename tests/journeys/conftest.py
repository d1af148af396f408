"""A town with an empty app of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.people import Town
from tests.live import LiveApp, running_app


@pytest.fixture(scope="module")
def live_app() -> Iterator[LiveApp]:
    """The app as it is installed: nobody in it, and nothing."""
    with running_app() as app:
        yield app


@pytest.fixture
def town(live_app: LiveApp, new_page: Callable[..., Page], tmp_path: Path) -> Town:
    return Town(live_app, new_page, tmp_path)
