"""What the tests that walk through all pages of the demonstration share."""

import json
import re
from collections import deque
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

NUMBER = re.compile(r"\d+")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)', re.I)
MOST = 500  # pages of one person; more would mean that a link makes new addresses for ever


def accounts_of(demonstration):
    return json.loads((demonstration.folder.path / "demo-accounts.json").read_text())


def sign_in(page, account):
    page.goto("/sign-in/")
    page.get_by_label("Email address").fill(account["email"])
    page.get_by_label("Password", exact=True).fill(account["password"])
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def shape(address):
    """
    Return what several addresses of one page have in common.

    A page is met with each of its filters alone, and once with several: their combinations would
    be more than all other pages together.
    """
    parts = urlsplit(address)
    asked = sorted({key for key, _ in parse_qsl(parts.query)})
    return f"{NUMBER.sub('N', parts.path)}?{asked[0] if len(asked) == 1 else len(asked) and '…'}"


def links_in(html, *, at):
    """Return the addresses of ours that a page links to."""
    base = "{0.scheme}://{0.netloc}/".format(urlsplit(at))
    found = {urldefrag(urljoin(at, href.replace("&amp;", "&"))).url for href in LINK.findall(html)}
    return sorted(link for link in found if link.startswith(base))


def pages_from(page):
    """
    Give every page that a signed-in person can reach, as its address and the answer to it.

    Addresses that differ in a number or in what a filter asks for are one page here.
    """
    waiting, seen = deque([page.url]), set()
    while waiting and len(seen) < MOST:
        where = waiting.popleft()
        if shape(where) in seen:
            continue
        seen.add(shape(where))
        answer = page.request.get(where)
        yield where, answer
        if answer.status == 200 and is_page(answer):
            waiting += links_in(answer.text(), at=where)


def is_page(answer):
    return "text/html" in answer.headers.get("content-type", "")
