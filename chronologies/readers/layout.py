"""
Which row of a table is its heading and what each column holds.

A guess that a person sees and may change; `remembered` is what they said the last time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chronologies.readers.columns import Column
from chronologies.readers.contents import Contents, contents_of, is_date
from chronologies.readers.grid import Grid, GridRow, Merged
from chronologies.readers.wordings import fits, is_to_be_done, means_neither, plain

ROWS_LOOKED_AT = 60
LONGEST_IN_HEADING = 120
NAMED_BY_REPEATED = 3
NO_DATES = "no column of dates was found"
NO_EVENTS = "no column that says what happened was found"
TO_DO = "it says what is to be done, and not what happened"


@dataclass(frozen=True, slots=True)
class Layout:
    """
    heading_rows: own row numbers; empty where the table has no heading.
    headings, columns: one for each column of the table.
    left_out: why this table is no chronology; empty if it is one.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    left_out: str = ""

    def in_words(self) -> list[str]:
        """Return the guess as sentences: “Date of contact” is read as: date."""
        return [
            f"“{heading or f'Column {place}'}” is read as: {column.label.lower()}"
            for place, (heading, column) in enumerate(
                zip(self.headings, self.columns, strict=True), start=1
            )
        ]


def guess_layouts(
    grids: Iterable[Grid], *, remembered: Mapping[str, Column] | None = None
) -> list[Layout]:
    """Guess for each table; one without a heading can go on where the table before it ended."""
    layouts: list[Layout] = []
    before: Layout | None = None
    for grid in grids:
        layout = guess_layout(grid, before=before, remembered=remembered or {})
        layouts.append(layout)
        before = before if layout.left_out else layout
    return layouts


def guess_layout(
    grid: Grid, *, before: Layout | None = None, remembered: Mapping[str, Column]
) -> Layout:
    heading = heading_of(grid, remembered)
    headings = words_of(heading, grid.width)
    skipped = {row.own_row for row in heading}
    data = [row for row in grid.rows[:ROWS_LOOKED_AT] if row.own_row not in skipped]
    contents = contents_of(data, grid.width)
    if not heading and before and goes_on(before, contents):
        return replace(before, heading_rows=())
    columns = guess_columns(headings, contents, remembered)
    return Layout(
        heading_rows=tuple(row.own_row for row in heading),
        headings=headings,
        columns=columns,
        left_out=TO_DO
        if is_plan(headings, remembered)
        else reason_to_leave_out(columns, has_heading=bool(heading)),
    )


def is_plan(headings: Sequence[str], remembered: Mapping[str, Column]) -> bool:
    """
    Tell whether a table with dates is one of recommendations or actions to come.

    Only where no heading names what happened: a chronology can have a column of what it teaches.
    """
    meant = {column for words in headings for column in meant_by(words, remembered)}
    return Column.WHAT_HAPPENED not in meant and is_to_be_done(headings)


def goes_on(before: Layout, contents: Sequence[Contents]) -> bool:
    """Tell whether a table without a heading can be the next part of the one before it."""
    if len(before.columns) != len(contents):
        return False
    dates = contents[before.columns.index(Column.DATE)]
    return dates.dates >= 0.5 or not dates.length


def reason_to_leave_out(columns: Sequence[Column], *, has_heading: bool) -> str:
    """
    Say why a table is no chronology; empty if it is one.

    Without a heading the dates stand before the words: "Date of birth" and a day is a front sheet.
    """
    if Column.DATE not in columns:
        return NO_DATES
    if Column.WHAT_HAPPENED not in columns:
        return NO_EVENTS
    dates_first = columns.index(Column.DATE) < columns.index(Column.WHAT_HAPPENED)
    return "" if has_heading or dates_first else NO_DATES


# The heading


def heading_of(grid: Grid, remembered: Mapping[str, Column]) -> list[GridRow]:
    """Return the row that names most columns, and the one below it if the two are merged."""
    rows = grid.rows[:ROWS_LOOKED_AT]
    best = max(rows, key=lambda row: named_columns(row, remembered), default=None)
    if best is None or not named_columns(best, remembered):
        return []
    below = [row for row in rows if row.own_row == best.own_row + 1 and hangs_on(row)]
    return [best, *below]


