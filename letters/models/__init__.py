from letters.models.kind import (
    BY_SLUG,
    DRAFT_BY_SLUG,
    FamilyDraft,
    KindFacts,
    LetterKind,
    Recipient,
)
from letters.models.letter import Letter

__all__ = [
    "BY_SLUG",
    "DRAFT_BY_SLUG",
    "FamilyDraft",
    "KindFacts",
    "Letter",
    "LetterKind",
    "Recipient",
]
