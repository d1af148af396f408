"""
An agency's report in Word, read into the parts that a review keeps.

Nothing is dropped: each paragraph and cell is on the front sheet, in a part, in the chronology, or
in a piece that says why it has no part. What a heading means is in `meaning`.
"""

import re
import warnings
from collections.abc import Callable, Collection, Sequence

from actionplans.readers.numbers import folded
from actionplans.readers.plan import read_plan
from agencyfiles.models import Front
from agencyfiles.readers import found as why
from agencyfiles.readers import tables
from agencyfiles.readers.blocks import Block, WordReport
from agencyfiles.readers.found import FrontWords, Piece, ReadReport
from agencyfiles.readers.meaning import (
    PEOPLE,
    POINTS,
    Part,
    enquiry_called,
    front_called,
    is_post,
    part_called,
    says_nothing,
)
from agencyfiles.readers.points import Point, goes_on, is_of_points, number_of
from chronologies.readers.grid import CannotRead, Grid
from chronologies.readers.opening import DAMAGED

LABELLED = re.compile(r"([^:\n]{2,60}):\s+(\S.*)", re.DOTALL)
SPOKEN = {"action": "Action", "lead": "Lead", "owner": "Who", "milestones": "Milestones",
          "measure": "How one will know", "target": "By when",
          "completion": "Completed"}  # fmt: skip


