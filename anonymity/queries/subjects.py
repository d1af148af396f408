"""What can be checked, by the list that upper apps give (settings.PAPERS_TO_CHECK)."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from anonymity.checking.subject import SubjectToCheck
from reviews.models import Review

Finder = Callable[[Review, int], SubjectToCheck | None]


def subject_of(review: Review, code: str, number: int) -> SubjectToCheck | None:
    """Return the papers of a subject, such as "draft" and its number; None where there is none."""
    path = settings.PAPERS_TO_CHECK.get(code)
    if path is None:
        return None
    find: Finder = import_string(path)
    return find(review, number)
