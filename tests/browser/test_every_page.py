"""
Every page that the people of the demonstration can reach by its links, wide and narrow.

Each must answer, obey the accessibility rules, scroll nowhere sideways and take the keyboard in
the order in which it reads. A page that several people see is looked at in the first one's eyes
and fetched in the others'.
"""

import pytest

from tests.browser.axe import axe
from tests.browser.walking import MOST, accounts_of, is_page, pages_from, shape, sign_in

pytestmark = pytest.mark.slow

WIDTHS = (1280, 375)
OUT_OF_ORDER = (
    'document.querySelectorAll(\'[tabindex]:not([tabindex="0"]):not([tabindex="-1"])\').length'
)
CUT = (  # tables with more to see at a side, where mostly stands the column that decides
    "[...document.querySelectorAll('.app-table')]"
    ".filter(table => table.scrollWidth > table.clientWidth + 1).length"
)


def look(page, where):
    """Open a page and return what is wrong with it at either width."""
    faults = []
    page.goto(where)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{where}: scrolls sideways at {width}")
        if width == min(WIDTHS) and page.evaluate(CUT):
            faults.append(f"{where}: a table is cut at {width}")
        try:
            axe(page)
        except AssertionError as fault:
            faults.append(f"at {width} pixels {fault}")
    if page.evaluate(OUT_OF_ORDER):
        faults.append(f"{where}: takes the keyboard out of order")
    return faults


def walk(page, *, looked_at):
    """Visit every page that one person can reach; return their number and all faults."""
    count, faults = 0, []
    for where, answer in pages_from(page):
        count += 1
        if answer.status != 200:
            faults.append(f"{where}: {answer.status}")
        elif is_page(answer) and shape(where) not in looked_at:
            looked_at.add(shape(where))
            faults += look(page, where)
    return count, faults


def test_every_page_of_everybody(open_page, demonstration):
    looked_at, faults, counts = set(), [], {}
    for account in accounts_of(demonstration):
        page = open_page()
        sign_in(page, account)
        counts[account["role"]], found = walk(page, looked_at=looked_at)
        faults += [f"{account['role']}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)
    assert all(1 < count < MOST for count in counts.values()), counts
