from panels.models.attendance import Attendance, Presence
from panels.models.independence import IndependenceDeclaration
from panels.models.meeting import Meeting, Mode
from panels.models.member import PanelMember, PanelPart, ShownAs
from panels.models.minutes import ItemKind, MeetingItem
from panels.models.paper import Marking, MeetingPaper
from panels.models.process import ParallelProcess, ProcessDate, ProcessKind, ProcessStatus

__all__ = [
    "Attendance",
    "IndependenceDeclaration",
    "ItemKind",
    "Marking",
    "Meeting",
    "MeetingItem",
    "MeetingPaper",
    "Mode",
    "PanelMember",
    "PanelPart",
    "ParallelProcess",
    "Presence",
    "ProcessDate",
    "ProcessKind",
    "ProcessStatus",
    "ShownAs",
]