def read_report(
    content: bytes, *, enquiries: Sequence[str] = (), own_words: Collection[str] = ()
) -> ReadReport:
    """
    Read a Word file. Raises CannotRead in words fit to show; never anything else.

    enquiries: the words of the lines of enquiry, in order, to find them in headings.
    own_words: what stands in the template that the agency was given.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            blocks = WordReport(content).blocks()
    except Exception as fault:  # a damaged file makes the libraries raise anything
        raise CannotRead(DAMAGED) from fault
    reader = Reader(enquiries, {folded(words) for words in own_words})
    for block in blocks:
        reader.take(block)
    return reader.finished()


def may_be_heading(block: Block) -> bool:
    """Tell whether a paragraph can name a part: a heading, or short words that are no sentence."""
    return bool(block.level) or not (block.is_listed or block.words.endswith((".", ";", ",")))


class Reader:
    """Goes through a report from its beginning, and knows under which heading it is."""

    def __init__(self, enquiries: Sequence[str], own_words: Collection[str]) -> None:
        self.enquiries = [folded(words) for words in enquiries]
        self.own_words = own_words
        self.read = ReadReport()
        self.part: str = Part.FRONT
        self.heading, self.level = "", 0
        self.pieces: list[Piece | Point] = []
        self.last: Point | None = None
        self.person: Front | None = None
        self.is_passage = False

    def finished(self) -> ReadReport:
        kept = [one.piece() if isinstance(one, Point) else one for one in self.pieces]
        self.read.pieces = [one for one in kept if one.found.strip()]
        return self.read

    def take(self, block: Block) -> None:
        if block.grid:
            self.table(block.grid)
        elif block.where:
            self.leave(block.words, why.IN_MARGIN.format(where=block.where.lower()))
        elif folded(block.words) in self.own_words and not block.level:
            self.leave(block.words, why.OWN_WORDS)
        elif not self.begins(block):
            self.paragraph(block)

    # Headings

    def begins(self, block: Block) -> bool:
        """Go on to another part where a paragraph is its heading; tell whether it was one."""
        number = self.enquiry_in(block)
        part = part_called(block.words) if may_be_heading(block) else None
        if number and (block.level or part is None) and self.part != Part.FRONT:
            self.enter(f"enquiry-{number}", block)
        elif (
            is_of_points(self.part)
            and number_of(block.words, after="")[0]
            and ((block.level and block.level > self.level) or part == self.part)
        ):
            return False
        elif part is not None and not (part is Part.FRONT and not block.level):
            self.enter(part, block)
        elif block.level and block.level > self.level and self.heading:
            return False
        elif block.level:
            self.enter(Part.FRONT if self.is_at_title else Part.REST, block)
        else:
            return False
        return True

    @property
    def is_at_title(self) -> bool:
        """Test whether nothing was said yet but the titles of the file."""
        return self.part == Part.FRONT and not (self.read.front or self.pieces)

    def enquiry_in(self, block: Block) -> int | None:
        """Return the line of enquiry that a heading names, by its number or in its own words."""
        words = folded(block.words)
        for number, text in enumerate(self.enquiries, 1):
            if block.level and len(text) > 20 and text.rstrip(".?") in words:
                return number
        is_title = block.level or len(block.words) <= 25
        number_named = enquiry_called(block.words) if is_title and not block.is_listed else None
        return number_named if number_named and self.is_line(number_named) else None

    def is_line(self, number: int) -> bool:
        return not self.enquiries or number <= len(self.enquiries)

    def enter(self, part: str, block: Block) -> None:
        self.part, self.heading, self.level = part, block.words, block.level
        self.read.headings.append(block.words)
        self.last, self.is_passage, self.person = None, False, None

    # Paragraphs

    def paragraph(self, block: Block) -> None:
        if self.part == Part.FRONT:
            self.front_line(block.words)
        elif is_of_points(self.part):
            self.point(block)
        else:
            self.passage(block.words)

    def front_line(self, words: str) -> None:
        for line in words.splitlines():
            labelled = LABELLED.fullmatch(line.strip())
            if not labelled or not self.front(labelled[1], labelled[2].strip()):
                self.leave(line, why.NOT_ON_FRONT)

    def front(self, label: str, words: str) -> bool:
        """Keep what the front sheet says of something; tell whether it is known here."""
        named = self.person if is_post(label) else front_called(label)
        if named is None:
            return False
        if words:
            self.read.front.append(FrontWords(named, " ".join(words.split()), label))
        self.person = named if named in PEOPLE else self.person
        return True

    def passage(self, words: str, *, reason: str = "") -> None:
        """Add words to what stands under the heading, as one piece."""
        is_kept = self.part not in (Part.REST, Part.ANALYSIS, Part.CHRONOLOGY)
        part = self.part if is_kept else Part.REST
        reason = reason or ("" if is_kept else why.NO_PLACE if self.heading else why.NOT_KNOWN)
        before = self.pieces[-1] if self.is_passage and self.pieces else None
        if isinstance(before, Piece) and before.part == part and before.why == reason:
            joined = f"{before.words}\n\n{words}"
            self.pieces[-1] = Piece(part, joined, joined, self.heading, reason)
        else:
            self.pieces.append(Piece(part, words, words, self.heading, reason))
        self.is_passage = True

    def leave(self, words: str, reason: str) -> None:
        """Keep words that have no part, with the reason."""
        if words.strip():
            self.pieces.append(Piece(Part.REST, words.strip(), words.strip(), self.heading, reason))
        self.is_passage = False

    def point(self, block: Block) -> None:
        number, words = number_of(block.words, after=self.last.number if self.last else "")
        if not number and says_nothing(words):
            self.leave(words, why.SAYS_NOTHING)
        elif self.last and self.last.is_title_alone and block.is_listed:
            self.pieces[-1] = Piece(
                Part.REST, self.last.lines[0], self.last.found[0], self.heading, why.LEAD_IN
            )
            self.add_point(number, words, block)
        elif (
            self.last
            and not (number or block.level)
            and goes_on(words, is_listed=block.is_listed, last=self.last)
        ):
            self.last.add(words)
        elif not number and words.endswith(":") and not block.is_listed and not block.level:
            self.leave(words, why.LEAD_IN)
        else:
            self.add_point(number, words, block)

    def add_point(self, number: str, words: str, block: Block) -> None:
        self.last = Point(
            part=self.part,
            heading=self.heading,
            number=number,
            is_listed=block.is_listed,
            is_titled=bool(block.level),
        )
        self.last.add(words, found=block.words)
        self.pieces.append(self.last)

    # Tables

    def table(self, grid: Grid) -> None:
        self.is_passage = False
        self.taker_of(grid)(grid)
        self.is_passage = False

    def taker_of(self, grid: Grid) -> Callable[[Grid], None]:
        if tables.is_front_sheet(grid):
            return self.front_sheet
        if tables.is_sections(grid):
            return self.sections
        if tables.is_chronology(grid, part=self.part):
            return self.chronology
        if tables.is_plan(grid, part=self.part) and self.part not in POINTS - {Part.RECOMMENDATION}:
            return self.plan
        return self.points_in if is_of_points(self.part) else self.rows

    def rows(self, grid: Grid) -> None:
        for row in grid.rows:
            if not row.is_blank:
                self.passage(" | ".join(tables.own_cells(row)))

    def front_sheet(self, grid: Grid) -> None:
        for row in grid.rows:
            for label, words in tables.pairs_of(row):
                if not self.front(label, words):
                    self.leave(": ".join(filter(None, (label, words))), why.NOT_ON_FRONT)

    def sections(self, grid: Grid) -> None:
        """Take each row for a section of its own: the heading on the left, its words beside it."""
        for row in grid.rows:
            own = tables.own_cells(row)
            if not own:
                continue
            if not self.begins(Block(own[0], level=1)):
                self.leave(own[0], why.NO_PLACE)
            for line in "\n".join(own[1:]).splitlines():
                self.take(Block(line.strip())) if line.strip() else None

    def chronology(self, grid: Grid) -> None:
        rows = tables.chronology_rows(grid)
        if not rows:
            words = (" | ".join(tables.own_cells(row)) for row in grid.rows)
            self.leave("\n".join(filter(None, words)), why.EMPTY_TABLE)
            return
        self.read.chronologies.append(grid.label)
        self.read.chronology_rows += len(rows)
        self.read.impossible_days += tables.impossible_days(grid)
        self.read.chronology_words += [row.words for row in grid.rows]

    def points_in(self, grid: Grid) -> None:
        """Take each row of a table for a point of the part that the table stands in."""
        heads = tables.headings_of(grid)
        for row in grid.rows:
            cells = tables.with_heads(row, heads)
            if row is heads or not cells:
                continue
            number, first = number_of(f"{cells[0]} ", after="")
            bare = cells[0].strip(" .").isdecimal() and len(cells) > 1
            lines = cells[1:] if bare else [first, *cells[1:]]
            if bare and heads and ": " in lines[0]:
                lines[0] = lines[0].split(": ", 1)[1]
            made = Point(part=self.part, heading=self.heading, number=number)
            made.lines, made.found = lines, [" | ".join(tables.own_cells(row))]
            self.pieces.append(made)
        self.last = None

    def plan(self, grid: Grid) -> None:
        """Read a table of recommendations and actions; one said before gets its actions here."""
        read = read_plan([grid])
        for one in read.recommendations:
            point = self.recommendation(one.text or one.number, found=f"{one.number} {one.text}")
            lines = [f"{label}: {one.joined(name)}" for name, label in SPOKEN.items()
                     if one.joined(name).strip()]  # fmt: skip
            others = [f"{head}: {words}" for action in one.actions for head, words in action.others]
            extra = [f"For: {one.agency}"] if one.agency else []
            extra += [f"Under: {one.heading}"] if one.heading else []
            for line in [*lines, *others, *extra]:
                point.add(line)
        for cell in read.unread:
            self.leave(cell.found, why.NOT_OF_PLAN.format(column=cell.column))
        if not read.recommendations:
            rows = [" | ".join(tables.own_cells(row)) for row in grid.rows]
            self.leave("\n".join(filter(None, rows)), why.EMPTY_TABLE)
        self.last = None

    def recommendation(self, words: str, *, found: str) -> Point:
        for one in self.pieces:
            is_point = isinstance(one, Point) and one.part == Part.RECOMMENDATION
            if is_point and isinstance(one, Point) and one.is_same_as(words):
                return one
        made = Point(part=Part.RECOMMENDATION, heading=self.heading)
        made.add(words, found=found.strip())
        self.pieces.append(made)
        return made
