from evidence.models.author_declaration import (
    AUTHOR_QUESTIONS,
    AuthorDeclaration,
    latest_of_each,
)
from evidence.models.evidence_request import EvidenceRequest
from evidence.models.imr import IndividualManagementReview
from evidence.models.imr_content import EnquiryAnalysis, ImrPoint, PointKind
from evidence.models.imr_decisions import ImrAcceptance, ImrSignOff
from evidence.models.imr_query import ImrQuery
from evidence.models.imr_version import Extent, ImrVersion
from evidence.models.return_file import ReturnFile
from evidence.models.return_kind import BY_AGENCY, NEXT_STEPS, PLAIN_WORDS, ReturnKind
from evidence.models.scoping_link import ScopingDelay, ScopingLink
from evidence.models.scoping_request import (
    ELSEWHERE,
    ScopingChase,
    ScopingRequest,
    ScopingRoute,
)
from evidence.models.scoping_return import ScopingReturn
from evidence.models.tier import SUGGESTED, ReportKind, Tier
from evidence.models.withholding import WithheldBasis

__all__ = [
    "AUTHOR_QUESTIONS",
    "BY_AGENCY",
    "ELSEWHERE",
    "NEXT_STEPS",
    "PLAIN_WORDS",
    "SUGGESTED",
    "AuthorDeclaration",
    "EnquiryAnalysis",
    "EvidenceRequest",
    "Extent",
    "ImrAcceptance",
    "ImrPoint",
    "ImrQuery",
    "ImrSignOff",
    "ImrVersion",
    "IndividualManagementReview",
    "PointKind",
    "ReportKind",
    "ReturnFile",
    "ReturnKind",
    "ScopingChase",
    "ScopingDelay",
    "ScopingLink",
    "ScopingRequest",
    "ScopingReturn",
    "ScopingRoute",
    "Tier",
    "WithheldBasis",
    "latest_of_each",
]
