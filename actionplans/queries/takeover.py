"""The recommendations of agencies' accepted reports, and what the panel made of each."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from actionplans.gates import AGENCY, recommendation_lines
from actionplans.models import PanelDisposition, Recommendation
from evidence.models import ImrPoint
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Recommended:
    """
    One recommendation of an accepted report, as its last accepted version words it.

    decisions: of the panel, the last one first. recommendation: what it stands as in the plan; of
    one that was taken over before decisions were kept, without a decision.
    """

    point: ImrPoint
    decisions: list[PanelDisposition]
    recommendation: Recommendation | None

    @property
    def decision(self) -> PanelDisposition | None:
        return next(iter(self.decisions), None)

    @property
    def agency(self) -> str:
        name: str = self.point.version.imr.involvement.agency.name
        return name

    @property
    def is_decided(self) -> bool:
        return self.decision is not None or self.recommendation is not None


def recommended_by_agencies(review: Review) -> list[Recommended]:
    """
    Return them in the order of agencies and of their reports, with the eyes of whoever asks.
    Three queries.

    A line is there once, however many versions carry it on: it has the same root in all.
    """
    latest = accepted_points(review)
    rows = PanelDisposition.objects.filter(review=review).select_related(
        "recommendation", "recorded_by"
    )
    decisions: dict[UUID, list[PanelDisposition]] = defaultdict(list)
    for row in rows:
        decisions[row.root].append(row)
    taken = {
        one.taken_from.root: one
        for one in Recommendation.objects.filter(
            review=review, taken_from__isnull=False
        ).select_related("taken_from")
        if one.taken_from
    }
    return [of_point(point, decisions[point.root], taken) for point in latest]


def of_point(
    point: ImrPoint, decisions: list[PanelDisposition], taken: dict[UUID, Recommendation]
) -> Recommended:
    into = decisions[0].recommendation if decisions else taken.get(point.root)
    return Recommended(point=point, decisions=decisions, recommendation=into)


def accepted_points(review: Review) -> list[ImrPoint]:
    rows = (
        recommendation_lines(review)
        .select_related("version__imr__involvement__agency")
        .order_by(AGENCY, "version__number", "number")
    )
    return list({point.root: point for point in rows}.values())  # of two versions the later


def points_to_take_over(review: Review) -> list[ImrPoint]:
    """Return those on which the panel has decided nothing."""
    return [one.point for one in recommended_by_agencies(review) if not one.is_decided]


def is_explained() -> Exists:
    """Say of a recommendation whether the panel said why it was taken over."""
    return Exists(PanelDisposition.objects.filter(recommendation=OuterRef("pk")))
