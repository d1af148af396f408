"""May a dispatch leave the panel? See docs/adr/0042-recommendation-post-office.md."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.utils.timezone import localdate

from anonymity.models import Destination
from anonymity.queries.certificates import File, hashes_that_hold, why_not
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
    if left_before(dispatch):
        return ""
    if is_usual(dispatch) and is_public(lines, public_words(review)):
        return ""
    files = [File(dispatch.name, hash_of(text_of(dispatch, lines)))]
    return why_not(review, Destination.PUBLIC_BODY, files)


def left_before(dispatch: Dispatch) -> bool:
    """Test whether it went before the review was recorded here, and did not come back."""
    if dispatch.came_back_on or dispatch.sent_on is None:
        return False
    return dispatch.sent_on < localdate(dispatch.review.recorded_at)


def is_public(lines: Sequence[SentWords], public: Collection[str]) -> bool:
    return all(line.text in public for line in lines)


def why_withheld(dispatch: Dispatch, lines: Sequence[SentWords]) -> str:
    """
    Say why words that were sent may not be opened for the first time; nothing once the body has
    them: it opened a link, or they went another way and did not come back.
    """
    if went_another_way(dispatch.route, dispatch.came_back_on) or was_opened(dispatch):
        return ""
    return why_not_yet(dispatch, lines)


def went_another_way(route: str, came_back_on: object) -> bool:
    """Test whether it reached the body otherwise than by a link."""
    return route != DispatchRoute.LINK and not came_back_on


def withheld_among(unopened: Collection[int]) -> set[int]:
    """
    Return the ids of those whose words may not leave, of dispatches that were sent and that
    nobody has opened: a look for each review they are of.
    """
    if not unopened:
        return set()
    of_review: dict[int, list[Dispatch]] = defaultdict(list)
    rows = Dispatch.objects.filter(pk__in=unopened).select_related("review")
    for one in rows.prefetch_related("lines"):
        of_review[one.review_id].append(one)
    return {one.pk for mine in of_review.values() for one in those_withheld(mine)}


def those_withheld(of_one_review: Sequence[Dispatch]) -> list[Dispatch]:
    review = of_one_review[0].review
    public, certified = public_words(review), hashes_that_hold(review, Destination.PUBLIC_BODY)
    found = []
    for one in of_one_review:
        lines = list(one.lines.all())
        may_leave = (
            left_before(one)
            or (is_usual(one) and is_public(lines, public))
            or frozenset({hash_of(text_of(one, lines))}) in certified
        )
        if not may_leave:
            found.append(one)
    return found


def was_opened(dispatch: Dispatch) -> bool:
    """Test whether anybody typed the code for one of its links."""
    return dispatch.links.filter(link__codes__used_at__isnull=False).exists()


def is_usual(dispatch: Dispatch) -> bool:
    return dispatch.covering == standard_covering(dispatch.body_name)


def public_words(review: Review) -> set[str]:
    """Return the recommendations that anyone can read in the library, word for word."""
    standing = review.publications.standing().first()
    return {row["text"] for row in standing.recommendations} if standing else set()
