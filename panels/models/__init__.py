from panels.models.agreement_round import (
    AgreementRound,
    RoundOutcome,
    Silence,
    SubjectKind,
)
from panels.models.answer import AgreementAnswer, AnswerKind
from panels.models.attendance import Attendance, Presence
from panels.models.characteristic import Characteristic, TermsCharacteristic
from panels.models.contribution import Contribution, TermsContribution
from panels.models.correction import MinutesCorrection
from panels.models.disposition import AgreementDisposition, DispositionKind
from panels.models.enquiry import KeyLineOfEnquiry
from panels.models.enquiry_answer import EnquiryAnswer
from panels.models.equality import CharacteristicAnswer
from panels.models.independence import IndependenceDeclaration
from panels.models.invitee import AgreementInvitee
from panels.models.meeting import Meeting, Mode
from panels.models.member import Debrief, PanelMember, PanelPart, ShownAs, Standing
from panels.models.minutes import ItemKind, MeetingItem
from panels.models.paper import Marking, MeetingPaper
from panels.models.process import (
    ParallelProcess,
    ProcessDate,
    ProcessEffect,
    ProcessKind,
    ProcessStatus,
)
from panels.models.terms import PeriodForm, Purpose, TermsOfReference
from panels.models.terms_section import SectionKind, TermsSection

__all__ = [
    "AgreementAnswer",
    "AgreementDisposition",
    "AgreementInvitee",
    "AgreementRound",
    "AnswerKind",
    "Attendance",
    "Characteristic",
    "CharacteristicAnswer",
    "Contribution",
    "Debrief",
    "DispositionKind",
    "EnquiryAnswer",
    "IndependenceDeclaration",
    "ItemKind",
    "KeyLineOfEnquiry",
    "Marking",
    "Meeting",
    "MeetingItem",
    "MeetingPaper",
    "MinutesCorrection",
    "Mode",
    "PanelMember",
    "PanelPart",
    "ParallelProcess",
    "PeriodForm",
    "Presence",
    "ProcessDate",
    "ProcessEffect",
    "ProcessKind",
    "ProcessStatus",
    "Purpose",
    "RoundOutcome",
    "SectionKind",
    "ShownAs",
    "Silence",
    "Standing",
    "SubjectKind",
    "TermsCharacteristic",
    "TermsContribution",
    "TermsOfReference",
    "TermsSection",
]
