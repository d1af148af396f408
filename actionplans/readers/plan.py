"""The rows of a plan's tables, put together into recommendations and their actions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actionplans.readers.columns import PlanColumn
from actionplans.readers.found import (
    CONSOLIDATED,
    HOME_OFFICE,
    ReadAction,
    ReadPlan,
    ReadRecommendation,
    Section,
    Unread,
)
from actionplans.readers.headings import goes_on, is_heading, section_of
from actionplans.readers.numbers import CONTINUED, NAMED, number_in, same_words
from actionplans.readers.word import Around
from chronologies.readers.grid import NO_CELL, Cell, Grid, GridRow, Merged

C = PlanColumn
Chosen = Mapping[int, Sequence[PlanColumn]]

ABOVE_HEADING = "It stands above the headings of the table."
NO_HEADING = "No row of this table names its columns, so nobody can tell what it says."
NOT_A_COLUMN = "This column is none of those that a plan is known to have."
UNSAVED = "It is {fault}. Open the file in Excel, save it and send it again."
NO_ROWS_UNDER = "It is the heading of a part under which no recommendation stands."
OWN_MARKING = re.compile(r"OFFICIAL[- –]SENSITIVE|OFFICIAL")
NO_ACTION = "No action agreed yet."
# Our own files end a part with it, so that its heading does not count for what comes after
UNDER_NO_HEADING = "Recommendations under no heading"
NO_SECTION = Section(table="", heading_rows=(), headings=(), columns=(), layout=HOME_OFFICE)
# Columns that the Home Office's layout does not have: they are printed beside it
BESIDE = (C.OTHER, C.OWNER, C.MEASURE)
OF_ACTION = {
    C.LEAD: "lead",
    C.OWNER: "owner",
    C.MILESTONES: "milestones",
    C.MEASURE: "measure",
    C.TARGET: "target",
    C.COMPLETION: "completion",
    C.OUTCOME: "completion",
}
PART = re.compile(r"(learning|lesson|theme|priority|objective|aim|part|section|key)\b", re.I)


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
        self.waiting: GridRow | None = None
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
        lines = 2 if len(rows) > 1 and goes_on(rows[1]) else 1
        number = len(self.plan.sections)
        section = section_of(self.table, rows[:lines], width=width, chosen=self.chosen.get(number))
        if section.headings != self.section.headings:  # otherwise repeated on every page
            self.plan.sections.append(section)
            self.section = section
            self.is_titled = False
            self.close_heading()
        self.take_titles_above(rows[0], rows[lines:])
        return lines

    def take_titles_above(self, row: GridRow, coming: Sequence[GridRow]) -> None:
        """Take what stands above the headings, in the table or over it, for what is recommended."""
        if self.waiting:
            (words,) = (cell.text.strip() for cell in self.waiting.cells if cell.is_own)
            self.take_title(words, self.waiting, coming)
        elif self.title_above and C.RECOMMENDATION not in self.section.columns:
            number = number_in(self.title_above, after=self.last_number)
            self.begin(row, number=number, text=self.title_above)
            self.is_titled = True
        self.waiting, self.title_above = None, ""

    def take(self, row: GridRow, coming: Sequence[GridRow]) -> None:
        self.plan.rows += 1
        self.plan.cells += sum(cell.is_own for cell in row.cells)
        row = self.without_faults(row)
        if row.is_blank:
            return
        if not self.known:
            ahead = any(is_heading(one, before=None) for one in coming)
            if ahead and is_title_of_all(row):
                self.waiting = row
            else:
                self.leave(row, ABOVE_HEADING if ahead else NO_HEADING)
        elif title := self.title_in(row):
            self.take_title(title, row, coming)
        else:
            Row(self, self.section, row).take()

    # Rows that are a title across the table

    def title_in(self, row: GridRow) -> str:
        """Return the words of a row that has no others; empty where it is one of the plan."""
        own = [place for place, cell in enumerate(row.cells) if cell.is_own]
        if len(own) != 1 or any(cell.merged is Merged.ABOVE for cell in row.cells):
            return ""
        (place,) = own
        text = row.cells[place].text.strip()
        spans = place + 1 < len(row.cells) and row.cells[place + 1].merged is Merged.LEFT
        leads = {C.NUMBER, C.RECOMMENDATION, C.LEARNING}
        first = self.section.column(place) in leads or (place == 0 and C.RECOMMENDATION not in
                                                        self.section.columns)  # fmt: skip
        is_number = len(text) <= 4 or text.rstrip(".").isdecimal() or CONTINUED.fullmatch(text)
        return text if (spans or first) and not is_number else ""

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


def is_title_of_all(row: GridRow) -> bool:
    """Tell whether a row above the headings is what is recommended, or the title of a part."""
    words = [cell.text.strip() for cell in row.cells if cell.is_own]
    return len(words) == 1 and bool(PART.match(words[0]) or NAMED.match(words[0]))


def titles_above(around: Sequence[Around]) -> dict[int, str]:
    """Return what is recommended over each table: "Recommendation 3: …", by the table's number."""
    return {one.before: one.words for one in around if NAMED.match(one.words)}


def turned(grid: Grid) -> Grid:
    """Turn a table of two columns whose first names what stands beside it, as forms do."""
    rows = [row for row in grid.rows if not row.is_blank]
    if grid.width != 2 or any(is_heading(row, before=None) for row in rows):
        return grid
    heads = tuple(row.cell(0) for row in rows)
    heading = GridRow(rows[0].own_row if rows else 1, heads)
    if not is_heading(heading, before=None):
        return grid
    values = GridRow(heading.own_row, tuple(row.cell(1) for row in rows))
    return replace(grid, rows=(heading, values))


