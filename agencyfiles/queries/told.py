"""What the file of an agency is made of."""

from dataclasses import dataclass, field
from enum import StrEnum

from agencies.models import User
from documents.models import Document
from pages.parts import Row
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


class Title(StrEnum):
    """The sections of the file, in their order. Each is there for whoever reads that part."""

    SCOPING = "What you were asked at first, and answered"
    REQUESTS = "What the panel asked you for"
    HISTORY = "What happened to your report"
    REPORT = "Your report"
    REPORT_QUESTIONS = "Questions about your report"
    PANEL_QUESTIONS = "Questions of the panel"
    INTERVIEWS = "Interviews with your staff"
    CHRONOLOGY = "Your chronology"
    CHRONOLOGY_QUESTIONS = "Questions about your chronology"


READ_WITH = {
    Title.SCOPING: Permission.SCOPING_READ,
    Title.REQUESTS: Permission.EVIDENCE_STATUS,
    Title.HISTORY: Permission.IMR_READ_DRAFT,
    Title.REPORT: Permission.IMR_READ_DRAFT,
    Title.REPORT_QUESTIONS: Permission.IMR_QUERY_READ,
    Title.PANEL_QUESTIONS: Permission.SCOPING_READ,
    Title.INTERVIEWS: Permission.IMR_READ_DRAFT,
    Title.CHRONOLOGY: Permission.CHRONOLOGY_READ_RAW,
    Title.CHRONOLOGY_QUESTIONS: Permission.CHRONOLOGY_READ_RAW,
}


def may_read(reader: User, part: AgencyInvolvement, title: Title) -> bool:
    """Test whether a section is for this reader, as one of the agency's own people."""
    return access.has_own(reader, READ_WITH[title], on=part)


@dataclass(frozen=True)
class Item:
    """One thing that was asked, sent or answered, with its words and its files."""

    title: str
    rows: list[Row] = field(default_factory=list)
    files: list[Document] = field(default_factory=list)
    remark: str = ""


@dataclass(frozen=True)
class Section:
    title: str
    items: list[Item]
