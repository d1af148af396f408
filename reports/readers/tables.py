"""Tables typed with upright strokes: a row of heads, a row of dashes, rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

STROKE = re.compile(r"(?<!\\)\|")
DASHES = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
MOST_COLUMNS = 12
NARROWEST, WIDEST = 6, 40  # letters, of a column


@dataclass(frozen=True)
class Grid:
    """What the lines of a table say, and what is odd about them, by line."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    oddities: tuple[tuple[int, str], ...]


def is_row(line: str) -> bool:
    return line.startswith("|")


def is_dashes(line: str) -> bool:
    return "|" in line and bool(DASHES.fullmatch(line))


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a row; a stroke after a backslash is a stroke in the words."""
    inner = line.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(cell.replace("\\|", "|").strip() for cell in STROKE.split(inner))


def why_not(lines: Sequence[str]) -> str:
    """Say why lines that begin with strokes are no table; nothing where they are one."""
    if len(lines) < 2 or not is_dashes(lines[1]):
        return "begins like a table, but no line of dashes such as | --- | --- | follows its heads"
    if len(cells_of(lines[0])) > MOST_COLUMNS:
        return f"begins a table of more than {MOST_COLUMNS} columns, which no page holds"
    return ""


def grid(lines: Sequence[str], first: int) -> Grid:
    """
    Read a table; `first` is the number of its first line.

    Nothing is lost: cells too many go into the last one, missing ones are empty.
    """
    heads, odd = cells_of(lines[0]), list[tuple[int, str]]()
    rows = []
    for number, line in enumerate(lines[2:], first + 2):
        cells = cells_of(line)
        if len(cells) != len(heads):
            here, there = counted(len(cells), "cell"), counted(len(heads), "head")
            odd.append((number, f"has {here} under {there}"))
        elif not line.endswith("|"):
            odd.append((number, "does not end with a stroke"))
        rows.append(fitted(cells, len(heads)))
    return Grid(heads, tuple(rows), tuple(odd))


def fitted(cells: tuple[str, ...], count: int) -> tuple[str, ...]:
    kept, over = cells[:count], cells[count:]
    if over:
        return (*kept[:-1], " | ".join((kept[-1], *over)))
    return (*kept, *[""] * (count - len(kept)))


def widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the width of each column in hundredths, by its longest words within reason."""
    longest = [
        min(max(len(text) for text in (head, *(row[at] for row in rows))), WIDEST)
        for at, head in enumerate(heads)
    ]
    asked = [max(letters, NARROWEST) for letters in longest]
    shares = [letters * 100 // sum(asked) for letters in asked]
    return (*shares[:-1], 100 - sum(shares[:-1]))


def counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
