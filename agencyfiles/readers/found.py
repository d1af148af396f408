"""What was read of an agency's report: every word is in a piece, on the front sheet or a day."""

from dataclasses import dataclass, field

from actionplans.readers.days import mentions
from agencyfiles.models import Front
from agencyfiles.readers.meaning import Part
from chronologies.checks.row_error import RowError

NOT_KNOWN = "It stands under no heading that is known here."
OWN_WORDS = "These are words of the template."
LEAD_IN = "It leads in to a list."
SAYS_NOTHING = "It says that there is nothing of this kind."
NOT_ON_FRONT = "It is on the front sheet, and has no place here."
IN_MARGIN = "It stands beside the text: {where}."
NO_PLACE = "It has no place of its own here."
EMPTY_TABLE = "Nothing is filled in under these headings."
NOT_OF_PLAN = "It is in none of the columns that an action plan has: {column}."


@dataclass(frozen=True, slots=True)
class FrontWords:
    """What the front sheet says. label: what it is called there."""

    front: Front
    words: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Some words of the file and the part that they were taken for.

    part: of `Part`, or `enquiry-<number>`. words: as they would be kept; found: as the file has
    them. why: of what is in no part.
    """

    part: str
    words: str
    found: str
    heading: str = ""
    why: str = ""


@dataclass(kw_only=True)
class ReadReport:
    """
    chronologies: the tables that are one; chronology_rows: how many rows they have together.
    impossible_days: the days in them that cannot have been.
    """

    front: list[FrontWords] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    chronologies: list[str] = field(default_factory=list)
    chronology_words: list[str] = field(default_factory=list)
    chronology_rows: int = 0
    impossible_days: list[RowError] = field(default_factory=list)

    def said(self, front: Front) -> str:
        """
        Return what the front sheet says of one thing, however often. Where a row of the version
        stands beside one of the date, it is no date.
        """
        words = dict.fromkeys(one.words for one in self.front if one.front is front)
        if front is Front.DATED:
            words = dict.fromkeys(filter(mentions, words)) or words
        return ", ".join(words)

    def of(self, part: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.part == part]

    @property
    def unread(self) -> list[Piece]:
        return self.of(Part.REST)
