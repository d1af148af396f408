"""Who sees how all reviews of a partnership stand."""

from datetime import date

from agencies.access import partnership_or_404
from agencies.models import READS_FIGURES, CommunitySafetyPartnership, User


def place_or_404(reader: User, slug: str, *, today: date) -> CommunitySafetyPartnership:
    """Return a partnership to its officers and chair; to anybody else it is not there."""
    return partnership_or_404(reader, slug, *READS_FIGURES, today=today)
