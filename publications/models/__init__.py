from publications.models.decision import (
    Choice,
    Compelling,
    FamilyView,
    PublicationDecision,
    Published,
)
from publications.models.dissemination import Dissemination, RecipientKind, SentVia
from publications.models.letter import QaLetter, QaOutcome
from publications.models.library_record import LibraryPerson, LibraryRecord
from publications.models.point import (
    Disposition,
    PointCategory,
    PointWeight,
    PrintedReason,
    QaAnswer,
    QaPoint,
)
from publications.models.publication import (
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
    "Choice",
    "Compelling",
    "Disposition",
    "Dissemination",
    "FamilyView",
    "ItemKind",
    "LibraryPerson",
    "LibraryRecord",
    "PointCategory",
    "PointWeight",
    "PrintedReason",
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
    "RecipientKind",
    "SentBy",
    "SentVia",
    "SubmissionItem",
]
