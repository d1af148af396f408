"""The recommendations of agencies' accepted reports that the plan does not have yet."""

from actionplans.models import Recommendation
from evidence.models import ImrPoint, ImrVersion, PointKind
from reviews.models import Review


def points_to_take_over(review: Review) -> list[ImrPoint]:
    """
    Return them in the order of agencies and of their reports.

    A line that was taken over from an earlier version is not offered again: it has the same root.
    """
    accepted = ImrVersion.objects.accepted().filter(imr__involvement__review=review)
    taken = Recommendation.objects.filter(review=review, taken_from__isnull=False)
    rows = (
        ImrPoint.objects.filter(version__in=accepted, kind=PointKind.RECOMMENDATION)
        .exclude(root__in=taken.values("taken_from__root"))
        .select_related("version__imr__involvement__agency")
        .order_by("version__imr__involvement__agency__name", "version__number", "number")
    )
    latest = {point.root: point for point in rows}  # of two accepted versions the later
    return list(latest.values())
