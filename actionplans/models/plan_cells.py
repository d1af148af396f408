"""
The words that a recommendation or an action has in the cells of the plan it was brought in from.

They are printed as they are for as long as the record says what was read from them; once somebody
changes the record, it is the record that is printed.
"""

from collections.abc import Mapping
from typing import Any

Cells = Mapping[str, Any]


def kept_cell(words: str, *, printed: str) -> dict[str, str]:
    """Return a cell to keep. printed: what the record itself says there at the time."""
    return {"words": words, "printed": printed}


def words_in_plan(cells: Cells, column: str) -> str:
    """Return the words of a cell of the plan, whatever became of the record since."""
    kept = cells.get(column)
    return str(kept["words"]) if kept else ""


def as_in_plan(cells: Cells, column: str, *, printed: str) -> str:
    """Return the words of a cell while the record still prints what it did, else what it prints."""
    kept = cells.get(column)
    if kept is None or kept["printed"] != printed:
        return printed
    return str(kept["words"])


def others_in_plan(cells: Cells) -> tuple[tuple[str, str], ...]:
    """Return heading and words of the cells in columns that the Home Office's layout lacks."""
    return tuple((heading, words) for heading, words in cells.get("others", ()))
