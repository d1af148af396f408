"""
A real browser on the real app: Debian's Chromium, driven by Playwright.

`page` is one person at a desk; `new_page` is for more people, other sizes, or no JavaScript.
A page that reports an error of its own, or misses a file, fails the test.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)

from run import system
from run.packages import ROOT
from tests.live import LiveApp

CHROMIUM = "/usr/bin/chromium"
HEIGHT = 900
SCREENSHOTS = ROOT / "screenshots"
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if lacking := system.missing([system.CHROMIUM], purpose="The browser tests need Chromium"):
        pytest.fail(lacking, pytrace=False)
    # Playwright's event loop belongs to this thread; the tests' own queries are not async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            chromium_sandbox=os.geteuid() != 0,
            args=["--disable-gpu", "--disable-quic", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(
    request: pytest.FixtureRequest, browser: Browser, live_app: LiveApp
) -> Iterator[Callable[..., Page]]:
    """Open a page for one more person: `new_page(width=375, javascript=False)`."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(*, width: int = 1280, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_app.url,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        note_faults(page, faults)
        return page

    yield open_page
    if request.node.stash.get(FAILED, False):
        keep_pictures(request.node.name, contexts)
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


def note_faults(page: Page, faults: list[str]) -> None:
    """Note what goes wrong in the page itself, beside what the test looks at."""

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"{page.url}: {message.text}")

    def response(answer: Response) -> None:
        if answer.status >= 400 and answer.request.resource_type != "document":
            faults.append(f"{page.url}: {answer.status} for {answer.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", response)


def keep_pictures(test: str, contexts: list[BrowserContext]) -> None:
    """Leave what each person saw when the test failed."""
    SCREENSHOTS.mkdir(exist_ok=True)
    for person, context in enumerate(contexts, start=1):
        for page in context.pages:
            page.screenshot(path=SCREENSHOTS / f"{test}-{person}.png", full_page=True)
