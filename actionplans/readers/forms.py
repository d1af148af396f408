"""Tables of two columns whose first names what stands beside it, as forms do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from actionplans.readers.columns import PlanColumn, meant_by
from actionplans.readers.headings import is_heading
from actionplans.readers.numbers import NAMED
from chronologies.readers.grid import Cell, Grid, GridRow, Merged

RECOMMENDATION, NUMBER = Cell("Recommendation"), Cell("Recommendation number")


def turned(grid: Grid) -> Grid:
    """Turn such a table, be it one form or several under one another."""
    rows = [row for row in grid.rows if not row.is_blank]
    if not rows or grid.width != 2 or any(is_heading(row, before=None) for row in rows):
        return grid
    forms = [lying(form) for form in forms_of(rows)]
    if not all(is_heading(heading, before=None) for heading, _values in forms):
        return grid
    return replace(grid, rows=tuple(chain.from_iterable(forms)))


def forms_of(rows: Sequence[GridRow]) -> Iterator[Sequence[GridRow]]:
    """Yield the lines of each form: the next begins with what the first began with."""
    starts = [place for place, row in enumerate(rows) if place == 0 or is_start(row, rows[0])]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[start:end]


def is_start(row: GridRow, first: GridRow) -> bool:
    column = meant_by(row.cell(0).text)
    is_same = column is meant_by(first.cell(0).text) and column is not PlanColumn.OTHER
    return is_same and is_across(row) == is_across(first)


def is_across(row: GridRow) -> bool:
    return row.cell(1).merged is Merged.LEFT


def lying(form: Sequence[GridRow]) -> tuple[GridRow, GridRow]:
    """Return the headings of a form and what stands beside them, a row each."""
    pairs = list(chain.from_iterable(map(pairs_in, form)))
    headings, values = zip(*pairs, strict=True)
    return GridRow(form[0].own_row, headings), GridRow(form[0].own_row, values)


def pairs_in(row: GridRow) -> Iterator[tuple[Cell, Cell]]:
    """Yield heading and value of a line; of "Recommendation 3", its number by itself."""
    heading, value = row.cell(0), row.cell(1)
    named = NAMED.match(heading.text)
    if named and named.end() == len(heading.text):
        yield NUMBER, Cell(named[1])
        if not is_across(row):
            yield RECOMMENDATION, replace(value, merged=Merged.HERE)
    elif named and is_across(row):
        yield RECOMMENDATION, Cell(heading.text)
    else:
        yield Cell(heading.text), Cell() if is_across(row) else replace(value, merged=Merged.HERE)
