from reports.models.agreement import PanelAgreement
from reports.models.call import ReportCall
from reports.models.comment import Disposition, DraftComment, DraftPart
from reports.models.draft import TO_BE_AGREED, Draft, DraftPurpose
from reports.models.figure import ReportFigure
from reports.models.kept_text import KeptText
from reports.models.outline import MAY_BE_LEFT_OUT, ChapterChoice
from reports.models.prompts import PROMPTS
from reports.models.release import OF_FAMILY, DraftRelease, Means, ReaderKind
from reports.models.returned import ReturnedText
from reports.models.section import ReportSection, SectionKind
from reports.models.sign_off import SignOff

__all__ = [
    "MAY_BE_LEFT_OUT",
    "OF_FAMILY",
    "PROMPTS",
    "TO_BE_AGREED",
    "ChapterChoice",
    "Disposition",
    "Draft",
    "DraftComment",
    "DraftPart",
    "DraftPurpose",
    "DraftRelease",
    "KeptText",
    "Means",
    "PanelAgreement",
    "ReaderKind",
    "ReportCall",
    "ReportFigure",
    "ReportSection",
    "ReturnedText",
    "SectionKind",
    "SignOff",
]
