"""
What goes to a body, as the check of identifiers reads it. In PAPERS_TO_CHECK and PAPERS_MADE_OF.
"""

from collections.abc import Collection

from anonymity.checking.paper import Paper
from anonymity.checking.subject import MadeOf, PaperToCheck, SubjectToCheck, ToRead
from anonymity.models import Destination
from postoffice.models import hash_of
from postoffice.queries.leaving import text_of
from reviews.models import Review


def dispatch_to_check(review: Review, number: int) -> SubjectToCheck | None:
    """
    Return a letter's frozen words. Certified is their hash: paper and page are made of it alone,
    beside whom it goes to and who signs it.
    """
    dispatch = review.dispatches.filter(number=number).select_related("review").first()
    if dispatch is None:
        return None
    text = text_of(dispatch, list(dispatch.lines.all()))
    paper = PaperToCheck(dispatch.name, hash_of(text), lambda: Paper.of_text(text))
    return SubjectToCheck(
        title=dispatch.name,
        href=dispatch.get_absolute_url(),
        to_read=[ToRead(dispatch.name, dispatch.get_absolute_url())],
        papers=lambda: [paper],
        destinations=[Destination.PUBLIC_BODY],
    )


def dispatches_made_of(review: Review, numbers: Collection[int]) -> dict[int, MadeOf]:
    """Return the hashes of the words as they are today: two queries."""
    rows = review.dispatches.filter(number__in=numbers).prefetch_related("lines")
    texts = {one.number: text_of(one, list(one.lines.all())) for one in rows}
    return {number: MadeOf(frozenset({hash_of(text)})) for number, text in texts.items()}
