"""
Keep what somebody types until they record it, and let it go.

Nothing of this is recorded in the trail: it says what was recorded, not what was typed.
"""

from datetime import datetime

from agencies.models import User
from reports.models import KeptText, SectionKind
from reports.rules import sections as rules
from reviews.models import Review


def keep_text(
    *,
    review: Review,
    kind: SectionKind,
    text: str,
    empty_because: str,
    based_on: int,
    by: User,
    at: datetime,
) -> KeptText:
    """Keep what was typed, in place of what this writer typed before. Raises Refused likewise."""
    rules.check_can_write(by, review)
    kept, _ = KeptText.objects.update_or_create(
        review=review,
        kind=kind,
        writer=by,
        defaults={
            "text": text,
            "empty_because": empty_because,
            "based_on": based_on,
            "kept_at": at,
        },
    )
    return kept


def let_go_of_text(*, review: Review, kind: SectionKind, by: User) -> None:
    """Let what this writer typed go. Raises Refused without the right."""
    rules.check_can_write(by, review)
    KeptText.objects.filter(review=review, kind=kind, writer=by).delete()
