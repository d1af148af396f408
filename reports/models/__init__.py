from reports.models.agreement import PanelAgreement
from reports.models.comment import Disposition, DraftComment, DraftPart
from reports.models.draft import TO_BE_AGREED, Draft, DraftPurpose
from reports.models.prompts import PROMPTS
from reports.models.section import ReportSection, SectionKind
from reports.models.sign_off import SignOff

__all__ = [
    "PROMPTS",
    "TO_BE_AGREED",
    "Disposition",
    "Draft",
    "DraftComment",
    "DraftPart",
    "DraftPurpose",
    "PanelAgreement",
    "ReportSection",
    "SectionKind",
    "SignOff",
]
