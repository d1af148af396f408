"""Hand the picture of the composite out as a file: it leaves the system, so the trail says who."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from composite import rules
from composite.papers.picture_svg import picture_svg
from composite.queries.exporting import exported, narrowed_in_words
from composite.queries.marks import may_read_marks
from composite.queries.picture import picture_of
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Narrowing, Scope, scope_of
from reviews.access import Refused
from reviews.models import Review

NO_DAYS = "No entry that you see has a day, so there is no picture."
BY_MONTH = "Days are told by their month."


@transaction.atomic
def export_picture(
    *, review: Review, is_named: bool, wanted: Narrowing, by: Actor, at: datetime
) -> str:
    """
    Return the picture as somebody sees it on the page, as SVG.

    is_named: with days as agencies wrote them.

    Raises Refused as `check_can_export` does, and where there is nothing to draw.
    """
    rules.check_can_export(by, review, is_named=is_named)
    scope = scope_of(review, by)
    picture = picture_of(
        scope,
        scope.narrowed(wanted),
        wanted,
        is_named=is_named,
        reads_marks=may_read_marks(review, by),
    )
    if picture is None:
        raise Refused(NO_DAYS)
    trail.record(
        "chronology.exported",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        format="svg",
        names="named" if is_named else "pseudonymised",
    )
    about = [*about_of(scope, wanted, is_named=is_named, by=by, at=at)]
    return picture_svg(picture, reference=review.reference, about=about)


def about_of(
    scope: Scope, wanted: Narrowing, *, is_named: bool, by: Actor, at: datetime
) -> Iterator[str]:
    """Yield what stands above the picture."""
    yield f"Exported on {exported(by, at=at)}."
    pseudonyms = None if is_named else pseudonyms_of(scope.review)
    if narrowed := narrowed_in_words(wanted, scope, pseudonyms=pseudonyms):
        yield narrowed
    if not is_named:
        yield BY_MONTH
    if scope.unreleased:
        yield f"Not released to the panel: {', '.join(scope.unreleased)}."
