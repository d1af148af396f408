"""May a dispatch leave the panel? See docs/adr/0042-recommendation-post-office.md."""

from collections.abc import Sequence

from django.utils.timezone import localdate

from anonymity.models import Destination
from anonymity.queries.certificates import File, why_not
from postoffice.models import Dispatch, DispatchRoute, SentWords, hash_of
from postoffice.papers.wording import standard_covering
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.queries.facts import moved_to, passed_on_paper


def is_cleared(review: Review) -> bool:
    """Test whether the Home Office has cleared a review, here or before it was recorded here."""
    rows = Review.objects.filter(pk=review.pk)
    cleared = rows.annotate(cleared_on=moved_to(Stage.CLEARED)).exclude(cleared_on=None)
    return cleared.exists() or rows.filter(passed_on_paper(Stage.CLEARED)).exists()


def text_of(dispatch: Dispatch, lines: Sequence[SentWords]) -> str:
    """Return what the panel lets go: the words around the recommendations, and each of them."""
    return "\n\n".join([dispatch.covering, *(line.text for line in lines)])


def why_not_yet(dispatch: Dispatch, lines: Sequence[SentWords]) -> str:
    """
    Say why the words may not leave yet; nothing where they may: in the usual letter anyone can
    read them already, they are certified for public bodies, or they left before the review was
    recorded here and did not come back.
    """
    review = dispatch.review
    left_before = dispatch.sent_on and dispatch.sent_on < localdate(review.recorded_at)
    if left_before and not dispatch.came_back_on:
        return ""
    if is_usual(dispatch) and all(line.text in public_words(review) for line in lines):
        return ""
    files = [File(dispatch.name, hash_of(text_of(dispatch, lines)))]
    return why_not(review, Destination.PUBLIC_BODY, files)


def why_withheld(dispatch: Dispatch, lines: Sequence[SentWords]) -> str:
    """
    Say why words that were sent may not be opened for the first time; nothing once the body has
    them: it opened a link, or they went another way and did not come back.
    """
    went_another_way = dispatch.route != DispatchRoute.LINK and not dispatch.came_back_on
    if went_another_way or was_opened(dispatch):
        return ""
    return why_not_yet(dispatch, lines)


def was_opened(dispatch: Dispatch) -> bool:
    """Test whether anybody typed the code for one of its links."""
    return dispatch.links.filter(link__codes__used_at__isnull=False).exists()


def is_usual(dispatch: Dispatch) -> bool:
    return dispatch.covering == standard_covering(dispatch.body_name)


def public_words(review: Review) -> set[str]:
    """Return the recommendations that anyone can read in the library, word for word."""
    standing = review.publications.standing().first()
    return {row["text"] for row in standing.recommendations} if standing else set()
