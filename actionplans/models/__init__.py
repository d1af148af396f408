from actionplans.models.action import Action
from actionplans.models.addressee_answer import WITH_REASON, AddresseeAnswer, AnswerKind
from actionplans.models.agency_response import AgencyResponse, ResponseKind
from actionplans.models.conclusion import ConclusionAudit
from actionplans.models.disposition import IN_THE_PLAN, PanelChoice, PanelDisposition
from actionplans.models.evidence_file import EvidenceFile
from actionplans.models.finding import Confidence, Finding, FindingEvidence
from actionplans.models.learning_point import LearningPoint
from actionplans.models.plan_import import PlanImport
from actionplans.models.plan_release import PlanRelease
from actionplans.models.progress import Assurance, Milestone, ProgressNote
from actionplans.models.recommendation import Recommendation, Scope, Source
from actionplans.models.set_aside import SetAside

__all__ = [
    "IN_THE_PLAN",
    "WITH_REASON",
    "Action",
    "AddresseeAnswer",
    "AgencyResponse",
    "AnswerKind",
    "Assurance",
    "ConclusionAudit",
    "Confidence",
    "EvidenceFile",
    "Finding",
    "FindingEvidence",
    "LearningPoint",
    "Milestone",
    "PanelChoice",
    "PanelDisposition",
    "PlanImport",
    "PlanRelease",
    "ProgressNote",
    "Recommendation",
    "ResponseKind",
    "Scope",
    "SetAside",
    "Source",
]
