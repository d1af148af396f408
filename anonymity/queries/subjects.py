"""
What can be checked, and of what it is made today, by the lists that upper apps give
(settings.PAPERS_TO_CHECK, settings.PAPERS_MADE_OF).
"""

from collections.abc import Callable, Collection, Mapping

from django.conf import settings
from django.utils.module_loading import import_string

from anonymity.checking.subject import MadeOf, SubjectToCheck
from reviews.models import Review

Finder = Callable[[Review, int], SubjectToCheck | None]
Looker = Callable[[Review, Collection[int]], Mapping[int, MadeOf]]


def subject_of(review: Review, code: str, number: int) -> SubjectToCheck | None:
    """Return the papers of a subject, such as "draft" and its number; None where there is none."""
    path = settings.PAPERS_TO_CHECK.get(code)
    if path is None:
        return None
    find: Finder = import_string(path)
    return find(review, number)


def made_of(review: Review, code: str, numbers: Collection[int]) -> Mapping[int, MadeOf]:
    """Return by number what papers of one kind are made of today; nothing for those gone."""
    path = settings.PAPERS_MADE_OF.get(code)
    if path is None:
        return {}
    look: Looker = import_string(path)
    return look(review, numbers)
