"""
Every page that the people of the demonstration can reach by its links, wide and narrow.

Each must answer, obey the accessibility rules, scroll nowhere sideways and take the keyboard in
the order in which it reads. Addresses that differ in a number or in what a filter asks for are one
page here; a page that several people see is looked at in the first one's eyes and fetched in the
others'.
"""

import json
import re
from collections import deque
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest

from tests.browser.axe import axe
from tests.live import running_app

pytestmark = pytest.mark.slow

WIDTHS = (1280, 375)
NUMBER = re.compile(r"\d+")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)', re.I)
OUT_OF_ORDER = (
    'document.querySelectorAll(\'[tabindex]:not([tabindex="0"]):not([tabindex="-1"])\').length'
)
MOST = 400  # pages of one person; more would mean that a link makes new addresses for ever


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


def sign_in(page, account):
    page.goto("/sign-in/")
    page.get_by_label("Email address").fill(account["email"])
    page.get_by_label("Password", exact=True).fill(account["password"])
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def shape(address):
    """Return what several addresses of one page have in common."""
    parts = urlsplit(address)
    asked = ",".join(sorted({key for key, _ in parse_qsl(parts.query)}))
    return f"{NUMBER.sub('N', parts.path)}?{asked}"


def links_in(html, *, at):
    """Return the addresses of ours that a page links to."""
    base = "{0.scheme}://{0.netloc}/".format(urlsplit(at))
    found = {urldefrag(urljoin(at, href.replace("&amp;", "&"))).url for href in LINK.findall(html)}
    return sorted(link for link in found if link.startswith(base))


def look(page, where):
    """Open a page and return what is wrong with it at either width."""
    faults = []
    page.goto(where)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{where}: scrolls sideways at {width}")
        try:
            axe(page)
        except AssertionError as fault:
            faults.append(f"at {width} pixels {fault}")
    if page.evaluate(OUT_OF_ORDER):
        faults.append(f"{where}: takes the keyboard out of order")
    return faults


def walk(page, *, looked_at):
    """Visit every page that one person can reach; return their number and all faults."""
    waiting, seen, faults = deque([page.url]), set(), []
    while waiting and len(seen) < MOST:
        where = waiting.popleft()
        if shape(where) in seen:
            continue
        seen.add(shape(where))
        answer = page.request.get(where)
        if answer.status != 200:
            faults.append(f"{where}: {answer.status}")
            continue
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        if shape(where) not in looked_at:
            looked_at.add(shape(where))
            faults += look(page, where)
        waiting += links_in(answer.text(), at=where)
    return len(seen), faults


def test_every_page_of_everybody(open_page, demonstration):
    accounts = json.loads((demonstration.folder.path / "demo-accounts.json").read_text())
    looked_at, faults, counts = set(), [], {}
    for account in accounts:
        page = open_page()
        sign_in(page, account)
        counts[account["role"]], found = walk(page, looked_at=looked_at)
        faults += [f"{account['role']}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)
    assert all(1 < count < MOST for count in counts.values()), counts
