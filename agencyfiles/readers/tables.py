"""What a table of a report is: its front sheet, its sections, its chronology or its action plan."""

import re
from collections.abc import Iterator

from actionplans.readers.columns import PlanColumn, meant_by
from actionplans.readers.headings import is_heading
from agencyfiles.readers.meaning import Part, enquiry_called, front_called, is_post, part_called
from agencyfiles.readers.points import is_of_points
from chronologies.checks.date_is_possible import date_is_possible
from chronologies.checks.row_error import RowError
from chronologies.readers.columns import Column
from chronologies.readers.contents import ANY_YEAR
from chronologies.readers.grid import Grid, GridRow
from chronologies.readers.layout import guess_layout
from chronologies.readers.rows import read_row
from chronologies.readers.wordings import fits, plain

ROWS_LOOKED_AT = 4
SHORT = 60
TELLS = frozenset({Part.CHRONOLOGY, Part.FACTS})  # what was, and never what is to be done
# Above what has been. "Details" or "Summary" can stand above what is to be done as well.
EVENT = re.compile(r"\b(events?|incidents?|contacts?|episodes?|happened|occurred|narrative)\b")
TO_DO = re.compile(r"\b(actions?|tasks?|activit(y|ies)|to be)\b")


def own_cells(row: GridRow) -> list[str]:
    """Return the words of the cells that are there, merged ones once."""
    return [cell.text.strip() for cell in row.cells if cell.is_own]


def pairs_of(row: GridRow) -> Iterator[tuple[str, str]]:
    """Yield label and words side by side: two columns, or two pairs in four."""
    cells = [cell.text.strip() if cell.merged == "" else "" for cell in row.cells]
    for place in range(0, len(cells) - 1, 2):
        if cells[place] or cells[place + 1]:
            yield cells[place], cells[place + 1]
    if len(cells) % 2 and cells[-1]:
        yield "", cells[-1]


def is_front_sheet(grid: Grid) -> bool:
    labels = [label for row in grid.rows for label, _words in pairs_of(row)]
    named = [label for label in labels if front_called(label) or is_post(label)]
    return len(named) >= 2 and not is_chronology(grid)


def is_sections(grid: Grid) -> bool:
    """Tell whether the left column names parts of a report, and the right one has their words."""
    if grid.width != 2:
        return False
    named = [
        row
        for row in grid.rows
        if len(own := own_cells(row)) == 2
        and (part_called(own[0]) is not None or enquiry_called(own[0]))
    ]
    return len(named) >= 2


def is_chronology(grid: Grid, *, part: str = Part.REST) -> bool:
    """Tell whether a table says what was on which day. part: of the report, in which it stands."""
    if guess_layout(grid, remembered={}).left_out:
        return False
    return not is_plan(grid, part=part)


def is_plan(grid: Grid, *, part: str = Part.REST) -> bool:
    """
    Tell whether a table says what is to be done, by whom or by when.

    "Date, event, action" has the columns of a plan, and is none: its days are those of events.
    """
    heads = next((row for row in grid.rows[:ROWS_LOOKED_AT] if is_heading(row, before=None)), None)
    if heads is None:
        return False
    words = own_cells(heads)
    return looks_ahead(words) or not (part in TELLS or tells_of_days(words, part=part))


def looks_ahead(headings: list[str]) -> bool:
    """Tell whether a heading names a recommendation, or a day by which something is done."""
    return any(
        meant_by(words) in (PlanColumn.RECOMMENDATION, PlanColumn.COMPLETION)
        or (meant_by(words) is PlanColumn.TARGET and not names(words, Column.DATE))
        for words in headings
    )


def tells_of_days(headings: list[str], *, part: str) -> bool:
    """Tell whether headings name a day and what happened on it."""
    days = [place for place, words in enumerate(headings) if names(words, Column.DATE)]
    if not days:
        return False
    said = [
        place
        for place, words in enumerate(headings)
        if names(words, Column.WHAT_HAPPENED) and not TO_DO.search(plain(words))
    ]
    if any(EVENT.search(plain(headings[place])) for place in said):
        return True
    return bool(said) and days[0] < said[0] and not is_of_points(part)


def names(heading: str, column: Column) -> bool:
    """Tell whether a heading of a chronology would mean this column before any other."""
    return [meant for _rank, meant in fits(heading)][:1] == [column]


def chronology_rows(grid: Grid) -> list[GridRow]:
    """Return the rows of a chronology that hold words, its heading left out."""
    layout = guess_layout(grid, remembered={})
    return [row for row in grid.rows if row.own_row not in layout.heading_rows and not row.is_blank]


def impossible_days(grid: Grid) -> list[RowError]:
    """Return the days of a chronology that cannot have been, such as 31 February."""
    layout = guess_layout(grid, remembered={})
    read = (
        read_row(row, layout, number=0, table=grid.label, reference_year=ANY_YEAR)
        for row in chronology_rows(grid)
    )
    return [error for row in read if (error := date_is_possible(row))]


def headings_of(grid: Grid) -> GridRow | None:
    """Return the first row where it names columns: short words, and more rows below it."""
    rows = [row for row in grid.rows if not row.is_blank]
    if len(rows) < 2 or grid.width < 2:
        return None
    first = own_cells(rows[0])
    is_short = all(len(words) <= SHORT and not words.endswith(".") for words in first)
    return rows[0] if rows[0].is_heading or (is_short and len(first) >= 2) else None


def with_heads(row: GridRow, heads: GridRow | None) -> list[str]:
    """Return the cells of a row, each but the first with the words above its column."""
    found: list[str] = []
    for place, cell in enumerate(row.cells):
        if not cell.is_own:
            continue
        head = heads.cell(place).text.strip() if heads else ""
        found.append(f"{head}: {cell.text.strip()}" if head and found else cell.text.strip())
    return found
