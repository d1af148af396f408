from actionplans.models.action import Action
from actionplans.models.addressee_answer import WITH_REASON, AddresseeAnswer, AnswerKind
from actionplans.models.conclusion import ConclusionAudit
from actionplans.models.finding import Finding, FindingEvidence
from actionplans.models.learning_point import LearningPoint
from actionplans.models.progress import Assurance, Milestone, ProgressNote
from actionplans.models.recommendation import Recommendation, Scope, Source

__all__ = [
    "WITH_REASON",
    "Action",
    "AddresseeAnswer",
    "AnswerKind",
    "Assurance",
    "ConclusionAudit",
    "Finding",
    "FindingEvidence",
    "LearningPoint",
    "Milestone",
    "ProgressNote",
    "Recommendation",
    "Scope",
    "Source",
]
