"""
An HTML page: what it shows, and what only its source does: comments, descriptions, hidden parts.
"""

from collections.abc import Iterator
from typing import Any

from lxml import html

from anonymity.checking.paper import BODY, Line, Paper, lines_of

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt",
    "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul", "br",
}  # fmt: skip
SILENT = {"script", "style", "head"}
DESCRIBED = ("alt", "title", "aria-label", "content")


def read_page(content: bytes) -> Paper:
    """Return the words of a page. Raises lxml's ParserError where there is nothing in it."""
    root = html.document_fromstring(content.decode("utf-8", errors="replace"))
    shown = "".join(letters(root)).split("\n")
    lines = [Line(BODY, number, " ".join(text.split())) for number, text in enumerate(shown, 1)]
    lines += lines_of("comment", (str(one.text) for one in root.iter() if is_comment(one)))
    lines += lines_of("description", described(root))
    lines += lines_of("link", (link.get("href", "") for link in root.iter("a")))
    return Paper(tuple(line for line in lines if not line.is_empty))


def letters(element: Any) -> Iterator[str]:
    """Yield the words of a page with a line for each block, hidden blocks as well."""
    if isinstance(element.tag, str) and element.tag not in SILENT:
        edge = "\n" if element.tag in BLOCKS else ""
        yield edge + (element.text or "")
        for child in element:
            yield from letters(child)
        yield edge
    yield element.tail or ""


def described(root: Any) -> Iterator[str]:
    titles = (title.text or "" for title in root.iter("title"))
    elements = (one for one in root.iter() if isinstance(one.tag, str))
    yield from titles
    yield from (one.get(name, "") for one in elements for name in DESCRIBED)


def is_comment(element: Any) -> bool:
    return not isinstance(element.tag, str)
