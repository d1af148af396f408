"""Every learning point has a recommendation, or a reason why there is none."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme


def check(paper: Rehearsed) -> Iterator[Remark]:
    for one in paper.learning:
        if not (one.has_recommendation or one.says_why_none):
            words = f"Learning point {one.number} has no recommendation, and no reason why not."
            yield Remark(Theme.RECOMMENDATIONS, words, ("learning", one.pk))
