"""Which other proceedings run beside a review, and what they hold back."""

from reviews.models import Review


def held_back(review: Review) -> dict[str, list[str]]:
    """
    Return what the review must not do yet, in words, each with the kinds of process that say so.

    "publication": ["Criminal investigation or trial"]. One query.
    """
    found: dict[str, list[str]] = {}
    for process in review.parallel_processes.open():
        for effect in process.holds_back:
            found.setdefault(effect, []).append(process.get_kind_display())
    return found