class Row:
    """One row under a heading."""

    def __init__(self, reader: Reader, section: Section, row: GridRow) -> None:
        self.reader, self.section, self.row = reader, section, row

    def cell(self, column: PlanColumn) -> Cell:
        places = self.reader.places(column)
        return self.row.cell(places[0]) if places else Cell()

    def own(self, column: PlanColumn) -> str:
        """Return what stands in this very cell."""
        cell = self.cell(column)
        return cell.text.strip() if cell.is_own else ""

    def words(self, column: PlanColumn) -> str:
        """Return what counts for this row: its own words, or those of a cell merged down to it."""
        cell = self.cell(column)
        return "" if cell.merged is Merged.LEFT else cell.text.strip()

    def take(self) -> None:
        if self.section.layout == CONSOLIDATED:
            self.take_consolidated()
        else:
            self.take_home_office()

    def take_consolidated(self) -> None:
        text = C.ACTION if C.ACTION in self.section.columns else C.RECOMMENDATION
        words, number = self.own(text), self.own(C.NUMBER)
        current = self.reader.current
        is_more = not number and self.cell(C.NUMBER).merged is Merged.ABOVE
        is_more = is_more or bool(CONTINUED.fullmatch(number))
        if not words and current and current.actions:  # the rest of a row cut by a page
            self.add_to(current.actions[-1])
        elif is_more and current:
            self.add_to(self.new_action(current, words))
        else:
            one = self.reader.begin(self.row, number=number, text=words)
            held = current.agency if current and current.layout == CONSOLIDATED else ""
            one.agency = self.words(C.AGENCY) or held
            one.scope = "Single agency"
            self.add_to(self.new_action(one, "" if words == NO_ACTION else words))
        one_now = self.reader.current
        if one_now and one_now.actions:
            one_now.actions[-1].lead = one_now.agency

    def take_home_office(self) -> None:
        one = self.recommendation()
        if scope := self.own(C.SCOPE):
            one.scope = one.scope if scope in one.scope.split("\n") else joined(one.scope, scope)
        one.agency = self.words(C.AGENCY) or one.agency
        if learning := self.own(C.LEARNING):
            one.heading = learning
        action = self.own(C.ACTION)
        if action == NO_ACTION:
            return
        is_same = self.cell(C.ACTION).merged is Merged.ABOVE or (
            not action and one.actions and self.cell(C.RECOMMENDATION).is_own is False
        )
        if is_same and one.actions:
            self.add_to(one.actions[-1])
        elif action or self.says_more():
            self.add_to(self.new_action(one, action))

    def says_more(self) -> bool:
        """Tell whether any cell of an action stands in this row."""
        places = (self.section.column(place) for place, cell in enumerate(self.row.cells)
                  if cell.is_own)  # fmt: skip
        return any(column in OF_ACTION or column is C.OTHER for column in places)

    def recommendation(self) -> ReadRecommendation:
        """Return the recommendation of this row: the last one, or a new one."""
        words, number = self.own(C.RECOMMENDATION), self.own(C.NUMBER)
        current = self.reader.current
        if C.RECOMMENDATION not in self.section.columns and not self.reader.is_titled:
            return self.action_alone(number, current)
        if current and self.is_of(current, words, number):
            return current
        found = number or number_in(words, after=self.reader.last_number)
        return self.reader.begin(self.row, number=found, text=words or self.own(C.ACTION))

    def action_alone(self, number: str, current: ReadRecommendation | None) -> ReadRecommendation:
        """Return the recommendation of a row of a table that names actions and nothing above."""
        action = self.own(C.ACTION)
        is_rest = not action and not number
        if current and current.table == self.reader.table and is_rest:
            return current
        found = number or number_in(action, after=self.reader.last_number)
        return self.reader.begin(self.row, number=found, text=action)

    def is_of(self, current: ReadRecommendation, words: str, number: str) -> bool:
        if current.layout != self.section.layout or CONTINUED.fullmatch(words):
            return bool(CONTINUED.fullmatch(words))
        if words:
            return same_words(words, current.text) and number in ("", current.number)
        if number and number != current.number:
            return bool(re.match(rf"{re.escape(current.number)}\W", number))
        return True

    def new_action(self, one: ReadRecommendation, words: str) -> ReadAction:
        action = ReadAction(table=self.reader.table, row=self.row.own_row, action=words)
        one.actions.append(action)
        return action

    def add_to(self, action: ReadAction) -> None:
        """Put the cells of this row to an action, those of columns nobody knows beside it."""
        is_new = action.row == self.row.own_row and action.table == self.reader.table
        for place, cell in enumerate(self.row.cells):
            column, words = self.section.column(place), cell.text.strip()
            counts = cell.is_own or (is_new and cell.merged is Merged.ABOVE)
            if not words or not counts:
                continue
            if column in OF_ACTION:
                action.take(OF_ACTION[column], words)
            if cell.is_own and (column in BESIDE or self.is_spare(column, words)):
                action.others.append((self.section.heading(place), words))
            if column is C.OTHER and cell.is_own:
                self.reader.unread(self.row, self.section.heading(place), words, NOT_A_COLUMN)

    def is_spare(self, column: PlanColumn, words: str) -> bool:
        """Tell whether a cell has no place of its own: an agency beside a lead, a part's number."""
        if column is C.AGENCY:
            return self.section.layout != CONSOLIDATED
        current = self.reader.current
        is_part = column is C.NUMBER and current is not None and words != current.number
        return is_part and not CONTINUED.fullmatch(words)


def joined(first: str, second: str) -> str:
    return f"{first}\n{second}" if first else second
