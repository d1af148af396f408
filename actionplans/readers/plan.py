"""The rows of a plan's tables, put together into recommendations and their actions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actionplans.readers.columns import PlanColumn
from actionplans.readers.forms import turned
from actionplans.readers.found import (
    CONSOLIDATED,
    HOME_OFFICE,
    ReadPlan,
    ReadRecommendation,
    Section,
    Unread,
)
from actionplans.readers.headings import goes_on, is_explaining, is_heading, section_of
from actionplans.readers.numbers import CONTINUED, number_in
from actionplans.readers.row import Row
from actionplans.readers.titles import ASKS, PART, is_alone, is_title_of_all, titles_above
from actionplans.readers.word import Around
from chronologies.readers.grid import NO_CELL, Grid, GridRow, Merged

C = PlanColumn
Chosen = Mapping[int, Sequence[PlanColumn]]

ABOVE_HEADING = "It stands above the headings of the table."
NO_HEADING = "No row of this table names its columns, so nobody can tell what it says."
UNSAVED = "It is {fault}. Open the file in Excel, save it and send it again."
EXPLAINING = "It says what the columns are for, and nothing of the plan."
NO_ROWS_UNDER = "It is the heading of a part under which no recommendation stands."
OWN_MARKING = re.compile(r"OFFICIAL[- –]SENSITIVE|OFFICIAL")
# Our own files end a part with it, so that its heading does not count for what comes after
UNDER_NO_HEADING = "Recommendations under no heading"
LEADS = frozenset({C.NUMBER, C.RECOMMENDATION, C.LEARNING})
NO_SECTION = Section(table="", heading_rows=(), headings=(), columns=(), layout=HOME_OFFICE)


def read_plan(
    grids: Sequence[Grid], around: Sequence[Around] = (), *, chosen: Chosen | None = None
) -> ReadPlan:
    """
    Read the tables of a file. Never raises, whatever stands in them.

    chosen: what a person said of the columns, by the number of the part that `sections` lists.
    """
    reader = Reader(chosen or {})
    titles = titles_above(around)
    for number, grid in enumerate(grids, 1):
        reader.read(turned(grid), title=titles.get(number, ""))
    plan = reader.finished()
    plan.around = [(one.where, one.words) for one in around if not is_marking(one.words)]
    return plan


def is_marking(words: str) -> bool:
    """Tell whether words are the marking of the page or its number, which is no part of a plan."""
    return bool(OWN_MARKING.fullmatch(words.strip())) or words.strip().startswith("Page  of")


class Reader:
    """Goes through the rows of all tables; a table without a heading goes on with the last."""

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.plan = ReadPlan()
        self.section = NO_SECTION
        self.heading: tuple[str, GridRow, str] | None = None
        self.heading_is_used = True
        self.table = ""
        self.title_above = ""
        self.waiting: list[GridRow] = []
        self.is_titled = False

    def read(self, grid: Grid, *, title: str = "") -> None:
        """title: the numbered recommendation that stands above the table, outside it."""
        self.table, self.title_above = grid.label, title
        rows = [row for row in grid.rows if not row.is_blank]
        if len(self.section.columns) != grid.width and not grid.is_delimited:
            self.section = NO_SECTION
        place = 0
        while place < len(rows):
            taken = self.take_heading(rows[place:], grid.width)
            if not taken:
                self.take(rows[place], rows[place + 1 :])
            place += taken or 1

    def take_heading(self, rows: Sequence[GridRow], width: int) -> int:
        """Return how many rows are a heading here; 0 where the first is none."""
        if not is_heading(rows[0], before=self.known):
            return 0
        lines = 2 if len(rows) > 1 and goes_on(rows[1], heading=rows[0]) else 1
        section = section_of(
            self.table,
            rows[:lines],
            below=rows[lines:],
            width=width,
            chosen=self.chosen.get(len(self.plan.sections)),
        )
        if section.headings != self.section.headings:  # otherwise repeated on every page
            self.plan.sections.append(section)
            self.section = section
            self.is_titled = False
            self.close_heading()
        self.take_titles_above(rows[0], rows[lines:])
        if len(rows) > lines and is_explaining(rows[lines]):
            self.count(rows[lines])
            self.leave(rows[lines], EXPLAINING)
            lines += 1
        return lines

    def take_titles_above(self, row: GridRow, coming: Sequence[GridRow]) -> None:
        """Take what stands above the headings, in the table or over it, for what is recommended."""
        for title in self.waiting:
            (words,) = (cell.text.strip() for cell in title.cells if cell.is_own)
            self.take_title(words, title, coming)
        if not self.waiting and self.title_above and C.RECOMMENDATION not in self.section.columns:
            number = number_in(self.title_above, after=self.last_number)
            self.begin(row, number=number, text=self.title_above)
            self.is_titled = True
        self.waiting, self.title_above = [], ""

    def take(self, row: GridRow, coming: Sequence[GridRow]) -> None:
        self.count(row)
        row = self.without_faults(row)
        if row.is_blank:
            return
        if not self.known:
            ahead = any(is_heading(one, before=None) for one in coming)
            if ahead and is_title_of_all(row):
                self.waiting.append(row)
            else:
                self.leave(row, ABOVE_HEADING if ahead else NO_HEADING)
        elif title := self.title_in(row):
            self.take_title(title, row, coming)
        else:
            Row(self, self.section, row).take()

    def count(self, row: GridRow) -> None:
        self.plan.rows += 1
        self.plan.cells += sum(cell.is_own for cell in row.cells)

    # Rows that are a title across the table

    def title_in(self, row: GridRow) -> str:
        """Return the words of a row that has no others; empty where it is one of the plan."""
        own = [place for place, cell in enumerate(row.cells) if cell.is_own]
        if len(own) != 1 or any(cell.merged is Merged.ABOVE for cell in row.cells):
            return ""
        (place,) = own
        text = row.cells[place].text.strip()
        spans = place + 1 < len(row.cells) and row.cells[place + 1].merged is Merged.LEFT
        leads = [nth for nth, column in enumerate(self.section.columns) if column in LEADS]
        spans = spans and place <= max(leads, default=0)  # else it lies beside what is recommended
        first = place in leads or (place == 0 and not self.places(C.RECOMMENDATION))
        is_number = len(text) <= 4 or text.rstrip(".").isdecimal() or CONTINUED.fullmatch(text)
        is_rest = not spans and Row(self, self.section, row).is_rest_of_words()
        return text if (spans or first) and not (is_number or is_rest) else ""

    def take_title(self, words: str, row: GridRow, coming: Sequence[GridRow]) -> None:
        if words == UNDER_NO_HEADING:
            self.close_heading()
        elif self.is_part(words, coming):
            self.close_heading()
            self.heading, self.heading_is_used = (words, row, self.table), False
        else:
            number = number_in(words, after=self.last_number)
            self.begin(row, number=number, text=words)
            self.is_titled = True

    def is_part(self, words: str, coming: Sequence[GridRow]) -> bool:
        """Tell whether a title is that of a part, such as a learning point, not what is asked."""
        if PART.match(words):
            return True
        if number_in(words, after=self.last_number):
            return False
        places = self.places(C.RECOMMENDATION)
        if not places:
            return self.section.layout == CONSOLIDATED
        below = next(iter(coming), None)
        if ASKS.search(words) and (below is None or is_alone(below)):
            return False  # one of several that nobody has put an action to
        return below is None or below.cell(places[0]).is_own

    def close_heading(self) -> None:
        """Show the title of a part under which nothing stood as unread."""
        if self.heading and not self.heading_is_used:
            words, row, table = self.heading
            self.plan.unread.append(
                Unread(table=table, row=row.own_row, column="", found=words, why=NO_ROWS_UNDER)
            )
        self.heading, self.heading_is_used = None, True

    # What is put together

    @property
    def known(self) -> Section | None:
        return self.section if self.section.columns else None

    @property
    def current(self) -> ReadRecommendation | None:
        return self.plan.recommendations[-1] if self.plan.recommendations else None

    @property
    def last_number(self) -> str:
        held = self.current
        is_same = held and held.layout == self.section.layout
        return held.number if held and is_same else ""

    def places(self, column: PlanColumn) -> list[int]:
        return [place for place, one in enumerate(self.section.columns) if one is column]

    def begin(self, row: GridRow, *, number: str, text: str) -> ReadRecommendation:
        made = ReadRecommendation(
            place=len(self.plan.recommendations) + 1,
            table=self.table,
            row=row.own_row,
            layout=self.section.layout,
            number=number,
            text=text,
            heading=self.heading[0] if self.heading else "",
        )
        self.heading_is_used = True
        self.plan.recommendations.append(made)
        return made

    def leave(self, row: GridRow, why: str) -> None:
        for place, cell in enumerate(row.cells):
            if cell.is_own:
                self.unread(row, self.section.heading(place), cell.text.strip(), why)

    def unread(self, row: GridRow, column: str, found: str, why: str) -> None:
        self.plan.unread.append(
            Unread(table=self.table, row=row.own_row, column=column, found=found, why=why)
        )

    def without_faults(self, row: GridRow) -> GridRow:
        """Return a row without the cells that hold no words but a formula; they are told of."""
        kept = list(row.cells)
        for place, cell in enumerate(row.cells):
            if cell.is_own and cell.fault and not cell.text.strip():
                found, why = cell.formula or "=", UNSAVED.format(fault=cell.fault)
                self.unread(row, self.section.heading(place), found, why)
                kept[place] = NO_CELL
        return replace(row, cells=tuple(kept))

    def finished(self) -> ReadPlan:
        self.close_heading()
        return self.plan
