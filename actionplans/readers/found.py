"""What was read of a plan: every cell is in a recommendation, in an action, or shown as unread."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from actionplans.readers.columns import PlanColumn

# The two tables that a plan can have: of single agencies, and in the Home Office's columns
CONSOLIDATED = "consolidated"
HOME_OFFICE = "home_office"


@dataclass(kw_only=True)
class ReadAction:
    """
    The words of the cells of one action, whole. row: where the person who has the file finds it.

    others: heading and words of the cells in columns that the Home Office's layout does not have.
    """

    table: str = ""
    row: int = 0
    action: str = ""
    lead: str = ""
    owner: str = ""
    milestones: str = ""
    measure: str = ""
    target: str = ""
    completion: str = ""
    others: list[tuple[str, str]] = field(default_factory=list)

    def take(self, name: str, words: str) -> None:
        """Add the words of a cell below what is read already."""
        held = getattr(self, name)
        setattr(self, name, f"{held}\n{words}" if held else words)

    @property
    def said(self) -> str:
        cells = (self.action, self.lead, self.owner, self.milestones, self.measure, self.target,
                 self.completion)  # fmt: skip
        return "\n".join([*cells, *(words for _heading, words in self.others)])

    @property
    def says_nothing(self) -> bool:
        cells = (self.action, self.lead, self.milestones, self.target, self.completion)
        return not any((*cells, self.others))


@dataclass(kw_only=True)
class ReadRecommendation:
    """
    One recommendation and the actions on it, in the words of their cells.

    place: which one of the file it is, from 1. number: as the plan numbers it; may be empty.
    heading: the row of the table under which it stands, such as a learning point.
    layout: CONSOLIDATED or HOME_OFFICE.
    """

    place: int = 0
    table: str = ""
    row: int = 0
    layout: str = HOME_OFFICE
    number: str = ""
    text: str = ""
    scope: str = ""
    agency: str = ""
    heading: str = ""
    actions: list[ReadAction] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All words that were taken for it, each cell on lines of its own."""
        own = (self.number, self.text, self.scope, self.agency, self.heading)
        return "\n".join([*own, *(action.said for action in self.actions)])

    def joined(self, name: str) -> str:
        """Return the words of one column of all its actions, one under another."""
        return "\n".join(filter(None, (getattr(action, name) for action in self.actions)))


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A cell that is in none of the columns that are read, and why."""

    table: str
    row: int
    column: str
    found: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """A table, or a part of one, under one row of headings. columns: what they were taken for."""

    table: str
    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    columns: tuple[PlanColumn, ...]
    layout: str

    def heading(self, place: int) -> str:
        named = self.headings[place] if place < len(self.headings) else ""
        return named or f"Column {place + 1}"

    def column(self, place: int) -> PlanColumn:
        return self.columns[place] if place < len(self.columns) else PlanColumn.OTHER


@dataclass(kw_only=True)
class ReadPlan:
    """
    around: words outside the tables; where, then the words.
    rows, cells: how many rows and cells of the tables hold words, headings left out.
    """

    recommendations: list[ReadRecommendation] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)
    rows: int = 0
    cells: int = 0

    @property
    def actions(self) -> int:
        return sum(len(one.actions) for one in self.recommendations)


def as_data(plan: ReadPlan) -> dict[str, Any]:
    """Return what was read as plain data."""
    return asdict(plan)


def from_data(data: Mapping[str, Any]) -> ReadPlan:
    """Return what `as_data` made plain."""
    return ReadPlan(
        recommendations=[recommendation_from(row) for row in data["recommendations"]],
        unread=[Unread(**row) for row in data["unread"]],
        sections=[section_from(row) for row in data["sections"]],
        around=[(where, words) for where, words in data["around"]],
        rows=data["rows"],
        cells=data["cells"],
    )


def recommendation_from(row: Mapping[str, Any]) -> ReadRecommendation:
    actions = [
        ReadAction(**{**one, "others": [(head, words) for head, words in one["others"]]})
        for one in row["actions"]
    ]
    return ReadRecommendation(**{**row, "actions": actions})


def section_from(row: Mapping[str, Any]) -> Section:
    columns = tuple(map(PlanColumn, row["columns"]))
    listed = {name: tuple(row[name]) for name in ("heading_rows", "headings")}
    return Section(**{**row, **listed, "columns": columns})
