"""Every recommendation is somebody's, and stands in a plan."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme


def check(paper: Rehearsed) -> Iterator[Remark]:
    if not paper.recommendations:
        yield Remark(Theme.RECOMMENDATIONS, "There are no recommendations.", ("plan", ""))
    for one in paper.recommendations:
        mend = ("recommendation", one.pk)
        if not one.has_owner:
            words = f"Recommendation {one.number} is addressed to nobody."
            yield Remark(Theme.RECOMMENDATIONS, words, mend, one.text)
        if not one.actions:
            words = f"Recommendation {one.number} has no action in the plan."
            yield Remark(Theme.ACTION_PLAN, words, mend, one.text)
