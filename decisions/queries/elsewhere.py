"""What other records decide already, so that nobody types it twice. Each as its reader may read."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from actionplans.models import LearningPoint, PanelChoice, PanelDisposition
from agencies.models import User
from decisions.access import opens_family
from decisions.models import DecisionKind
from decisions.queries.lines import Line
from evidence.models import ReturnKind, ScopingReturn
from families.models import Approach, FamilyContactEntry, Side
from families.models.choices import KINDS_OF
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def lines_elsewhere(review: Review, reader: User, *, side: Side) -> list[Line]:
    """Return the lines that stand in other records, in at most four queries."""
    return [
        *bodies_not_pursued(review, reader),
        *learning_without_recommendation(review, reader),
        *recommendations_not_taken(review, reader),
        *people_not_approached(review, reader, side=side),
    ]


def bodies_not_pursued(review: Review, reader: User) -> Iterator[Line]:
    if not access.has(reader, Permission.SCOPING_READ, on=review):
        return
    answers = ScopingReturn.objects.filter(
        involvement__review=review, return_kind=ReturnKind.NOT_PURSUED
    ).select_related("involvement__agency")
    for one in answers:
        yield Line(
            kind=DecisionKind.NOT_PURSUED,
            about=one.involvement.agency.name,
            reason=one.reason or "",
            decided_on=one.answered_on,
            stands_in="Scoping",
            href=reverse("evidence:agency", args=[review.reference, one.involvement_id]),
        )


def learning_without_recommendation(review: Review, reader: User) -> Iterator[Line]:
    if not access.has(reader, Permission.PLAN_READ, on=review):
        return
    for one in LearningPoint.objects.filter(~Q(no_recommendation_because=""), review=review):
        yield Line(
            kind=DecisionKind.NO_RECOMMENDATION,
            about=f"Learning point {one.number}",
            reason=one.no_recommendation_because,
            decided_on=None,
            stands_in="Findings and learning",
            href=reverse("actionplans:thread", args=[review.reference]),
        )


def recommendations_not_taken(review: Review, reader: User) -> Iterator[Line]:
    if not access.has(reader, Permission.PLAN_READ, on=review):
        return
    rows = (
        PanelDisposition.objects.standing()
        .filter(review=review, choice=PanelChoice.NOT_TAKEN)
        .select_related("point__version__imr__involvement__agency")
    )
    for one in rows:
        yield Line(
            kind=DecisionKind.NO_RECOMMENDATION,
            about=whose(one),
            reason=one.reason,
            decided_on=one.decided_on,
            stands_in="Recommendations of agencies",
            href=reverse("actionplans:dispositions", args=[review.reference]),
        )


def whose(one: PanelDisposition) -> str:
    """Say whose recommendation it is. The database keeps the line from who may not read it."""
    if one.point is None:
        return "A recommendation of an agency"
    part = one.point.version.imr.involvement
    return f"Recommendation {one.point.number} of {part.agency.label}"


def people_not_approached(review: Review, reader: User, *, side: Side) -> Iterator[Line]:
    if not opens_family(reader, review):
        return
    rows = (
        FamilyContactEntry.objects.readable_by(reader)
        .standing()
        .filter(
            contact__review=review,
            contact__kind__in=KINDS_OF[side],
            approach__in=[Approach.NOT_TO_BE, Approach.UNREACHABLE],
        )
        .select_related("contact__person")
    )
    for one in rows:
        yield Line(
            kind=DecisionKind.NOT_APPROACHED,
            about=f"{one.contact.name}: {one.get_approach_display().lower()}",
            reason=one.words,
            decided_on=one.happened_on,
            stands_in="Family log",
            href=reverse("families:contact", args=[review.reference, one.contact_id]),
            is_family=True,
        )
