"""Reads the tables of a page in docs/, so that a test can run what the page says."""

from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def rows_of(page, *, headings):
    """Return the rows of every table on a page that has exactly these headings."""
    found, inside = [], False
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells == headings:
            inside = True
        elif inside and not set(line) <= set("|- "):
            found.append(cells)
    return found
