"""
The composite chronology as it leaves the system. Its papers are made from these types alone.

What an entry says is words that have passed through `Pseudonyms`, or, where somebody who may read
identities asked for them, the agency's own; `is_named` says which, on every page.
"""

from dataclasses import dataclass
from datetime import date

from chronologies.readers.columns import Column

SOURCE = Column.SOURCE.label
# The further columns, in the order of the template
FACTS = (
    Column.SOURCE,
    Column.SUBJECTS,
    Column.PRESENT,
    Column.LOCATION,
    Column.ACTION_TAKEN,
    Column.DECISION,
    Column.CHILD_SEEN,
    Column.SEEN_ALONE,
    Column.DISCLOSURE,
    Column.RISK_ASSESSMENT,
    Column.REFERRAL,
    Column.COMMENT,
    Column.SIGNIFICANCE,
    Column.ENQUIRY,
    Column.SEQUENCE,
    Column.RECORDED_ON,
)
NOTES = "Other columns"


@dataclass(frozen=True, kw_only=True)
class PublishedMarks:
    """What chair and panel made of an entry, apart from its agency's words."""

    weight: str = ""
    enquiries: str = ""
    comments: str = ""


NO_MARKS = PublishedMarks()


@dataclass(frozen=True, kw_only=True)
class PublishedEntry:
    """One entry. `facts` are its further columns, by their label."""

    place: int
    agency: str
    is_released: bool
    is_draft: bool
    raw_date: str
    understood: str
    earliest: date | None
    latest: date | None
    precision: str
    doubt: bool
    time: str
    what_happened: str
    facts: tuple[tuple[str, str], ...]
    submission: int
    table: str
    own_row: int
    marks: PublishedMarks = NO_MARKS

    def fact(self, label: str) -> str:
        return dict(self.facts).get(label, "")

    @property
    def caution(self) -> str:
        """Say how far it is from the panel; nothing where the panel reads it."""
        if self.is_draft:
            return f"a draft that {self.agency} has not submitted yet"
        return "" if self.is_released else "not released"

    @property
    def source(self) -> str:
        return self.fact(SOURCE)

    @property
    def details(self) -> list[tuple[str, str]]:
        """The further columns but for the source, which stands apart."""
        return [(label, words) for label, words in self.facts if label != SOURCE]

    @property
    def found_at(self) -> str:
        """Where it stands in the agency's file: "Submission 1, Table 2, row 14"."""
        parts = (f"Submission {self.submission}", self.table, f"row {self.own_row}")
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, kw_only=True)
class PublishedComposite:
    """The whole, with what its reader must know of it. `narrowed` says which part it is."""

    reference: str
    entries: tuple[PublishedEntry, ...]
    is_named: bool
    exported: str
    narrowed: str = ""
    unreleased: tuple[str, ...] = ()
