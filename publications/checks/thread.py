"""Recommendations follow from evidence, and the panel has decided on what agencies recommend."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme


def check(paper: Rehearsed) -> Iterator[Remark]:
    for gap in paper.thread_gaps:
        yield Remark(Theme.RECOMMENDATIONS, gap.words, ("page", gap.href))
