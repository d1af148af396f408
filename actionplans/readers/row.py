"""One row under a heading, and the recommendation and the action that its cells belong to."""

import re
from typing import TYPE_CHECKING

from actionplans.readers.columns import PlanColumn
from actionplans.readers.found import CONSOLIDATED, ReadAction, ReadRecommendation, Section
from actionplans.readers.numbers import CONTINUED, is_again, number_in
from actionplans.readers.titles import is_alone
from chronologies.readers.grid import Cell, GridRow, Merged

if TYPE_CHECKING:
    from actionplans.readers.plan import Reader

C = PlanColumn
NOT_A_COLUMN = "This column is none of those that a plan is known to have."
NO_PLACE = "It belongs to no recommendation and no action of this plan."
NO_ACTION = "No action agreed yet."
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


class Row:
    """One row under a heading."""

    def __init__(self, reader: "Reader", section: Section, row: GridRow) -> None:
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
        self.tell_what_is_left()

    def tell_what_is_left(self) -> None:
        """Show as unread whatever found no place in the recommendation or in its actions."""
        current = self.reader.current
        said = f"\n{current.said}\n" if current else ""
        for place, cell in enumerate(self.row.cells):
            words = cell.text.strip()
            if cell.is_own and f"\n{words}\n" not in said and not self.says_again(words, current):
                self.reader.unread(self.row, self.section.heading(place), words, NO_PLACE)

    def says_again(self, words: str, current: ReadRecommendation | None) -> bool:
        is_sign = words == NO_ACTION or bool(CONTINUED.fullmatch(words))
        return is_sign or bool(current and is_again(words, current.text))

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
        one.agency = one.agency or self.words(C.AGENCY)
        learning = self.words(C.LEARNING)
        if learning and learning not in one.heading.split("\n"):
            one.heading = joined(one.heading, learning)
        action = self.own(C.ACTION)
        if action == NO_ACTION:  # beside it our own files name the addressee
            one.agency = one.agency or ("" if one.actions else self.own(C.LEAD))
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
        if current and self.is_rest_of_words():
            current.text = joined(current.text, words)
            return current
        if current and self.is_of(current, words, number):
            return current
        own = number_in(words, after=self.reader.last_number)
        is_of_action = own and number.startswith(f"{own}.")
        found = own if is_of_action else number or own
        return self.reader.begin(self.row, number=found, text=words or self.own(C.ACTION))

    def is_rest_of_words(self) -> bool:
        """Tell whether a row holds nothing but the end of a recommendation cut by a page."""
        words, current = self.own(C.RECOMMENDATION), self.reader.current
        if not (current and words and is_alone(self.row)):
            return False
        is_open = current.text[-1:].isalnum() or current.text.endswith(",")
        begun = next(filter(str.isalpha, current.text), "")
        return words[0].islower() and begun.isupper() and is_open

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
        if self.cell(C.RECOMMENDATION).merged is Merged.ABOVE:
            return True
        if words:
            return is_again(words, current.text) and number in ("", current.number)
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
