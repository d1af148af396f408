"""
The numbers of pages in the contents of a paper with footnotes.

css/print.css would have them counted while pages are laid out. Then pages are laid out again and
again, and WeasyPrint 70 loses footnotes that had moved on to a page that stays as it was. So their
places are laid out as wide as a number may be, and the numbers written into them before the paper
is drawn: once, as laying it all out a second time takes as long as the first.
"""

import re
from typing import Any

CONTENTS = '<nav class="contents"'
LINK = re.compile(r'<a href="#[^"]+"')
ANY_PAGE = "100"  # as wide as a number of a page may be
NUMBER = "a::after"  # what css/print.css makes it of


def with_places(html: str) -> str:
    """Leave places for the numbers in the contents of a paper."""
    head, opening, rest = html.partition(CONTENTS)
    contents, closing, body = rest.partition("</nav>")
    left = LINK.sub(lambda link: f'{link[0]} data-page="{ANY_PAGE}"', contents)
    return head + opening + left + closing + body


def write_numbers(laid: Any) -> None:
    """
    Write the numbers into their places, each to the right of its own.

    laid: a `weasyprint.document.Document`, which this changes beneath its surface: the tests of
    papers with footnotes say whether another version of it still has its boxes so.
    """
    pages = {anchor: page for page, one in enumerate(laid.pages, 1) for anchor in one.anchors}
    for one in laid.pages:
        for box in one._page_box.descendants():
            if box.element_tag == NUMBER and getattr(box, "text", "") == ANY_PAGE:
                number = str(pages.get(box.element.get("href")[1:], ""))
                free = box.width * (1 - len(number) / len(ANY_PAGE))
                box.position_x += free
                box.width -= free
                box.text = box.pango_layout.text = number or " "