def named_columns(row: GridRow, remembered: Mapping[str, Column]) -> int:
    """
    Return how many columns a row names; 0 for a row that is no heading.

    A heading names a date, of whatever, or what happened, and one other column at least, unless
    the file itself marks it as a heading.
    """
    texts = [cell.text for cell in row.cells if cell.is_own]
    if any(len(text) > LONGEST_IN_HEADING or is_date(text) for text in texts):
        return 0
    named = {column for text in texts for column in meant_by(text, remembered)[:1]}
    other_dates = any(means_neither(text) for text in texts)
    count = len(named) + other_dates
    is_named = other_dates or named & {Column.DATE, Column.WHAT_HAPPENED, Column.RECORDED_ON}
    return count if is_named and count >= (1 if row.is_heading else 2) else 0


def looks_like_heading(row: GridRow) -> bool:
    """Tell whether a row further down is a heading, too, if in other words than the first."""
    begins_with_a_number = any(cell.text[:1].isdigit() for cell in row.cells)
    return not begins_with_a_number and named_columns(row, {}) >= NAMED_BY_REPEATED


def hangs_on(row: GridRow) -> bool:
    """Tell whether a row is the second line of a heading: some of its cells reach down to it."""
    own = [cell for cell in row.cells if cell.is_own]
    reaches_down = any(cell.merged is Merged.ABOVE for cell in row.cells)
    return reaches_down and all(len(cell.text) <= 40 for cell in own)


def words_of(heading: Sequence[GridRow], width: int) -> tuple[str, ...]:
    """Return the words above each column, of both lines of a heading."""
    lines = [[row.cell(place) for row in heading] for place in range(width)]
    return tuple(
        " ".join(
            " ".join(cell.text.split()) for cell in cells if cell.merged is not Merged.ABOVE
        ).strip()
        for cells in lines
    )


def meant_by(heading: str, remembered: Mapping[str, Column]) -> list[Column]:
    """Return the columns that a heading can mean, the likeliest first."""
    known = remembered.get(plain(heading))
    return [known] if known else [column for _rank, column in fits(heading)]


# The columns


def guess_columns(
    headings: Sequence[str], contents: Sequence[Contents], remembered: Mapping[str, Column]
) -> tuple[Column, ...]:
    columns = [Column.NOTE] * len(headings)
    for _rank, place, column in sorted(claims(headings, contents, remembered)):
        if columns[place] is Column.NOTE and column not in columns:
            columns[place] = column
    if Column.DATE not in columns:
        set_by_content(columns, Column.DATE, dates_among(headings, columns, contents))
    if Column.TIME not in columns and not any(headings):
        set_by_content(columns, Column.TIME, times_among(columns, contents))
    if Column.DATE in columns and Column.WHAT_HAPPENED not in columns:
        set_by_content(columns, Column.WHAT_HAPPENED, words_among(columns, contents))
    return tuple(columns)


def claims(
    headings: Sequence[str], contents: Sequence[Contents], remembered: Mapping[str, Column]
) -> Iterable[tuple[float, int, Column]]:
    """Yield which column wants to be what, and how much: the smallest number wins."""
    for place, heading in enumerate(headings):
        known = remembered.get(plain(heading))
        if known:
            yield (-1, place, known)
            continue
        for nth, (rank, column) in enumerate(fits(heading)):
            if column is not Column.WHAT_HAPPENED:
                yield (rank, place, column)
            elif nth == 0:
                yield (1 / (1 + contents[place].length), place, column)


def set_by_content(columns: list[Column], column: Column, places: Mapping[int, float]) -> None:
    """Give a column to the place where the contents speak for it most."""
    if places:
        columns[max(places, key=lambda place: places[place])] = column


def dates_among(
    headings: Sequence[str], columns: Sequence[Column], contents: Sequence[Contents]
) -> dict[int, float]:
    return {
        place: content.dates
        for place, content in enumerate(contents)
        if content.dates >= 0.5
        and columns[place] in (Column.NOTE, Column.RECORDED_ON)
        and not means_neither(headings[place])
    }


def times_among(columns: Sequence[Column], contents: Sequence[Contents]) -> dict[int, float]:
    return {
        place: content.times
        for place, content in enumerate(contents)
        if content.times >= 0.6 and columns[place] is Column.NOTE
    }


def words_among(columns: Sequence[Column], contents: Sequence[Contents]) -> dict[int, float]:
    """Prefer a column without a meaning; a table can also say all in its "Comments"."""
    spare = (Column.NOTE, Column.COMMENT, Column.ACTION_TAKEN, Column.SOURCE)
    lengths = {
        place: content.length
        for place, content in enumerate(contents)
        if columns[place] in spare and content.length
    }
    notes = {place: n for place, n in lengths.items() if columns[place] is Column.NOTE and n > 20}
    return notes or lengths
