"""
What a table needs to be read row by row on a narrow screen, where css/tables.css stacks its cells.

Every cell carries the words of its column's heading, and every part says its role: a browser that
is told to lay a table out as blocks may no longer take it for a table.
"""

import re
from collections.abc import Sequence

HEADS = re.compile(r"<thead.*?</thead>", re.S)
HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.S)
# Words for screen readers alone, and signs for eyes alone, name no column
ASIDE = re.compile(r"<span[^>]*(?:govuk-visually-hidden|aria-hidden)[^>]*>.*?</span>", re.S)
TAG = re.compile(r"<[^>]*>")
OPENING = re.compile(r"<(thead|tbody|tr|td|th)\b([^>]*)>(\s*</td>)?")
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


def stacked(parts: str) -> str:
    """Return the head and body of a table with roles, and its headings' words on every cell."""
    headings = headings_of(parts)
    column = 0

    def opening(found: re.Match[str]) -> str:
        nonlocal column
        name, rest, closing = found.groups(default="")
        if name not in ("td", "th"):
            column = 0
            return f'<{name}{rest} role="{ROLES[name]}">'
        is_column = 'scope="col"' in rest
        has_label = not (is_column or closing or "colspan" in rest)
        words = label(headings, column) if has_label else ""
        column += 1
        role = ROLES.get(name) or ("columnheader" if is_column else "rowheader")
        return f'<{name}{rest} role="{role}"{words}>{closing}'

    return OPENING.sub(opening, parts)


def headings_of(parts: str) -> list[str]:
    heads = HEADS.search(parts)
    return [bare(heading) for heading in HEADING.findall(heads.group())] if heads else []


def bare(heading: str) -> str:
    """Return the words of a heading that everybody sees, fit to stand in an attribute."""
    return " ".join(TAG.sub("", ASIDE.sub("", heading)).split()).replace('"', "&quot;")


def label(headings: Sequence[str], column: int) -> str:
    words = headings[column] if column < len(headings) else ""
    return f' data-label="{words}"' if words else ""
