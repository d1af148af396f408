from publications.models.decision import (
    Choice,
    Compelling,
    FamilyView,
    PublicationDecision,
    Published,
)
from publications.models.letter import QaLetter, QaOutcome
from publications.models.point import Disposition, PointCategory, PointWeight, QaAnswer, QaPoint
from publications.models.publication import (
    AcceptedDoubt,
    Publication,
    PublicText,
    PublishedItem,
)
from publications.models.submission import (
    NEEDED,
    ItemKind,
    QaReceipt,
    QaSubmission,
    SentBy,
    SubmissionItem,
)

__all__ = [
    "NEEDED",
    "AcceptedDoubt",
    "Choice",
    "Compelling",
    "Disposition",
    "FamilyView",
    "ItemKind",
    "PointCategory",
    "PointWeight",
    "PublicText",
    "Publication",
    "PublicationDecision",
    "Published",
    "PublishedItem",
    "QaAnswer",
    "QaLetter",
    "QaOutcome",
    "QaPoint",
    "QaReceipt",
    "QaSubmission",
    "SentBy",
    "SubmissionItem",
]
